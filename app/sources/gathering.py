"""Taking many works and people into the library at once, one after the other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from app.guard.pictures import claims_to_be_a_picture
from app.intake.staff import Staffer
from app.model.people import Person
from app.model.picture import Picture
from app.model.reference import Origin, Reference
from app.problems import Problem, Severity, problem
from app.sources.works import Work
from app.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Gathered:
    """The id of the new record, empty where none was made, and what is wrong."""

    id: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person of a table with the file of their photo, None where there is none. `there` tells that the library has them."""

    staffer: Staffer
    photo: Path | None = None
    there: bool = False


def candidates(staff: Iterable[Staffer], folder: Path, known: Iterable[Person]) -> tuple[Candidate, ...]:
    """Look for the photos beside the table, and for people whom the library has already: by e-mail, or by name."""
    photos = _photos(folder)
    mails = {one.email.casefold() for one in known if one.email}
    names = {one.name.casefold() for one in known}
    return tuple(_candidate(one, photos, mails, names) for one in staff)


def gather_work(workspace: Workspace, work: Work, title: str, origin: Origin = Origin.OWN) -> Gathered:
    """Put a work with its pictures into the library. A picture that cannot be used is left out; without any there is no work."""
    pictures, problems = _pictures(workspace, work.files)
    if not pictures:
        return Gathered("", problems)
    reference = Reference(id="", title=title, year=work.year, origin=origin, pictures=pictures)
    kept = workspace.library.references.put(reference)
    return Gathered(kept.first.value.id if kept.first else "", (*problems, *kept.problems))


def gather_person(workspace: Workspace, candidate: Candidate, name: str) -> Gathered:
    """Put a person with their photo into the library."""
    pictures, problems = _pictures(workspace, (candidate.photo,) if candidate.photo else ())
    person = replace(candidate.staffer.person, name=name, photo=pictures[0] if pictures else None)
    kept = workspace.library.people.put(person)
    return Gathered(kept.first.value.id if kept.first else "", (*problems, *kept.problems))


def _pictures(workspace: Workspace, files: Iterable[Path]) -> tuple[tuple[Picture, ...], tuple[Problem, ...]]:
    added = [workspace.add_media(workspace.library_folder, file) for file in files]
    pictures = tuple(Picture(file=one.file) for one in added if one.file)
    return pictures, tuple(found for one in added for found in one.problems)


def _candidate(staffer: Staffer, photos: dict[str, Path], mails: set[str], names: set[str]) -> Candidate:
    person = staffer.person
    there = person.email.casefold() in mails
    there = there or person.name.casefold() in names
    told = list(staffer.problems)
    wanted = Path(staffer.photo.replace("\\", "/")).name.casefold()
    photo = photos.get(wanted) or photos.get(person.name.casefold())
    if wanted and photo is None:
        told.append(problem("staff-photo-missing", staffer.row, file=staffer.photo[:80]))
    if there and person.name:
        told.append(problem("staff-there-already", staffer.row, Severity.INFO, name=person.name))
    return Candidate(replace(staffer, problems=tuple(told)), photo, there)


def _photos(folder: Path) -> dict[str, Path]:
    """Return the pictures beside a table and one folder deeper, by their names with and without a suffix."""
    found: dict[str, Path] = {}
    try:
        inside = [one for one in folder.iterdir() if not one.name.startswith(".")]
        deeper = [file for one in inside if one.is_dir() for file in one.iterdir()]
    except OSError:
        return found
    for file in (*inside, *deeper):
        if claims_to_be_a_picture(file):
            found.setdefault(file.name.casefold(), file)
            found.setdefault(file.stem.casefold().replace("_", " "), file)
    return found
