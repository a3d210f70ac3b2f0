"""`export`: a proposal becomes a PDF."""

import argparse

from app.commands.building import Wish
from app.commands.building import export as build_and_write
from app.commands.console import Console
from app.commands.opening import opened
from app.commands.places import pipeline


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Write the PDF."""
    wish = Wish(brand=arguments.brand or "", language=arguments.lang or "")
    found = opened(arguments.proposal, arguments.workspace, console.language)
    return build_and_write(console, pipeline(), found, arguments.output.expanduser(), wish)
