"""The versions of a block: who, when, what; what each has changed, and the way back to it."""

import datetime
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from app.blocks.storydiff import FieldDiff, story_diff
from app.blocks.versions import restored, with_present
from app.i18n import phrase
from app.model.block import Block, BlockVersion
from app.model.sections import Story
from app.store.work.me import myself
from widgets.forms.makers import LANGUAGE_NAMES
from widgets.library.diffview import FIELDS, DiffView
from widgets.library.records import name_of
from widgets.look.parts import column, empty, label, push, row
from widgets.phrases import say, shorten
from widgets.places.library.study import Study
from widgets.words import moment, tr

MOST_SHOWN = 60


class History(QWidget):
    """Cards, the newest version first."""

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        self._shown: Block | None = None
        self._box = column(self, gap=8)
        study.keeper.put.connect(self._refresh)
        self._refresh(None)

    def _refresh(self, _: object) -> None:
        block = self._study.keeper.value(self._study.open_mark)
        if not isinstance(block, Block) or block is self._shown:
            return
        self._shown = block
        empty(self._box)
        history = with_present(block).history
        before = [None, *history[:-1]]
        for version, older in list(zip(history, before, strict=True))[::-1][:MOST_SHOWN]:
            self._box.addWidget(self._card(block, version, older))
        self._box.addStretch(1)

    def _card(self, block: Block, version: BlockVersion, older: BlockVersion | None) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        box = column(card, (12, 10, 12, 10), gap=6)
        head = row(gap=8)
        present = version.number == block.version
        title = tr("Version {n}, the present one", n=version.number) if present else tr("Version {n}", n=version.number)
        head.addWidget(label(title, "strong"), 1)
        box.addLayout(head)
        told = " · ".join(filter(None, (_when(version.at), version.by)))
        if told:
            box.addWidget(label(told, "small", wrap=True))
        if version.note:
            box.addWidget(label(version.note, "", wrap=True))
        foot = row(gap=8)
        diff = DiffView(self._study.desk.look)
        diff.hide()
        if older is not None:
            toggle = push(tr("What has changed"), lambda: None, "link")
            toggle.clicked.connect(partial(self._toggle, diff, older, version))
            foot.addWidget(toggle)
        else:
            foot.addWidget(label(tr("The first one"), "small"))
        foot.addStretch(1)
        if not present:
            foot.addWidget(push(tr("Restore this one"), partial(self._restore, version.number)))
        box.addLayout(foot)
        box.addWidget(diff)
        return card

    def _toggle(self, diff: DiffView, older: BlockVersion, version: BlockVersion) -> None:
        if not diff.isHidden():
            diff.hide()
            return
        parts = [(_named(language, one), one.stretches) for language, one in differences(older, version)]
        diff.show_parts(parts or [(tr("The texts are the same."), ())])
        diff.show()

    def _restore(self, number: int) -> None:
        """Make an earlier version the newest one; undo brings back what is now."""
        keeper, mark = self._study.keeper, self._study.open_mark
        block = keeper.latest(mark) if mark else None
        if not isinstance(block, Block):
            return
        note = tr("As version {n}", n=number)
        changed = restored(block, number, keeper.by, myself().moment(), note)
        if changed is not block:
            words = say(phrase("Restore version {n} of “{title}”"), n=str(number), title=shorten(name_of(block), 24))
            self._study.replace(block, changed, words)


def differences(older: BlockVersion, version: BlockVersion) -> list[tuple[str, FieldDiff]]:
    """Return what differs between two versions, by language."""
    olds = {one.language: one.story for one in older.variants}
    news = {one.language: one.story for one in version.variants}
    blank = Story(id="story")
    return [
        (language, one)
        for language in dict.fromkeys((*olds, *news))
        for one in story_diff(_bare(olds.get(language, blank)), _bare(news.get(language, blank)))
    ]


def _bare(story: Story) -> Story:
    return replace(story, id="story")


def _named(language: str, one: FieldDiff) -> str:
    return f"{LANGUAGE_NAMES.get(language, language)} · {tr(FIELDS.get(one.field, one.field))}"


def _when(at: str) -> str:
    try:
        return moment(datetime.datetime.fromisoformat(at)) if at else ""
    except ValueError:
        return at
