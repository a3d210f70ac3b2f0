"""Bars over weeks: where they stand, the axis above them, marked points, and the faces of those who do the work."""

from dataclasses import dataclass
from decimal import Decimal

from app.layout.axis import Tick, ticks
from app.layout.calendar import Calendar
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.faces import circle, face
from app.layout.page import BoxItem, Item, PathItem, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.people import Person
from app.model.sections import Phase, Timeline

LEAST_BAR = 2.0
"""Width in points of the narrowest bar that can still be seen."""
LABEL_GAP = 7.0
"""Distance of the axis' labels, and of what stands beside a bar, in points."""
HIGHEST_FIGURE = 0.7
"""The part of a bar's height that the number in it may take."""
MOST_FIGURES = 0.7
"""The part of the bars that must have room for their numbers; in fewer of them they would look forgotten."""
FACES = 4
"""So many people at most stand beside a bar."""
FACE_PITCH = 1.2
"""The distance of the middles of two faces, in diameters."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars of a timeline between `x` and `x + width` points; `ticks` are the same on all of its pages."""

    scene: Scene
    section: Timeline
    calendar: Calendar
    x: float
    width: float
    ticks: tuple[Tick, ...]

    @classmethod
    def of(cls, scene: Scene, section: Timeline, x: float, width: float) -> "Chart":
        """Return a chart of all the timeline's weeks."""
        calendar = Calendar.of(section)

        def measure(label: str) -> float:
            return scene.setter.line("axis", label).width

        def make() -> tuple[Tick, ...]:
            return ticks(calendar, scene.words, width, measure, LABEL_GAP)

        return cls(scene, section, calendar, x, width, scene.setter.remember(("ticks", width), (calendar,), make))

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.x + self.width

    def at(self, weeks: Decimal | float) -> float:
        """Return the place of a moment so many weeks after the beginning."""
        return self.x + self.width * float(weeks) / max(float(self.calendar.weeks), 1.0)

    def bar(self, phase: Phase) -> tuple[float, float]:
        """Return the left edge and the width of a phase's bar; a milestone has no width."""
        left, right = self.at(phase.start), self.at(phase.start + phase.weeks)
        return left, max(right - left, LEAST_BAR) if phase.weeks else 0.0

    def origin(self, phase: Phase, field: str) -> str:
        """Return the path of a phase's field."""
        return f"sections/{self.section.id}/phases/{phase.id}/{field}"

    @property
    def round(self) -> bool:
        """Tell whether the brand rounds the ends of bars."""
        return self.scene.brand.masters["timeline"].flag("round")

    def color(self, role: str, default: str) -> str:
        """Return the colour that the brand gives to a part of the chart."""
        return self.scene.brand.color(self.scene.brand.masters["timeline"].text(role, default))


def axis_labels(chart: Chart, baseline: float) -> list[Item]:
    """Return the labels of the weeks or days."""
    origin = f"sections/{chart.section.id}/begins"
    return [
        TextItem(chart.at(tick.at), baseline, chart.scene.setter.line("axis", tick.label), origin)
        for tick in chart.ticks
        if tick.label
    ]


def tick_lines(chart: Chart, top: float, bottom: float, color: str) -> list[Item]:
    """Return hairlines at the ticks."""
    weight, paint = chart.scene.brand.hairline, chart.scene.brand.color(color)
    return [RuleItem(chart.at(tick.at), top, chart.at(tick.at), bottom, weight, paint) for tick in chart.ticks]


def bar(chart: Chart, phase: Phase, top: float, height: float) -> list[Item]:
    """Return the bar of a phase."""
    left, width = chart.bar(phase)
    radius = min(height, width) / 2 if chart.round else 0.0
    origin = chart.origin(phase, "weeks")
    return [BoxItem(left, top, width, height, fill=chart.color("bar", "accent"), radius=radius, origin=origin)]


def point(chart: Chart, phase: Phase, middle: float, size: float, ground: str) -> list[Item]:
    """Return the mark of a milestone of `size` points, inside the chart also at its edges: a square on its tip, or a ring where
    the brand is round.
    """
    half = size / 2
    x = min(max(chart.at(phase.start), chart.x + half), chart.right - half)
    paint, origin = chart.color("point", "ink"), chart.origin(phase, "start")
    if chart.round:
        ring = PathItem(circle(x, middle, half), fill=paint, origin=origin)
        return [ring, PathItem(circle(x, middle, half * 0.45), fill=chart.scene.brand.color(ground))]
    tip = (("M", x, middle - half), ("L", x + half, middle), ("L", x, middle + half), ("L", x - half, middle), ("Z",))
    return [PathItem(tip, fill=paint, origin=origin)]


