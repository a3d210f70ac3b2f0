"""The structure tree: headings, paragraphs, lists, tables, figures and links, in reading order (ISO 32000-2, 14.7–14.8)."""

from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from app.pdf.marks import NO_LINK, Mark


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
    """Sort marks into elements: groups join, cells stand in rows and tables, items in lists."""
    document = Element("Document")
    known: dict[tuple[str, str], Element] = {}
    for mark in marks:
        place = _place(mark, document, known)
        if mark.link != NO_LINK and mark.tag != "Link":
            place = place.child("Link")
        if mark.actual:
            place = place.child("Span")
            place.actual = mark.actual
        place.kids.append(mark)
    for (tag, _), element in known.items():
        if tag == "TR":
            _scope(element)
    return document


def _place(mark: Mark, document: Element, known: dict[tuple[str, str], Element]) -> Element:
    """Return the element that a mark belongs to."""
    path = mark.group.split("/")
    if mark.tag in {"TD", "TH"}:
        table = _known("Table", "/".join(path[:-2]), document, known)
        row = _known("TR", "/".join(path[:-1]), table, known)
        return _known(mark.tag, mark.group, row, known)
    if mark.tag == "LI":
        whole = _known("L", "/".join(path[:-1]), document, known)
        return _known("LBody", mark.group, _known("LI", mark.group, whole, known), known)
    if not mark.group:
        made = document.child(mark.tag)
        made.alt = mark.alt
        return made
    return _known(mark.tag, mark.group, document, known)


def _known(tag: str, group: str, parent: Element, known: dict[tuple[str, str], Element]) -> Element:
    if (tag, group) not in known:
        known[tag, group] = parent.child(tag)
    return known[tag, group]


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
            made.Alt = String(source.alt)
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
