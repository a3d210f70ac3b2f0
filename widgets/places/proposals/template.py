"""A new proposal from a template: its name, the client, the template, and what is in it."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCompleter, QDialog, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.blocks.records import use_client
from app.model.client import Client, Contact
from app.model.clientcard import ClientCard
from app.model.proposal import LANGUAGES, Proposal
from app.model.ratecard import RateCard
from app.sources.from_brief import template_names
from app.sources.from_template import draft_from_template
from app.sources.result import Opened
from app.store.house import read_house
from app.totals import totals
from app.wording import worded
from widgets.dialogs.fitted import spread
from widgets.dialogs.request import template_words
from widgets.fields.choice import ChoiceField
from widgets.fields.text import PlainLine
from widgets.forms.makers import LANGUAGE_NAMES
from widgets.look.parts import column, empty, label, push, row, rule, scrolling, styled
from widgets.look.scale import px
from widgets.places.alive import alive
from widgets.places.place import Host
from widgets.words import hours, language, money, tr

SIZE = QSize(880, 600)
LEFT = 320
_NAME = Qt.ItemDataRole.UserRole


class TemplateDialog(QDialog):
    """Shows what a template gives before anything is made. `made` brings the proposal and what somebody should look at."""

    made = Signal(object, object)

    def __init__(self, parent: QWidget | None, host: Host, card: ClientCard | None = None, *, empty: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New proposal"))
        spread(self, SIZE)
        self._host, self._card = host, card
        self.cards: dict[str, ClientCard] = {}
        self._rates: dict[str, RateCard] = {}
        self.drafted: Opened | None = None
        self.name, self.client = PlainLine(tr("What is being proposed")), PlainLine(tr("Company"))
        self.language = ChoiceField(host.desk.look, [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES])
        self.templates = QListWidget()
        self.make = push(tr("Begin"), self._agreed, "primary")
        self._preview = QWidget()
        self._shown = column(self._preview, (0, 8, 0, 0), gap=8)
        self._build()
        self._offer(empty)
        workspace = host.desk.workspace
        usual = read_house(workspace.path, workspace.disk).language or language()
        self.language.show_value((card.client.language if card else "") or usual)
        self.client.setText(card.client.name if card else "")
        self.language.edited.connect(lambda _: self._draft())
        self.templates.currentRowChanged.connect(lambda _: self._draft())
        host.desk.jobs.start(lambda _: self._read(), alive(self, self._take_library), lambda _: None)
        self._draft()
        self.name.setFocus()

    def _build(self) -> None:
        box = column(self)
        across = row()
        left = styled(QWidget(), "frame")
        left.setFixedWidth(px(LEFT))
        self._build_left(column(left, (20, 20, 20, 16), gap=12))
        across.addWidget(left)
        across.addWidget(rule(vertical=True))
        across.addWidget(scrolling(self._preview), 1)
        box.addLayout(across, 1)
        box.addWidget(rule())
        foot = row(margins=(20, 10, 16, 12), gap=8)
        foot.addStretch(1)
        foot.addWidget(push(tr("Cancel"), self.reject))
        foot.addWidget(self.make)
        box.addLayout(foot)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.make.setDefault(True)

    def _build_left(self, box: QVBoxLayout) -> None:
        self.templates.setObjectName("plain")
        fields = (
            (tr("Title"), self.name),
            (tr("Client"), self.client),
            (tr("Language of the document"), self.language),
            (tr("Template"), self.templates),
        )
        for words, field in fields:
            cell = column(gap=4)
            above = label(words, "field")
            above.setBuddy(field)
            field.setAccessibleName(words)
            cell.addWidget(above)
            cell.addWidget(field)
            box.addLayout(cell, 1 if field is self.templates else 0)

    def _offer(self, empty_one: bool) -> None:
        names = list(template_names(self._host.desk.workspace))
        for name in ["", *names]:
            item = QListWidgetItem(template_words(name) if name else tr("Empty"))
            item.setData(_NAME, name)
            self.templates.addItem(item)
        self.templates.setCurrentRow(0 if empty_one or not names else 1)

    # what it is made of ----------------------------------------------------------------------------------------------

    def _read(self) -> tuple[dict[str, ClientCard], dict[str, RateCard]]:
        library = self._host.desk.workspace.library
        cards = {one.value.client.name: one.value for one in library.clients.all().records if one.value.client.name}
        return cards, {one.value.id: one.value for one in library.rate_cards.all().records}

    def _take_library(self, found: tuple[dict[str, ClientCard], dict[str, RateCard]]) -> None:
        self.cards, self._rates = found
        completer = QCompleter(sorted(self.cards, key=str.casefold), self.client)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.client.setCompleter(completer)

    def _draft(self) -> None:
        """Make the draft anew, away from the window."""
        item = self.templates.currentItem()
        name, spoken = str(item.data(_NAME)) if item else "", str(self.language.value or language())
        workspace = self._host.desk.workspace
        self.make.setEnabled(False)
        self.drafted = None
        self._host.desk.jobs.start(
            lambda _: draft_from_template(name, spoken, workspace), alive(self, self._show), lambda _: None, lane="template"
        )

    def _show(self, found: Opened) -> None:
        self.drafted = found
        self.make.setEnabled(found.proposal is not None)
        empty(self._shown)
        if found.proposal is None:
            for one in found.problems[:2]:
                self._shown.addWidget(label(worded(one, language()), "complaint", wrap=True))
            return
        proposal = found.proposal
        self._shown.addWidget(label(proposal.title or tr("Empty"), "title", wrap=True))
        sums = totals(proposal.estimate, proposal.currency)
        if not proposal.estimate.sections:
            self._shown.addWidget(label(tr("Cover, letter, team, terms: the texts of a draft."), "quiet", wrap=True))
            return
        self._shown.addWidget(label(f"{hours(sums.hours)} · {money(sums.total, sums.currency)}", "quiet"))
        for part in proposal.estimate.sections:
            block = column(gap=4)
            block.setContentsMargins(0, 12, 0, 0)
            block.addWidget(label(part.title, "strong", wrap=True))
            block.addWidget(label("\n".join(item.title for item in part.items), "quiet", wrap=True))
            self._shown.addLayout(block)

    # making ----------------------------------------------------------------------------------------------------------

    def _agreed(self) -> None:
        if self.drafted is None or self.drafted.proposal is None:
            return
        proposal, problems = self._addressed(self.drafted.proposal), self.drafted.problems
        self.accept()
        self.made.emit(proposal, problems)

    def _addressed(self, proposal: Proposal) -> Proposal:
        """Give a draft its name and its client: one that the library knows comes with everything that is known."""
        typed = " ".join(self.client.text().split())
        own = self._card if self._card is not None and self._card.client.name == typed else None
        card = own or next((one for name, one in self.cards.items() if name.casefold() == typed.casefold()), None)
        title = " ".join(self.name.text().split())
        proposal = replace(proposal, title=title or proposal.title)
        if card is None:
            return replace(proposal, client=Client(name=typed), contact=Contact())
        chosen = str(self.language.value or proposal.language)
        used = use_client(proposal, card, rates=self._rates.get(card.rate_card)).proposal
        return replace(used, language=chosen)
