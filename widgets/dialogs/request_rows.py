"""The list of requests that a file holds: who asks, what for, and quietly when."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.intake.brief.submission import Submission, Submissions
from app.intake.brief.understanding import understand
from app.sources.drafts import today
from widgets.look.look import Look, face
from widgets.look.parts import plain_tip
from widgets.phrases import shorten
from widgets.words import date

GIST_ROLE = Qt.ItemDataRole.UserRole
PAD, GAP = 7, 2
LONGEST_LINE, LONGEST_TIP = 120, 400
_RIGHT, _MIDDLE = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Gist:
    """What a request is known by. `who` is empty where it names nobody, `at` where it does not say when it came."""

    who: str
    what: str
    at: str = ""

    @property
    def words(self) -> str:
        """All of it on one line."""
        return " · ".join(filter(None, (self.who, self.what, self.at)))


@dataclass(frozen=True)
class Told:
    """Requests, and what each is known by."""

    read: Submissions
    gists: tuple[Gist, ...]


def told(read: Submissions) -> Told:
    """Look what each of several requests is known by. For the worker."""
    return Told(read, tuple(gist(one) for one in read.found) if len(read.found) > 1 else (Gist("", ""),) * len(read.found))


def gist(found: Submission) -> Gist:
    """Return who asks, the client before the person; what for, first in a word or two; when."""
    read = understand(found, today())
    who = " · ".join(filter(None, (read.client.name, read.contact.name))) or read.contact.email or read.contact.phone
    what = " · ".join(filter(None, (read.brief.service, " ".join(read.brief.wishes.split()))))
    if not who and not what:
        what = " · ".join(filter(None, (" ".join(one.answer.split()) for one in found.answers)))
    return Gist(shorten(who, LONGEST_LINE), shorten(what, LONGEST_LINE), _day(read.brief.received))


def _day(received: str) -> str:
    try:
        return date(datetime.date.fromisoformat(received), "short")
    except ValueError:
        return shorten(received, LONGEST_LINE)


class RequestRows(QListWidget):
    """Shows requests in the order of their file."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_Drawing(look, self))

    def show_gists(self, gists: Sequence[Gist]) -> None:
        """Show these, the last one chosen."""
        self.clear()
        for one in gists:
            item = QListWidgetItem(one.words, self)
            item.setData(GIST_ROLE, one)
            item.setToolTip(plain_tip(shorten(one.words, LONGEST_TIP)))
        self.setCurrentRow(len(gists) - 1)


class _Drawing(QStyledItemDelegate):
    """Draws a request: who asks and when on the first line, what for on the second."""

    def __init__(self, look: Look, parent: QListWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Two lines, narrower than any list: what is longer ends in an ellipsis."""
        return QSize(100, 2 * PAD + GAP + QFontMetrics(_name()).height() + QFontMetrics(face(12)).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """Draw one request."""
        one: Gist = index.data(GIST_ROLE)
        box: QRect = option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, self._look.color("accent-wash" if chosen else "hover"))
        inner = box.adjusted(10, PAD, -8, -PAD)
        first = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(_name()).height())
        second = inner.adjusted(0, first.height() + GAP, 0, 0)
        painter.setFont(face(11, tabular=True))
        wide = painter.fontMetrics().horizontalAdvance(one.at)
        painter.setPen(self._look.color("tertiary"))
        painter.drawText(first, _MIDDLE | Qt.AlignmentFlag.AlignRight, one.at)
        above, below = (one.who, one.what) if one.who else (one.what, "")
        self._line(painter, first.adjusted(0, 0, -wide - 10 if wide else 0, 0), above, _name(), "text")
        self._line(painter, second, below, face(12), "secondary")
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.color("accent"), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()

    def _line(self, painter: QPainter, box: QRect, text: str, font: QFont, color: str) -> None:
        painter.setFont(font)
        painter.setPen(self._look.color(color))
        painter.drawText(box, _MIDDLE, painter.fontMetrics().elidedText(text, _RIGHT, box.width()))


def _name() -> QFont:
    return face(13, QFont.Weight.DemiBold)
