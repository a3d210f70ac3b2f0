"""A PDF or a bundle of a proposal of the list, without opening it."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.model.designation import reference
from app.model.proposal import Proposal
from app.problems import Problem, Severity, stops
from app.sources.drafts import today
from app.store.entries import ProposalEntry
from app.store.targets import write_pdf
from widgets.dialogs.export import ask_export
from widgets.dialogs.files import ask_pdf
from widgets.exporting import documents_folder, plain_name
from widgets.exports import Exported, errors, size_in_words
from widgets.jobs import Ticket
from widgets.notice import Deed, Notice, of_failure, of_problems
from widgets.phrases import shorten
from widgets.places.place import Host
from widgets.places.proposals.telling import named, numbered
from widgets.places.proposals.writing import Written, read
from widgets.purposes import Choice
from widgets.words import tr

_LANE = "export-row"


class RowExports(QObject):
    """Exports; one at a time, and it can be called off in the banner."""

    def __init__(self, host: Host, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner, self._host = owner, host
        self._jobs, self._pipeline = host.desk.jobs, host.desk.pipeline

    # a PDF -----------------------------------------------------------------------------------------------------------

    def pdf(self, entry: ProposalEntry) -> None:
        """Check a proposal, ask how and whereto, and write its PDF."""
        workspace, pipeline, folder = self._host.desk.workspace, self._pipeline, entry.folder

        def look() -> tuple[Written, tuple[Problem, ...]]:
            found = read(workspace, folder)
            checked = tuple(pipeline.preflight(found.proposal, folder, today())) if found.proposal else ()
            return found, checked

        def ask(looked: tuple[Written, tuple[Problem, ...]]) -> None:
            found, checked = looked
            if found.proposal is None:
                self._tell(of_problems(found.problems))
            else:
                self._ask(entry, found.proposal, tuple(errors(checked)))

        self._jobs.start(lambda _: look(), ask, self._failed, lane=_LANE)

    def ask_choice(self, forbids: tuple[Problem, ...]) -> Choice | None:
        """Ask how the PDF shall be."""
        settings = self._host.desk.settings
        return ask_export(
            self._owner, self._host.desk.look, settings.export or Choice(), forbids, protects=settings.export_protected
        )

    def ask_target(self, folder: Path, name: str) -> Path | None:
        """Ask where the PDF goes."""
        return ask_pdf(self._owner, folder, name)

    def _ask(self, entry: ProposalEntry, proposal: Proposal, forbids: tuple[Problem, ...]) -> None:
        choice = self.ask_choice(forbids)
        if choice is None:
            return
        settings = self._host.desk.settings
        settings.export = choice
        parts = (reference(tr, proposal), proposal.title, tr("(draft)") if choice.draft else "")
        target = self.ask_target(settings.export_folder or documents_folder(), plain_name(" ".join(filter(None, parts))))
        if target is not None:
            settings.export_folder = target.parent
            self._start(entry, proposal, target, choice)

    def _start(self, entry: ProposalEntry, proposal: Proposal, target: Path, choice: Choice) -> None:
        def work(ticket: Ticket) -> Exported:
            built = self._pipeline.build(
                proposal, entry.folder, choice.preset, choice.password, lambda _: ticket.check(), draft=choice.draft
            )
            problems = tuple(built.problems)
            refused = None if stops(problems) else write_pdf(target, built.pdf)
            if stops(problems) or refused is not None:
                return Exported(target, choice, (*((refused,) if refused else ()), *problems))
            return Exported(target, choice, problems, len(built.pdf))

        text = tr("“{title}” is being exported…", title=shorten(named(entry)))
        self._tell(Notice(Severity.INFO, text, deeds=(Deed(tr("Call it off"), lambda: self._jobs.drop(_LANE)),)))
        self._jobs.start(work, self._exported, self._failed, lane=_LANE)

    def _exported(self, exported: Exported) -> None:
        if not exported.size:
            self._tell(of_problems(errors(exported.problems), tr("Not exported.")))
            return
        said = tr("Exported to {file}, {size}.", file=exported.target.name, size=size_in_words(exported.size))
        self._tell(Notice(Severity.INFO, said, file=exported.target))

    # a bundle --------------------------------------------------------------------------------------------------------

    def bundle(self, entry: ProposalEntry) -> None:
        """Ask whereto, and pack a proposal for a colleague."""
        name = plain_name(" ".join(filter(None, (numbered(entry), entry.title))))
        target = self.ask_bundle(documents_folder(), name)
        if target is None:
            return
        workspace, folder = self._host.desk.workspace, entry.folder

        def work() -> tuple[Problem, ...]:
            from app.store.bundle.packing import pack

            return pack(workspace, folder, target)

        def done(problems: tuple[Problem, ...]) -> None:
            if stops(problems):
                self._tell(of_problems(errors(problems)))
                return
            text = tr("{file} is for colleagues only: rates, costs, notes and the history are inside.", file=target.name)
            self._tell(Notice(Severity.INFO, text, tuple(problems), target))

        self._jobs.start(lambda _: work(), done, self._failed, lane="bundle")

    def ask_bundle(self, folder: Path, name: str) -> Path | None:
        """Ask where the bundle goes."""
        words = tr("Bundles for colleagues")
        file, _ = QFileDialog.getSaveFileName(
            self._owner, tr("Make a bundle"), str(folder / f"{name}.blesna"), f"{words} (*.blesna)"
        )
        target = Path(file) if file else None
        return target.with_name(f"{target.name}.blesna") if target and target.suffix.lower() != ".blesna" else target

    def _tell(self, notice: Notice | None) -> None:
        if notice is not None:
            self._host.tell(notice)

    def _failed(self, error: Exception) -> None:
        self._host.tell(of_failure(error))
