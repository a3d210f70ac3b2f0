"""Rules of the typographer for English, after R. Bringhurst, "The Elements of Typographic Style"."""

import re

from app.text.marked import DIGIT, Rule
from app.text.rules_common import NBSP

_UNITS = (
    "hours?|hrs?|min|minutes?|seconds?|days?|weeks?|months?|years?|percent|people|pages?|screens?|items?|pcs|"
    "thousand|million|billion|k|m|bn|GB|KB|TB|January|February|March|April|May|June|July|August|September|October|November|December"
)
_HEADS = "Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Fig|Figs|Vol|p|pp|ch|sec|art"
_ELIDED = "tis|twas|em|til|cause|n|bout|round"


def _dash(match: re.Match[str]) -> str:
    """A hyphen between spaces becomes an em dash; a dash that was typed stays the one it is."""
    typed = match.group().strip(" " + NBSP)
    return NBSP + (typed if typed in "–—" else "—")


def _glued(match: re.Match[str]) -> str:
    return match.group().rstrip() + NBSP


ENGLISH: tuple[Rule, ...] = (
    ("-", re.compile(r"(?m)^(?:--?)[ \u00a0]+(?=\S)"), "—" + NBSP),
    ("-–—", re.compile(r"(?<=\S)(?<!-)[ \u00a0]+(?:--?|[–—])(?=[ \u00a0\n])"), _dash),
    ("-", re.compile(r"(?<=[\w”’)])--(?=[\w“‘(])"), "—"),
    # Apostrophes: left-out letters and decades first, then the ends of words, then single quotation marks.
    ("'", re.compile(rf"(?i)(?<![\w’‘'])'(?=(?:{_ELIDED})(?!\w)|\d0s)"), "’"),
    ("'", re.compile(r"(?<=[^\W\d_])'(?!\w)"), "’"),
    ("'", re.compile(r"(?<=[.,!?…])'(?=[\s”\"]|$)"), "’"),
    ("'", re.compile(r"(?<![^\s“\"(\[—–])'(?=\w[^'\n]*’)"), "‘"),
    ("'", re.compile(r"(?<![^\s“\"(\[—–])'(?=[^\W\d_])"), "’"),
    ("aAI&", re.compile(r"(?<![\w.’'-])(?:[aA]|[aA]n|I|&) (?=\S)"), _glued),
    (".", re.compile(rf"(?<![\w.])(?:{_HEADS})\. (?=\w)"), _glued),
    (".", re.compile(r"(?<![\w.])[A-Z]\.(?: [A-Z]\.)? (?=[A-Z][a-z])"), lambda match: match.group().replace(" ", NBSP)),
    (DIGIT, re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?![\w-]))"), NBSP),
)
