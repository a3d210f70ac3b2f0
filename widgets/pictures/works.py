"""The works of a gallery: a grid with what may be shown, and the fields of the one that is chosen."""

from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from app.edits import gallery
from app.edits.several import carry, move_several, remove_several
from app.i18n import phrase
from app.model.path import exists, get
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.sources.drafts import today
from widgets.desk import Desk
from widgets.fields.picture import ask_pictures
from widgets.forms.form import Form
from widgets.forms.rows import ITEMS
from widgets.look.leaving import let_go
from widgets.look.parts import column, empty, label, push, row, rule, styled, tool
from widgets.phrases import Phrase, say, shorten
from widgets.pictures.offer import Source
from widgets.pictures.permission import badge_of
from widgets.pictures.placing import put_pictures, put_works
from widgets.pictures.receiver import Receiver
from widgets.pictures.several_works import SeveralWorks
from widgets.pictures.tiles import Load, Spot, Step, Tile, Tiles, coming_tile
from widgets.session import Change, Kind
from widgets.words import tr, tr_plural

NONE = phrase("No works yet. Drop pictures or a folder of them here: each picture becomes a work. Or add one by hand.")
HINT = phrase("Drag works to put them in order; drop pictures on a work to add them to it, between works to make new ones.")


class WorksField(QWidget):
    """The list of references at a path, `sections/ID/items`."""

    def __init__(self, desk: Desk, path: str) -> None:
        super().__init__()
        self._desk, self._path, self._section = desk, path, path.split("/")[1]
        self._forms: dict[Step, Form] = {}
        self.form: Form | None = None
        self.several: SeveralWorks | None = None
        styled(self, "receiver")
        self.tiles = Tiles(desk.session, path, desk.look, desk.media, onto=True)
        self.tiles.setAccessibleName(tr("Works"))
        self.tiles.setAccessibleDescription(tr("Alt with the arrow keys puts them in order, Delete takes them out"))
        self._none = label(tr(NONE), "quiet", wrap=True)
        self._hint = label(tr(HINT), "small", wrap=True)
        self._head, self._below = row(gap=4), column(gap=12)
        self._build()
        self._connect()
        Receiver(self, lambda sources: self.take(sources, Spot(len(self._works()))))
        self._refresh()

    def _build(self) -> None:
        box = column(self, gap=8)
        box.addWidget(self.tiles)
        box.addWidget(self._none)
        adds = row(gap=8)
        adds.addWidget(push(tr("Add a work"), self._add))
        adds.addWidget(push(tr("Add pictures…"), self._choose))
        adds.addStretch(1)
        box.addLayout(adds)
        box.addWidget(self._hint)
        self._rule = rule()
        box.addWidget(self._rule)
        box.addLayout(self._head)
        box.addLayout(self._below)

    def _connect(self) -> None:
        tiles = self.tiles
        tiles.moved.connect(self._move)
        tiles.carried.connect(self._carry)
        tiles.received.connect(self.take)
        tiles.removed.connect(self._remove)
        tiles.opened.connect(lambda: self.form.focus_first() if self.form is not None else None)
        tiles.chosen.connect(self._show_chosen)
        self._desk.session.changed.connect(self._changed)
        self._desk.media.loaded.connect(tiles.viewport().update)
        self._desk.media.intake.arrived.connect(self._arrived)
        self._desk.media.intake.ended.connect(self._refresh)

    def _arrived(self, where: str) -> None:
        if where == self._path:
            self._refresh()

    def focus_path(self, path: str) -> bool:
        """Choose the work of a path and put the focus into its field. Return whether there is one."""
        step, slash, rest = path.removeprefix(f"{self._path}/").partition("/")
        works = self._works()
        if step.isdecimal() and int(step) < len(works) and step not in {work.id for work in works}:
            step = works[int(step)].id
        if path == self._path or step not in {work.id for work in works}:
            return False
        self.tiles.choose([step])
        if self.form is None:
            return False
        if not slash:
            self.form.focus_first()
            return True
        return self.form.focus_path(f"{self._path}/{step}/{rest}")

    def take(self, sources: tuple[Source, ...], spot: Spot) -> None:
        """Take pictures in: into the work they were dropped on, or each as a new work before another one."""
        session, intake, section = self._desk.session, self._desk.media.intake, self._section
        if spot.onto is None:
            intake.begin(sources, lambda taken: put_works(session, section, taken, spot.before), self._path)
            return
        path = f"{self._path}/{spot.onto}/pictures"
        intake.begin(sources, lambda taken: put_pictures(session, path, taken), path)

    def _works(self) -> tuple[Reference, ...]:
        proposal = self._desk.session.proposal
        found = get(proposal, self._path) if exists(proposal, self._path) else ()
        return found if isinstance(found, tuple) else ()

    def _refresh(self, chosen: tuple[Step, ...] = ()) -> None:
        works = self._works()
        for step in set(self._forms) - {work.id for work in works}:
            let_go(self._forms.pop(step))
        coming = [coming_tile(taken) for taken in self._desk.media.intake.coming(self._path)]
        self.tiles.show_tiles([*(_tile(work) for work in works), *coming], chosen)
        self.tiles.setVisible(bool(works or coming))
        self._none.setVisible(not works and not coming)
        self._hint.setVisible(bool(works))
        self._show_chosen()

    def _show_chosen(self) -> None:
        steps = tuple(step for step in self.tiles.steps() if isinstance(step, str))
        self._show_head(steps)
        if self.several is not None:
            let_go(self.several)
            self.several = None
        self.form = self._form(steps[0]) if len(steps) == 1 else None
        for form in self._forms.values():
            form.setVisible(form is self.form)
        if len(steps) > 1:
            self.several = SeveralWorks(self._desk, self._path, steps)
            self._below.addWidget(self.several)

    def _form(self, step: str) -> Form:
        if step not in self._forms:
            made = Form(self._desk, f"{self._path}/{step}", ITEMS[Reference], f"{self._path}/{step}/title")
            self._forms[step] = made
            self._below.addWidget(made)
        return self._forms[step]

    def _show_head(self, steps: tuple[str, ...]) -> None:
        empty(self._head)
        self._rule.setVisible(bool(steps))
        if not steps:
            return
        title = self._title(steps[0]) if len(steps) == 1 else tr_plural("{n} work", "{n} works", len(steps))
        self._head.addWidget(label(shorten(title, 60) or tr("Without a name"), "subtitle"), 1)
        if len(steps) == 1:
            keep = partial(self._desk.librarian.keep_reference, f"{self._path}/{steps[0]}")
            self._head.addWidget(tool(self._desk.look, "library", tr("Save to the library"), keep))
            self._head.addWidget(tool(self._desk.look, "duplicate", tr("Duplicate"), partial(self._duplicate, steps[0])))
        words = tr("Remove") if len(steps) == 1 else tr_plural("Remove {n} work", "Remove {n} works", len(steps))
        self._head.addWidget(tool(self._desk.look, "remove", words, partial(self._remove, steps)))

    def _title(self, step: Step) -> str:
        return next((work.title for work in self._works() if work.id == step), "")

    # edits ---------------------------------------------------------------------------------------------------------

    def _edit(self, after: Proposal, naming: Phrase, chosen: tuple[Step, ...] = ()) -> None:
        self._desk.session.edit(after, naming)
        if chosen:
            self._refresh(chosen)

    def _add(self) -> None:
        proposal = self._desk.session.proposal
        work = gallery.new_reference(proposal, self._section)
        self._edit(gallery.add_reference(proposal, self._section, work), say(phrase("Add a work")), (work.id,))
        if self.form is not None:
            self.form.focus_first()

    def _choose(self) -> None:
        files = ask_pictures(self, many=True)
        if files:
            self.take(tuple(files), Spot(len(self._works())))

    def _move(self, steps: tuple[Step, ...], before: int) -> None:
        after = move_several(self._desk.session.proposal, self._path, steps, before)
        self._edit(after, self._named(steps, phrase("Move “{title}”"), phrase("Move {n} works")), steps)

    def _carry(self, load: Load, spot: Spot) -> None:
        """Take pictures over from another work: into a work, or as a work of their own."""
        proposal, target = self._desk.session.proposal, spot.onto
        if not load.path.endswith("/pictures"):
            return
        if target is None:
            made = gallery.new_reference(proposal, self._section)
            proposal, target = gallery.add_reference(proposal, self._section, made, spot.before), made.id
        after = carry(proposal, load.path, load.steps, f"{self._path}/{target}/pictures")
        title = shorten(self._title(target)) or tr("Without a name")
        naming = say(phrase("Move a picture to “{title}”"), title=title)
        if len(load.steps) > 1:
            naming = say(phrase("Move {n} pictures to “{title}”"), n=str(len(load.steps)), title=title)
        self._edit(after, naming)

    def _remove(self, steps: tuple[Step, ...]) -> None:
        named = self._named(steps, phrase("Remove “{title}”"), phrase("Remove {n} works"))
        self._edit(remove_several(self._desk.session.proposal, self._path, steps), named)

    def _duplicate(self, step: str) -> None:
        after = gallery.duplicate_reference(self._desk.session.proposal, self._section, step)
        naming = say(phrase("Duplicate “{title}”"), title=shorten(self._title(step)))
        before = {work.id for work in self._works()}
        self._edit(after, naming)
        self._refresh(tuple(work.id for work in self._works() if work.id not in before))

    def _named(self, steps: tuple[Step, ...], one: str, many: str) -> Phrase:
        return say(one, title=shorten(self._title(steps[0]))) if len(steps) == 1 else say(many, n=str(len(steps)))

    def _changed(self, change: Change) -> None:
        if change.kind is not Kind.EDITED or not exists(change.after, self._path):
            return
        before = get(change.before, self._path) if exists(change.before, self._path) else ()
        if before is get(change.after, self._path):
            return
        known = {work.id for work in before}
        come = tuple(work.id for work in self._works() if work.id not in known)
        at_work = self.form is not None and self.form.isAncestorOf(QApplication.focusWidget() or self)
        self._refresh(() if at_work else come)


def _tile(work: Reference) -> Tile:
    count = len(work.pictures)
    more = tr_plural("{n} picture", "{n} pictures", count) if count != 1 else ""
    under = " · ".join(filter(None, (work.client, work.year, more)))
    return Tile(work.id, work.title, under, work.pictures[0] if work.pictures else None, badge_of(work, today()))
