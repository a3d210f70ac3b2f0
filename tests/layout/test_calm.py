"""Type on pictures can always be read, and pictures are never shaded more than that takes."""

from itertools import pairwise, product
from math import cos, radians, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.layout.calm import CALM, best_ink, calmest, protect, shade_color, zone_of
from app.layout.contrast import contrast, linear, luminance
from app.layout.ground import Ground, Zone
from app.layout.page import GradientItem, PictureItem, TextItem, Treatment
from app.layout.scene import Sheet
from app.layout.tones import Plane, Tones
from tests.layout.papers import flat, sheet

READABLE = 4.5
INKS = {"kurs": "on-picture", "salon": "on-picture", "ekran": "muted"}


def picture(on: Sheet, treatment: Treatment = Treatment.NONE, **changes: float) -> PictureItem:
    """Put the picture over the whole page."""
    page = on.scene.brand.page
    pair = ("#1A0A05", "#FF4B1F")
    focus = {"focus_x": 0.5, "focus_y": 0.5} | changes
    item = PictureItem(0, 0, page.width, page.height, "a.jpg", treatment=treatment, duotone=pair, **focus)
    on.add(item)
    return item


def shades(on: Sheet) -> list[GradientItem]:
    return [item for item in on.items if isinstance(item, GradientItem)]


def opacity(item: GradientItem, x: float, y: float) -> float:
    """The opacity of a gradient at a place, read off its stops once more."""
    across, down = cos(radians(item.angle)), sin(radians(item.angle))
    length = abs(item.width * across) + abs(item.height * down)
    at = 0.5 + ((x - item.x - item.width / 2) * across + (y - item.y - item.height / 2) * down) / length
    at = min(max(at, 0.0), 1.0)
    for (start, low), (end, high) in pairwise(item.stops):
        if start <= at <= end:
            return low + (high - low) * (at - start) / (end - start)
    return item.stops[-1][1]


