"""Pictures and other files that are named after their content."""

from collections.abc import Iterator
from pathlib import Path

from app.problems import Problem, Severity, error, problem
from app.store.media import FOLDER
from app.store.pictures import pictures_in
from app.store.source import read_source
from app.store.verify.case import Case, Finding
from app.store.verify.sums import sum_of
from app.store.verify.vault import HASHED


def pictures(case: Case) -> Iterator[Finding]:
    """Check that every file that is named after its content has that content. Raises OSError."""
    for folder in (case.workspace.library_folder, *case.proposals()):
        for path in case.disk.list(folder / FOLDER):
            match = HASHED.fullmatch(path.name)
            if not match or not path.is_file():
                continue
            case.count("picture")
            if sum_of(path, case.disk) != match["sha"]:
                yield _finding(case, "verify-picture-damaged", path, match["sha"])


def missing_pictures(case: Case) -> Iterator[Finding]:
    """Check that every picture that a proposal names is there. Raises OSError."""
    for folder in case.proposals():
        proposal = read_source(folder, case.disk).proposal
        files = dict.fromkeys(picture.file for picture in pictures_in(proposal) if picture.file) if proposal else {}
        for file in files:
            path = folder / file
            match = HASHED.fullmatch(path.name)
            if path.exists():
                continue
            if match:
                yield _finding(case, "verify-picture-missing", path, match["sha"])
            else:
                yield Finding(problem("picture-missing", str(folder), Severity.ERROR, file=file))


def _finding(case: Case, code: str, path: Path, sha256: str) -> Finding:
    def mend() -> Problem | None:
        case.disk.mkdir(path.parent)
        source = case.vault.put_back(path, sha256)
        return problem("verify-restored", str(path), file=path.name, source=source) if source else None

    return Finding(error(code, str(path), file=path.name), mend)
