"""Time zones by the names of cities, abbreviations and offsets."""

import re
from functools import cache
from zoneinfo import available_timezones

_RUSSIAN = {
    "москв": "Europe/Moscow", "питер": "Europe/Moscow", "петербург": "Europe/Moscow", "спб": "Europe/Moscow",
    "казан": "Europe/Moscow", "нижний": "Europe/Moscow", "сочи": "Europe/Moscow", "краснодар": "Europe/Moscow",
    "ростов": "Europe/Moscow", "воронеж": "Europe/Moscow", "калининград": "Europe/Kaliningrad", "самар": "Europe/Samara",
    "екатеринбург": "Asia/Yekaterinburg", "челябинск": "Asia/Yekaterinburg", "пермь": "Asia/Yekaterinburg",
    "уфа": "Asia/Yekaterinburg", "тюмен": "Asia/Yekaterinburg", "омск": "Asia/Omsk", "новосибирск": "Asia/Novosibirsk",
    "томск": "Asia/Tomsk", "красноярск": "Asia/Krasnoyarsk", "иркутск": "Asia/Irkutsk", "якутск": "Asia/Yakutsk",
    "владивосток": "Asia/Vladivostok", "хабаровск": "Asia/Vladivostok", "сахалин": "Asia/Sakhalin",
    "камчат": "Asia/Kamchatka", "минск": "Europe/Minsk", "алмат": "Asia/Almaty", "астан": "Asia/Almaty",
    "ташкент": "Asia/Tashkent", "бишкек": "Asia/Bishkek", "тбилиси": "Asia/Tbilisi", "ереван": "Asia/Yerevan",
    "баку": "Asia/Baku", "киев": "Europe/Kyiv", "рига": "Europe/Riga", "вильнюс": "Europe/Vilnius", "таллин": "Europe/Tallinn",
    "лондон": "Europe/London", "берлин": "Europe/Berlin", "париж": "Europe/Paris", "прага": "Europe/Prague",
    "варшав": "Europe/Warsaw", "лимассол": "Asia/Nicosia", "кипр": "Asia/Nicosia", "дубай": "Asia/Dubai",
    "стамбул": "Europe/Istanbul", "белград": "Europe/Belgrade", "нью-йорк": "America/New_York",
    "лос-анджелес": "America/Los_Angeles", "сан-франциско": "America/Los_Angeles", "тель-авив": "Asia/Jerusalem",
    "сингапур": "Asia/Singapore", "токио": "Asia/Tokyo", "пекин": "Asia/Shanghai",
}  # fmt: skip
"""Beginnings of names in small letters."""
_ENGLISH = {
    "san francisco": "America/Los_Angeles", "seattle": "America/Los_Angeles", "boston": "America/New_York",
    "washington": "America/New_York", "miami": "America/New_York", "austin": "America/Chicago", "munich": "Europe/Berlin",
    "hamburg": "Europe/Berlin", "milan": "Europe/Rome", "barcelona": "Europe/Madrid", "geneva": "Europe/Zurich",
    "manchester": "Europe/London", "saint petersburg": "Europe/Moscow", "st. petersburg": "Europe/Moscow",
    "tel aviv": "Asia/Jerusalem", "beijing": "Asia/Shanghai", "limassol": "Asia/Nicosia", "astana": "Asia/Almaty",
    "abu dhabi": "Asia/Dubai", "bangalore": "Asia/Kolkata", "mumbai": "Asia/Kolkata", "kiev": "Europe/Kyiv",
}  # fmt: skip
_SHORT = {
    "мск": 3, "msk": 3, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "bst": 1, "gmt": 0, "utc": 0, "est": -5, "edt": -4,
    "pst": -8, "pdt": -7, "екб": 5, "нск": 7,
}  # fmt: skip
_OFFSET = re.compile(r"\b(мск|msk|utc|gmt)?\s*([+\-−]\s*\d{1,2})(?::?00)?\b")
_WORD = re.compile(r"[a-zа-я]+")
_IANA = re.compile(r"(?<![a-z])[a-z]{1,20}(?:/[a-z_+\-]{1,30})+")


def time_zone_in(text: str) -> str:
    """Return the IANA name of the time zone that a text names, by name, city, abbreviation or whole offset; else nothing.

    An offset becomes `Etc/GMT-3`, whose sign is turned round: that is how POSIX has it.
    """
    lowered = " ".join(text.lower().replace("ё", "е").split())
    if not lowered:
        return ""
    if lowered in ("utc", "gmt"):
        return _fixed(0)
    for name in (lowered.replace(" ", "_"), *_IANA.findall(lowered)):
        if named := _by_name().get(name):
            return named
    for start, zone in (*_RUSSIAN.items(), *_ENGLISH.items()):
        if re.search(rf"(?<![а-яa-z]){re.escape(start)}", lowered):
            return zone
    if offset := _OFFSET.search(lowered):
        hours = int(offset[2].replace(" ", "").replace("−", "-")) + (3 if offset[1] in ("мск", "msk") else 0)
        return _fixed(hours)
    for word in _WORD.findall(lowered):
        if word in _SHORT:
            return "Europe/Moscow" if _SHORT[word] == 3 and word in ("мск", "msk") else _fixed(_SHORT[word])
    return next((zone for city, zone in _by_city().items() if re.search(rf"(?<![a-z]){re.escape(city)}(?![a-z])", lowered)), "")


def city_in(text: str) -> str:
    """Return the word of a text that names a city whose time zone is known, as it is written there; else nothing."""
    for match in re.finditer(r"[A-ZА-ЯЁ][\w-]+(?: [A-Z][a-z]+)?", text):
        word = match[0]
        lowered = word.lower().replace("ё", "е")
        known = any(lowered.startswith(start) for start in _RUSSIAN) or lowered in _ENGLISH or lowered in _by_city()
        if known:
            return str(word)
    return ""


def _fixed(hours: int) -> str:
    return "Etc/UTC" if hours == 0 else f"Etc/GMT{-hours:+d}" if -14 <= -hours <= 12 else ""


@cache
def _by_name() -> dict[str, str]:
    return {zone.lower(): zone for zone in available_timezones()}


@cache
def _by_city() -> dict[str, str]:
    areas = ("Europe", "Asia", "America", "Australia", "Africa", "Pacific", "Atlantic", "Indian")
    zones = sorted(zone for zone in available_timezones() if zone.split("/")[0] in areas)
    return {zone.rsplit("/", 1)[1].replace("_", " ").lower(): zone for zone in zones}
