"""Which variant of each kind of page a brandbook uses: every one is seen as a real page before it is chosen."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from app.brand.variants import VARIANTS
from app.i18n import phrase
from widgets.brands.variants import VariantProofs
from widgets.desk import Desk
from widgets.look.look import Look
from widgets.look.parts import column, label, plain_tip, row
from widgets.phrases import say
from widgets.places.brandbooks.keeper import BrandKeeper, Entry
from widgets.words import language, tr

KINDS = {
    "cover": phrase("Cover"), "contents": phrase("Contents"), "opener": phrase("Opener"), "letter": phrase("Letter"),
    "story": phrase("Story"), "estimate": phrase("Estimate"), "summary": phrase("Summary"), "total": phrase("Total"),
    "timeline": phrase("Timeline"), "team": phrase("Team"), "references": phrase("References"), "terms": phrase("Terms"),
    "acceptance": phrase("Acceptance"), "back-cover": phrase("Back cover"), "chrome": phrase("Head and foot of pages"),
}  # fmt: skip
NAMES = {
    "photo": phrase("Photograph"), "framed": phrase("Framed"), "split": phrase("Split"), "screen": phrase("For screens"),
    "typographic": phrase("Type alone"), "poster": phrase("Poster"), "leaders": phrase("Leaders"), "tiles": phrase("Tiles"),
    "flood": phrase("Flood of colour"), "paper": phrase("On paper"), "column": phrase("Column"), "centred": phrase("Centred"),
    "side": phrase("Heading beside"), "magazine": phrase("Magazine"), "slides": phrase("Slides"),
    "faces-left": phrase("Faces at the left"), "two-columns": phrase("Two columns"), "bars": phrase("Bars"),
    "ring": phrase("Ring"), "plate": phrase("Plate"), "threads": phrase("Threads"), "grid": phrase("Portraits in a grid"),
    "one-big": phrase("One large portrait"), "bleed": phrase("Edge to edge"), "columns": phrase("Columns"),
    "top": phrase("At the top"),
}  # fmt: skip
WIDE_KINDS = 5
"""Variants with which a kind has a line of its own."""
UPRIGHT, LYING = QSize(112, 158), QSize(124, 70)
PAD, NAME, SIGN = 4, 20, 18
RADIUS = 6.0


class VariantTile(QAbstractButton):
    """One variant: its page, its name, a tick where it is chosen. `seen` tells that it came in sight without a picture."""

    seen = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self._page = UPRIGHT
        self.is_due = False
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(plain_tip(name))

    @property
    def image(self) -> QImage:
        """What is shown; of nothing while it is not drawn yet."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Show a page."""
        self._image = image
        self.update()

    def expect(self, page: QSize, *, other: bool) -> None:
        """Ask for a picture when it comes in sight; of an `other` brandbook, nothing is shown until then."""
        self.is_due, self._page = True, page
        if other:
            self._image = QImage()
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the page and its name."""
        name = max(NAME, self.fontMetrics().height() + 2)
        return QSize(self._page.width() + 2 * PAD, self._page.height() + 2 * PAD + name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page with its name; one that nobody has drawn yet is asked for now."""
        if self.is_due:
            self.is_due = False
            self.seen.emit()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._ground(painter)
        room = QRectF(PAD, PAD, self._page.width(), self._page.height())
        if self._image.isNull():
            painter.fillRect(room, self._look.color("sunken"))
            box = room
        else:
            size = QSize(self._image.size()).scaled(self._page, Qt.AspectRatioMode.KeepAspectRatio)
            box = QRectF(0, 0, size.width(), size.height())
            box.moveCenter(room.center())
            painter.drawImage(box, self._image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.color("page-edge"), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if self.isChecked():
            self._tick(painter, box.topRight())
        self._name(painter, round(room.bottom()))

    def _ground(self, painter: QPainter) -> None:
        chosen, over = self.isChecked(), self.underMouse()
        painter.setBrush(self._look.color("accent-wash" if chosen else "hover" if over else "surface"))
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("accent"), 2))
        else:
            painter.setPen(QPen(self._look.color("accent-line"), 1) if chosen else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _name(self, painter: QPainter, top: int) -> None:
        painter.setPen(self._look.color("text"))
        room = self.rect().adjusted(PAD, top + 2, -PAD, -PAD)
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def _tick(self, painter: QPainter, corner: QPointF) -> None:
        """Draw a tick on the corner of the page."""
        disc = QRectF(corner.x() - SIGN - 3, corner.y() + 3, SIGN, SIGN)
        painter.setPen(QPen(self._look.color("surface"), 1.5))
        painter.setBrush(self._look.color("accent"))
        painter.drawEllipse(disc)
        sign = self._look.icon("check", "on-accent").pixmap(QSize(SIGN - 6, SIGN - 6), self.devicePixelRatioF())
        painter.drawPixmap(disc.topLeft() + QPointF(3, 3), sign)


class VariantField(QWidget):
    """One of the variants of a kind of page; arrows go from one to the next. `edited` brings the one that was chosen, `wanted`
    one that came in sight without a picture.
    """

    edited = Signal(object)
    wanted = Signal(str)

    def __init__(self, look: Look, kind: str) -> None:
        super().__init__()
        self.tiles: dict[str, VariantTile] = {}
        self._group = QButtonGroup(self)
        box = row(self, gap=4)
        for number, variant in enumerate(VARIANTS[kind]):
            tile = self.tiles[variant] = VariantTile(look, tr(NAMES[variant]))
            tile.setAccessibleName(f"{tr(KINDS[kind])}: {tr(NAMES[variant])}")
            tile.seen.connect(lambda variant=variant: self.wanted.emit(variant))
            self._group.addButton(tile, number)
            box.addWidget(tile)
        box.addStretch(1)
        self._group.idClicked.connect(lambda number: self.edited.emit(VARIANTS[kind][number]))

    @property
    def value(self) -> str:
        """The variant that is chosen."""
        return next((variant for variant, tile in self.tiles.items() if tile.isChecked()), "")

    def show_value(self, value: str) -> None:
        """Show which one is chosen; none where it is not among them."""
        self._group.setExclusive(False)
        for variant, tile in self.tiles.items():
            tile.setChecked(variant == value)
        self._group.setExclusive(True)

    def expect(self, page: QSize, *, other: bool) -> None:
        """Ask for pictures anew, as they come in sight."""
        for tile in self.tiles.values():
            tile.expect(page, other=other)


class MastersEditor(QWidget):
    """The variants of every kind of page, with pictures in the brandbook that is shown. `name` tells which one is edited."""

    def __init__(self, desk: Desk, keeper: BrandKeeper, name: Callable[[], str]) -> None:
        super().__init__()
        self._keeper, self._name = keeper, name
        self.proofs = VariantProofs(desk.jobs, desk.pipeline, self)
        self.fields: dict[str, VariantField] = {}
        self._drawn: tuple[object, ...] = ()
        self._page = UPRIGHT
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        line, side = 0, 0
        for kind in sorted(KINDS, key=lambda kind: len(VARIANTS[kind]) < WIDE_KINDS - 1):
            wide = len(VARIANTS[kind]) >= WIDE_KINDS - 1
            grid.addWidget(self._cell(desk.look, kind), line, side, 1, 2 if wide else 1)
            line, side = (line + 1, 0) if wide or side else (line, 1)
        self.proofs.drawn.connect(lambda kind, variant, image: self.fields[kind].tiles[variant].show_image(image))

    def _cell(self, look: Look, kind: str) -> QWidget:
        words = KINDS[kind]
        field = self.fields[kind] = VariantField(look, kind)
        field.setAccessibleName(tr(words))
        field.edited.connect(lambda variant: self._chosen(kind, words, str(variant)))
        field.wanted.connect(lambda variant: self._draw(kind, variant))
        cell = QWidget()
        box = column(cell, gap=4)
        box.addWidget(label(tr(words), "field"))
        box.addWidget(field)
        return cell

    def show_entry(self, entry: Entry) -> None:
        """Show the variants of a brandbook; pictures of what it was before stay until there are others."""
        brand = entry.loaded.brand
        if brand is None:
            return
        for kind, field in self.fields.items():
            field.show_value(brand.masters[kind].variant or VARIANTS[kind][0])
        now = (entry.name, brand.key, self._keeper.house.studio.name, language(), self.devicePixelRatioF())
        if now != self._drawn:
            other = not self._drawn or self._drawn[0] != entry.name
            self._drawn = now
            self._page = UPRIGHT if brand.page.height >= brand.page.width else LYING
            self._again(other=other)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: what is not drawn yet is asked for when somebody does."""
        super().hideEvent(event)
        self.proofs.drop()
        for field in self.fields.values():
            for tile in field.tiles.values():
                tile.is_due = tile.is_due or tile.image.isNull()

    def _again(self, *, other: bool) -> None:
        self.proofs.drop()
        for field in self.fields.values():
            field.expect(self._page, other=other)

    def _draw(self, kind: str, variant: str) -> None:
        width = round(self._page.width() * self.devicePixelRatioF())
        self.proofs.show_one(self._name(), kind, variant, width, language(), self._keeper.house.studio.name)

    def _chosen(self, kind: str, words: str, variant: str) -> None:
        told = say(phrase("Brandbook: {what}"), what=say(words))
        self._keeper.edit(self._name(), {("masters", kind, "variant"): variant}, told, merge=f"masters.{kind}")
