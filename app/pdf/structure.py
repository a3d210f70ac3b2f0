"""The structure tree: headings, paragraphs, lists, tables, figures and links, in reading order (ISO 32000-2, 14.7–14.8)."""

from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from app.pdf.marks import NO_LINK, Mark
from app.pdf.sound import sound

HEADINGS = frozenset({"H1", "H2", "H3"})


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
        if mark.link != NO_LINK and mark.tag != "Link":
            place = place.child("Link")
        if mark.actual:
            place = place.child("Span")
            place.actual = mark.actual
        place.kids.append(mark)
    for row in arranger.rows:
        _scope(row)
    return arranger.document


class _Arranger:
    """Knows which elements are open: the last text, the tables by their group, their rows and cells."""

    def __init__(self) -> None:
        self.document = Element("Document")
        self.rows: list[Element] = []
        self._tables: dict[str, Element] = {}
        self._row: dict[str, Element] = {}
        self._cells: dict[str, tuple[Element, int]] = {}
        self._text: tuple[str, str] = ("", "")
        self._open = self.document
        self._list = ("", self.document)

    def place(self, mark: Mark) -> Element:
        """Return the element that a mark belongs to."""
        if mark.tag in {"Figure", "Link"}:
            made = self.document.child(mark.tag)
            made.alt = mark.alt
            return made
        if (mark.tag, mark.group) == self._text:
            return self._open
        self._open = self._cell(mark) if mark.tag in {"TD", "TH"} else self._item(mark) if mark.tag == "LI" else self._plain(mark)
        self._text = (mark.tag, mark.group)
        return self._open

    def _plain(self, mark: Mark) -> Element:
        self._list = ("", self.document)
        if mark.tag in HEADINGS:
            self._tables.pop("", None)
        return self.document.child(mark.tag)

    def _item(self, mark: Mark) -> Element:
        name = mark.group.rpartition("/")[0]
        if self._list[1] is self.document or self._list[0] != name:
            self._list = (name, self.document.child("L"))
        return self._list[1].child("LI").child("LBody")

    def _cell(self, mark: Mark) -> Element:
        """Return the cell of `table/row/cell`, or of `row#cell` in a table that goes on until the next heading.

        Headings that are printed again on the next page begin a row of their own.
        """
        row_name = mark.group.rpartition("#" if "#" in mark.group else "/")[0]
        table_name = "" if "#" in mark.group else row_name.rpartition("/")[0]
        if table_name not in self._tables:
            self._tables[table_name] = self.document.child("Table")
        known = self._cells.get(mark.group)
        if known and (mark.tag == "TD" or known[1] == mark.page):
            return known[0]
        if row_name not in self._row or known:
            self._row[row_name] = self._tables[table_name].child("TR")
            self.rows.append(self._row[row_name])
            for name in [name for name in self._cells if name.startswith((f"{row_name}/", f"{row_name}#"))]:
                del self._cells[name]
        cell = self._row[row_name].child(mark.tag)
        self._cells[mark.group] = (cell, mark.page)
        return cell


def _scope(row: Element) -> None:
    """Say what headings head: their column in a row of nothing else, their row otherwise."""
    heads = [kid for kid in row.kids if isinstance(kid, Element) and kid.tag == "TH"]
    for head in heads:
        head.scope = "Column" if len(heads) == len(row.kids) else "Row"


def build(pdf: Pdf, marks: tuple[Mark, ...]) -> None:
    """Write the structure tree of the marks into the document."""
    writer = _Writer(pdf)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root.K = writer.element(arrange(marks), root)
    root.ParentTree = pdf.make_indirect(writer.parent_tree())
    root.ParentTreeNextKey = writer.next_key
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _Writer:
    """Turns elements into objects and remembers which element owns which content."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[dict[int, Object]] = [{} for _ in self._pages]
        self._annotations: list[tuple[int, Object]] = []
        self.next_key = len(self._pages)
        for key, page in enumerate(self._pages):
            page.StructParents = key
            page.Tabs = Name.S

    def element(self, source: Element, parent: Object) -> Object:
        """Write an element and everything below it."""
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + source.tag), P=parent))
        if source.alt:
            made.Alt = String(sound(source.alt))
        if source.actual:
            made.ActualText = String(source.actual)
        if source.scope:
            made.A = Dictionary(O=Name.Table, Scope=Name("/" + source.scope))
        page = next((kid.page for kid in source.kids if isinstance(kid, Mark)), None)
        if page is not None:
            made.Pg = self._pages[page]
        kids: list[object] = []
        for kid in source.kids:
            if isinstance(kid, Element):
                kids.append(self.element(kid, made))
            else:
                kids.extend(self._content(kid, page, made))
        made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _content(self, mark: Mark, page: int | None, owner: Object) -> list[object]:
        kids: list[object] = []
        if mark.mcid >= 0:
            self._owners[mark.page][mark.mcid] = owner
            if mark.page == page:
                kids.append(mark.mcid)
            else:
                kids.append(Dictionary(Type=Name.MCR, Pg=self._pages[mark.page], MCID=mark.mcid))
        if mark.link != NO_LINK:
            annotation = self._pages[mark.page].Annots[mark.link]
            annotation.StructParent = self.next_key
            self._annotations.append((self.next_key, owner))
            self.next_key += 1
            kids.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._pages[mark.page]))
        return kids

    def parent_tree(self) -> Object:
        """Return the tree that leads from content back to its elements."""
        numbers: list[object] = []
        for key, owners in enumerate(self._owners):
            numbers.extend([key, Array([owners[mcid] for mcid in sorted(owners)])])
        for key, owner in self._annotations:
            numbers.extend([key, owner])
        return Dictionary(Nums=Array(numbers))
