"""Words of the trade that the dictionaries do not know yet."""

from collections.abc import Iterator
from pathlib import Path

from app.spelling.words import language_of


def trade_words(file: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a language, each with a known one that is inflected like it; empty for one without other forms.

    The file has a word a line, `бриф тариф`; a line with `#` is a remark.
    """
    for line in file.read_text("utf-8").splitlines():
        word, _, like = line.strip().partition(" ")
        if word and not word.startswith("#") and language_of(word) == language:
            yield word, like.strip()
