"""The published JSON Schema of a proposal source, made of the same dataclasses that the codec reads.

`python -m app.store.schema` prints it as it is kept in `assets/schema/proposal.schema.json`.
"""

import sys

from app.model.proposal import Proposal
from app.store.jsonfile import dump
from app.store.migrations import PROPOSAL_SCHEMA
from app.store.reflect import record_of
from app.store.rules import PictureFile
from app.store.schema_docs import ESTIMATE_FILE, SCHEMA, SCHEMA_LINK
from app.store.shape import Definitions, Json


def schema() -> dict[str, Json]:
    """Return the JSON Schema (draft 2020-12) of a proposal source."""
    definitions: Definitions = {}
    extra: dict[str, Json] = {
        "$schema": {"description": SCHEMA_LINK, "type": "string"},
        "schema": {"description": SCHEMA, "const": PROPOSAL_SCHEMA, "default": PROPOSAL_SCHEMA},
        "estimate_file": {"description": ESTIMATE_FILE, **PictureFile().schema(definitions)},
    }
    record_of(Proposal).define(definitions, "Proposal", {})
    proposal = definitions.pop("Proposal")
    own = proposal["properties"]
    assert isinstance(own, dict)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Blesna proposal",
        **proposal,
        "properties": {**extra, **own},
        "$defs": dict(sorted(definitions.items())),
    }


if __name__ == "__main__":
    sys.stdout.buffer.write(dump(schema()))
