"""What somebody is called in a letter."""

import re

_PATRONYMIC = re.compile(r"(?:ович|евич|ич|овна|евна|ична|инична|оглы|кызы)$", re.IGNORECASE)
_FORM = re.compile(r"^(?:mr|mrs|ms|dr|prof)\.?$|^(?:г-н|г-жа|д-р|проф\.)$", re.IGNORECASE)


def first_name(name: str) -> str:
    """Return the first name: «Анна» of «Петрова Анна Сергеевна» as of «Анна Петрова»; "Ann" of "Dr. Ann Lee" and "Lee, Ann"."""
    return next(iter(_given(name)), "")


def polite_name(name: str) -> str:
    """Return the name for a letter: «Анна Сергеевна» where there is a patronymic, else the first name."""
    return " ".join(_given(name))


def _given(name: str) -> list[str]:
    """Return the first name, and the patronymic where there is one."""
    family, comma, rest = name.partition(",")
    words = [word for word in (rest if comma and rest.strip() else family).split() if not _FORM.match(word)]
    # A surname may look like a patronymic; a patronymic is never first, and the first name stands right before it.
    at = next((i for i, word in enumerate(words) if 0 < i < 3 and len(words) > 2 and _PATRONYMIC.search(word)), 0)
    if len(words) == 2 and re.search(r"(?:ович|евич|овна|евна|ична)$", words[1]) and _is_cyrillic(words[1]):
        at = 1
    return words[at - 1 : at + 1] if at else words[:1]


def _is_cyrillic(word: str) -> bool:
    return all("а" <= sign <= "я" or sign == "ё" for sign in word.lower())
