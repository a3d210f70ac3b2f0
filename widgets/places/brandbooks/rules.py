"""Everything else of a brandbook that is chosen in fields: faces, page, rules of the house."""

import tomllib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from app.brand.families import Family, in_family
from app.brand.units import FORMATS_MM
from app.i18n import phrase
from widgets.fields.choice import ChoiceField
from widgets.fields.number import NumberField
from widgets.look.look import Look
from widgets.look.parts import label
from widgets.phrases import Phrase, say
from widgets.places.brandbooks.keeper import BrandKeeper, Entry
from widgets.words import tr

GROUPS = (("text", phrase("Text face")), ("display", phrase("Headline face")))
SIDES = (
    ("top", phrase("Top margin, mm")), ("bottom", phrase("Bottom margin, mm")), ("left", phrase("Left margin, mm")),
    ("right", phrase("Right margin, mm")),
)  # fmt: skip


class Editor(QWidget):
    """Rows of words, field and note, two beside each other."""

    def __init__(self, look: Look, keeper: BrandKeeper, name: Callable[[], str]) -> None:
        super().__init__()
        self._look, self._keeper, self._name = look, keeper, name
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self._count = 0

    def add(self, words: str, field: QWidget) -> None:
        """Add a field under its words."""
        above = label(words, "field")
        above.setBuddy(field)
        field.setAccessibleName(words)
        line, place = divmod(self._count, 2)
        self._grid.addWidget(above, line * 2, place)
        self._grid.addWidget(field, line * 2 + 1, place)
        self._grid.setRowMinimumHeight(line * 2, 22)
        self._count += 1

    def edit(self, path: tuple[str, ...], value: Any, words: str | Phrase) -> None:
        """Change one value."""
        what = say(words) if isinstance(words, str) else words
        self._keeper.edit(self._name(), {path: value}, say(phrase("Brandbook: {what}"), what=what))


class FacesEditor(Editor):
    """The families of text and headlines; each says what letters it lacks."""

    def __init__(self, look: Look, keeper: BrandKeeper, name: Callable[[], str]) -> None:
        super().__init__(look, keeper, name)
        self._families: tuple[Family, ...] = ()
        self._files: dict[str, str] = {}
        self.fields: dict[str, ChoiceField] = {}
        self.notes = {group: label("", "warned", wrap=True) for group, _ in GROUPS}
        for group, words in GROUPS:
            field = self.fields[group] = ChoiceField(look, [])
            field.edited.connect(lambda chosen, group=group, words=words: self._edited(group, words, str(chosen)))
            self.add(tr(words), field)
        for place, (group, _) in enumerate(GROUPS):
            self._grid.addWidget(self.notes[group], 2, place)

    def show_entry(self, entry: Entry, families: tuple[Family, ...]) -> None:
        """Show the faces of a brandbook, and what there is to choose from."""
        self._families = families
        table = _table(entry, "faces")
        self._files = {name: file for name, file in table.items() if isinstance(file, str)}
        for group, field in self.fields.items():
            field.set_options([(one.name, _told(one)) for one in families])
            file = self._files.get(group, "")
            family = next((one for one in families if any(cut.file == file for cut in one.cuts)), None)
            field.show_value(family.name if family else "")
            self.notes[group].setText(_lacks(family) if family else "")
            self.notes[group].setVisible(bool(self.notes[group].text()))

    def _edited(self, group: str, words: str, chosen: str) -> None:
        family = next((one for one in self._families if one.name == chosen), None)
        if family is not None:
            changes = in_family(self._files, group, family)
            self._keeper.edit(self._name(), changes, say(phrase("Brandbook: {what}"), what=say(words)))


def _told(family: Family) -> str:
    lacks = _lacks(family)
    name = tr("{name} (your font)", name=family.name) if family.own else family.name
    return f"{name} · {lacks}" if lacks else name


def _lacks(family: Family) -> str:
    if not family.cyrillic:
        return tr("no Russian letters")
    return "" if family.rouble else tr("no sign of the rouble ₽")


class PageEditor(Editor):
    """Format and margins."""

    def __init__(self, look: Look, keeper: BrandKeeper, name: Callable[[], str]) -> None:
        super().__init__(look, keeper, name)
        self.format = ChoiceField(look, [(one, one) for one in FORMATS_MM])
        self.format.edited.connect(lambda value: self.edit(("page", "format"), value, phrase("Format")))
        self.turned = ChoiceField(look, [("upright", tr("Upright")), ("lying", tr("Lying"))])
        self.turned.edited.connect(lambda value: self.edit(("page", "orientation"), value, phrase("Orientation")))
        self.add(tr("Format"), self.format)
        self.add(tr("Orientation"), self.turned)
        self.sides: dict[str, NumberField] = {}
        for side, words in SIDES:
            field = self.sides[side] = NumberField(lowest=Decimal(0), highest=Decimal(80))
            field.edited.connect(lambda value, side=side, words=words: self._margin(side, words, value))
            self.add(tr(words), field)

    def show_entry(self, entry: Entry) -> None:
        """Show the page of a brandbook."""
        page = _table(entry, "page")
        self.format.show_value(page.get("format", "A4"))
        self.turned.show_value(page.get("orientation", "upright"))
        margins = page.get("margins", {})
        for side, field in self.sides.items():
            value = margins.get(side, 20) if isinstance(margins, dict) else 20
            field.show_value(Decimal(str(value)) if isinstance(value, int | float) else Decimal(20))

    def _margin(self, side: str, words: str, value: Decimal) -> None:
        self.edit(("page", "margins", side), _plain(value), words)


class RulesEditor(Editor):
    """What the house wants of an estimate."""

    def __init__(self, look: Look, keeper: BrandKeeper, name: Callable[[], str]) -> None:
        super().__init__(look, keeper, name)
        self.discount = NumberField(lowest=Decimal(0), highest=Decimal(100))
        self.floor = NumberField(tr("none"), optional=True, lowest=Decimal(-100), highest=Decimal(100))
        self.signed = ChoiceField(look, [("optional", tr("Optional")), ("required", tr("Required"))])
        self.discount.edited.connect(
            lambda value: self.edit(("rules", "discount_limit"), _plain(value), phrase("Largest discount, %"))
        )
        self.floor.edited.connect(self._floored)
        self.signed.edited.connect(lambda value: self.edit(("rules", "sign_off"), value, phrase("Signatures under hours")))
        self.add(tr("Largest discount, %"), self.discount)
        self.add(tr("Least margin, %"), self.floor)
        self.add(tr("Signatures under hours"), self.signed)

    def show_entry(self, entry: Entry) -> None:
        """Show the rules of a brandbook."""
        brand = entry.loaded.brand
        if brand is not None:
            self.discount.show_value(_decimal(brand.rules.discount_limit))
            self.floor.show_value(None if brand.rules.margin_floor is None else _decimal(brand.rules.margin_floor))
            self.signed.show_value(brand.rules.sign_off)

    def _floored(self, value: Decimal | None) -> None:
        self.edit(("rules", "margin_floor"), None if value is None else _plain(value), phrase("Least margin, %"))


def _table(entry: Entry, name: str) -> dict[str, Any]:
    try:
        found = tomllib.loads(entry.text).get(name)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _decimal(value: float) -> Decimal:
    return Decimal(str(value)).normalize() if value else Decimal(0)
