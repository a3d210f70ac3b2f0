"""`export`: a proposal becomes a PDF."""

import argparse

from app.commands.building import Wish
from app.commands.building import export as build_and_write
from app.commands.console import USAGE, Console
from app.commands.opening import opened
from app.commands.places import expanded, pipeline
from app.commands.quickstart import hold
from app.commands.secret import password
from app.problems import Problem, error

ARCHIVE = "archive"


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Write the PDF."""
    if arguments.password is not None and arguments.preset == ARCHIVE:
        console.tell([error("archive-with-password")])
        return USAGE
    secret = password(arguments.password, console)
    if isinstance(secret, Problem):
        console.tell([secret])
        return USAGE
    wish = Wish(arguments.brand or "", arguments.lang or "", arguments.preset, secret, draft=arguments.draft)
    found = opened(arguments.proposal, arguments.workspace, wish.language)
    chain = pipeline(arguments.workspace)
    hold(chain)
    return build_and_write(console, chain, found, expanded(arguments.output), wish)
