"""What styles in pasted HTML tell of a text: bold and slanted type, lists and headings of Word, what is hidden."""

import re
from dataclasses import dataclass

from app.model.richtext import ParagraphKind

_RULE = re.compile(r"([\w.#@ ,\n\r\t:*-]{1,300})\{([^{}]{0,4000})\}")
_CLASS = re.compile(r"^(?:[a-z0-9]+)?\.([\w-]{1,80})$", re.IGNORECASE)
_LONGEST = 400_000
_BOLD = {"bold", "bolder", "600", "700", "800", "900"}
_PLAIN = {"normal", "lighter", "100", "200", "300", "400", "500"}
_HEADING_CLASS = re.compile(r"^(?:MsoTitle|MsoSubtitle|MsoHeading\d?|heading-?\d?|title)$", re.IGNORECASE)
_LIST_CLASS = re.compile(r"^MsoListParagraph", re.IGNORECASE)
_QUOTE_CLASS = re.compile(r"^(?:MsoQuote|MsoIntenseQuote|quotations?)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What is told of a stretch: None where nothing is, so that what is around it holds.

    `ignored` is a list's own sign that Word writes as text; `listed` a paragraph that is an item of a list.
    """

    strong: bool | None = None
    emphasis: bool | None = None
    hidden: bool = False
    ignored: bool = False
    listed: bool = False
    kept_spaces: bool | None = None
    kind: ParagraphKind | None = None


class Styles:
    """The style sheets of a piece of HTML."""

    def __init__(self) -> None:
        self._sheet = ""
        self._classes: dict[str, dict[str, str]] | None = None

    def add(self, sheet: str) -> None:
        """Take in a style sheet; of enormous ones the beginning."""
        self._sheet = (self._sheet + sheet.replace("<!--", " ").replace("-->", " "))[:_LONGEST]
        self._classes = None

    def of(self, tag: str, attributes: dict[str, str]) -> Style:
        """Return what a tag tells, by its name, its classes and its own style."""
        told: dict[str, str] = {}
        names = attributes.get("class", "").split()
        for name in names:
            told |= self._class(name)
        told |= declarations(attributes.get("style", ""))
        strong, emphasis = _weight(told), _slant(told)
        # Google Docs wraps all it copies into a <b> that is not bold.
        if tag in ("b", "strong", "th") and strong is None:
            strong = not attributes.get("id", "").startswith("docs-internal-guid")
        if tag in ("i", "em", "cite", "dfn", "var") and emphasis is None:
            emphasis = True
        listed = any(_LIST_CLASS.match(name) for name in names) or "mso-list" in told
        return Style(
            strong=strong,
            emphasis=emphasis,
            hidden=told.get("display") == "none" or told.get("mso-hide") == "all" or "hidden" in attributes or tag == "del",
            ignored=told.get("mso-list", "").strip().lower() == "ignore",
            listed=listed and tag in ("p", "div") and told.get("mso-list", "x").strip().lower() not in ("ignore", "none"),
            kept_spaces=told["white-space"].startswith("pre") if "white-space" in told else (True if tag == "pre" else None),
            kind=_kind(names, told),
        )

    def _class(self, name: str) -> dict[str, str]:
        if self._classes is None:
            self._classes = {}
            for selectors, body in _RULE.findall(self._sheet):
                for selector in selectors.split(","):
                    found = _CLASS.match(selector.strip())
                    if found:
                        self._classes.setdefault(found[1], {}).update(declarations(body))
        return self._classes.get(name, {})


def declarations(style: str) -> dict[str, str]:
    """Return the declarations of a style by their names, in small letters."""
    pairs = (one.partition(":") for one in style[:4000].split(";"))
    return {name.strip().lower(): value.strip().lower() for name, colon, value in pairs if colon}


def _weight(told: dict[str, str]) -> bool | None:
    weight = told.get("font-weight", "").removesuffix("!important").strip()
    return True if weight in _BOLD else False if weight in _PLAIN else None


def _slant(told: dict[str, str]) -> bool | None:
    slant = told.get("font-style", "").removesuffix("!important").strip()
    return True if slant.startswith(("italic", "oblique")) else False if slant == "normal" else None


def _kind(names: list[str], told: dict[str, str]) -> ParagraphKind | None:
    level = told.get("mso-outline-level", "")
    if any(_HEADING_CLASS.match(name) for name in names) or (level.isdigit() and int(level) < 7):
        return ParagraphKind.HEADING
    return ParagraphKind.QUOTE if any(_QUOTE_CLASS.match(name) for name in names) else None
