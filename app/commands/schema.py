"""`schema`: the JSON Schema of a proposal source."""

import argparse
import json

from app.commands.console import DONE, Console


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print the schema."""
    from app.store.schema import schema

    console.data(json.dumps(schema(), ensure_ascii=False, indent=2))
    return DONE
