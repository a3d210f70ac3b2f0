"""From a click on a page to the field of what was clicked, the cursor at the word."""

from PySide6.QtWidgets import QWidget

from app.layout.page import LinkItem, TextItem
from widgets.fields.text import LineField, TextField
from widgets.preview.carets import caret, spot
from widgets.preview.geometry import Hit, along
from widgets.preview.meaning import place_of
from widgets.session import Session
from widgets.words import tr


def lead(session: Session, window: QWidget, found: Hit) -> None:
    """Go to what was clicked, beside everything to the page's section; in a text the cursor stands at the word."""
    section = f"sections/{found.page.section}" if found.page.section else "proposal"
    place = place_of(session.proposal, found.page, found.origin, found.point.y()) or section
    session.go_to(place)
    if isinstance(found.item, TextItem) and place == found.origin:
        put_caret(window.focusWidget(), found, found.item)


def put_caret(field: QWidget | None, found: Hit, item: TextItem) -> None:
    """Put the cursor of a field to the word that was clicked."""
    here = spot(found.page, item, along(item, found.point))
    if isinstance(field, TextField):
        cursor = field.textCursor()
        cursor.setPosition(caret(field.toPlainText(), here))
        field.setTextCursor(cursor)
    elif isinstance(field, LineField):
        field.setCursorPosition(caret(field.text(), here))


def target_of(link: LinkItem, labels: tuple[str, ...]) -> str:
    """Say where a link leads: an address, or a page by its number as printed."""
    if link.url:
        return link.url
    if 0 <= link.page < len(labels):
        return tr("To page {page}", page=labels[link.page] or link.page + 1)
    return ""
