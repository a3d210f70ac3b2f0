"""The eight people of the demo agency: bones, skin, hair, clothes and the colour of the studio wall."""

from __future__ import annotations

from collections.abc import Callable

from tests.tools.demo_art import garments as wear
from tests.tools.demo_art import hairdos as hair
from tests.tools.demo_art import palette as paint
from tests.tools.demo_art.bust import Cloth, Person
from tests.tools.demo_art.groom import Comb
from tests.tools.demo_art.head import Skull
from tests.tools.demo_art.marks import Features, Glasses
from tests.tools.demo_art.solid import join


def anna() -> Person:
    """Account manager, 34: chestnut waves, a caramel jacket over an ivory shirt."""
    s = Skull(
        yaw=-9,
        pitch=1,
        roll=-2,
        width=0.96,
        jaw=0.88,
        chin=-4,
        chin_width=0.9,
        nose_wide=0.9,
        nose_long=-5,
        nose_out=0.9,
        lips=1.1,
        smile=1.25,
        neck=0.88,
        build=0.9,
    )
    face = Features(
        iris="#66764f",
        brow="#4a2a1b",
        lip="#c96a63",
        lip_cover=0.6,
        brow_thick=0.8,
        brow_arch=1.1,
        eye_open=1.06,
        lashes=1.0,
        teeth=True,
    )
    clothes = [Cloth(wear.shirt, paint.IVORY), Cloth(wear.blazer, paint.CARAMEL)]
    return Person(
        "anna", s, paint.ROSY, face, paint.CHESTNUT, clothes, hair.long_waves(s), ("#dfa68b", "#bd7860", "#6d3a31"), "#ffd2b8"
    )


def ilya() -> Person:
    """Strategist, 41: a trimmed beard, round glasses, a navy roll-neck."""
    s = Skull(yaw=10, roll=1.5, jaw=1.02, chin=4, nose_long=4, nose_wide=1.08, nose_out=1.05, lips=0.95, neck=1.02, age=0.6)
    face = Features(
        iris="#5f7a8a",
        iris_deep="#1d2a36",
        brow="#2c1b14",
        lip="#b9786a",
        lip_cover=0.35,
        brow_thick=1.15,
        brow_arch=0.6,
        eye_open=0.96,
        lashes=0.3,
    )
    clothes = [Cloth(lambda p, k: join(wear.torso(p, k), wear.roll_neck(p, k), 26), paint.NAVY)]
    tufts = [*hair.short_back(s, grey=0.08), hair.beard(s, grey=0.12)]
    return Person(
        "ilya",
        s,
        paint.FAIR,
        face,
        paint.DARK_BROWN,
        clothes,
        tufts,
        ("#8fa3b8", "#5d7389", "#2a3a4a"),
        "#b8d0ea",
        shadow_of_beard=0.75,
        glasses=Glasses(),
    )


def vera() -> Person:
    """Lead designer, 29: a short dark cut, red lips, a black jacket."""
    s = Skull(
        yaw=11,
        pitch=-1,
        roll=2.5,
        width=0.95,
        jaw=0.86,
        chin=-6,
        chin_width=0.82,
        cheek=1.08,
        nose_wide=0.88,
        nose_long=-8,
        nose_out=0.86,
        lips=1.12,
        smile=0.9,
        neck=0.85,
        build=0.87,
    )
    face = Features(
        iris="#4a3020",
        iris_deep="#160c08",
        brow="#17110f",
        lip="#b52f36",
        lip_cover=0.85,
        brow_thick=0.95,
        brow_arch=0.8,
        eye_open=1.05,
        eye_tilt=3.5,
        lashes=1.15,
    )
    clothes = [Cloth(wear.tee, paint.WHITE), Cloth(wear.blazer, paint.INK)]
    return Person(
        "vera",
        s,
        paint.FAIR,
        face,
        paint.BLACK,
        clothes,
        hair.pixie(s),
        ("#e7bd62", "#cf9a3c", "#7d5518"),
        "#ffe3a0",
        earrings=("#c9973a", "#fff0c4", 11, 4),
    )


def timur() -> Person:
    """Front-end lead, 33: black hair swept up, stubble, a sage hoodie."""
    s = Skull(
        yaw=-12,
        roll=-1.5,
        width=1.02,
        jaw=1.06,
        chin=2,
        chin_width=1.06,
        cheek=1.15,
        brow=0.9,
        nose_wide=1.12,
        nose_long=-1,
        nose_out=0.92,
        lips=1.02,
        smile=1.2,
        neck=1.06,
        build=1.04,
    )
    face = Features(
        iris="#3f2718",
        iris_deep="#150b06",
        brow="#141012",
        lip="#a9614f",
        lip_cover=0.4,
        brow_thick=1.2,
        brow_arch=0.35,
        eye_open=0.86,
        eye_tilt=4,
        crease=0.35,
        lashes=0.3,
        teeth=True,
    )
    clothes = [Cloth(wear.tee, paint.SAGE), Cloth(wear.hoodie, paint.SAGE), Cloth(wear.cords, paint.WHITE)]
    tufts = [*hair.short_back(s, quiff=1.5, part=-200, line=152), hair.stubble(s)]
    return Person(
        "timur",
        s,
        paint.TAN,
        face,
        paint.BLACK,
        clothes,
        tufts,
        ("#8fb5ac", "#5c8a82", "#294a47"),
        "#bfe6da",
        shadow_of_beard=0.42,
    )


