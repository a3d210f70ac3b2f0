"""What a path that is shown on a page means to the one who fills it in: which field it is, what it is called, how it is typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.i18n import phrase
from app.layout.page import Page, TextItem
from app.model.estimate import LineItem
from app.model.path import exists, get
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.model.sections import EstimatePages, Figure, Phase
from widgets.fields.picture import WORDS
from widgets.forms.kinds import title_of
from widgets.forms.rows import ESTIMATE_SECTION, ITEMS, PRICED_ITEM, PROPOSAL, SECTIONS, SUMS, Fill, Row
from widgets.models.estimate_columns import FIELDS
from widgets.phrases import shorten
from widgets.subjects import section_at
from widgets.words import tr

_TITLE = Row("title", phrase("Title"))
_LINE = (*(Row(name, what, Fill.NUMBER if name != "title" else Fill.LINE) for name, what in FIELDS.values()), *PRICED_ITEM)
_PART = (_TITLE, *ESTIMATE_SECTION)
_PAYMENT = (_TITLE, Row("percent", phrase("Share")), Row("date", phrase("Date")), Row("amount", phrase("Amount")))
_WORDS = tuple(Row(name, what) for name, what, _ in WORDS)
_WITHIN: dict[Fill, tuple[Row, ...]] = {
    Fill.FIGURES: ITEMS[Figure],
    Fill.WORKS: ITEMS[Reference],
    Fill.PHASES: ITEMS[Phase],
    Fill.PICTURES: _WORDS,
}
_TYPED = {Fill.LINE, Fill.TEXT, Fill.RICH, Fill.NOTE, Fill.NUMBER, Fill.OPTIONAL_NUMBER}
LONGEST_OWNER = 32


@dataclass(frozen=True)
class FieldAt:
    """The field that a path leads into: the path of its value, what it is called, how it is filled in, and whose it is."""

    path: str
    what: str
    fill: Fill = Fill.HEADING
    owner: str = ""
    title: str = ""

    @property
    def typed(self) -> bool:
        """Whether it holds words or figures that can be typed where they stand on the page."""
        in_grid = self.path.startswith("estimate/sections/")
        return self.fill in _TYPED and (in_grid or self.fill not in (Fill.NUMBER, Fill.OPTIONAL_NUMBER))

    @property
    def name(self) -> str:
        """What it is called, with its owner where it has one."""
        what = tr(self.what)
        return f"{what} · {shorten(self.owner, LONGEST_OWNER)}" if self.owner and self.owner != what else what


def field_at(proposal: Proposal, path: str) -> FieldAt | None:
    """Return the field that a path leads into; None where it leads nowhere."""
    if not path or not exists(proposal, path):
        return None
    base, rows, owner = _place(proposal, path.split("/"))
    found = _among(rows, base, path)
    if found is None:
        return _whole(proposal, path)
    own, row = found
    title = f"{own.rpartition('/')[0]}/title" if "/" in own else ""
    return FieldAt(own, row.label, row.fill, owner if row.field not in ("title", "name") else "", title)


def _place(proposal: Proposal, steps: list[str]) -> tuple[str, Sequence[Row], str]:
    """Return the thing that a path leads into, its fields, and what it is called where that is not seen at once."""
    match steps:
        case ["sections", key, *_]:
            base = f"sections/{key}"
            section = section_at(proposal, base)
            return base, SECTIONS.get(type(section), ()), ""
        case ["people", key, *_]:
            return f"people/{key}", ITEMS[Person], str(get(proposal, f"people/{key}").name)
        case ["estimate", "sections", part, "items", key, *_]:
            base = f"estimate/sections/{part}/items/{key}"
            return base, _LINE, str(get(proposal, base).title)
        case ["estimate", "sections", key, *_]:
            base = f"estimate/sections/{key}"
            return base, _PART, str(get(proposal, base).title)
        case ["estimate", "payments", key, *_]:
            base = f"estimate/payments/{key}"
            return base, _PAYMENT, str(get(proposal, base).title)
        case ["estimate", *_]:
            return "", SUMS, ""
    return "", PROPOSAL, ""


def _among(rows: Sequence[Row], base: str, path: str) -> tuple[str, Row] | None:
    """Return the field that holds a path most closely, with its own path."""
    held = [(own, row) for own, row in _paths(rows, base) if path == own or path.startswith(f"{own}/")]
    if not held:
        within = [(own, row) for own, row in _paths(rows, base) if own.startswith(f"{path}/")]
        return within[0] if within and path != base else None
    own, row = max(held, key=lambda one: len(one[0]))
    rest = path.removeprefix(own).lstrip("/").split("/")
    if row.fill is Fill.PICTURE and rest != [""]:
        return _among(_WORDS, own, path) or (own, row)
    if row.fill in _WITHIN and len(rest) > 1:
        return _among(_WITHIN[row.fill], f"{own}/{rest[0]}", path) or (own, row)
    return own, row


def _paths(rows: Sequence[Row], base: str) -> Iterator[tuple[str, Row]]:
    return ((f"{base}/{row.field}" if base else row.field, row) for row in rows if row.field)


def _whole(proposal: Proposal, path: str) -> FieldAt:
    """Return what a path means that leads to a whole thing rather than into one of its fields."""
    if path == "estimate" or not path.startswith(("estimate/", "sections/")):
        return FieldAt(path, phrase("Price"))
    section = section_at(proposal, path)
    if section is not None:
        return FieldAt(path, title_of(section))
    node = get(proposal, path)
    what = phrase("Line of the estimate") if isinstance(node, LineItem) else phrase("Section of the estimate")
    return FieldAt(path, what, owner=str(getattr(node, "title", "")))


# what a click leads to ----------------------------------------------------------------------------------------------


def place_of(proposal: Proposal, page: Page, origin: str, height: float) -> str:
    """Return the place that a click on something leads to; `height` is how far down the page it was.

    A person beside a section of the estimate is chosen in that section; a sum is decided where the price is.
    """
    if origin == "estimate" or origin.startswith("estimate/equivalent"):
        return "estimate/discount" if _has_discount(proposal) else "estimate/vat"
    if origin.startswith("people/") and isinstance(section_at(proposal, f"sections/{page.section}"), EstimatePages):
        return _staffed(proposal, page, origin.split("/")[1], height) or origin
    return origin


def _has_discount(proposal: Proposal) -> bool:
    discount = proposal.estimate.discount
    return bool(discount.percent or discount.amount)


def _staffed(proposal: Proposal, page: Page, person: str, height: float) -> str:
    """Return the people of the section of the estimate that stands at a height of a page and has this person."""
    having = {section.id for section in proposal.estimate.sections if person in section.people}
    heights: dict[str, float] = {}
    for item in page.items:
        steps = item.origin.split("/") if isinstance(item, TextItem) else []
        if isinstance(item, TextItem) and len(steps) == 4 and steps[3] == "title" and steps[2] in having:
            away = abs(item.y - height)
            heights[steps[2]] = min(heights.get(steps[2], away), away)
    found = min(heights, key=lambda one: heights[one], default="")
    return f"estimate/sections/{found}/people" if found else ""
