"""Rules of the typographer that hold in every language.

Where a pattern begins with a sign, and looks back past that sign only then, `re` leaps from one such sign to the next. A look
back at the beginning would be tried at every letter.
"""

import re

from app.text.marked import DIGIT, Rule

NBSP = "\u00a0"
_GAP = "[ \u00a0]"


def _range(match: re.Match[str]) -> str:
    """A dash between growing numbers; what does not grow is an article or a score."""
    low, high = (float(number.replace(",", ".")) for number in match.group().split("-"))
    return match.group().replace("-", "–") if low < high else match.group()


def _by(match: re.Match[str]) -> str:
    return f"{NBSP}×{NBSP}" if len(match.group()) > 1 else "×"


ELLIPSIS: Rule = (".", re.compile(r"\.\.\.(?<!\....)(?!\.)"), "…")
TRADEMARK: Rule = ("(", re.compile(r"\((?:tm|TM)\)"), "™")
REGISTERED: Rule = ("(", re.compile(r"(?<=\w)\([rR]\)"), "®")
COPYRIGHT: Rule = ("(", re.compile(rf"\([cCсС]\)(?={_GAP}?(?:\d{{4}}|[A-ZА-ЯЁ«„“\"]))"), "©")
LISTED = re.compile(r"\([abABабАБ]\)")
"""Items (a), (b): then (c) is an item as well."""

APOSTROPHE: Rule = ("'", re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"), "’")
TIMES: Rule = (
    DIGIT,
    re.compile(r"(?:[xхXХ](?<=\d.)| [xхXХ] (?<=\d...)|\u00a0×\u00a0(?<=\d...)| × (?<=\d...))(?=\d)(?<!\b0x)"),
    _by,
)
RANGE: Rule = (
    "-",
    re.compile(r"(?<![\w.,/–—−-])(?<!№ )(?<!№\u00a0)(?<!№)(?<![NN]o\. )\d+(?:[.,]\d+)?-\d+(?:[.,]\d+)?(?![\w/–—−-]|[.,]\d)"),
    _range,
)
MINUS: Rule = ("-", re.compile(r"(?:(?<=^)|(?<=[ \u00a0(\n]))-(?=\d+(?:[ \u00a0.,]\d+)*(?![\w-]))"), "−")
THOUSANDS: Rule = (DIGIT, re.compile(r"\d(?<![\d.,].)\d{0,2}(?: \d{3})+(?!\d)"), lambda match: match.group().replace(" ", NBSP))
NUMBER_SIGN: Rule = ("№§©(", re.compile(r"(?<=[№§]) ?(?=\w)|(?<=©) ?(?=\d)"), NBSP)
SYMBOL: Rule = (DIGIT, re.compile(r" (?<=\d )(?=(?:[₽€$£¥%‰₴₸]|°[CFСF]?|px|pt|kg|km|cm|mm|MB|GB|мм|см|км|кг)(?![^\W\d_]))"), NBSP)

COMMON: tuple[Rule, ...] = (ELLIPSIS, TRADEMARK, REGISTERED, APOSTROPHE, TIMES, RANGE, MINUS, THOUSANDS, NUMBER_SIGN, SYMBOL)
