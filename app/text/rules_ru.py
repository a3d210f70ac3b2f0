"""Rules of the typographer for Russian, after A. E. Milchin, L. K. Cheltsova, "Справочник издателя и автора".

How the patterns begin is for speed; `rules_common` tells why.
"""

import re

from app.text.marked import DIGIT, Rule
from app.text.rules_common import NBSP

_SHORT = "в|во|к|ко|с|со|о|об|обо|у|и|а|но|на|не|ни|за|по|из|изо|от|ото|до|для|без|под|над|при|про|что|как|или|я"
_UNITS = (
    "ч|час|часа|часов|мин|минут[аы]?|сек|секунд[аы]?|дн|дня|дней|день|сут|недел[яиь]|нед|мес|месяц|месяца|месяцев|г|гг|год|года|году|годы|лет|"
    r"вв|век|века|руб|рубл\w+|р|коп|копе\w+|тыс|тысяч\w*|млн|миллион\w*|млрд|миллиард\w*|процент\w*|шт|штук\w*|экз|чел|человек\w*|"
    r"раз|раза|стр|страниц\w*|экран\w*|макет\w*|вариант\w*|этап\w*|итераци\w*|слайд\w*|баннер\w*|м|дм|га|л|мл|т|у\. ?е|"
    "КБ|МБ|ГБ|ТБ|Кб|Мб|Гб|кв|куб|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
)
_HEADS = "г|ул|д|кв|стр|с|рис|табл|см|ср|им|п|пп|ст|гл|оф|корп|пл|пр|пер|наб|тел|разд|прил|акад|проф"
_GAP = "[ \u00a0]"
_NEW_WORD = r"(?<![\w.]..)"
"""After a letter and its full stop: the letter begins a word, and no abbreviation goes before it."""
_STOP = re.compile(r"\.[ \u00a0]?(?=\w)")


def _stops(match: re.Match[str]) -> str:
    """A no-break space after every full stop inside."""
    return _STOP.sub("." + NBSP, match.group())


def _glued(match: re.Match[str]) -> str:
    return match.group().rstrip() + NBSP


RUSSIAN: tuple[Rule, ...] = (
    # Dashes: at the start of a line, between spaces, two hyphens typed for one.
    ("-–—", re.compile(r"(?m)^(?:--?|[–—])[ \u00a0]+(?=\S)"), "—" + NBSP),
    ("-–—", re.compile(r"(?<=\S)(?<!-)[ \u00a0]+(?:--?|[–—])(?=[ \u00a0\n])"), NBSP + "—"),
    ("-", re.compile(r"(?<=[\w»“)])--(?=[\w«„(])"), "—"),
    # Abbreviations that are written apart, initials before and after a name.
    (
        ".",
        re.compile(
            rf"т\.{_NEW_WORD}{_GAP}?[едпкчо]\.|н\.{_NEW_WORD}{_GAP}?э\.|и\.{_NEW_WORD}{_GAP}?о\.|у\.{_NEW_WORD}{_GAP}?е\."
        ),
        _stops,
    ),
    (
        ".",
        re.compile(rf"[А-ЯЁ]\.{_NEW_WORD}(?:{_GAP}?[А-ЯЁ]\.)?{_GAP}?(?=[А-ЯЁ][а-яё])"),
        lambda match: _apart(match.group()),
    ),
    (".", re.compile(rf" (?=[А-ЯЁ]\.{_GAP}?[А-ЯЁ]\.)(?<=[а-яё] )"), NBSP),
    (".", re.compile(rf"[А-ЯЁ](?<=[а-яё]\u00a0.)\.{_GAP}?(?=[А-ЯЁ]\.)"), lambda match: _apart(match.group())),
    # Short words that must not end a line, particles that must not start one.
    ("", re.compile(rf"(?i)\b(?=\w{{1,3}} \S)(?<![\w.’'\u0301\u2011-])(?:{_SHORT}) "), _glued),
    ("бжл", re.compile(r" (?=[бж]|л[иь])(?<=[^\W\d_] )(?=(?:бы|ли|же|ль|б|ж)(?![\w.-]))"), NBSP),
    # Numbers with what is counted; centuries.
    (DIGIT, re.compile(rf" (?<=\d )(?=(?:{_UNITS})(?![\w-]))"), NBSP),
    ("IVXLC", re.compile(r"(?<=[IVXLC]) (?=(?:век|вв?\.|кв\.))"), NBSP),
    # Abbreviations before what they introduce, companies, a year's г. after its number.
    (".", re.compile(rf"\b(?=\w{{1,4}}\.)(?<![\w.])(?<!\.[ \u00a0])(?<!\d[ \u00a0])(?:{_HEADS})\. ?(?=[\w«„])"), _glued),
    ("ОП", re.compile(r"(?<!\w)(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|НКО|АНО) (?=[«„\"А-ЯЁA-Z])"), _glued),
)


def _apart(initials: str) -> str:
    return re.sub(r"\.[ \u00a0]?", "." + NBSP, initials)
