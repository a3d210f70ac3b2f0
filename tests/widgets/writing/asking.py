"""What tests of writing share: the story that is typed into, and what is shown of it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from app.model.notation import write
from app.model.sections import Story
from widgets.desk import Desk
from widgets.estimate.popup import Popup
from widgets.fields.linewriting import LineWriting
from widgets.fields.text import TextField, WrittenLine
from widgets.forms.form import Form

KEPT: list[QWidget] = []
PASTED = Path(__file__).resolve().parents[2] / "intake" / "pasted"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def story(desk: Desk) -> Story:
    return next(one for one in desk.session.proposal.sections if isinstance(one, Story))


def field(form: Form, name: str) -> QWidget:
    return next(found for path, found in form._fields if path.endswith(f"/{name}"))


def said(desk: Desk) -> str:
    """The text of the story, as it is typed."""
    return write(story(desk).text)


def popup(form: QWidget) -> Popup:
    (found,) = [one for one in form.window().findChildren(Popup) if one.isVisible()]
    return found


def listed(form: QWidget) -> list[str]:
    found = [one for one in form.window().findChildren(Popup) if one.isVisible()]
    model = found[0].model() if found else None
    return [str(model.index(i, 0).data()) for i in range(model.rowCount())] if model else []


def paste(html: str = "", plain: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(plain)
    QGuiApplication.clipboard().setMimeData(data)


def cursor_at(text: TextField, at: int) -> QTextCursor:
    cursor = QTextCursor(text.document())
    cursor.setPosition(at)
    return cursor


def underlined(text: TextField) -> list[str]:
    """The words with a wavy line."""
    found: list[str] = []
    block = text.document().firstBlock()
    while block.isValid():
        end = -1
        for part in block.layout().formats():
            if part.format.underlineStyle() == part.format.UnderlineStyle.WaveUnderline:
                letters = block.text()[part.start : part.start + part.length]
                found.append(found.pop() + letters if part.start == end else letters)
                end = part.start + part.length
        block = block.next()
    return found


def action(menu: QMenu, words_of_it: str) -> object:
    return next((one for one in menu.actions() if one.text() == words_of_it), None)


def helper(line: WrittenLine) -> LineWriting:
    found = line.findChild(LineWriting)
    assert isinstance(found, LineWriting)
    return found


def wavy_in(line: WrittenLine) -> list[str]:
    """The words of a line that are marked as wrong."""
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [line.text()[start:end] for start, end, look in helper(line).formats(line.text()) if look.underlineStyle() == wave]


def has_color(line: WrittenLine, name: str, desk: Desk) -> bool:
    image, wanted = line.grab().toImage(), desk.look.color(name).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def field_of(form: Form, path: str) -> QWidget:
    return next(found for own, found in form._fields if own == path)
