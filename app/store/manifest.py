"""What is written down about a revision that was sent: when, by whom, to whom, for how much, and a hash of every file."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.problems import Problem, error
from app.store.codec import Decoded, decode, encode
from app.store.jsonfile import dump, parse
from app.store.source import digest_of

FILE_NAME = "revision.json"
SCHEMA = 1
LARGEST = 20_000_000
"""Bytes. A revision with ten thousand files has less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenFile:
    """A file of a revision, by its path from there with forward slashes, and the SHA-256 of its content."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A revision that was sent. `at` is a moment in UTC (ISO 8601), `total` what the client pays once, in `currency`.

    `preset` tells what the PDF was made for, `program` which version made it. `seal` is a hash over all of this.
    """

    revision: int
    number: str = ""
    at: str = ""
    by: str = ""
    to: str = ""
    total: Decimal = Decimal(0)
    currency: str = ""
    preset: str = ""
    program: str = ""
    brandbook: str = ""
    files: tuple[FrozenFile, ...] = ()
    seal: str = ""

    @property
    def sealed(self) -> "Manifest":
        """The same with its seal."""
        return replace(self, seal=_seal(self))

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it was changed since it was sealed."""
        return self.seal == _seal(self)


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return the file of a manifest."""
    return dump({"schema": SCHEMA, **encode(manifest)})


def parse_manifest(data: bytes, where: str) -> Decoded[Manifest]:
    """Read the bytes of a manifest; none comes back of a file of a newer program or one that is damaged."""
    parsed = parse(data, where)
    body = parsed.value
    if not isinstance(body, dict):
        return Decoded(None, parsed.problems or (error("value-not-object", where, found="…"),))
    schema = body.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        return Decoded(None, (error("source-newer", where, found=schema, known=SCHEMA),))
    decoded = decode(Manifest, {key: value for key, value in body.items() if key != "schema"})
    problems: tuple[Problem, ...] = (*parsed.problems, *decoded.problems)
    return Decoded(None if problems else decoded.value, problems)


def _seal(manifest: Manifest) -> str:
    return digest_of(dump(encode(replace(manifest, seal=""))))
