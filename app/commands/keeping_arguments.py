"""What the commands are told that pack, back up, restore and verify."""

import argparse
from collections.abc import Mapping
from pathlib import Path

COMMANDS = {
    "pack": ("packing", "put a proposal with its pictures and blocks into one file for a colleague"),
    "backup": ("backup", "put the whole workspace into one file"),
    "restore": ("restoring", "bring a workspace back out of a backup"),
    "verify": ("verifying", "check everything that is kept, and mend what can be mended"),
}
"""Each command with its file and its line of help."""


def add_arguments(made: Mapping[str, argparse.ArgumentParser], proposal: str) -> None:
    """Describe the arguments of these commands; `proposal` says how one may be named."""
    pack, backup, restore, verify = (made[name] for name in COMMANDS)
    pack.add_argument("proposal", metavar="PROPOSAL", help=proposal)
    pack.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.blesna", help="the file to write")
    backup.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="the file to write (default: one in the workspace's folder “backups”)"
    )
    restore.add_argument("file", type=Path, metavar="FILE", help="a backup")
    restore.add_argument(
        "--into",
        type=Path,
        metavar="DIR",
        help="a new or an empty folder (default: in the place of the workspace, which is backed up before)",
    )
    verify.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a bundle or a backup (default: the whole workspace)")
    verify.add_argument("--look", action="store_true", help="only tell what is wrong, and change nothing")
