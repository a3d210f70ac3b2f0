"""Amounts of money in words, the way contracts write them, in Russian and English.

The whole units are written out by num2words, the minor ones stand as figures with all their digits: «Сто двадцать три тысячи
рублей 50 копеек», "One hundred and twenty-three thousand roubles and 50 kopecks". So nobody has to wonder whether kopecks were
forgotten, and nobody can add any. num2words takes a whole number of a currency for its minor units, so it is never told the
currency: it counts, the names are below.
"""

from dataclasses import dataclass
from decimal import Decimal

from app.model.money import minor_digits, round_money

LONGEST = 10**33
"""Whole units from here on have no names in Russian; they are written in figures."""

LARGEST = Decimal("1e50")
"""No estimate comes to so much: such amounts are refused, because to count their digits may take minutes."""

_NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class _Named:
    """A unit of money: its forms for one, two and five (English: for one and many), and whether it is feminine."""

    forms: tuple[str, ...]
    feminine: bool = False


def _named(*forms: str) -> _Named:
    return _Named(forms)


def _fem(*forms: str) -> _Named:
    return _Named(forms, feminine=True)


_CENT = _named("цент", "цента", "центов")
_KOPECK = _fem("копейка", "копейки", "копеек")
_FILS = _named("филс", "филса", "филсов")
_ORE = _named("эре", "эре", "эре")
_GROSZ = _named("грош", "гроша", "грошей")

_RUSSIAN: dict[str, tuple[_Named, _Named | None]] = {
    "RUB": (_named("рубль", "рубля", "рублей"), _KOPECK),
    "USD": (_named("доллар США", "доллара США", "долларов США"), _CENT),
    "EUR": (_named("евро", "евро", "евро"), _CENT),
    "GBP": (_named("фунт стерлингов", "фунта стерлингов", "фунтов стерлингов"), _named("пенс", "пенса", "пенсов")),
    "BYN": (_named("белорусский рубль", "белорусских рубля", "белорусских рублей"), _KOPECK),
    "KZT": (_named("тенге", "тенге", "тенге"), _named("тиын", "тиына", "тиынов")),
    "UAH": (_fem("гривна", "гривны", "гривен"), _KOPECK),
    "CNY": (_named("юань", "юаня", "юаней"), _named("фэнь", "фэня", "фэней")),
    "JPY": (_fem("иена", "иены", "иен"), None),
    "KGS": (_named("сом", "сома", "сомов"), _named("тыйын", "тыйына", "тыйынов")),
    "UZS": (_named("узбекский сум", "узбекских сума", "узбекских сумов"), _named("тийин", "тийина", "тийинов")),
    "AMD": (_named("драм", "драма", "драмов"), _fem("лума", "лумы", "лум")),
    "AZN": (_named("азербайджанский манат", "азербайджанских маната", "азербайджанских манатов"),
            _named("гяпик", "гяпика", "гяпиков")),
    "GEL": (_named("лари", "лари", "лари"), _named("тетри", "тетри", "тетри")),
    "MDL": (_named("молдавский лей", "молдавских лея", "молдавских леев"), _named("бан", "бана", "банов")),
    "TJS": (_named("сомони", "сомони", "сомони"), _named("дирам", "дирама", "дирамов")),
    "TMT": (_named("туркменский манат", "туркменских маната", "туркменских манатов"), _named("тенге", "тенге", "тенге")),
    "MNT": (_named("тугрик", "тугрика", "тугриков"), _named("мунгу", "мунгу", "мунгу")),
    "PLN": (_named("польский злотый", "польских злотых", "польских злотых"), _GROSZ),
    "CZK": (_fem("чешская крона", "чешские кроны", "чешских крон"), _named("геллер", "геллера", "геллеров")),
    "TRY": (_fem("турецкая лира", "турецкие лиры", "турецких лир"), _named("куруш", "куруша", "курушей")),
    "CHF": (_named("швейцарский франк", "швейцарских франка", "швейцарских франков"), _named("сантим", "сантима", "сантимов")),
    "AED": (_named("дирхам ОАЭ", "дирхама ОАЭ", "дирхамов ОАЭ"), _FILS),
    "KWD": (_named("кувейтский динар", "кувейтских динара", "кувейтских динаров"), _FILS),
    "RSD": (_named("сербский динар", "сербских динара", "сербских динаров"), _fem("пара", "пары", "пар")),
    "ILS": (_named("новый шекель", "новых шекеля", "новых шекелей"), _fem("агора", "агоры", "агор")),
    "INR": (_fem("индийская рупия", "индийские рупии", "индийских рупий"), _fem("пайса", "пайсы", "пайс")),
    "SEK": (_fem("шведская крона", "шведские кроны", "шведских крон"), _ORE),
    "NOK": (_fem("норвежская крона", "норвежские кроны", "норвежских крон"), _ORE),
    "DKK": (_fem("датская крона", "датские кроны", "датских крон"), _ORE),
}  # fmt: skip
"""Whole and minor units in the nominative for one, two and five of them (CLDR names, shorter where a contract's are)."""

