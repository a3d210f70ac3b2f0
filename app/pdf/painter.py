"""Paint the items of a page, in their order."""

from dataclasses import dataclass

from app.layout.page import (
    BoxItem,
    FieldItem,
    GradientItem,
    LinkItem,
    Page,
    PathItem,
    PictureItem,
    RuleItem,
    ShadowItem,
    Tag,
    TextItem,
)
from app.pdf.forms import Fields
from app.pdf.gradients import paint_gradient
from app.pdf.ink import Ink
from app.pdf.links import Links
from app.pdf.marks import Marks
from app.pdf.photos import Photos
from app.pdf.shadows import paint_shadow
from app.pdf.shapes import paint_box, paint_path, paint_rule
from app.pdf.text import TextTools, paint_text


@dataclass(frozen=True, slots=True)
class Painter:
    """Paints pages of one document with the tools that its pages share."""

    text: TextTools
    photos: Photos
    links: Links
    marks: Marks
    fields: Fields

    def paint(self, page: Page, ink: Ink) -> None:
        """Paint everything on the page."""
        self.marks.start_page()
        for item in page.items:
            if isinstance(item, TextItem):
                self._text(item, ink)
            elif isinstance(item, PictureItem):
                self._picture(item, ink)
            elif isinstance(item, LinkItem):
                self._link(item, ink, page)
            elif isinstance(item, FieldItem):
                self.marks.end_artifact(ink.write)
                self.fields.paint(item, ink, self.text)
            else:
                self.marks.artifact(ink.write)
                self._shape(item, ink)
        self.marks.end_artifact(ink.write)

    def _text(self, item: TextItem, ink: Ink) -> None:
        if not item.line.runs:
            return
        if item.tag is Tag.ARTIFACT:
            self.marks.artifact(ink.write)
        else:
            self.marks.end_artifact(ink.write)
        paint_text(item, ink, self.text)
        if item.angle:
            self.marks.end_artifact(ink.write)

    def _picture(self, item: PictureItem, ink: Ink) -> None:
        if not item.alt:
            self.marks.artifact(ink.write)
            self.photos.paint(item, ink)
            return
        self.marks.begin(ink.write, Tag.FIGURE.value, alt=item.alt)
        self.photos.paint(item, ink)
        self.marks.end(ink.write)

    def _link(self, item: LinkItem, ink: Ink, page: Page) -> None:
        number = self.links.area(item, ink)
        if number is None:
            return
        group = _entry(item, page)
        self.marks.annotation(number, Tag.TOCI.value if group else "Link", group)

    def _shape(self, item: BoxItem | RuleItem | PathItem | GradientItem | ShadowItem, ink: Ink) -> None:
        if isinstance(item, BoxItem):
            paint_box(item, ink)
        elif isinstance(item, RuleItem):
            paint_rule(item, ink)
        elif isinstance(item, PathItem):
            paint_path(item, ink)
        elif isinstance(item, ShadowItem):
            paint_shadow(item, ink)
        else:
            paint_gradient(item, ink)


def _entry(link: LinkItem, page: Page) -> str:
    """Return the group of the entry of the contents that stands where a link can be clicked; empty without one."""
    for item in page.items:
        if isinstance(item, TextItem) and item.tag is Tag.TOCI and item.group and item.line.runs:
            x = item.x + item.line.x + item.line.width / 2
            y = item.y - item.line.runs[0].size / 4
            if link.x <= x <= link.x + link.width and link.y <= y <= link.y + link.height:
                return item.group
    return ""
