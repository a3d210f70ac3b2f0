"""The words of a record, for finding it."""

import unicodedata
from collections.abc import Iterator


def folded(text: str) -> str:
    """Return a text as it is compared: without capitals, ё as е."""
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")


def words_of(data: object) -> str:
    """Return all texts inside a JSON value, folded, one a line."""
    return folded("\n".join(_texts(data)))


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key != "id":
                yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