def crew(chart: Chart, phase: Phase) -> list[Person]:
    """Return who works on the part of the estimate that a phase carries out."""
    part = next((part for part in chart.scene.proposal.estimate.sections if phase.part and part.id == phase.part), None)
    people = [person for person in map(chart.scene.proposal.person, part.people) if person] if part else []
    return people[:FACES]


def beside(chart: Chart, phase: Phase, width: float) -> float | None:
    """Return where something `width` points wide stands beside a bar: after it, else before it, else None."""
    left, length = chart.bar(phase)
    if left + length + LABEL_GAP + width <= chart.right:
        return left + length + LABEL_GAP
    if left - LABEL_GAP - width >= chart.x:
        return left - LABEL_GAP - width
    return None


def crew_faces(chart: Chart, phase: Phase, middle: float, diameter: float, *, inside: bool = True) -> list[Item]:
    """Return the round faces of a phase's people beside its bar. Where it leaves no room beside, they stand inside at its end, or
    if the bar is too slender for that, there are as many as have room.
    """
    people = crew(chart, phase)
    rooms = {count: diameter * (1 + FACE_PITCH * (count - 1)) for count in range(len(people), 0, -1)}
    found = {count: beside(chart, phase, room) for count, room in rooms.items()}
    fitting = next((count for count, place in found.items() if place is not None), 0)
    people = people if inside else people[:fitting]
    if not people:
        return []
    room, place = rooms[len(people)], found[len(people)]
    left, length = chart.bar(phase)
    x = place if place is not None else left + length - LABEL_GAP - room
    if x < chart.x:
        return []
    items: list[Item] = []
    for person in people:
        items.extend(face(chart.scene, person, x, middle - diameter / 2, diameter))
        x += diameter * FACE_PITCH
    return items


def figures(chart: Chart, height: float) -> float:
    """Return the size in which the weeks fit into bars so high: all of them, else most of them; 0 where no size does."""
    token = chart.scene.setter.token("phase-figure")
    bars = [phase for phase in chart.section.phases if phase.weeks]
    sizes = [size for size in (token.size, *token.sizes) if size * CAP_HEIGHT <= height * HIGHEST_FIGURE]
    for part in (1.0, MOST_FIGURES):
        for size in sizes:
            if sum(figure_width(chart, phase, size) <= chart.bar(phase)[1] for phase in bars) >= len(bars) * part:
                return size
    return 0.0


def figure_width(chart: Chart, phase: Phase, size: float) -> float:
    """Return the width that the number of a phase's weeks takes inside its bar."""
    return chart.scene.setter.line("phase-figure", chart.scene.words.number(phase.weeks), size=size).width + 2 * _margin(size)


def _margin(size: float) -> float:
    """Return the distance of a number from the edges of its bar."""
    return max(LABEL_GAP, size * 0.2)


def figure(chart: Chart, phase: Phase, middle: float, size: float) -> list[Item]:
    """Return the number of weeks inside a bar, where it fits."""
    left, width = chart.bar(phase)
    if not size or not phase.weeks or figure_width(chart, phase, size) > width:
        return []
    line = chart.scene.setter.line("phase-figure", chart.scene.words.number(phase.weeks), size=size)
    # Whoever listens hears the weeks among the words already.
    place = (left + _margin(size), middle + size * CAP_HEIGHT / 2)
    return [TextItem(*place, line, chart.origin(phase, "weeks"), Tag.ARTIFACT)]


def point_label(chart: Chart, phase: Phase, middle: float, size: float) -> list[Item]:
    """Return when a milestone is, beside its mark."""
    line = chart.scene.setter.line("phase-when", chart.calendar.when(phase, chart.scene.words))
    x = chart.at(phase.start) + size / 2 + LABEL_GAP
    if x + line.width > chart.right:
        x = min(chart.at(phase.start), chart.right - size / 2) - size / 2 - LABEL_GAP - line.width
    cap = chart.scene.setter.token("phase-when").size * CAP_HEIGHT
    return [TextItem(x, middle + cap / 2, line, chart.origin(phase, "start"))]
