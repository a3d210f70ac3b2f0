"""The studio's own words for the spelling: `library/words.txt`, a word a line, shared by everybody who uses the library."""

from dataclasses import dataclass
from pathlib import Path

from app.problems import Problem
from app.store.disk import Disk
from app.store.trouble import trouble

FILE_NAME = "words.txt"
_LARGEST = 2_000_000
_LONGEST = 60
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class WordList:
    """The words, in small letters, and what is wrong with the file."""

    words: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def read_words(library_folder: Path, disk: Disk) -> WordList:
    """Read the words; without a file there are none."""
    file = library_folder / FILE_NAME
    try:
        return WordList(frozenset(_parsed(disk.read(file, _LARGEST))))
    except FileNotFoundError:
        return WordList()
    except OSError as wrong:
        return WordList(problems=(trouble(wrong, file),))


def add_word(library_folder: Path, word: str, disk: Disk) -> WordList:
    """Add a word for everybody; words that others have added meanwhile stay. Returns all words as they are now."""
    file = library_folder / FILE_NAME
    added = next(iter(_parsed(word.encode())), "")
    try:
        disk.mkdir(library_folder)
        with disk.lock(library_folder / f".{FILE_NAME}.lock", _PATIENCE):
            try:
                there = disk.read(file, _LARGEST)
            except FileNotFoundError:
                there = b""
            words = dict.fromkeys(_parsed(there))
            if added and added not in words:
                words[added] = None
                disk.write(file, "".join(f"{one}\n" for one in sorted(words)).encode())
            return WordList(frozenset(words))
    except OSError as wrong:
        return WordList(problems=(trouble(wrong, file),))


def _parsed(data: bytes) -> list[str]:
    """Return the words of a file that somebody may have written by hand."""
    lines = data.decode("utf-8-sig", "replace").splitlines()
    return [word for line in lines if (word := line.strip().casefold()) and len(word) <= _LONGEST and not word.startswith("#")]
