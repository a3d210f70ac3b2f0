"""The colours of a brandbook, each with what is read on what, in words and numbers."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from app.brand.making import color_changes
from app.brand.palettes import READ_ON, Colors, measured
from app.brand.tokens import Brand
from app.i18n import phrase
from widgets.brands.colorfield import ColorField
from widgets.look.look import Look
from widgets.look.parts import column, label, push, row
from widgets.phrases import say
from widgets.places.brandbooks.keeper import BrandKeeper, Changes
from widgets.words import language, tr

ROLES = (
    ("accent", phrase("Main colour")), ("accent-text", phrase("Main colour, as text")), ("ink", phrase("Ink")),
    ("paper", phrase("Paper")), ("muted", phrase("Quiet text")), ("line", phrase("Rules")), ("soft", phrase("Quiet rules")),
    ("wash", phrase("Pale areas")), ("on-accent", phrase("Text on the main colour")), ("plate", phrase("Full pages of colour")),
    ("on-plate", phrase("Text on them")), ("plate-accent", phrase("Rules on them")),
)  # fmt: skip
GROUNDS = {
    "paper": phrase("on paper"), "wash": phrase("on pale areas"), "accent": phrase("on the main colour"),
    "plate": phrase("on full pages"),
}  # fmt: skip
GOOD, FAIR = 7.0, 4.5


def said(ratio: float) -> str:
    """Say how well text can be read."""
    figures = f"{ratio:.1f}".replace(".", "," if language() == "ru" else ".")
    if ratio >= GOOD:
        return tr("{ratio} : 1, easy to read", ratio=figures)
    return tr("{ratio} : 1, can be read", ratio=figures) if ratio >= FAIR else tr("{ratio} : 1, hard to read", ratio=figures)


class PaletteEditor(QWidget):
    """A field for each colour. `name` tells which brandbook is edited."""

    def __init__(self, look: Look, keeper: BrandKeeper, name: Callable[[], str]) -> None:
        super().__init__()
        self._keeper, self._name = keeper, name
        self._brand: Brand | None = None
        self.fields: dict[str, ColorField] = {}
        self.notes = {role: label("", "small", wrap=True) for role, _ in ROLES}
        box = column(self, gap=8)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for i, (role, words) in enumerate(ROLES):
            field = ColorField(look, tr(words))
            field.edited.connect(lambda color, role=role, words=words: self._edited(role, words, color))
            self.fields[role] = field
            grid.addWidget(label(tr(words), wrap=True), i, 0)
            grid.addWidget(field, i, 1)
            grid.addWidget(self.notes[role], i, 2)
        grid.setColumnMinimumWidth(0, 168)
        grid.setColumnMinimumWidth(1, 136)
        grid.setColumnStretch(2, 1)
        box.addLayout(grid)
        across = row()
        self.derive = push(tr("Work out the rest from the main colour"), self._derive)
        across.addWidget(self.derive)
        across.addStretch(1)
        box.addLayout(across)

    def show_brand(self, brand: Brand) -> None:
        """Show the colours of a brandbook."""
        self._brand = brand
        for role, field in self.fields.items():
            if not field.line.hasFocus() or field.value != brand.palette[role]:
                field.show_value(brand.palette[role].upper())
        ratios = measured(brand.palette)
        for role, note in self.notes.items():
            told = [f"{tr(GROUNDS[on])}: {said(ratios[one, on])}" for one, on in READ_ON if one == role]
            hard = any(ratios[one, on] < FAIR for one, on in READ_ON if one == role)
            note.setText(" · ".join(told))
            if note.objectName() != ("warned" if hard else "small"):
                note.setObjectName("warned" if hard else "small")
                note.style().unpolish(note)
                note.style().polish(note)

    def _edited(self, role: str, words: str, color: str) -> None:
        changes: Changes = {("palette", role): color}
        self._keeper.edit(self._name(), changes, say(phrase("Colour: {what}"), what=say(words)), merge=f"palette.{role}")

    def _derive(self) -> None:
        if self._brand is not None:
            palette = self._brand.palette
            colors = Colors(palette["accent"], "", palette["ink"], palette["paper"])
            self._keeper.edit(self._name(), color_changes(colors, self._brand), say(phrase("Colours worked out anew")))
