"""Pictures reach the page upright, in their true colours, at their printed size and without anything else from their file."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw

from app.layout.page import Treatment
from app.pdf.crop import Wanted, crop, placed
from app.pdf.openpicture import MOST_PIXELS
from app.pdf.pictures import Darkroom, FolderPictures
from app.pdf.print import freeze, thaw
from app.pdf.sizes import PictureSizes
from app.pdf.unusable import PictureError

SAMPLES = Path(__file__).parent / "samples"
RED, GREEN, BLUE = (220, 30, 30), (30, 180, 60), (30, 60, 220)


def photo(width=600, height=400, left=RED, right=BLUE):
    """A picture that is red on its left and blue on its right, with the noise that makes it a photograph."""
    picture = Image.new("RGB", (width, height), left)
    picture.paste(right, (width // 2, 0, width, height))
    grain = Image.effect_noise((width, height), 12)
    return Image.blend(picture, Image.merge("RGB", (grain, grain, grain)), 0.06)


def seen(made):
    """Decode the colours of a print."""
    if made.color.jpeg:
        return Image.open(BytesIO(made.color.data)).convert("RGB")
    return unpacked(made.color).convert("RGB")


def unpacked(raster):
    """Undo the deflated rows of a raster by putting them back into a PNG."""
    from struct import pack
    from zlib import crc32

    def chunk(name, body):
        return pack(">I", len(body)) + name + body + pack(">I", crc32(name + body))

    head = pack(">IIBBBBB", raster.width, raster.height, 8, 2 if raster.channels == 3 else 0, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", raster.data) + chunk(b"IEND", b"")
    return Image.open(BytesIO(png))


def near(color, wanted, by=30):
    return all(abs(a - b) <= by for a, b in zip(color, wanted, strict=True))


def problem_of(path, wanted=Wanted(100, 100)):  # noqa: B008
    with pytest.raises(PictureError) as caught:
        Darkroom().print(path, wanted)
    return caught.value.problem


@pytest.mark.parametrize(
    ("value", "turn"),
    [
        (1, None),
        (2, Image.Transpose.FLIP_LEFT_RIGHT),
        (3, Image.Transpose.ROTATE_180),
        (4, Image.Transpose.FLIP_TOP_BOTTOM),
        (5, Image.Transpose.TRANSPOSE),
        (6, Image.Transpose.ROTATE_90),
        (7, Image.Transpose.TRANSVERSE),
        (8, Image.Transpose.ROTATE_270),
    ],
)
def test_a_picture_that_the_camera_turned_stands_upright(tmp_path, value, turn):
    """Whatever the telephone wrote into EXIF, red stays at the left, and the crop is made in the upright picture."""
    stored = photo() if turn is None else photo().transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = value
    stored.save(tmp_path / "a.jpg", exif=exif, quality=95)
    assert PictureSizes(None).of(tmp_path / "a.jpg") == (600, 400)
    made = Darkroom().print(tmp_path / "a.jpg", Wanted(60, 40))
    assert made.full == (600, 400)
    assert near(seen(made).getpixel((5, 20)), RED)
    assert near(seen(made).getpixel((made.color.width - 5, 20)), BLUE)
    leftmost = Darkroom().print(tmp_path / "a.jpg", Wanted(20, 40, focus_x=0))
    assert near(seen(leftmost).getpixel((leftmost.color.width - 3, 20)), RED)


def test_nothing_that_the_camera_noted_is_kept(tmp_path):
    exif = Image.Exif()
    exif[0x010F] = "SECRETCAMERA"
    exif.get_ifd(0x8825)[2] = (55.0, 45.0, 0.0)
    photo().save(tmp_path / "a.jpg", exif=exif, comment=b"SECRETCOMMENT", xmp=b"SECRETXMP")
    drawing = Image.new("RGB", (50, 50), "white")
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text("Author", "SECRETAUTHOR")
    drawing.save(tmp_path / "b.png", pnginfo=notes)
    for name in ("a.jpg", "b.png"):
        frozen = freeze(Darkroom().print(tmp_path / name, Wanted(60, 40)))
        assert b"SECRET" not in frozen
        assert b"Exif" not in frozen


def test_a_cmyk_photograph_keeps_its_colours(tmp_path):
    Image.new("CMYK", (200, 100), (0, 255, 255, 0)).save(tmp_path / "a.jpg", quality=95)
    made = Darkroom().print(tmp_path / "a.jpg", Wanted(60, 30))
    assert made.color.channels == 3
    red, green, blue = seen(made).getpixel((10, 10))
    assert red > 180
    assert max(green, blue) < 70


def test_colours_come_through_the_profile_of_the_picture(tmp_path):
    """A picture whose profile swaps red and green comes out swapped: the profile was asked."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    lab = Image.new("LAB", (80, 80), (136, 208, 195))  # L 53, a 80, b 67: pure red of sRGB
    lab.save(tmp_path / "a.tif", icc_profile=profile.tobytes())
    assert near(seen(Darkroom().print(tmp_path / "a.tif", Wanted(60, 60))).getpixel((10, 10)), (255, 0, 0), 25)