def marta() -> Person:
    """Project manager, 46: dark hair gathered back with a grey streak, a green roll-neck."""
    s = Skull(
        yaw=-10,
        pitch=1,
        roll=1.5,
        width=0.98,
        jaw=0.92,
        chin=0,
        chin_width=0.92,
        nose_wide=0.98,
        nose_long=2,
        nose_out=1.04,
        lips=0.98,
        smile=1.15,
        neck=0.9,
        build=0.94,
        age=0.75,
    )
    face = Features(
        iris="#5a3b22", brow="#2a1a14", lip="#b0564f", lip_cover=0.55, brow_thick=0.85, brow_arch=1.0, eye_open=0.97, lashes=0.8
    )
    clothes = [Cloth(lambda p, k: join(wear.torso(p, k), wear.roll_neck(p, k), 26), paint.GREEN)]
    return Person(
        "marta",
        s,
        paint.OLIVE,
        face,
        paint.DARK_BROWN,
        clothes,
        hair.gathered(s),
        ("#c0adc0", "#8f7a92", "#473a4d"),
        "#e3cfee",
        earrings=("#e9dfd0", "#ffffff", 7.5, 0),
    )


def gleb() -> Person:
    """Motion and 3D designer, 27: ginger curls and freckles, a denim shirt over mustard."""
    s = Skull(
        yaw=12,
        roll=-2,
        width=0.97,
        jaw=0.95,
        chin=-2,
        chin_width=0.94,
        nose_wide=1.0,
        nose_long=-3,
        nose_out=0.95,
        lips=1.02,
        smile=1.3,
        neck=0.92,
        build=0.96,
    )
    face = Features(
        iris="#6f6a3e",
        brow="#7a3d1a",
        lip="#c2756a",
        lip_cover=0.42,
        brow_thick=1.0,
        brow_arch=0.6,
        eye_open=1.02,
        lashes=0.3,
        teeth=True,
        freckles=150,
    )
    comb = Comb(
        count=17000,
        long=104,
        steps=30,
        curl=9,
        curl_long=46,
        clump=0.86,
        locks=330,
        lift=2.5,
        stray=0.2,
        width=1.2,
        shine=0.6,
        tone_spread=0.15,
    )
    heap = hair.Heap((4, -134, -30), (130, 82, 120), 64, 37)
    tufts = hair.curls(s, heap, ((0, 44, 206), (116, 172, 184)), comb, 30)
    clothes = [Cloth(wear.tee, paint.MUSTARD), Cloth(wear.overshirt, paint.DENIM)]
    return Person(
        "gleb", s, paint.ROSY, face, paint.GINGER, clothes, tufts, ("#b9cfe0", "#8aa9c4", "#45627f"), "#d8ecff", blush=1.25
    )


def sofia() -> Person:
    """Editor, 38: dark skin, a cloud of curls, thin golden glasses, a white shirt."""
    s = Skull(
        yaw=-11,
        pitch=0,
        roll=2,
        width=0.97,
        jaw=0.9,
        chin=-3,
        chin_width=0.9,
        cheek=1.05,
        nose_wide=1.24,
        nose_long=-4,
        nose_out=0.84,
        lips=1.28,
        smile=1.1,
        neck=0.88,
        build=0.92,
    )
    face = Features(
        iris="#3a2012",
        iris_deep="#120804",
        line="#180b08",
        brow="#140c0a",
        lip="#9a4440",
        lip_cover=0.6,
        brow_thick=0.9,
        brow_arch=1.0,
        eye_open=1.0,
        lashes=0.9,
    )
    comb = Comb(
        count=24000,
        long=100,
        steps=32,
        curl=7.5,
        curl_long=36,
        clump=0.86,
        locks=560,
        lift=3,
        stray=0.2,
        width=1.15,
        shine=0.5,
        tone_spread=0.15,
    )
    heap = hair.Heap((0, -44, -64), (174, 180, 130), 84, 46)
    tufts = hair.curls(s, heap, ((0, 48, 206), (112, 157, 184)), comb)
    clothes = [Cloth(wear.shirt, paint.WHITE), Cloth(wear.buttons, paint.IVORY)]
    return Person(
        "sofia",
        s,
        paint.BROWN,
        face,
        paint.SOFT_BLACK,
        clothes,
        tufts,
        ("#d3a29a", "#a96d6b", "#582f35"),
        "#ffc9b0",
        blush=0.6,
        glasses=Glasses(wide=44, tall=37, square=2.8, strong=5.0, frame="#3b0f17", gleam="#d9777f"),
    )


def oleg() -> Person:
    """Back-end architect, 52: bald, a grey beard, a jumper over a shirt."""
    s = Skull(
        yaw=9,
        roll=-1,
        width=1.09,
        jaw=1.02,
        chin=6,
        chin_width=1.1,
        brow=1.15,
        nose_long=6,
        nose_wide=1.16,
        nose_out=1.06,
        lips=0.92,
        smile=1.05,
        neck=1.1,
        build=1.08,
        age=1.0,
    )
    face = Features(
        iris="#5d7480",
        iris_deep="#1c2830",
        brow="#6e6a68",
        lip="#b3766a",
        lip_cover=0.35,
        brow_thick=1.25,
        brow_arch=0.4,
        eye_open=0.9,
        crease=0.6,
        lashes=0.2,
    )
    clothes = [Cloth(wear.crew, paint.CHARCOAL), Cloth(wear.tied_collar, paint.SKY)]
    tufts = [hair.beard(s, count=11000, long=28, lift=3.6, grey=0.25)]
    return Person(
        "oleg",
        s,
        paint.ROSY,
        face,
        paint.SILVER,
        clothes,
        tufts,
        ("#c2b5a3", "#93846f", "#4a4034"),
        "#f2e2c8",
        shadow_of_beard=0.45,
        blush=1.3,
    )


PEOPLE: dict[str, Callable[[], Person]] = {f.__name__: f for f in (anna, ilya, vera, timur, marta, gleb, sofia, oleg)}
