"""What the actions of a window do, by their names in `widgets.actions`."""

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from widgets import deeds
from widgets.dialogs.about import show_about
from widgets.dialogs.fitted import open_once
from widgets.dialogs.shortcuts import ShortcutsDialog
from widgets.forms.kinds import KINDS
from widgets.look.look import DARK, LIGHT, SYSTEM
from widgets.places.place import PROPOSAL
from widgets.places.rows import PLACES
from widgets.preview.view import FIT_PAGE, FIT_WIDTH, PageView
from widgets.subjects import ESTIMATE, FACTS, PEOPLE
from widgets.window.letters import STEPS, change_letters
from widgets.window.page_calls import page_calls

if TYPE_CHECKING:
    from widgets.main_window import MainWindow

Call = Callable[[], object]


def calls_of(window: "MainWindow") -> dict[str, Call]:
    """Return what each action calls."""
    return {**_file_calls(window), **_edit_calls(window), **_view_calls(window), **_place_calls(window), **window.life.calls()}


def _file_calls(window: "MainWindow") -> dict[str, Call]:
    late = partial(_late, window)
    return {
        "new": window.new_from_estimate,
        "new-request": late("requesting.choose"),
        "open": window.open_file,
        "import": window.import_estimate,
        "paste-table": late("importing.paste"),
        "hours-spent": late("hours_spent.choose"),
        "save": window.save,
        "export": window.finishing(late("exporting.quick")),
        "export-as": window.finishing(late("exporting.choose")),
        "export-table": window.finishing(late("table_exports.choose")),
        "studio": late("studio_facts.ask"),
        "rate-cards": partial(_manage_rate_cards, window),
        "quit": window.close,
        "about": lambda: show_about(window, window.life.tell_backup),
        "palette": window.show_palette,
        "shortcuts": lambda: open_once(ShortcutsDialog(window)),
        "new-window": window.new_window,
    }


def _manage_rate_cards(window: "MainWindow") -> None:
    from widgets.dialogs.rate_cards import RateCardsDialog  # which nobody needs at the start

    open_once(RateCardsDialog(window, window.desk))


def _late(window: "MainWindow", path: str) -> Call:
    """Return a call of what a part of the window does; the part is made when it is called first."""

    def call() -> None:
        attrgetter(path)(window)()

    return call


def _edit_calls(window: "MainWindow") -> dict[str, Call]:
    session = window.desk.session
    section = partial(deeds.section_id, session)
    return {
        "undo": window.undoing.undo,
        "redo": window.undoing.redo,
        "hide": lambda: deeds.hide_section(session, section()),
        "duplicate": lambda: deeds.duplicate_section(session, section()),
        "up": lambda: deeds.shift_section(session, section(), -1),
        "down": lambda: deeds.shift_section(session, section(), 1),
        "remove": lambda: deeds.remove_section(session, section()),
        **{f"add-{kind}": partial(deeds.add_section, session, kind) for kind in KINDS},
    }


def _view_calls(window: "MainWindow") -> dict[str, Call]:
    session = window.desk.session

    def view(call: Callable[[PageView], None]) -> None:
        if window.workbench is not None:
            call(window.workbench.preview.view)

    return {
        "facts": lambda: session.go_to(FACTS),
        "people": lambda: session.go_to(PEOPLE),
        "estimate": lambda: session.go_to(ESTIMATE),
        "problems": window.show_problems,
        "zoom-in": lambda: view(PageView.zoom_in),
        "zoom-out": lambda: view(PageView.zoom_out),
        "fit-width": lambda: view(lambda shown: shown.set_fit(FIT_WIDTH)),
        "fit-page": lambda: view(lambda shown: shown.set_fit(FIT_PAGE)),
        **page_calls(window),
        **{f"theme-{choice}": partial(window.choose_theme, choice) for choice in (SYSTEM, LIGHT, DARK)},
        **{f"letters-{way}": partial(change_letters, window, step) for way, step in STEPS.items()},
        **{f"language-{language}": partial(window.choose_language, language) for language in ("ru", "en")},
    }


def _place_calls(window: "MainWindow") -> dict[str, Call]:
    def to_outline() -> None:
        window.go(PROPOSAL)
        if window.workbench is not None and window.desk.session.is_open:
            window.workbench.outline.list.setFocus()  # also for who is there already: the way back from the fields

    return {**{f"place-{row.name}": partial(window.go, row.name) for row in PLACES}, f"place-{PROPOSAL}": to_outline}
