"""To whom, by whom, for what; what stands against it; and how far it is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from app.pipeline import Preset
from app.problems import Problem
from widgets.desk import Desk
from widgets.estimate.signer import SignerField
from widgets.fields.choice import ChoiceField
from widgets.fields.text import PlainLine
from widgets.life.against import Against
from widgets.life.asking import Asking
from widgets.look.parts import column, label, row
from widgets.purposes import PURPOSES
from widgets.words import tr

WIDTH, STEPS = 560, 100
SENT_FOR = (Preset.STANDARD, Preset.SCREEN, Preset.PRINT, Preset.ARCHIVE)


class SendDialog(Asking):
    """Asks what sending needs. `agree` calls `send`; while a PDF is being made, leaving calls it off.

    `go` gets the path of what somebody wants to put right first.
    """

    def __init__(self, parent: QWidget | None, desk: Desk, send: Callable[[], object], go: Callable[[str], object]) -> None:
        proposal = desk.session.proposal
        sentence = tr(
            "The PDF is made and frozen as revision {n} with everything it was made of. Then attach it to your letter. This"
            " cannot be undone: whatever is changed later, or undone, begins revision {next}.",
            n=proposal.revision,
            next=proposal.revision + 1,
        )
        super().__init__(parent, tr("Mark as sent"), tr("Freeze and mark as sent"), sentence, WIDTH)
        self._desk, self._send, self._go = desk, send, go
        self.call_off: Callable[[], object] | None = None
        self.to, self.note = PlainLine(tr("Name or address")), PlainLine(tr("By e-mail, on the phone…"))
        self.by = SignerField(desk)
        self.preset = ChoiceField(desk.look, [(preset, tr(PURPOSES[preset].name)) for preset in SENT_FOR])
        self.bar = QProgressBar()
        self._fields = QWidget()
        self._shown: Against | None = None
        self._against = column()
        self._build()
        self._fill()
        self.show_against((*desk.pages.forbidding, *(layout.checked if (layout := desk.pages.layout) else ())))

    def _build(self) -> None:
        inside = column(self._fields, gap=8)
        own, self.box = self.box, inside
        self.field(tr("To"), self.to)
        pair = row(gap=12)
        for name, widget in ((tr("By"), self.by), (tr("What is the PDF for?"), self.preset)):
            cell = column(gap=8)
            above = label(name, "field")
            above.setBuddy(widget)
            widget.setAccessibleName(name)
            cell.addWidget(above)
            cell.addWidget(widget)
            pair.addLayout(cell, 1)
        inside.addLayout(pair)
        self.field(tr("Note, for the history"), self.note)
        self.box = own
        self.box.addWidget(self._fields)
        self.box.addSpacing(8)
        self.box.addLayout(self._against)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Making the PDF"))
        self.bar.hide()
        self.said = label("", "small", wrap=True)
        self.said.hide()
        self.box.addWidget(self.bar)
        self.box.addWidget(self.said)
        self.foot(cancel=self.reject)
        self.to.textChanged.connect(lambda _: self._refresh())
        self.by.wanted.connect(self._say)

    def _fill(self) -> None:
        proposal, known = self._desk.session.proposal, self._desk.settings.export
        contact = proposal.contact
        self.to.setText(", ".join(filter(None, (contact.name or proposal.client.name, contact.email))))
        self.preset.show_value(known.preset if known else Preset.STANDARD)

    def show_against(self, problems: Sequence[Problem]) -> None:
        """Show what stands against it, and let it be sent only where nothing forbids it."""
        while self._against.count():
            item = self._against.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self._shown = Against(self._desk.look, self._desk.session.proposal, problems, self._leads)
        self._against.addWidget(self._shown)
        self._refresh()

    @property
    def _forbidden(self) -> bool:
        return self._shown is not None and self._shown.forbidding > 0

    def show_part(self, part: float) -> None:
        """Show how much of the PDF is made."""
        self.bar.setRange(0, STEPS)
        self.bar.setValue(round(STEPS * part))

    def working(self, call_off: Callable[[], object]) -> None:
        """Nothing can be typed while the PDF is being made."""
        self.call_off = call_off
        self._fields.setEnabled(False)
        self.agree.setEnabled(False)
        self.bar.setRange(0, 0)
        self.bar.show()
        self.said.setText(tr("Making the PDF…"))
        self.said.show()
        self.leave.setFocus()
        self.fit()

    def rest(self, said: str = "") -> None:
        """It came to nothing: ask again, and say why."""
        self.call_off = None
        self._fields.setEnabled(True)
        self.bar.hide()
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self._refresh()

    def agreed(self) -> None:
        """Send, where everybody is named."""
        if self.call_off is None and self.to.text().strip() and not self._forbidden and self.by.name():
            self._send()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.fit()

    def reject(self) -> None:
        """Leave; while the PDF is being made, call that off first."""
        if self.call_off is not None:
            self.call_off()
            self.said.setText(tr("Calling it off…"))
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field agrees."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.agree.isEnabled():
            self.agreed()
            return
        super().keyPressEvent(event)

    def _leads(self, path: str) -> None:
        if self.call_off is None:
            super().reject()
            self._go(path)

    def _refresh(self) -> None:
        named = bool(self.to.text().strip())
        self.to.mark("" if named else tr("To whom? It stands in the history for ever."))
        self.agree.setEnabled(self.call_off is None and named and not self._forbidden)
        self.fit()
