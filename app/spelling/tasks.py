"""What the child process is asked: which words are wrong, and what may be meant. Plain texts in, plain values out."""

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.spelling.near import near
from app.spelling.trade import trade_words
from app.spelling.words import language_of

if TYPE_CHECKING:
    from hunspell import HunspellWrap

DICTIONARIES = Path(__file__).resolve().parents[2] / "assets" / "dictionaries"
MOST_SUGGESTED = 6


def wrong(*words: str) -> list[str]:
    """Return those of the words that no dictionary of their language knows."""
    return [word for word in words if not _known(word)]


def suggested(word: str) -> list[str]:
    """Return what may be meant by a word, the likeliest first: one slip away, then what the dictionaries think of."""
    language = language_of(word)
    found = dict.fromkeys(near(word, language, _known)) if language else {}
    for dictionary in _dictionaries(language):
        try:
            found |= dict.fromkeys(dictionary.suggest(word))
        except UnicodeEncodeError:
            continue
    whole = [one for one in found if one and " " not in one]
    return (whole + [one for one in found if " " in one])[:MOST_SUGGESTED]


def _known(word: str) -> bool:
    dictionaries = _dictionaries(language_of(word))
    try:
        return not dictionaries or any(dictionary.spell(word) for dictionary in dictionaries)
    except UnicodeEncodeError:  # letters that no dictionary of that language can write
        return True


def _dictionaries(language: str) -> "tuple[HunspellWrap, ...]":
    """Return the dictionaries of a language: English is British or American."""
    if language == "ru":
        return (_dictionary("ru_RU"),)
    return (_dictionary("en_GB"), _dictionary("en_US")) if language == "en" else ()


@cache
def _dictionary(name: str) -> "HunspellWrap":
    import hunspell

    own = DICTIONARIES / f"{name}.dic"
    # The American one comes with the library.
    folder = DICTIONARIES if own.is_file() else Path(hunspell.__file__).parent / "dictionaries"
    made = hunspell.Hunspell(name, hunspell_data_dir=str(folder), system_encoding=sys.getfilesystemencoding())
    for word, like in trade_words(DICTIONARIES / "trade.txt", name.partition("_")[0]):
        made.add(word, like)
    return made