_ENGLISH: dict[str, tuple[_Named, _Named | None]] = {
    "RUB": (_named("rouble", "roubles"), _named("kopeck", "kopecks")),
    "USD": (_named("US dollar", "US dollars"), _named("cent", "cents")),
    "EUR": (_named("euro", "euros"), _named("cent", "cents")),
    "GBP": (_named("pound sterling", "pounds sterling"), _named("penny", "pence")),
    "BYN": (_named("Belarusian rouble", "Belarusian roubles"), _named("kopeck", "kopecks")),
    "KZT": (_named("tenge", "tenge"), _named("tiyn", "tiyn")),
    "UAH": (_named("hryvnia", "hryvnias"), _named("kopiyka", "kopiykas")),
    "CNY": (_named("yuan", "yuan"), _named("fen", "fen")),
    "JPY": (_named("yen", "yen"), None),
    "KGS": (_named("Kyrgyz som", "Kyrgyz som"), _named("tyiyn", "tyiyn")),
    "UZS": (_named("Uzbek sum", "Uzbek sum"), _named("tiyin", "tiyin")),
    "AMD": (_named("Armenian dram", "Armenian drams"), _named("luma", "luma")),
    "AZN": (_named("Azerbaijani manat", "Azerbaijani manats"), _named("gapik", "gapiks")),
    "GEL": (_named("Georgian lari", "Georgian lari"), _named("tetri", "tetri")),
    "MDL": (_named("Moldovan leu", "Moldovan lei"), _named("ban", "bani")),
    "TJS": (_named("somoni", "somoni"), _named("diram", "dirams")),
    "TMT": (_named("Turkmenistani manat", "Turkmenistani manats"), _named("tenge", "tenge")),
    "MNT": (_named("tögrög", "tögrögs"), _named("möngö", "möngö")),
    "PLN": (_named("Polish zloty", "Polish zlotys"), _named("grosz", "groszy")),
    "CZK": (_named("Czech koruna", "Czech korunas"), _named("haler", "halers")),
    "TRY": (_named("Turkish lira", "Turkish lira"), _named("kurush", "kurush")),
    "CHF": (_named("Swiss franc", "Swiss francs"), _named("centime", "centimes")),
    "AED": (_named("UAE dirham", "UAE dirhams"), _named("fils", "fils")),
    "KWD": (_named("Kuwaiti dinar", "Kuwaiti dinars"), _named("fils", "fils")),
    "RSD": (_named("Serbian dinar", "Serbian dinars"), _named("para", "para")),
    "ILS": (_named("new shekel", "new shekels"), _named("agora", "agorot")),
    "INR": (_named("Indian rupee", "Indian rupees"), _named("paisa", "paise")),
    "SEK": (_named("Swedish krona", "Swedish kronor"), _named("öre", "öre")),
    "NOK": (_named("Norwegian krone", "Norwegian kroner"), _named("øre", "øre")),
    "DKK": (_named("Danish krone", "Danish kroner"), _named("øre", "øre")),
}


def amount_in_words(amount: Decimal, currency: str, language: str) -> str:
    """Return an amount in words, beginning with a capital; any language but Russian is written in English.

    The amount is rounded to the currency's minor unit first. Those are figures with all digits, zeros too; a currency that has
    none has no such part. A currency without names here is told by its code, its minor units as on a cheque: "Five RON 50/100".
    Raises ValueError for an amount below zero, one that is not finite, and one from LARGEST on.
    """
    if not (amount.is_finite() and 0 <= amount < LARGEST):
        raise ValueError(f"no amount to put in words: {amount}")
    digits = minor_digits(currency)
    rounded = round_money(amount, currency)
    whole = int(rounded)
    minor = int((rounded - whole).scaleb(digits))
    russian = language == "ru"
    major_names, minor_names = (_RUSSIAN if russian else _ENGLISH).get(currency, (_named(currency), None))
    form = _russian_form if russian else _english_form
    said = f"{_counted(whole, language, feminine=major_names.feminine)} {form(whole, major_names)}".rstrip()
    if digits:
        figures = f"{minor:0{digits}d}"
        joint = " " if russian or minor_names is None else " and "
        name = f"{_NBSP}{form(minor, minor_names)}" if minor_names else f"/{10**digits}"
        said += f"{joint}{figures}{name}"
    return said[0].upper() + said[1:]


def _counted(number: int, language: str, *, feminine: bool) -> str:
    if number >= LONGEST:
        return f"{number:,}".replace(",", _NBSP if language == "ru" else ",")
    # Loads all its languages, which takes a tenth of a second.
    from num2words import num2words

    if language == "ru":
        return str(num2words(number, lang="ru", gender="f" if feminine else "m"))
    return str(num2words(number, lang="en"))


def _russian_form(number: int, unit: _Named) -> str:
    one, few, many = unit.forms if len(unit.forms) == 3 else unit.forms * 3
    if number % 100 in range(11, 15):
        return many
    return {1: one, 2: few, 3: few, 4: few}.get(number % 10, many)


def _english_form(number: int, unit: _Named) -> str:
    return unit.forms[0] if number == 1 else unit.forms[-1]