def grey_under(on: Sheet, value: float, x: float, y: float) -> float:
    """The luminance of a grey, given as an sRGB value, under everything that shades it at a place."""
    red, green, blue = value, value, value
    for item in shades(on):
        share = opacity(item, x, y)
        tint = [int(item.color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (channel * (1 - share) + part * share for channel, part in zip((red, green, blue), tint, strict=True))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


@st.composite
def tone_grids(draw: st.DrawFn) -> Tones:
    """Pictures of any tones; in every cell the darkest are no lighter than the lightest."""
    columns, rows = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    cells = columns * rows
    planes = []
    for _ in range(2):
        triples = draw(st.lists(st.tuples(*[st.integers(0, 255)] * 3).map(sorted), min_size=cells, max_size=cells))
        planes.append(Plane(*(bytes(triple[i] for triple in triples) for i in range(3))))
    return Tones(columns, rows, *planes)


parts = st.floats(0, 1)


@st.composite
def zones(draw: st.DrawFn) -> tuple[float, float, float, float]:
    """Places for type as shares of the page, some of them reaching beyond it."""
    left, top = draw(parts), draw(parts)
    return left, top, left + draw(st.floats(0.02, 1)), top + draw(st.floats(0.02, 1))


def on_page(on: Sheet, zone: Zone) -> Zone:
    page = on.scene.brand.page
    return zone[0] * page.width, zone[1] * page.height, zone[2] * page.width, zone[3] * page.height


def worst(on: Sheet, item: PictureItem, zone: Zone, ink: str) -> float:
    """The least contrast anywhere beneath a zone, of greys as light and as dark as the picture has them there."""
    scene = on.scene
    light = luminance(scene.brand.color(ink))
    tones, size = scene.sizes.tones("a.jpg"), scene.sizes.size("a.jpg")
    assert tones and size
    least = 21.0
    for cell in Ground.of(item, size, tones).cells(zone):
        left, top, right, bottom = cell.zone
        for x, y in product((left, (left + right) / 2, right), (top, bottom)):
            for part in (cell.low, cell.high):
                value = 1.055 * part ** (1 / 2.4) - 0.055 if part > 0.0031308 else part * 12.92
                least = min(least, contrast(light, grey_under(on, value, x, y)))
    return least


@settings(max_examples=120, deadline=None)
@given(tones=tone_grids(), brand=st.sampled_from(sorted(INKS)), zone=zones(), other=zones(), treatment=st.sampled_from(Treatment))
def test_type_in_a_protected_zone_can_be_read_on_every_picture(
    tones: Tones, brand: str, zone: Zone, other: Zone, treatment: Treatment
) -> None:
    on = sheet(brand, tones)
    item = picture(on, treatment)
    protect(on, item, on_page(on, other), INKS[brand])
    protect(on, item, on_page(on, zone), INKS[brand])
    for place in (zone, other):
        assert worst(on, item, on_page(on, place), INKS[brand]) >= READABLE


@settings(max_examples=60, deadline=None)
@given(tones=tone_grids(), zone=zones())
def test_dark_ink_is_given_light(tones: Tones, zone: Zone) -> None:
    on = sheet("kurs", tones)
    item = picture(on)
    protect(on, item, on_page(on, zone), "ink")
    assert worst(on, item, on_page(on, zone), "ink") >= READABLE
    assert all(shade.color == "#FFFFFF" for shade in shades(on))


def busiest(on: Sheet, item: PictureItem, zone: Zone) -> float:
    """The greatest contrast of a place and its neighbours that is left beneath a zone, as a difference of sRGB values."""
    tones, size = on.scene.sizes.tones("a.jpg"), on.scene.sizes.size("a.jpg")
    assert tones and size
    most = 0.0
    for cell in Ground.of(item, size, tones).cells(zone):
        left = 1.0
        for shade in shades(on):
            corners = product(cell.zone[::2], cell.zone[1::2])
            left *= 1 - min(opacity(shade, x, y) for x, y in corners)
        most = max(most, cell.spread * left)
    return most


@settings(max_examples=60, deadline=None)
@given(tones=tone_grids(), zone=zones())
def test_a_picture_is_shaded_only_where_type_could_not_be_read(tones: Tones, zone: Zone) -> None:
    on = sheet("salon", tones)
    item = picture(on)
    place = on_page(on, zone)
    readable = worst(on, item, place, "on-picture") >= READABLE + 0.2 and busiest(on, item, place) <= CALM
    protect(on, item, place, "on-picture")
    assert bool(shades(on)) is not readable
    assert busiest(on, item, place) <= CALM + 0.01


def test_a_busy_picture_is_calmed_though_it_is_dark_enough() -> None:
    """A chequer of black and of a dark grey that white type reads on, but not at its ease."""
    chequer = bytes((0, 38) * 32)
    plane = Plane(chequer, chequer, chequer)
    on = sheet("kurs", Tones(8, 8, plane, plane))
    item = picture(on)
    zone = (40.0, 40.0, 400.0, 300.0)
    assert worst(on, item, zone, "on-picture") > READABLE + 0.2
    protect(on, item, zone, "on-picture")
    assert shades(on)
    assert busiest(on, item, zone) <= CALM + 0.01


@pytest.mark.parametrize("brand", sorted(INKS))
def test_a_dark_picture_stays_as_it_is(brand: str) -> None:
    on = sheet(brand, flat(4))
    protect(on, picture(on), (20, 20, 300, 200), "on-picture")
    assert not shades(on)


def test_a_second_text_in_the_same_shade_needs_no_further_one() -> None:
    on = sheet("kurs", flat(255))
    item = picture(on)
    protect(on, item, (40, 40, 400, 300), "on-picture")
    protect(on, item, (60, 60, 200, 200), "on-picture")
    assert len(shades(on)) == 1


def test_white_type_on_a_white_picture_gets_no_more_shade_than_it_needs() -> None:
    on = sheet("kurs", flat(255))
    item = picture(on)
    protect(on, item, (40, 40, 400, 300), "on-picture")
    (shade,) = shades(on)
    assert 4.5 <= worst(on, item, (40, 40, 400, 300), "on-picture") < 5.1
    assert opacity(shade, 300, on.scene.brand.page.height - 5) == 0


def test_a_shade_has_soft_ends() -> None:
    """Nowhere does the opacity change by more than a hundredth within a point of height."""
    on = sheet("salon", flat(255))
    item = picture(on)
    height = int(on.scene.brand.page.height)
    protect(on, item, (60, 330, 500, 420), "on-picture")
    (shade,) = shades(on)
    values = [opacity(shade, 250, y) for y in range(height)]
    assert max(abs(one - two) for one, two in pairwise(values)) < 0.01


def test_a_picture_that_cannot_be_read_counts_as_the_worst_there_is() -> None:
    on = sheet("kurs", None)
    item = picture(on)
    protect(on, item, (40, 40, 400, 300), "on-picture")
    (shade,) = shades(on)
    assert opacity(shade, 200, 200) >= 0.5


def halves(top: int, bottom: int) -> Tones:
    """A picture of two greys."""
    plane = Plane(*[bytes([top] * 16 + [bottom] * 16)] * 3)
    return Tones(4, 8, plane, plane)


def test_type_moves_to_the_calmer_half_only_where_that_matters() -> None:
    head, foot = [(40.0, 60.0, 500.0, 300.0)], [(40.0, 520.0, 500.0, 760.0)]
    for tones, place in ((halves(250, 5), 1), (halves(5, 250), 0), (halves(40, 36), 0), (flat(128), 0)):
        on = sheet("kurs", tones)
        assert calmest(on.scene, picture(on), (head, foot), "on-picture") == place


def test_type_keeps_off_the_subject() -> None:
    head, foot = [(40.0, 60.0, 500.0, 300.0)], [(40.0, 520.0, 500.0, 760.0)]
    on = sheet("kurs", flat(10), size=(600, 849))
    assert calmest(on.scene, picture(on, focus_x=0.5, focus_y=0.2), (head, foot), "on-picture") == 1


def test_the_brands_second_ink_is_taken_on_a_light_picture() -> None:
    zone = [(40.0, 60.0, 500.0, 300.0)]
    for value, ink in ((250, "ink"), (5, "on-picture")):
        on = sheet("salon", flat(value))
        assert best_ink(on, picture(on), zone, ("on-picture", "ink")) == ink


def test_an_ink_that_no_shade_makes_readable_is_replaced_and_reported() -> None:
    for value, other in ((255, "#000000"), (0, "#FFFFFF")):
        on = sheet("salon", flat(value), palette={"on-picture": "#808080"})
        assert best_ink(on, picture(on), [(40.0, 60.0, 500.0, 300.0)], ("on-picture",)) == other
        (found,) = on.scene.problems
        assert found.code == "ink-on-picture"
        assert (found.fact("color"), found.fact("other")) == ("#808080", other)


def test_shades_are_of_the_brands_own_darkest_colour() -> None:
    for brand, color in (("kurs", "#111111"), ("salon", "#2A2320"), ("ekran", "#0E1014")):
        on = sheet(brand, flat(255))
        assert shade_color(on.scene, picture(on), "on-picture") == color


def test_a_zone_is_where_the_letters_are() -> None:
    on = sheet("kurs", flat(255))
    line = on.scene.setter.line("cover-title", "Sea")
    left, top, right, bottom = zone_of([TextItem(100, 200, line)])
    assert 90 < left < 100 < 100 + line.width < right < 100 + line.width + 10
    assert top < 200 - 84 * 0.73
    assert bottom > 200
