"""Whether a block may be used, and who says so: its status, its version, what has changed in it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget

from app.blocks.versions import approved, retired
from app.i18n import phrase
from app.model.block import Block, BlockStatus
from widgets.fields.binding import Binding
from widgets.fields.text import LineField
from widgets.library.records import STATUSES, name_of
from widgets.look.parts import column, empty, label, push, row
from widgets.look.scale import px
from widgets.phrases import say, shorten
from widgets.places.library.study import Study
from widgets.words import tr

REMARK = "remark"


class StatusCard(QFrame):
    """A line with the status and what can be done about it; below it, of a later draft, what has changed."""

    def __init__(self, study: Study) -> None:
        super().__init__()
        self.setObjectName("card")
        self._study = study
        self._shown: object = None
        self.remark = LineField(tr("In a few words, for those who use it"))
        self.remark.setAccessibleName(tr("What has changed"))
        Binding(study.session, REMARK, self.remark, phrase("What has changed"))
        self._line = row(gap=8)
        self._below = QWidget()
        below = column(self._below, gap=4)
        below.addWidget(label(tr("What has changed"), "field"))
        below.addWidget(self.remark)
        box = column(self, (12, 8, 12, 10), gap=8)
        box.addLayout(self._line)
        box.addWidget(self._below)
        self.refresh()

    def refresh(self) -> None:
        """Say how it stands now."""
        bench, stored = self._study.session.bench, self._study.keeper.value(self._study.open_mark)
        record = bench.record if bench else None
        if not isinstance(record, Block):
            return
        version = stored.version if isinstance(stored, Block) else record.version
        begins = isinstance(stored, Block) and stored.status is BlockStatus.APPROVED and record.status is BlockStatus.DRAFT
        version += 1 if begins else 0
        self._below.setVisible(record.status is BlockStatus.DRAFT and version > 1)
        if (record.status, version) == self._shown:
            return
        self._shown = (record.status, version)
        empty(self._line)
        words, icon, color = STATUSES[record.status]
        sign = label("")
        sign.setPixmap(self._study.desk.look.icon(icon, color).pixmap(QSize(px(18), px(18)), self.devicePixelRatioF()))
        self._line.addWidget(sign)
        self._line.addWidget(label(tr(words), "strong"))
        self._line.addWidget(label(tr("version {n}", n=version), "small"), 1)
        for text, call, name in self._deeds(record.status):
            self._line.addWidget(push(text, call, name))

    def _deeds(self, status: BlockStatus) -> list[tuple[str, Callable[[], None], str]]:
        if status is BlockStatus.RETIRED:
            return [(tr("Use again"), self.revive, "")]
        retire = (tr("Retire"), self.retire, "link")
        return [retire, (tr("Approve it"), self.approve, "")] if status is BlockStatus.DRAFT else [retire]

    def approve(self) -> None:
        """Let everybody use it as it is now."""
        self._change(approved, phrase("Approve “{title}”"))

    def retire(self) -> None:
        """Let nobody use it any more."""
        self._change(retired, phrase("Retire “{title}”"))

    def revive(self) -> None:
        """Let it be worked on again."""
        self._change(lambda block: replace(block, status=BlockStatus.DRAFT), phrase("Use “{title}” again"))

    def _change(self, change: Callable[[Block], Block], words: str) -> None:
        session = self._study.session
        bench = session.bench
        if bench is not None and isinstance(bench.record, Block):
            named = say(words, title=shorten(name_of(bench.record) or tr("Without a name"), 24))
            session.settle()
            session.edit(replace(bench, record=change(bench.record)), named)
