"""`estimate`: what is understood of a spreadsheet, as a table or as JSON."""

import argparse
import json

from app.commands.console import Console
from app.commands.places import expanded


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Read the estimate and print it with its sums."""
    from app.exchange.reading import read_estimate
    from app.totals import totals

    read = read_estimate(expanded(arguments.file), language=console.language)
    sums = totals(read.estimate, read.currency)
    if arguments.json:
        from app.commands.estimate_json import as_json

        console.data(json.dumps(as_json(read.estimate, sums, read.problems, console.language), ensure_ascii=False, indent=2))
    else:
        from app.commands.estimate_text import as_lines

        for line in as_lines(read.estimate, sums, console.words):
            console.data(line)
    return console.finish(read.problems)