def test_a_broken_colour_profile_does_not_cost_the_picture(tmp_path):
    photo().save(tmp_path / "a.jpg", icc_profile=b"this is no profile" * 20, quality=95)
    assert near(seen(Darkroom().print(tmp_path / "a.jpg", Wanted(60, 40))).getpixel((5, 20)), RED)


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_sixteen_bit_grey_is_not_white(tmp_path, name):
    Image.new("I;16", (100, 100), 0x8000).save(tmp_path / name)
    assert near(seen(Darkroom().print(tmp_path / name, Wanted(60, 60))).getpixel((9, 9)), (128, 128, 128), 3)


def test_floating_point_greys_are_stretched_over_what_they_span(tmp_path):
    picture = Image.new("F", (100, 100), 0.25)
    picture.paste(0.75, (50, 0, 100, 100))
    picture.save(tmp_path / "a.tif")
    shown = seen(Darkroom().print(tmp_path / "a.tif", Wanted(60, 60)))
    assert near(shown.getpixel((5, 5)), (0, 0, 0), 3)
    assert near(shown.getpixel((shown.width - 5, 5)), (255, 255, 255), 3)


def test_transparency_stays_a_mask_and_never_becomes_black(tmp_path):
    cut = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    ImageDraw.Draw(cut).ellipse((10, 10, 90, 90), fill=(*GREEN, 255))
    cut.save(tmp_path / "a.png")
    made = Darkroom().print(tmp_path / "a.png", Wanted(20, 20))
    assert made.alpha is not None
    mask = unpacked(made.alpha)
    assert mask.getpixel((0, 0)) == 0
    assert mask.getpixel((mask.width // 2, mask.height // 2)) == 255
    edge = [seen(made).getpixel((x, mask.height // 2)) for x in range(mask.width) if mask.getpixel((x, mask.height // 2)) > 60]
    assert all(near(color, GREEN, 40) for color in edge), "no dark fringe"


def test_an_alpha_channel_that_hides_nothing_costs_nothing(tmp_path):
    photo().convert("RGBA").save(tmp_path / "a.png")
    made = Darkroom().print(tmp_path / "a.png", Wanted(60, 40))
    assert made.alpha is None
    assert made.color.jpeg


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "bmp", "gif", "avif"])
def test_the_formats_people_send_are_read(tmp_path, suffix):
    photo().save(tmp_path / f"a.{suffix}")
    shown = seen(Darkroom().print(tmp_path / f"a.{suffix}", Wanted(60, 40)))
    assert near(shown.getpixel((8, 20)), RED, 45)
    assert near(shown.getpixel((shown.width - 8, 20)), BLUE, 45)


def test_a_photograph_from_a_telephone_is_read():
    """HEIC, which no other decoder here knows."""
    path = SAMPLES / "telephone.heic"
    made = Darkroom().print(path, Wanted(60, 40))
    assert PictureSizes(None).of(path) == made.full == (96, 64)
    assert near(seen(made).getpixel((8, 20)), RED)
    assert near(seen(made).getpixel((made.color.width - 8, 20)), BLUE)
    assert b"SECRET" in path.read_bytes()
    assert b"SECRET" not in freeze(made)


def test_a_telephone_photograph_that_was_cut_off_is_named(tmp_path):
    whole = (SAMPLES / "telephone.heic").read_bytes()
    for size in (12, 100, len(whole) - 40):
        (tmp_path / "a.heic").write_bytes(whole[:size])
        assert problem_of(tmp_path / "a.heic").code in {"picture-damaged", "picture-not-a-picture"}


def test_a_drawing_keeps_its_edges_and_a_photograph_becomes_small(tmp_path):
    drawing = Image.new("RGB", (400, 400), "white")
    ImageDraw.Draw(drawing).line((0, 0, 400, 400), fill=RED, width=9)
    drawing.save(tmp_path / "logo.png")
    photo().save(tmp_path / "photo.png")
    assert not Darkroom().print(tmp_path / "logo.png", Wanted(60, 60)).color.jpeg
    assert Darkroom().print(tmp_path / "photo.png", Wanted(60, 40)).color.jpeg


def test_a_picture_has_the_pixels_that_print_needs_and_never_more_than_it_brought(tmp_path):
    photo(1500, 1000).save(tmp_path / "large.jpg")
    photo(90, 60).save(tmp_path / "small.jpg")
    large = Darkroom().print(tmp_path / "large.jpg", Wanted(72, 48, dpi=220)).color
    small = Darkroom().print(tmp_path / "small.jpg", Wanted(72, 48, dpi=220)).color
    assert (large.width, large.height) == (220, 147)
    assert (small.width, small.height) == (90, 60)


def test_grey_and_duotone_take_the_colours_away(tmp_path):
    photo(left=(10, 10, 10), right=(245, 245, 245)).save(tmp_path / "a.jpg", quality=95)
    grey = Darkroom().print(tmp_path / "a.jpg", Wanted(60, 40, treatment=Treatment.GREY))
    two = Darkroom().print(tmp_path / "a.jpg", Wanted(60, 40, treatment=Treatment.DUOTONE, duotone=("#402000", "#ffe0c0")))
    assert grey.color.channels == 1
    assert near(seen(two).getpixel((5, 20)), (0x40, 0x20, 0), 25)
    assert near(seen(two).getpixel((two.color.width - 5, 20)), (0xFF, 0xE0, 0xC0), 25)


@given(
    size=st.tuples(st.integers(1, 9000), st.integers(1, 9000)),
    box=st.tuples(st.floats(1, 2000), st.floats(1, 2000)),
    focus=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    fit=st.booleans(),
)
def test_a_crop_lies_within_the_picture_keeps_its_focus_and_is_not_distorted(size, box, focus, fit):
    wanted = Wanted(*box, *focus, fit)
    cut = crop(size, wanted)
    left, top, right, bottom = cut.box()
    assert -1e-6 <= left <= focus[0] * size[0] + 1e-6
    assert focus[0] * size[0] - 1e-6 <= right <= size[0] + 1e-6
    assert -1e-6 <= top <= focus[1] * size[1] + 1e-6
    assert focus[1] * size[1] - 1e-6 <= bottom <= size[1] + 1e-6
    width, height = placed(size, wanted)
    assert width <= box[0] + 1e-6
    assert height <= box[1] + 1e-6
    assert cut.width / cut.height == pytest.approx(width / height, rel=1e-6)
    assert 1 <= cut.pixels[0] <= max(1, size[0])
    assert 1 <= cut.pixels[1] <= max(1, size[1])


def test_files_that_are_no_usable_picture_are_named_for_what_they_are(tmp_path):
    photo().save(tmp_path / "good.jpg", quality=95)
    whole = (tmp_path / "good.jpg").read_bytes()
    (tmp_path / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "page.jpg").write_text("<html><body>404</body></html>")
    (tmp_path / "folder.jpg").mkdir()
    assert problem_of(tmp_path / "cut.jpg").code == "picture-damaged"
    assert problem_of(tmp_path / "empty.jpg").code == "picture-empty"
    assert problem_of(tmp_path / "page.jpg").code == "picture-not-a-picture"
    assert problem_of(tmp_path / "folder.jpg").code == "picture-missing"
    assert problem_of(tmp_path / "gone.jpg").code == "picture-missing"
    assert problem_of(tmp_path / "gone.jpg").fact("file") == "gone.jpg"
    assert [PictureSizes(None).of(tmp_path / name) for name in ("empty.jpg", "page.jpg", "gone.jpg")] == [None, None, None]


@pytest.mark.parametrize("side", [15_000, 60_000])
def test_a_picture_bomb_is_refused_before_it_is_decoded(tmp_path, side):
    """The header alone says how large it is; these bytes hold no pixels at all."""
    from struct import pack
    from zlib import crc32

    head = b"IHDR" + pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + pack(">I", 13) + head + pack(">I", crc32(head)) + b"\0\0\0\0IDAT" + pack(">I", crc32(b"IDAT"))
    (tmp_path / "bomb.png").write_bytes(bomb)
    assert side * side > MOST_PIXELS
    assert problem_of(tmp_path / "bomb.png").code == "picture-too-large"


@given(
    junk=st.binary(max_size=400),
    head=st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"II*\0", b"RIFF\0\0\0\0WEBP"]),
)
def test_no_junk_ever_raises_anything_but_a_named_problem(tmp_path_factory, junk, head):
    path = tmp_path_factory.getbasetemp() / "junk.jpg"
    path.write_bytes(head + junk)
    try:
        Darkroom().print(path, Wanted(10, 10))
    except PictureError as reason:
        assert reason.problem.code.startswith("picture-")


def test_a_print_is_made_once_and_taken_from_the_disk_afterwards(tmp_path):
    photo().save(tmp_path / "a.jpg")
    first = Darkroom(tmp_path / "cache").print(tmp_path / "a.jpg", Wanted(60, 40))
    kept = list((tmp_path / "cache").iterdir())
    assert len(kept) == 1
    marked = Darkroom(tmp_path / "cache")
    assert marked.print(tmp_path / "a.jpg", Wanted(60, 40)) == first
    assert list((tmp_path / "cache").iterdir()) == kept


def test_a_damaged_cache_is_not_believed(tmp_path):
    photo().save(tmp_path / "a.jpg")
    first = Darkroom(tmp_path / "cache").print(tmp_path / "a.jpg", Wanted(60, 40))
    [kept] = (tmp_path / "cache").iterdir()
    data = bytearray(kept.read_bytes())
    data[-20] ^= 0xFF
    kept.write_bytes(bytes(data))
    assert thaw(bytes(data)) is None
    assert Darkroom(tmp_path / "cache").print(tmp_path / "a.jpg", Wanted(60, 40)) == first


def test_a_picture_that_changed_under_its_name_is_made_anew(tmp_path):
    room = Darkroom(tmp_path / "cache")
    photo().save(tmp_path / "a.jpg")
    first = room.print(tmp_path / "a.jpg", Wanted(60, 40))
    photo(601, 400, left=GREEN).save(tmp_path / "a.jpg")
    assert room.print(tmp_path / "a.jpg", Wanted(60, 40)) != first


def test_a_print_survives_the_way_to_the_disk_and_nothing_else_does(tmp_path):
    cut = Image.new("RGBA", (40, 40), (9, 9, 9, 90))
    cut.save(tmp_path / "a.png")
    made = Darkroom().print(tmp_path / "a.png", Wanted(20, 20))
    assert thaw(freeze(made)) == made
    assert thaw(b"") is None
    assert thaw(freeze(made)[:-1]) is None


def test_no_name_leads_out_of_the_folder(tmp_path):
    inside = tmp_path / "proposal"
    inside.mkdir()
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (inside / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    pictures = FolderPictures({"proposal": inside})
    for name in (
        "../secret.jpg",
        str(tmp_path / "secret.jpg"),
        "link.jpg",
        "a/../../secret.jpg",
        "",
        ".",
        "C:\\a.jpg",
        "\\\\nas\\a.jpg",
    ):
        assert pictures.path(name, "proposal") is None, name
    assert pictures.path("a.jpg", "elsewhere") is None
    assert pictures.path("a" * 5000, "proposal") == inside.resolve() / ("a" * 5000)
    assert pictures.path("media/a.jpg", "proposal") == inside.resolve() / "media/a.jpg"
