"""Sections in two levels while they are filled, and the variants of the whole among them."""

from itertools import chain

from app.intake import rowwords
from app.intake.columnset import ColumnMap
from app.intake.drafts import MOST_CANDIDATES, SectionDraft, Sums, running_sums
from app.intake.figures import FigureReader
from app.intake.headingwords import Field
from app.intake.recurrence import period_in_section
from app.intake.rowkinds import KnownRow
from app.intake.variants import variant_of_section
from app.model.estimate import EstimateSection, Period
from app.model.package import Package
from app.problems import Severity

_OPTIONAL = ("опци", "optional", "по желанию", "options", "дополнительные опции")
_DUE = {Period.MONTH: "estimate-section-monthly", Period.YEAR: "estimate-section-yearly"}


class SectionTree:
    """The sections of a sheet. `levels` are those of titles, by the numbers of their rows; `current` is being filled."""

    def __init__(self, reader: FigureReader, currency: str) -> None:
        self._reader = reader
        self._currency = currency
        self.levels: dict[int, int] = {}
        self.drafts: list[SectionDraft] = []
        self.current: SectionDraft | None = None
        self._outer: list[SectionDraft] = []
        self._by_title: dict[tuple[str, str], SectionDraft] = {}
        self._variants: list[str] = []
        self._settled: list[Sums] = []

    def section(self) -> SectionDraft:
        """Return the section that is being filled, one without a title where none has begun."""
        if self.current is None:
            self.current = SectionDraft(currency=self._currency)
            self.drafts.append(self.current)
        return self.current

    def sums(self) -> tuple[Sums, ...]:
        """Return the sums of the current section, with the one before it, and so on to all.

        A file may have thousands of totals: what the sections above come to is kept.
        """
        if self.current is None:
            return (Sums(),)
        if self.current is not self.drafts[-1]:
            self._settled.clear()
            others = (draft for draft in reversed(self.drafts) if draft is not self.current)
            return running_sums(chain((self.current,), others))
        for draft in self.drafts[len(self._settled) : -1]:
            self._settled.append((self._settled[-1] if self._settled else Sums()) + draft.sums)
        found = running_sums(self.drafts[: -MOST_CANDIDATES - 1 : -1])
        whole = self._settled[-1] + self.current.sums if self._settled else self.current.sums
        return (*found, whole)

    def go_to(self, known: KnownRow, columns: ColumnMap) -> None:
        """Go on with the section that the columns of a row name, or begin it."""
        names = []
        for field in (Field.SECTION, Field.SUBSECTION):
            cell = known.row.cell(columns.column(field))
            named = cell is not None and cell.column != known.column
            names.append(rowwords.without_numbering(cell.text) if cell and named else "")
        if any(names):
            self._return_to(names[0] or self._top_title(), names[1], known)

    def _top_title(self) -> str:
        """A blank cell of stages goes on with the stage above it."""
        top = self.current.parent or self.current if self.current else None
        return top.title if top else ""

    def _return_to(self, title: str, inner: str, known: KnownRow) -> None:
        if (title, "") not in self._by_title:
            self._by_title[title, ""] = self._draft(title, known, None)
        top = self._by_title[title, ""]
        if inner and (title, inner) not in self._by_title:
            self._by_title[title, inner] = self._draft(inner, known, top)
        self.current = self._by_title[title, inner]
        if self.current is not self.drafts[-1]:
            self._settled.clear()

    def begin(self, known: KnownRow) -> SectionDraft:
        """Begin the section that a row is the title of. One of a third level has the title of the second before its own."""
        title = rowwords.without_numbering(known.text).rstrip(" :")
        level = min(self.levels.get(known.row.number, 1), len(self._outer) + 1)
        self._outer = self._outer[: level - 1]
        parent = self._outer[0] if self._outer else None
        draft = self._draft(title, known, parent)
        if level > 2:
            draft.title = f"{self._outer[-1].title} — {title}"
        self._outer.append(draft)
        self.current = draft
        return draft

    def _draft(self, title: str, known: KnownRow, parent: SectionDraft | None) -> SectionDraft:
        draft = SectionDraft(title, number=known.number, parent=parent, currency=self._currency)
        draft.place = (known.row.number, known.column)
        own = rowwords.plain(title).startswith(_OPTIONAL)
        draft.optional = own or (parent is not None and parent.optional)
        if own:
            self._tell("estimate-section-optional", draft)
        period = period_in_section(title)
        if period:
            self._tell(_DUE[period], draft)
        draft.period = period or (parent.period if parent else Period.ONCE)
        self._mark_variant(draft)
        self.drafts.append(draft)
        return draft

    def _mark_variant(self, draft: SectionDraft) -> None:
        """Of variants of the whole the first one counts; what is within a variant belongs to it."""
        label = variant_of_section(draft.title)
        if draft.parent and draft.parent.variant:
            draft.variant, draft.elsewhere = draft.parent.variant, draft.parent.elsewhere
        elif label:
            draft.variant = label
            draft.elsewhere = bool(self._variants) and label != self._variants[0]
            if label not in self._variants:
                self._variants.append(label)

    def _tell(self, code: str, draft: SectionDraft) -> None:
        self._reader.tell(code, *draft.place, Severity.INFO, title=draft.title[:60])

    def finished(self) -> tuple[list[SectionDraft], tuple[EstimateSection, ...], tuple[Package, ...]]:
        """Return the sections that have items, or sections with items in them, in order: those within others right behind
        them. Two variants or more become packages.
        """
        filled = {id(draft) for draft in self.drafts if draft.entries}
        filled |= {id(draft.parent) for draft in self.drafts if draft.entries and draft.parent}
        kept = [draft for draft in self.drafts if id(draft) in filled]
        within: dict[int, list[SectionDraft]] = {}
        for draft in kept:
            if draft.parent:
                within.setdefault(id(draft.parent), []).append(draft)
        drafts = [one for top in kept if not top.parent for one in (top, *within.get(id(top), ()))]
        packages = self._packages(drafts)
        ids = {label: package.id for label, package in packages.items()}
        sections = tuple(draft.section(f"s{number}", ids.get(draft.variant, "")) for number, draft in enumerate(drafts, start=1))
        for draft in drafts:
            for group in dict.fromkeys(draft.groups.values()):
                place = next(at for at, name in draft.groups.items() if name == group)
                entry, count = draft.entries[place], sum(name == group for name in draft.groups.values())
                facts = {"group": group, "count": str(count)}
                self._reader.tell("estimate-alternatives", entry.row, entry.column, Severity.INFO, **facts)
        return drafts, sections, tuple(packages.values())

    def _packages(self, drafts: list[SectionDraft]) -> dict[str, Package]:
        named = {
            draft.variant: draft for draft in reversed(drafts) if draft.variant and not (draft.parent and draft.parent.variant)
        }
        labels = [label for label in self._variants if label in named]
        if len(labels) < 2:
            return {}
        first = named[labels[0]]
        titles = ", ".join(named[label].title for label in labels)
        self._reader.tell("estimate-variants-packages", *first.place, Severity.WARNING, titles=titles, first=first.title)
        return {label: Package(id=f"k{number}", title=named[label].title) for number, label in enumerate(labels, start=1)}
