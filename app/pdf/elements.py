"""What a document is made of: its marks sorted into headings, paragraphs, lists, tables, contents, figures and links."""

from dataclasses import dataclass, field

from app.pdf.marks import NO_LINK, Mark

HEADINGS = frozenset({"H1", "H2", "H3"})
ALONE = frozenset({"Figure", "Link", "Form"})
"""Roles that are complete with one mark."""


@dataclass(slots=True)
class Element:
    """An element in the making. Kids are elements, or marks of its own content."""

    tag: str
    kids: "list[Element | Mark]" = field(default_factory=list)
    alt: str = ""
    actual: str = ""
    scope: str = ""

    def child(self, tag: str) -> "Element":
        """Add an element below this one."""
        made = Element(tag)
        self.kids.append(made)
        return made


def arrange(marks: tuple[Mark, ...]) -> Element:
    """Sort marks into elements: neighbours of one group join, cells stand in rows and tables, items in lists."""
    arranger = _Arranger()
    for mark in marks:
        place = arranger.place(mark)
        if mark.link != NO_LINK and mark.mcid >= 0:
            place = place.child("Link")
        if mark.actual:
            place = place.child("Span")
            place.actual = mark.actual
        place.kids.append(mark)
    for row in arranger.rows:
        _scope(row)
    return arranger.document


class _Arranger:
    """Knows which elements are open: the last text, the tables by their group, their rows and cells, the contents."""

    def __init__(self) -> None:
        self.document = Element("Document")
        self.rows: list[Element] = []
        self._tables: dict[str, Element] = {}
        self._row: dict[str, Element] = {}
        self._cells: dict[str, dict[str, tuple[Element, int]]] = {}
        self._text: tuple[str, str] = ("", "")
        self._open = self.document
        self._list = ("", self.document)
        self._contents: Element | None = None
        self._entries: dict[str, Element] = {}

    def place(self, mark: Mark) -> Element:
        """Return the element that a mark belongs to."""
        if mark.tag in ALONE:
            made = self.document.child(mark.tag)
            made.alt = mark.alt
            return made
        if mark.tag == "TOCI":
            return self._entry(mark)
        if (mark.tag, mark.group) == self._text:
            return self._open
        self._open = self._cell(mark) if mark.tag in {"TD", "TH"} else self._item(mark) if mark.tag == "LI" else self._plain(mark)
        self._text = (mark.tag, mark.group)
        return self._open

    def _plain(self, mark: Mark) -> Element:
        self._list = ("", self.document)
        if mark.tag in HEADINGS:
            self._tables.pop("", None)
            self._contents = None
        return self.document.child(mark.tag)

    def _item(self, mark: Mark) -> Element:
        name = mark.group.rpartition("/")[0]
        if self._list[1] is self.document or self._list[0] != name:
            self._list = (name, self.document.child("L"))
        return self._list[1].child("LI").child("LBody")

    def _entry(self, mark: Mark) -> Element:
        """Return the entry of the contents; its words move into a link when there is one to click."""
        self._text = ("", "")
        if self._contents is None:
            self._contents, self._entries = self.document.child("TOC"), {}
        entry = self._entries.get(mark.group)
        if entry is None:
            entry = self._entries[mark.group] = self._contents.child("TOCI")
        if mark.link != NO_LINK and mark.mcid < 0 and entry.tag == "TOCI":
            words, entry.kids = entry.kids, []
            entry = self._entries[mark.group] = entry.child("Reference").child("Link")
            entry.kids = words
        return entry

    def _cell(self, mark: Mark) -> Element:
        """Return the cell of `table/row/cell`, or of `row#cell` in a table that goes on until the next heading.

        Headings that are printed again on the next page begin a row of their own.
        """
        row_name = mark.group.rpartition("#" if "#" in mark.group else "/")[0]
        cells = self._cells.setdefault(row_name, {})
        table = self._table("" if "#" in mark.group else row_name.rpartition("/")[0])
        known = cells.get(mark.group)
        if known and (mark.tag == "TD" or known[1] == mark.page):
            return known[0]
        if row_name not in self._row or known:
            self._row[row_name] = table.child("TR")
            self.rows.append(self._row[row_name])
            cells.clear()
        cell = self._row[row_name].child(mark.tag)
        cells[mark.group] = (cell, mark.page)
        return cell

    def _table(self, name: str) -> Element:
        if name not in self._tables:
            self._tables[name] = self.document.child("Table")
        return self._tables[name]


def _scope(row: Element) -> None:
    """Say what headings head: their column in a row of nothing else, their row otherwise."""
    heads = [kid for kid in row.kids if isinstance(kid, Element) and kid.tag == "TH"]
    for head in heads:
        head.scope = "Column" if len(heads) == len(row.kids) else "Row"
