"""Revisions that were sent: every file as it was when it was frozen."""

from collections.abc import Iterator
from pathlib import Path

from app.problems import Problem, problem
from app.store.manifest import FILE_NAME, LARGEST, parse_manifest
from app.store.revisions import read_manifest, revision_folder, revisions_in, verify_revision
from app.store.verify.case import Case, Finding


def revisions(case: Case) -> Iterator[Finding]:
    """Check every file of every frozen revision against what was written down about it. Raises OSError."""
    for folder in case.proposals():
        for number in revisions_in(folder, case.disk):
            case.count("revision")
            for found in verify_revision(folder, number, case.disk):
                yield Finding(found, _mender(case, folder, number, found))


def _mender(case: Case, folder: Path, number: int, found: Problem) -> "_Mender":
    return _Mender(case, folder, number, found.fact("file") or FILE_NAME)


class _Mender:
    """Puts a file of a revision back."""

    def __init__(self, case: Case, folder: Path, number: int, file: str) -> None:
        self._case, self._folder, self._number, self._file = case, folder, number, file

    def __call__(self) -> Problem | None:
        """Return what was done, None when there is no good copy. Raises OSError."""
        target = revision_folder(self._folder, self._number) / self._file
        source = self._manifest(target) if self._file == FILE_NAME else self._listed(target)
        return problem("verify-restored", str(target), file=self._file, source=source) if source else None

    def _listed(self, target: Path) -> str:
        manifest = read_manifest(self._folder, self._number, self._case.disk).value
        wanted = {one.file: one.sha256 for one in manifest.files} if manifest and manifest.is_whole else {}
        if self._file not in wanted:
            return ""
        self._case.disk.mkdir(target.parent)
        return self._case.vault.put_back(target, wanted[self._file])

    def _manifest(self, target: Path) -> str:
        for backup, content in self._case.vault.earlier(target, LARGEST):
            found = parse_manifest(content, target.name).value
            if found and found.is_whole and found.revision == self._number:
                self._case.disk.write(target, content)
                return backup
        return ""
