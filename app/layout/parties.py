"""Who sends and who accepts, side by side: what they are called, and lines to sign and to fill in.

The client's side has fields on its lines, which a file for screens lets the reader fill in; on paper they are lines.
"""

from dataclasses import dataclass

from app.layout.blocks import Block
from app.layout.page import FieldItem, Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene

STYLE = "cell"
ROWS = ((3, 4), (2, 3))
"""Baseline steps of a line to fill in, and of the note: as a rule, and where they would take more than"""
MOST = 0.7
"""so much of their page's height."""
TIGHT = 2
"""Lines so few steps apart have no room for a value on two lines."""
DROP, LIFT = 3.0, 1.0
"""Points that a line stands below its baseline of the grid, and what is written on it above."""
AIR = 1.5
"""Points above and below a field's letters."""
SMALLEST, LEGIBLE = 5.0, 6.5
"""Type sizes in points that long values are shrunk to: in fields, and on lines, where what is longer takes two of them."""
GUTTERS = 3
"""The parties stand so many gutters apart, further than two lines of a row."""
COLUMNS, WIDE = 6, 4
"""A party has six columns; the longer of two lines in a row takes four."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to fill in: what is asked, what is known already, and the field's name where there is one."""

    caption: str
    value: str = ""
    origin: str = ""
    field: str = ""
    label: str = ""


def parties(scene: Scene, whole: float) -> Block:
    """Two columns for the studio and the client, and below them a line for what the client wants to add."""
    grid = scene.grid
    made = (_parties(scene, whole, row, note) for row, note in ROWS)
    loose = next(made)
    return loose if loose.height <= MOST * (grid.bottom - grid.top) else next(made)


def _parties(scene: Scene, whole: float, line: int, last: int) -> Block:
    grid, proposal, words = scene.grid, scene.proposal, scene.words
    between = GUTTERS * grid.gutter
    width = (whole - between) / 2
    manager = proposal.person(proposal.manager)
    studio, client = words("For the studio"), words("For the client")
    name = proposal.studio.legal_name or proposal.studio.name
    heads = (
        _head(scene, width, studio, name, proposal.studio.requisites, "studio"),
        _head(scene, width, client, proposal.client.name, proposal.client.requisites, "client"),
    )
    person = f"people/{manager.id}" if manager else ""
    signer = (manager.name, f"{person}/name", manager.role, f"{person}/role") if manager else ("", "", "", "")
    contact = (proposal.contact.name, "contact/name", proposal.contact.role, "contact/role")
    sides = _rows(scene, signer), _rows(scene, contact, client)
    note = Blank(words("Comment"), field="client-comment", label=f"{client}: {words('Comment')}")
    top = max(head.height for head in heads)
    height = grid.steps(top + (len(sides[0]) * line + last) * grid.step + grid.step)

    def draw(out: list[Item], x: float, y: float) -> None:
        for head, rows, left in zip(heads, sides, (x, x + width + between), strict=True):
            head.draw(out, left, y)
            for place, row in enumerate(rows, 1):
                _draw_row(scene, out, row, (left, y + top + place * line * grid.step, width), tall=line > TIGHT)
        foot = y + top + (len(sides[0]) * line + last) * grid.step
        _draw_blank(scene, out, note, (x, foot, whole), rows=last)

    return Block(height, draw)


def _head(scene: Scene, width: float, label: str, name: str, requisites: str, origin: str) -> Block:
    """Return a party's heading, name and legal details."""
    setter = scene.setter
    blocks = [setter.text("table-head", label, width), setter.text("item-title", name, width, origin=f"{origin}/name")]
    # Legal details often begin with the name, which stands above them already.
    first, _, rest = requisites.partition("\n")
    requisites = rest if first.strip() == name.strip() else requisites
    if requisites:
        # Numbers of accounts are read sign by sign: in the figures of tables.
        size = min(setter.token("item-text").size, setter.token(STYLE).size)
        blocks.append(setter.text(STYLE, requisites, width, origin=f"{origin}/requisites", color="muted", size=size))

    def draw(out: list[Item], x: float, y: float) -> None:
        for block in blocks:
            block.draw(out, x, y)
            y += block.height

    return Block(sum(block.height for block in blocks), draw)


def _rows(scene: Scene, who: tuple[str, str, str, str], party: str = "") -> tuple[tuple[Blank, ...], ...]:
    """Return the lines of a party, one or two in a row. Those of a named `party` are fields, but for its signature."""
    words = scene.words

    def blank(field: str, caption: str, value: str = "", origin: str = "") -> Blank:
        label = f"{party}: {caption}" if party else ""
        return Blank(caption, value, origin, f"client-{field}" if party else "", label)

    name, name_origin, role, role_origin = who
    return (
        (Blank(words("Signature")), blank("date", words("Date"))),
        (blank("name", words("Name"), name, name_origin),),
        (blank("position", words("Position"), role, role_origin), blank("place", words("Place"))),
    )


def _draw_row(scene: Scene, out: list[Item], row: tuple[Blank, ...], place: tuple[float, float, float], *, tall: bool) -> None:
    x, baseline, width = place
    if len(row) == 1:
        _draw_blank(scene, out, row[0], place, tall=tall)
        return
    gutter = scene.grid.gutter
    column = (width - (COLUMNS - 1) * gutter) / COLUMNS
    first = WIDE * column + (WIDE - 1) * gutter
    _draw_blank(scene, out, row[0], (x, baseline, first), tall=tall)
    _draw_blank(scene, out, row[1], (x + first + gutter, baseline, width - first - gutter), tall=tall)


def _draw_blank(
    scene: Scene, out: list[Item], blank: Blank, place: tuple[float, float, float], *, rows: int = 1, tall: bool = True
) -> None:
    x, baseline, width = place
    brand, setter, rule = scene.brand, scene.setter, baseline + DROP
    out.append(RuleItem(x, rule, x + width, rule, brand.hairline, brand.color("line")))
    out.append(TextItem(x, rule + scene.grid.step * 0.95, setter.line("caption", blank.caption), "", Tag.P))
    size = _fit(scene, blank.value, width)
    if blank.field:
        out.append(_field(scene, blank, place, size, rows))
    elif blank.value and (size >= LEGIBLE or not tall):
        out.append(TextItem(x, baseline - LIFT, setter.line(STYLE, blank.value, size=size), blank.origin, Tag.P))
    elif blank.value:
        # What would be too small on one line takes two.
        block = setter.text(STYLE, blank.value, width, origin=blank.origin, size=LEGIBLE, leading=1.3 * LEGIBLE, max_lines=2)
        block.draw(out, x, baseline - LIFT - block.height)


def _fit(scene: Scene, value: str, width: float) -> float:
    """Return the type size at which a value fits its line."""
    size = scene.setter.token(STYLE).size
    wide = scene.setter.line(STYLE, value).width if value else 0.0
    return max(size * min(1.0, width / wide), SMALLEST) if wide else size


def _field(scene: Scene, blank: Blank, place: tuple[float, float, float], size: float, rows: int) -> FieldItem:
    """Return a field whose letters stand on the line: viewers set one line in the middle of its field."""
    x, baseline, width = place
    style = scene.setter.char(STYLE)
    face = scene.setter.book.face(style.faces[0])
    up, down = face.ascender / face.upem * size + AIR, -face.descender / face.upem * size + AIR
    if rows > 1:
        up = (rows - 1.5) * scene.grid.step
    return FieldItem(
        x, baseline - LIFT - up, width, up + down, blank.field, blank.label, blank.value, size, style.color, rows > 1,
        blank.origin, face.name,
    )  # fmt: skip
