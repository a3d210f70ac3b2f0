"""The structure tree as objects of the file (ISO 32000-2, 14.7–14.8).

They are written as the file's own notation and not through pikepdf: a long document has thousands of them.
An object's number is also its key in the parent tree, so that no counting is needed.
"""

from dataclasses import dataclass, field

from app.pdf.elements import Element, arrange
from app.pdf.marks import NO_LINK, Mark
from app.pdf.numbers import utf16
from app.pdf.sound import sound


@dataclass(frozen=True, slots=True)
class Tree:
    """The objects of a structure tree by their number; `root` is the number of the first."""

    root: int
    objects: dict[int, bytes] = field(default_factory=dict)


def build(marks: tuple[Mark, ...], pages: tuple[int, ...], first: int) -> Tree:
    """Write the tree of the marks.

    `pages` are the object numbers of the pages of the file, `first` is the first object number that is free. Pages and
    annotations are expected to have their own number as StructParents and StructParent.
    """
    return _Writer(pages, first).tree(arrange(marks))


class _Writer:
    """Turns elements into objects and remembers which element owns which content."""

    def __init__(self, pages: tuple[int, ...], first: int) -> None:
        self._pages = pages
        self._made = Tree(first)
        self._next = first + 2
        self._owners: list[dict[int, int]] = [{} for _ in pages]
        self._annotations: dict[int, int] = {}

    def tree(self, document: Element) -> Tree:
        root, parents = self._made.root, self._made.root + 1
        top = self._element(document, root)
        text = f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {self._next}>>"
        self._made.objects[root] = text.encode("ascii")
        self._made.objects[parents] = self._parents().encode("ascii")
        return self._made

    def _element(self, source: Element, parent: int) -> int:
        """Write an element and everything below it; return its number."""
        number = self._next
        self._next += 1
        page, kids = -1, []
        for kid in source.kids:
            if isinstance(kid, Element):
                kids.append(f"{self._element(kid, number)} 0 R")
                continue
            if page < 0:
                page = kid.page
            kids.extend(self._content(kid, page, number))
        parts = [f"<</S/{source.tag}/P {parent} 0 R/K"]
        parts.append(f" {kids[0]}" if len(kids) == 1 else f"[{' '.join(kids)}]")
        if page >= 0:
            parts.append(f"/Pg {self._pages[page]} 0 R")
        if source.alt:
            parts.append(f"/Alt{utf16(sound(source.alt))}")
        if source.actual:
            parts.append(f"/ActualText{utf16(source.actual)}")
        if source.scope:
            parts.append(f"/A<</O/Table/Scope/{source.scope}>>")
        parts.append(">>")
        self._made.objects[number] = "".join(parts).encode("ascii")
        return number

    def _content(self, mark: Mark, page: int, owner: int) -> list[str]:
        """Return what stands for a mark among the kids of its element, whose page is `page`."""
        kids = []
        if mark.mcid >= 0:
            self._owners[mark.page][mark.mcid] = owner
            here = mark.page == page
            kids.append(f"{mark.mcid}" if here else f"<</Type/MCR/Pg {self._pages[mark.page]} 0 R/MCID {mark.mcid}>>")
        if mark.link != NO_LINK:
            self._annotations[mark.link] = owner
            kids.append(f"<</Type/OBJR/Obj {mark.link} 0 R/Pg {self._pages[mark.page]} 0 R>>")
        return kids

    def _parents(self) -> str:
        """Return the tree that leads from content back to its elements."""
        lists = {
            self._pages[place]: f"[{' '.join([f'{owners[mcid]} 0 R' for mcid in sorted(owners)])}]"
            for place, owners in enumerate(self._owners)
        }
        lists |= {annotation: f"{owner} 0 R" for annotation, owner in self._annotations.items()}
        return f"<</Nums[{' '.join([f'{key} {lists[key]}' for key in sorted(lists)])}]>>"
