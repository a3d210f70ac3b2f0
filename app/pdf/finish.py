"""The last pass over a painted document: what it says about itself, and a small file that is always the same."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from pikepdf import Dictionary, Name, Pdf

from app.layout.page import DocumentInfo, Page
from app.pdf.annex import annexed
from app.pdf.boxes import widen
from app.pdf.canvas import Painted
from app.pdf.describe import describe, set_labels, set_view
from app.pdf.marks import Mark
from app.pdf.opening import opened
from app.pdf.saving import identity, saved

if TYPE_CHECKING:
    from app.pdf.forms import Form


@dataclass(frozen=True, slots=True)
class Finish:
    """What the last pass needs to know. `pages` are those in the file."""

    info: DocumentInfo
    pages: tuple[Page, ...]
    marks: tuple[Mark, ...]
    outline: bool
    compress: bool
    bleed: float = 0.0
    crop_marks: bool = False
    password: str = field(default="", repr=False)
    archive: bool = False
    form: "Form | None" = None


def finish(painted: Painted, order: Finish) -> bytes:
    """Return the finished document. Empties `painted.heavy`, so that the content of pictures is not kept twice."""
    source, root = _with_structure(painted, order.marks)
    with opened(source, secret=bool(order.password)) as pdf:
        _refill(pdf, painted.heavy)
        if order.form:
            from app.pdf.forms import add_form

            add_form(pdf, order.form)
        if order.archive:
            from app.pdf.archive import conform

            conform(pdf)
        describe(pdf, order.info, archive=order.archive)
        set_view(pdf, outline=order.outline)
        set_labels(pdf, order.pages)
        _tidy(pdf)
        if order.bleed > 0:
            widen(pdf, order.bleed, crop_marks=order.crop_marks)
        if root:
            _tag(pdf, root, painted.pages)
        known_as = identity((source, pdf.Root.Metadata.read_raw_bytes(), _told(order)))
        return saved(pdf, known_as, compress=order.compress, password=order.password)


def _with_structure(painted: Painted, marks: tuple[Mark, ...]) -> tuple[bytes, int]:
    """Return the file with the objects of its structure tree, and the number of the tree's root: 0 without one."""
    if not marks:
        return painted.pdf, 0
    from app.pdf.structure import build

    tree = build(marks, painted.pages, painted.free)
    return annexed(painted.pdf, tree.objects), tree.root


def _told(order: Finish) -> bytes:
    """Return what makes two files differ although the same was painted."""
    labels = [page.label for page in order.pages]
    return repr((labels, order.bleed, order.crop_marks, order.compress, order.archive)).encode("utf-8", "replace")


def _refill(pdf: Pdf, heavy: dict[int, bytes]) -> None:
    """Put the content of pictures into their streams."""
    while heavy:
        number, content = heavy.popitem()
        stream = pdf.get_object(number, 0)
        how = cast("Name", stream.Filter), cast("Dictionary | None", stream.get("/DecodeParms"))
        stream.write(content, filter=how[0], decode_parms=how[1])


def _tidy(pdf: Pdf) -> None:
    """Let transparency be blended in RGB, and drop what ReportLab writes although nothing reads it."""
    group = pdf.make_indirect(Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB))
    for page in pdf.pages:
        page.obj.Group = group
        if "/ProcSet" in page.obj.Resources:
            del page.obj.Resources["/ProcSet"]


def _tag(pdf: Pdf, root: int, pages: tuple[int, ...]) -> None:
    """Hang the structure tree into the document; a page's key in it is its object number, its fields follow its order."""
    pdf.Root.StructTreeRoot = pdf.get_object(root, 0)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    for number, page in zip(pages, pdf.pages, strict=True):
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
