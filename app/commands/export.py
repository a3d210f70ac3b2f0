"""`export`: a proposal becomes a PDF."""

import argparse

from app.commands.building import Wish
from app.commands.building import export as build_and_write
from app.commands.console import Console
from app.commands.opening import opened
from app.commands.places import expanded, pipeline


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Write the PDF."""
    wish = Wish(brand=arguments.brand or "", language=arguments.lang or "", preset=arguments.preset)
    found = opened(arguments.proposal, arguments.workspace, wish.language)
    return build_and_write(console, pipeline(), found, expanded(arguments.output), wish)
