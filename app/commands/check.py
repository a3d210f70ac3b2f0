"""`check`: what is wrong with a proposal, without writing anything."""

import argparse

from app.commands.building import Wish, build
from app.commands.console import Console
from app.commands.opening import opened
from app.commands.places import pipeline


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Tell every problem of the proposal and of its pages, those that forbid a final export too."""
    found = opened(arguments.proposal, arguments.workspace)
    problems = build(pipeline(arguments.workspace), found, Wish(brand=arguments.brand or "", draft=True)).problems
    code = console.finish(problems)
    if not problems:
        console.note(console.words("Nothing is wrong."))
    return code
