"""Building a sent revision again, from what was frozen with it."""

from dataclasses import dataclass
from pathlib import Path

from app.pipeline import BrandMissingError, Pipeline, Preset
from app.problems import Problem, problem
from app.store.manifest import Manifest
from app.store.revisions import BRANDBOOK, PDF, read_manifest, revision_folder, verify_revision
from app.store.source import digest_of, read_source
from app.version import VERSION


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The PDF of a revision built anew, None where it cannot be, whether it is the one that was sent, and what is wrong."""

    pdf: bytes | None
    same: bool = False
    problems: tuple[Problem, ...] = ()


def rebuild(folder: Path, revision: int, cache: Path | None = None) -> Rebuilt:
    """Build a revision of the proposal in `folder` again, in the brandbook that was frozen with it.

    The bytes are those that were sent, unless another version of the program draws something else: then that is told.
    """
    place = revision_folder(folder, revision)
    problems = verify_revision(folder, revision)
    manifest = read_manifest(folder, revision).value
    proposal = read_source(place).proposal
    if manifest is None or proposal is None:
        return Rebuilt(None, problems=problems)
    pipeline = Pipeline((place / BRANDBOOK,), cache)
    try:
        built = pipeline.build(proposal, place, _preset(manifest))
    except BrandMissingError as wrong:
        return Rebuilt(None, problems=(*problems, *wrong.problems))
    same = digest_of(built.pdf) == _sent(manifest)
    if not same:
        problems += (problem("revision-rebuilt-otherwise", str(place), revision=revision, then=manifest.program, now=VERSION),)
    return Rebuilt(built.pdf, same, problems)


def _sent(manifest: Manifest) -> str:
    return next((one.sha256 for one in manifest.files if one.file == PDF), "")


def _preset(manifest: Manifest) -> Preset:
    return Preset(manifest.preset) if manifest.preset in [preset.value for preset in Preset] else Preset.STANDARD
