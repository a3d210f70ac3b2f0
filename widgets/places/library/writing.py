"""The editor of one record: the fields of its kind; of a block also its texts, a tab for each language."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.blocks.content import content, holder, holding
from app.i18n import phrase
from app.model.block import Block
from app.model.proposal import LANGUAGES
from app.model.sections import Section, Story
from widgets.fields.choice import SegmentsField
from widgets.forms.form import Form
from widgets.forms.makers import LANGUAGE_NAMES
from widgets.forms.rows import SECTIONS
from widgets.look.parts import column, empty, label, push, row, rule
from widgets.phrases import Phrase, say
from widgets.places.library.bench import RECORD, Bench
from widgets.places.library.rows import rows_of
from widgets.places.library.status import StatusCard
from widgets.places.library.study import Study
from widgets.session import Change, Kind
from widgets.words import tr


class Writing(QWidget):
    """The fields of the record that lies on the bench when this is made."""

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._study = study
        bench = study.session.bench
        record = bench.record if bench else None
        assert bench is not None and record is not None
        box = column(self, gap=16)
        self.status = StatusCard(study) if isinstance(record, Block) else None
        if self.status is not None:
            box.addWidget(self.status)
        title = f"{RECORD}/{'name' if hasattr(record, 'name') else 'title'}"
        self.form = Form(study.desk, RECORD, rows_of(record), title)
        box.addWidget(self.form)
        self.texts = Texts(study, bench) if isinstance(record, Block) else None
        if self.texts is not None:
            box.addWidget(rule())
            box.addWidget(self.texts)
        study.session.changed.connect(self._changed)
        study.keeper.put.connect(self._kept)

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path. Return whether there is one."""
        return self.form.focus_path(path) or (self.texts is not None and self.texts.focus_path(path))

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        self.form.focus_first()

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED and self.status is not None:
            self.status.refresh()

    def _kept(self, mark: object) -> None:
        if self.status is not None:
            self.status.refresh()


class Texts(QWidget):
    """The texts of a block, one at a time. A language in which there is none offers to begin one."""

    def __init__(self, study: Study, bench: Bench) -> None:
        super().__init__()
        self._study = study
        self._shown: object = None
        self._form: Form | None = None
        spoken = study.setting.language
        written = [one.id for one in bench.sections]
        self.language = spoken if spoken in written or not written else written[0]
        self.tabs = SegmentsField([(one, LANGUAGE_NAMES[one]) for one in LANGUAGES])
        self.tabs.setAccessibleName(tr("Language of the text"))
        self.tabs.show_value(self.language)
        self.tabs.edited.connect(self.choose)
        head = row(gap=8)
        head.addWidget(label(tr("Text"), "subtitle"), 1)
        head.addWidget(self.tabs)
        self._body = column(gap=12)
        box = column(self, gap=12)
        box.addLayout(head)
        box.addLayout(self._body)
        study.session.changed.connect(self._changed)
        self._show()

    def choose(self, language: object) -> None:
        """Show the text of a language."""
        self.language = str(language)
        self.tabs.show_value(self.language)
        self._show()

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path, in whatever language. Return whether there is one."""
        steps = path.split("/")
        if steps[0] != "sections" or len(steps) < 2 or self._section(steps[1]) is None:
            return False
        if steps[1] != self.language:
            self.choose(steps[1])
        return self._form is not None and self._form.focus_path(path)

    def _section(self, language: str) -> Section | None:
        bench = self._study.session.bench
        return next((one for one in bench.sections if one.id == language), None) if bench else None

    def _show(self) -> None:
        section = self._section(self.language)
        shown = (self.language, type(section))
        if shown == self._shown:
            return
        self._shown, self._form = shown, None
        empty(self._body)
        if section is not None:
            path = f"sections/{self.language}"
            self._form = Form(self._study.desk, path, SECTIONS[type(section)], f"{path}/title")
            self._body.addWidget(self._form)
            foot = row(gap=8)
            foot.addStretch(1)
            if len(self._study.session.proposal.sections) > 1:
                foot.addWidget(push(tr("Remove this language"), self._remove, "link"))
            self._body.addLayout(foot)
            return
        self._body.addWidget(label(tr("It has not been written in this language yet."), "quiet", wrap=True))
        buttons = row(gap=8)
        buttons.addWidget(push(tr("Write it"), self._begin))
        if self._study.session.proposal.sections:
            buttons.addWidget(push(tr("Begin with a copy"), self._copy))
        buttons.addStretch(1)
        self._body.addLayout(buttons)

    def _begin(self) -> None:
        self._add(Story(id=""), say(phrase("Add a language")))

    def _copy(self) -> None:
        first = holder(self._study.session.proposal.sections[0])
        if first is not None:
            self._add(content(first), say(phrase("Add a language")))

    def _add(self, story: Story, words: Phrase) -> None:
        session = self._study.session
        bench = session.bench
        if bench is None or not isinstance(bench.record, Block):
            return
        made = replace(holding(story, bench.record.kind, "", 0), id=self.language)
        texts = tuple(sorted((*bench.sections, made), key=lambda one: LANGUAGES.index(one.id)))
        session.edit(replace(bench, sections=texts), words)
        if self._form is not None:
            self._form.focus_first()

    def _remove(self) -> None:
        session = self._study.session
        left = tuple(one for one in session.proposal.sections if one.id != self.language)
        session.edit(replace(session.proposal, sections=left), say(phrase("Remove a language")))

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED:
            self._show()
