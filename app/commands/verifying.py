"""`verify`: whether everything in the workspace, or one bundle or backup, is as it was written."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.console import DONE, STOPPED, Console
from app.commands.places import expanded, open_workspace
from app.problems import Problem, error, stops

if TYPE_CHECKING:
    from app.i18n import Words
    from app.store.verify.checks import Verified


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Tell what was looked at, what was mended and what remains; an error that remains ends with exit code 1."""
    from app.store.durable import utc_now
    from app.store.verify.checks import verify

    if arguments.file:
        return _finish(console, _of_file(expanded(arguments.file)))
    workspace, problems = open_workspace(arguments.workspace)
    if workspace is None:
        return console.finish(problems)
    found = verify(workspace, utc_now(), repair=not arguments.look)
    console.data(_looked(console.words, found))
    console.tell(found.mended)
    return _finish(console, (*problems, *found.problems))


def _finish(console: Console, problems: tuple[Problem, ...]) -> int:
    console.tell(problems)
    if not problems:
        console.note(console.words("Nothing is wrong."))
    return STOPPED if stops(problems) else DONE


def _of_file(file: Path) -> tuple[Problem, ...]:
    from app.store.backup.checking import verified
    from app.store.backup.form import is_backup
    from app.store.bundle.checking import verified_bundle
    from app.store.bundle.form import is_bundle
    from app.store.disk import Disk

    disk = Disk()
    if is_backup(file, disk):
        return verified(file, disk)
    if is_bundle(file, disk):
        return verified_bundle(file, disk)
    code = "verify-unknown-file" if file.exists() else "disk-gone"
    return (error(code, str(file), file=file.name),)


def _looked(words: "Words", found: "Verified") -> str:
    count = found.looked.get
    parts = (
        words.plural("{n} proposal", "{n} proposals", count("proposal", 0)),
        words.plural("{n} version", "{n} versions", count("version", 0)),
        words.plural("{n} sent revision", "{n} sent revisions", count("revision", 0)),
        words.plural("{n} picture", "{n} pictures", count("picture", 0)),
        words.plural("{n} backup", "{n} backups", count("backup", 0)),
    )
    return words("Looked at: {parts}", parts=", ".join(parts))
