"""The story by the keyboard alone: keys go to what has the focus; those that are no text are counted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.story import hands, sights
from tests.story.by_mouse import type_on
from tests.story.hands import CONTROL, SHIFT, type_text
from tests.story.materials import COLORS, Materials
from tests.story.player import Deed, Story, Until, is_calm, the_window
from tests.story.sights import session
from widgets.brands.logowell import LogoWell
from widgets.estimate.grid import EstimateGrid
from widgets.palette.offers import plain
from widgets.palette.palette import Palette
from widgets.words import tr

if TYPE_CHECKING:
    from tests.story.telling import Teller

MOST_TABS = 40
TAB, ENTER, SPACE, DOWN, UP = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up
ALT = hands.ALT


class Keyboard:
    """Presses keys and counts them."""

    def __init__(self, teller: "Teller") -> None:
        self._teller = teller

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = hands.NO_KEYS, times: int = 1) -> Story:
        """Press a key, several times where asked for."""
        for _ in range(times):
            self._teller.keys += 1
            yield lambda: hands.stroke(key, held)

    def tab_to(self, words: str, *, back: bool = False) -> Story:
        """Press Tab until what is called so has the focus."""
        for _ in range(MOST_TABS):
            if words in focused():
                return
            yield from self.press(Qt.Key.Key_Backtab if back else TAB, SHIFT if back else hands.NO_KEYS)
        raise AssertionError(f"{words!r} is not reached by Tab; the focus is on {focused()}")

    def command(self, words: str, typed: str) -> Story:
        """Do something by the palette: so much of its name is typed as brings it to the first place."""
        yield from self.press(Qt.Key.Key_K, CONTROL)
        yield Until(lambda: isinstance(hands.front(), Palette), "the palette")
        yield text(typed)
        yield Until(lambda: _first_offer() == words, f"{words!r} as the first command for {typed!r}")
        yield from self.press(ENTER)

    def paste(self) -> Story:
        """Paste what another program has put on the clipboard."""
        yield from self.press(Qt.Key.Key_V, CONTROL)


def text(typed: str) -> Deed:
    """Return the deed of typing a text."""
    return lambda: type_text(typed)


def focused() -> tuple[str, ...]:
    """Return what the thing with the focus is called."""
    one: QWidget | None = QApplication.focusWidget()
    if one is None:
        return ()
    words = plain(str(one.property("text") or ""))
    return words, one.accessibleName()


def _first_offer() -> str:
    palette = hands.front()
    offers = palette.offers() if isinstance(palette, Palette) else []
    return offers[0].text if offers else ""


def story(have: Materials, folder: Path, teller: "Teller") -> Story:
    """Play the whole story, then type on and on."""
    keys = Keyboard(teller)
    for part in (_brandbook, _samples, _request, _estimate, _people, _references, _blocks, _word, _order, _brand, _export):
        yield from part(have, keys, teller, folder)
    yield from type_on()


def _brandbook(have: Materials, keys: Keyboard, teller: "Teller", folder: Path) -> Story:
    yield from teller.step("first start")
    yield from keys.tab_to(tr("Start mine"))
    yield from keys.press(ENTER)
    yield Until(lambda: sights.is_seen(LogoWell), "the form of a brandbook")
    yield text(have.words.studio)
    yield from keys.tab_to(tr("choose a file…"))
    yield hands.copy(lambda: hands.of_files([have.logo]))
    yield from keys.paste()
    yield Until(lambda: hands.named(tr("Remove the logo")), "the logo")
    for name, color in zip((tr("Main colour"), tr("Second colour")), COLORS, strict=True):
        yield from keys.tab_to(name)
        yield from keys.press(Qt.Key.Key_A, CONTROL)
        yield text(color)
    yield from teller.step("brandbook filled")
    yield from keys.press(ENTER, CONTROL)
    yield Until(lambda: the_window().banner.text, "a word about the brandbook")
    yield from teller.step("brandbook made")


def _samples(have: Materials, keys: Keyboard, teller: "Teller", folder: Path) -> Story:
    yield from keys.press(Qt.Key.Key_2, ALT)
    yield Until(lambda: hands.named(tr("Take the samples")), "an empty library")
    yield from keys.tab_to(tr("Take the samples"))
    yield from keys.press(SPACE)
    yield from teller.step("samples")


def _request(have: Materials, keys: Keyboard, teller: "Teller", folder: Path) -> Story:
    yield from keys.press(Qt.Key.Key_N, CONTROL | SHIFT)
    yield Until(lambda: hands.named(tr("Choose a file…")), "the question for a request")
    yield from keys.tab_to(tr("Choose a file…"))
    yield from keys.press(SPACE)
    yield from _name_file(have.form, keys)
    yield Until(lambda: hands.named(tr("Make the draft")), "a draft")
    yield from teller.step("request understood")
    yield from keys.press(ENTER)
    yield Until(lambda: session().is_open, "an open proposal")
    yield from teller.step("draft")


def _name_file(file: Path, keys: Keyboard) -> Story:
    yield Until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "the question for a file")
    yield text(str(file))
    yield from keys.press(ENTER)
    yield Until(lambda: not isinstance(QApplication.activeModalWidget(), QFileDialog), "an answer to the question for a file")


def _estimate(have: Materials, keys: Keyboard, teller: "Teller", folder: Path) -> Story:
    def copied() -> QMimeData:
        data = QMimeData()
        data.setText(have.plain)
        data.setHtml(have.html)
        return data

    yield hands.copy(copied)
    yield from keys.command(tr("&Paste an estimate…").replace("&", ""), tr("&Paste an estimate…").replace("&", "")[:9])
    yield Until(lambda: hands.named(tr("Replace the estimate")), "the table that was pasted")
    yield Until(is_calm, "calm")
    yield from keys.press(DOWN)
    yield Until(lambda: hands.named(tr("Replace")), "the button to replace")
    yield from teller.step("estimate understood")
    yield from keys.press(ENTER)
    yield Until(lambda: len(session().proposal.estimate.sections) == 3, "the pasted estimate")
    yield from teller.step("estimate pasted")


def _people(have: Materials, keys: Keyboard, teller: "Teller", folder: Path) -> Story:
    yield from keys.press(Qt.Key.Key_2, CONTROL)
    for name, role in have.words.people:
        yield from keys.tab_to(tr("Add a person"))
        yield from keys.press(SPACE)
        yield text(name)
        yield from keys.tab_to(tr("Role"))
        yield text(role)
    yield from teller.step("people")
    yield from keys.press(Qt.Key.Key_3, CONTROL)
    yield Until(lambda: sights.is_seen(EstimateGrid), "the estimate")
    titles = [str(row[0]) for row in have.words.table[1:] if not row[1]]
    for title, (name, _) in zip(titles[1:], have.words.people, strict=True):
        if not sights.grid().hasFocus():
            yield from keys.tab_to(sights.grid().accessibleName())
        for _ in range(MOST_TABS):
            if sights.section_at_cursor() == title:
                break
            yield from keys.press(DOWN)
        yield from keys.press(Qt.Key.Key_F4)
        yield text(name.split()[0])
        yield Until(lambda name=name: sights.offer_spot(name), f"{name} in the list")  # type: ignore[misc]
        yield from keys.press(ENTER)
        yield from keys.press(ENTER)
    yield Until(lambda: sum(1 for one in session().proposal.estimate.sections if one.people) == 2, "people")
    yield from teller.step("people assigned")


def _references(have: Materials, keys: Keyboard, teller: "Teller", folder: Path) -> Story:
    words = tr("Add pages: {kind}", kind=tr("References"))
    yield from keys.command(words, words)
    yield Until(lambda: sights.section("references") and is_calm(), "references")
    yield hands.copy(lambda: hands.of_files(have.pictures))
    yield from keys.paste()
    yield Until(lambda: len(sights.works()) == len(have.pictures), "six works")
    yield from teller.step("references pasted")


def _blocks(have: Materials, keys: Keyboard, teller: "Teller", folder: Path) -> Story:
    yield from _to_row(keys, lambda: sights.section("letter"))
    yield from keys.tab_to(tr("Text"))
    for words in have.words.blocks:
        before = len(session().proposal.sections)
        yield from keys.press(Qt.Key.Key_End, CONTROL)
        yield from keys.press(ENTER)
        yield text(f"/{words.split()[-1][:4].lower()}")
        yield Until(lambda words=words: sights.offer_spot(words), f"the block {words}")  # type: ignore[misc]
        yield from keys.press(ENTER)
        yield Until(lambda before=before: len(session().proposal.sections) == before + 1, f"block {words}")  # type: ignore[misc]
        yield Until(is_calm, "calm")
        if words != have.words.blocks[-1]:
            yield from keys.tab_to(tr("Text"))
    yield from teller.step("blocks inserted")


def _to_row(keys: Keyboard, place: "sights.Place") -> Story:
    """Go to a section in the outline with the arrows."""
    yield from keys.press(Qt.Key.Key_0, ALT)
    outline = sights.outline()
    for _ in range(MOST_TABS):
        if session().subject == place():
            return
        step = DOWN if outline.currentIndex().row() < sights.outline_row(place()).row() else UP
        yield from keys.press(step)
    raise AssertionError(f"{place()} is not reached by the arrows")


def _word(have: Materials, keys: Keyboard, teller: "Teller", folder: Path) -> Story:
    yield from keys.press(Qt.Key.Key_1, CONTROL)
    yield from keys.tab_to(tr("Title"))
    yield from keys.press(Qt.Key.Key_Home)
    yield from keys.press(Qt.Key.Key_Right, CONTROL)
    yield from keys.press(Qt.Key.Key_Right, CONTROL | SHIFT)
    yield text(have.words.corrected + " ")
    yield Until(lambda: have.words.corrected in session().proposal.title, "the corrected word")
    yield from teller.step("word corrected")


def _order(have: Materials, keys: Keyboard, teller: "Teller", folder: Path) -> Story:
    before = sights.kinds()
    yield from _to_row(keys, lambda: sights.section("references"))
    yield from keys.press(UP, ALT)
    yield Until(lambda: sights.kinds() != before, "another order")
    yield from teller.step("sections reordered")


def _brand(have: Materials, keys: Keyboard, teller: "Teller", folder: Path) -> Story:
    before = session().proposal.brandbook
    yield from keys.press(Qt.Key.Key_1, CONTROL)
    yield from keys.tab_to(tr("Brandbook"))
    yield from keys.press(UP if list(the_window().desk.pipeline.brandbooks())[-1] == before else DOWN)
    yield Until(lambda: session().proposal.brandbook != before, "another brandbook")
    yield from teller.step("brand changed")


def _export(have: Materials, keys: Keyboard, teller: "Teller", folder: Path) -> Story:
    target = folder / f"{teller.name}.pdf"
    yield from keys.press(Qt.Key.Key_E, CONTROL)
    yield Until(lambda: hands.named(tr("Open it when it is done")), "the question what it is for")
    yield from keys.tab_to(tr("Open it when it is done"))
    yield from keys.press(SPACE)
    yield from teller.step("export asked")
    yield from keys.press(ENTER)
    yield from _name_file(target, keys)
    yield Until(target.is_file, "the PDF")
    yield Until(lambda: target.name in the_window().banner.text, "a word about the PDF")
    yield from teller.step("exported")
