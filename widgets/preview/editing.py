"""Typing on the page: one field at a time stands over what it edits, and stays there while the page is set anew below it."""

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QFont

from app.layout.page import TextItem
from widgets.desk import Desk
from widgets.fields.writing import Writing
from widgets.preview.carets import caret, letters, spot
from widgets.preview.faces import font_of
from widgets.preview.geometry import Hit, along, texts_of
from widgets.preview.inks import inks_of
from widgets.preview.inplace import InPlaceField, Stand
from widgets.preview.meaning import FieldAt, field_at
from widgets.preview.values import Value, value_at
from widgets.preview.view import PageView
from widgets.session import Change, Kind

MARGIN = 12.0
"""Points that a field keeps from the right edge of the page."""


class Editing(QObject):
    """Opens fields over the texts of a page view. `told` brings why something cannot be taken, empty when all is well."""

    told = Signal(str)

    def __init__(self, desk: Desk, view: PageView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self.field: InPlaceField | None = None
        self._value: Value | None = None
        self._origin, self._index, self._lines = "", -1, list[TextItem]()
        self._last: Stand | None = None
        desk.session.changed.connect(self._changed)
        view.moved.connect(self._follow)
        desk.pages.laid_out.connect(self._follow)

    def open(self, found: Hit) -> bool:
        """Open a field over what was hit. Return whether one can type there."""
        session = self._desk.session
        field = field_at(session.proposal, found.origin)
        value = value_at(session, field, found.origin) if field is not None else None
        if field is None or value is None or session.read_only:
            return False
        lines = _cluster(found, value)
        if not lines:
            return False
        self.close()
        self._value, self._origin, self._index, self._lines = value, found.origin, found.index, lines
        if session.place != field.path:
            session.go_to(field.path)
        self._begin(field, value, found)
        return True

    def close(self) -> None:
        """Be done with the field that is open."""
        if self.field is not None:
            self._end(back=False)

    def _begin(self, field: FieldAt, value: Value, found: Hit) -> None:
        made = InPlaceField(self._view.viewport(), self._desk.look, single=value.single)
        made.setAccessibleName(field.name)
        if value.live:
            Writing(self._desk, made, notation=not value.single)
        self.field, self._last = made, None
        form = value.form() or ""
        made.show_value(form)
        self._follow()
        made.taken.connect(self._taken)
        made.left.connect(lambda back: self._end(back=back))
        made.show()
        made.setFocus()
        if isinstance(found.item, TextItem) and value.live:
            here = spot(found.page, found.item, along(found.item, found.point))
            made.put_caret(caret(form, here.of_one()))
        else:
            made.selectAll()

    def _taken(self, typed: str) -> None:
        if self._value is not None and self._value.live:
            self._value.take(typed)

    def _end(self, *, back: bool) -> None:
        field, value = self.field, self._value
        if field is None or value is None:
            return
        self.field = self._value = None
        reason = "" if value.live else value.take(field.toPlainText())
        self.told.emit(reason)
        self._desk.session.settle()
        field.hide()
        field.deleteLater()
        if back:
            self._view.setFocus()
        self._view.viewport().update()

    def _changed(self, change: Change) -> None:
        if self.field is None or self._value is None:
            return
        if change.kind is Kind.OPENED:
            self._value.live = True  # what was typed belongs to another proposal
            self.close()
        elif change.kind is Kind.EDITED:
            form = self._value.form()
            if form is None:
                self._value.live = True
                self.close()
            elif self._value.live and not self._value.same(self.field.toPlainText()):
                self.field.show_value(form)

    # where it stands -----------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Stand where the text stands now."""
        if self.field is None:
            return
        stand = self._stand()
        if stand is not None:
            self._last = stand
            self.field.stand(stand)
        elif self._last is not None:
            self.field.stand(self._last)

    def _stand(self) -> Stand | None:
        """Return where the text is: on the page where it was, or on the next that shows it."""
        pages = self._desk.pages.pages
        for index in sorted(range(len(pages)), key=lambda one: (abs(one - self._index), one)):
            found = texts_of(pages[index], self._origin)
            group = self._lines[0].group
            ours = [item for _, item in found if item.group == group] or [item for _, item in found]
            if ours and any(_near(item, self._lines[0]) for item in ours):
                boxes = [box for box, item in found if item in ours and _near(item, self._lines[0])]
                return self._at(index, boxes, ours[0])
            if abs(index - self._index) > 1:
                break
        return None

    def _at(self, index: int, boxes: list[QRectF], item: TextItem) -> Stand:
        box = boxes[0]
        for other in boxes[1:]:
            box = box.united(other)
        view, page = self._view, self._desk.pages.pages[index]
        run = item.line.runs[0]
        font: QFont = font_of(self._desk.pipeline, self._desk.session.proposal.brandbook, run, view.scale)
        on_page = QRectF(box.left() / page.width, box.top() / page.height, box.width() / page.width, box.height() / page.height)
        inks = inks_of(self._desk.pages.pictures(index).large, on_page, QColor(run.color))
        right = view.page_rect(index).left() + (page.width - MARGIN) * view.scale
        return Stand(view.box_rect(index, box), right, font, inks, len(boxes))


def _cluster(found: Hit, value: Value) -> list[TextItem]:
    """Return the lines that show the value itself, those that were hit first; none where only a number stands for it."""
    form = letters(value.form() or "")[0]
    texts = [item for _, item in texts_of(found.page, found.origin)]
    own = found.item.group if isinstance(found.item, TextItem) else ""
    for group in dict.fromkeys((own, *(item.group for item in texts))):
        lines = [item for item in texts if item.group == group and item.angle == 0]
        if lines and (not value.live or not value.single or any(_shows(item, form) for item in lines)):
            return lines
    return []


def _shows(item: TextItem, form: str) -> bool:
    kept = letters(item.line.text)[0]
    return bool(kept) and (kept in form or form in kept)


def _near(item: TextItem, other: TextItem) -> bool:
    """Tell whether a line may continue another: they look alike."""
    return item.line.runs[0].size == other.line.runs[0].size or item.group == other.group
