"""The values behind the texts of a page, as they are typed there: each takes what is typed, and tells when it is another."""

from typing import Protocol

from app.edits.fields import set_value
from app.model.notation import parse, write
from app.model.path import exists, get
from app.model.richtext import Paragraph, RichText
from widgets.forms.rows import Fill
from widgets.models.arithmetic import BadInputError
from widgets.models.estimate_columns import OF_FIELD
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.models.estimate_typing import enter, typed_form
from widgets.naming import of_field
from widgets.preview.meaning import FieldAt
from widgets.session import Session

LONG = (Fill.TEXT, Fill.RICH, Fill.NOTE)


class Value(Protocol):
    """One value. `single` lines end with Enter; what is not `live` is taken when one is done."""

    single: bool
    live: bool

    def form(self) -> str | None:
        """Return what is typed; None where the value is no more."""

    def same(self, typed: str) -> bool:
        """Tell whether this is what the value is, however it is spelled."""

    def take(self, typed: str) -> str:
        """Take what is typed. Return why it cannot be taken."""


def value_at(session: Session, field: FieldAt, origin: str) -> Value | None:
    """Return the value that a text of a page shows; None where one cannot type it there."""
    if not field.typed or not exists(session.proposal, field.path):
        return None
    node = get(session.proposal, field.path)
    if isinstance(node, RichText):
        steps = origin.removeprefix(f"{field.path}/").split("/")
        return ParagraphValue(session, field, int(steps[1])) if steps[0] == "paragraphs" and len(steps) == 2 else None
    if isinstance(node, str):
        return WordsValue(session, field)
    steps = field.path.split("/")
    in_cell = len(steps) == 6 and steps[1] == "sections" and steps[3] == "items" and steps[5] in OF_FIELD
    return CellValue(session, field) if in_cell else None


class WordsValue:
    """A plain text."""

    live = True

    def __init__(self, session: Session, field: FieldAt) -> None:
        self._session, self._path = session, field.path
        self.single = field.fill not in LONG
        owner = field.title if field.title != field.path and exists(session.proposal, field.title) else ""
        self._naming = of_field(field.what, field.path, owner)

    def form(self) -> str | None:
        """Return the text."""
        return str(get(self._session.proposal, self._path)) if exists(self._session.proposal, self._path) else None

    def same(self, typed: str) -> bool:
        """Tell whether this is the text."""
        return self.form() == typed

    def take(self, typed: str) -> str:
        """Take the text; a single line has no breaks."""
        text = " ".join(typed.split("\n")) if self.single else typed
        self._session.edit(set_value(self._session.proposal, self._path, text), self._naming, merge=self._path)
        return ""


class ParagraphValue:
    """One paragraph of a rich text in its notation; it may become several, or none."""

    single, live = False, True

    def __init__(self, session: Session, field: FieldAt, index: int) -> None:
        self._session, self._path = session, field.path
        owner = field.title if exists(session.proposal, field.title) else ""
        self._naming = of_field(field.what, field.path, owner)
        paragraphs = self._paragraphs() or ()
        self._before, self._behind = paragraphs[:index], paragraphs[index + 1 :]

    def form(self) -> str | None:
        """Return the notation of what stands between the neighbours; None where these have changed."""
        paragraphs = self._paragraphs()
        if paragraphs is None:
            return None
        first, last = len(self._before), len(paragraphs) - len(self._behind)
        alike = [one.runs for one in paragraphs[:first]] == [one.runs for one in self._before]
        alike = alike and [one.runs for one in paragraphs[last:]] == [one.runs for one in self._behind]
        return write(RichText(paragraphs[first:last])) if alike and first <= last else None

    def same(self, typed: str) -> bool:
        """Tell whether this is what stands there."""
        form = self.form()
        return form is not None and write(parse(form)) == write(parse(typed))

    def take(self, typed: str) -> str:
        """Take the paragraph; those of a list are numbered anew."""
        whole = RichText((*self._before, *parse(typed).paragraphs, *self._behind))
        text = parse(write(whole))
        self._session.edit(set_value(self._session.proposal, self._path, text), self._naming, merge=self._path)
        return ""

    def _paragraphs(self) -> tuple[Paragraph, ...] | None:
        if not exists(self._session.proposal, self._path):
            return None
        found: RichText = get(self._session.proposal, self._path)
        return found.paragraphs


class CellValue:
    """A figure of a line of the estimate: typed as in the grid, sums and all, and taken when one is done."""

    single, live = True, False

    def __init__(self, session: Session, field: FieldAt) -> None:
        self._session = session
        steps = field.path.split("/")
        self._row, self._column = GridRow(RowKind.ITEM, steps[2], steps[4]), OF_FIELD[steps[5]]

    def form(self) -> str | None:
        """Return the figure as it is typed."""
        proposal = self._session.proposal
        return typed_form(proposal, self._row, self._column) if exists(proposal, self._row.path) else None

    def same(self, typed: str) -> bool:
        """Tell whether this is the figure."""
        return self.form() == typed

    def take(self, typed: str) -> str:
        """Take the figure."""
        if self.same(typed):
            return ""
        try:
            entered = enter(self._session.proposal, self._row, self._column, typed)
        except BadInputError as error:
            return str(error.reason)
        if entered is not None:
            self._session.edit(entered.proposal, entered.naming)
        return ""
