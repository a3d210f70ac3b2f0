"""Words that differ from a wrong one by one slip: the likeliest slips first."""

from collections.abc import Callable, Iterator

_LETTERS = {"ru": "оеаинтсрвлкмдпуяызьбгчйхжшюцщэфъё", "en": "etaonisrhldcumfpgwybvkxjqz"}
_VOWELS = set("аеёиоуыэюяьъaeiouy")
_PAIRS = {frozenset(pair) for pair in ("бп", "вф", "гк", "дт", "жш", "зс", "чщ", "цс", "cs", "ck", "sz", "fv")}
_LIKELY, _USUAL, _RARE = range(3)


def near(word: str, language: str, is_known: Callable[[str], bool]) -> list[str]:
    """Return the known words one slip away: letters that are confused or swapped first, then letters that are missing, then
    the others.
    """
    found = {other: rank for rank, other in sorted(_slips(word, _LETTERS.get(language, "")), reverse=True) if is_known(other)}
    return sorted(found, key=lambda other: found[other])


def _slips(word: str, letters: str) -> Iterator[tuple[int, str]]:
    """Yield every word one slip away, and how seldom that slip is made."""
    for i in range(len(word) + 1):
        before, after = word[:i], word[i:]
        for letter in letters:
            doubled = (before[-1:] or after[:1]) == letter
            yield (_LIKELY if doubled else _USUAL), before + letter + after
            if after and letter != after[0]:
                yield _confused(after[0], letter), before + letter + after[1:]
        if len(after) > 1 and after[0] != after[1]:
            yield _LIKELY, before + after[1] + after[0] + after[2:]
        if after:
            yield (_LIKELY if before[-1:] == after[0] else _RARE), before + after[1:]


def _confused(typed: str, meant: str) -> int:
    alike = {typed.lower(), meant} <= _VOWELS or frozenset((typed.lower(), meant)) in _PAIRS
    return _LIKELY if alike else _RARE
