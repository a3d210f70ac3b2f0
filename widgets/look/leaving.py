"""How a widget goes for good: with the menus and lists that are open over it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def let_go(widget: QWidget) -> None:
    """Hide a widget, and destroy it when nobody is in it any more.

    WORKAROUND: a popup that is destroyed with its parent while it is open stays the one that gets the next key, which ends the
    program (Qt 6.11).
    """
    close_popups_of(widget)
    widget.hide()
    widget.deleteLater()


def exchange(area: QScrollArea, page: QWidget) -> None:
    """Show another page in a scroll area. Left to Qt, the one before would be destroyed at once, whoever is in it."""
    former = area.takeWidget()
    if former is not None:
        let_go(former)
    area.setWidget(page)


def close_popups_of(widget: QWidget) -> None:
    """Close the menus and lists that something in a widget has opened."""
    former: QWidget | None = None
    while (popup := QApplication.activePopupWidget()) is not None and popup is not former and _belongs(popup, widget):
        popup.close()
        former = popup


def _belongs(popup: QObject, widget: QWidget) -> bool:
    above: QObject | None = popup
    while above is not None and above is not widget:
        above = above.parent()
    return above is not None
