"""The one chain: what a PDF is for decides its resolution, its bleed and its marks."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from app.brand import tokens
from app.brand.units import MM
from app.cli import PRESETS
from app.pipeline import GLANCE, BrandMissingError, Pipeline, Preset
from app.totals import totals
from tests import samples


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures of the samples."""
    place = tmp_path_factory.mktemp("pipeline")
    samples.pictures(place)
    return place


def pages(pdf: bytes) -> list[dict[str, list[float]]]:
    """Return the boxes of every page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        names = ("MediaBox", "TrimBox", "BleedBox")
        return [
            {name: [float(edge) for edge in page.obj[f"/{name}"]] for name in names if f"/{name}" in page.obj}
            for page in document.pages
        ]


def test_the_command_line_knows_every_preset() -> None:
    assert tuple(PRESETS) == tuple(preset.value for preset in Preset)


def test_print_has_bleed_and_room_for_crop_marks_around_the_trimmed_page(folder: Path) -> None:
    boxes = pages(Pipeline().build(samples.proposal("en", "kurs"), folder, Preset.PRINT).pdf)[0]
    left, bottom, right, top = boxes["TrimBox"]
    assert (right - left, top - bottom) == (pytest.approx(210 * MM, abs=0.01), pytest.approx(297 * MM, abs=0.01))
    assert boxes["BleedBox"][0] == pytest.approx(left - 3 * MM, abs=0.01)
    assert boxes["MediaBox"][0] < boxes["BleedBox"][0] - 10


def test_crop_marks_point_at_the_trim_and_stay_out_of_the_bleed(folder: Path) -> None:
    pdf = Pipeline().build(samples.proposal("en", "kurs"), folder, Preset.PRINT).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        marks = bytes(page.obj.Contents[-1].read_bytes()).split(b"q ", 1)[1]
        numbers = [
            float(word) for word in marks.replace(b"Q", b"").split() if word.replace(b".", b"").replace(b"-", b"").isdigit()
        ]
        bleed = [float(edge) for edge in page.obj.BleedBox]
    points = list(zip(numbers[2::2], numbers[3::2], strict=False))
    assert len(points) == 16
    for x, y in points:
        inside = bleed[0] < x < bleed[2] and bleed[1] < y < bleed[3]
        assert not inside, (x, y)


def test_standard_and_screen_are_the_trimmed_page_and_nothing_else(folder: Path) -> None:
    for preset in (Preset.STANDARD, Preset.SCREEN):
        boxes = pages(Pipeline().build(samples.proposal("en", "salon"), folder, preset).pdf)[0]
        assert boxes["MediaBox"] == pytest.approx([0, 0, 210 * MM, 297 * MM], abs=0.01)


def test_a_print_file_is_heavier_than_one_for_the_screen(folder: Path) -> None:
    from PIL import Image

    big = Image.effect_noise((2400, 3200), 60).convert("RGB")
    big.save(folder / "pictures" / "upright.jpg", quality=90)
    sizes = [
        len(Pipeline().build(samples.proposal("en", "kurs"), folder, preset).pdf)
        for preset in (Preset.SCREEN, Preset.STANDARD, Preset.PRINT)
    ]
    assert sizes[0] < sizes[1] < sizes[2]


def test_an_unknown_brandbook_says_which_there_are(folder: Path) -> None:
    with pytest.raises(BrandMissingError) as wrong:
        Pipeline().build(samples.proposal("en", "nowhere"), folder)
    assert wrong.value.problems[0].fact("known")


class Clock:
    """Tells the seconds that a test says it is."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def replace_picture(folder: Path) -> None:
    """Put a picture of another shape under the name of one that is there."""
    from PIL import Image

    Image.new("RGB", (300, 900), "#335577").save(folder / "pictures" / "wide.jpg")


def test_a_picture_that_is_replaced_under_its_name_is_measured_anew_a_moment_later(tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    clock = Clock()
    pipeline = Pipeline(clock=clock)
    proposal = samples.proposal("en", "kurs")
    before = pipeline.lay_out(proposal, tmp_path).document
    replace_picture(tmp_path)
    clock.now += GLANCE
    assert pipeline.lay_out(proposal, tmp_path).document != before
    assert pipeline.lay_out(proposal, tmp_path).document == Pipeline().lay_out(proposal, tmp_path).document


def test_whoever_types_does_not_wait_for_looks_at_the_disk_with_every_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    samples.pictures(tmp_path)
    clock, looks = Clock(), list[object]()
    pipeline = Pipeline(clock=clock)
    proposal = samples.proposal("en", "kurs")
    pipeline.lay_out(proposal, tmp_path)
    of = pipeline._files.of

    def look(*given: Any) -> Any:
        looks.append(given)
        return of(*given)

    monkeypatch.setattr(pipeline._files, "of", look)
    clock.now += GLANCE / 2
    pipeline.lay_out(proposal, tmp_path)
    assert not looks
    clock.now += GLANCE / 2
    pipeline.lay_out(proposal, tmp_path)
    assert looks


def test_an_export_looks_at_every_picture_however_lately_a_preview_did(tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    pipeline = Pipeline(clock=Clock())
    proposal = samples.proposal("en", "kurs")
    before = pipeline.lay_out(proposal, tmp_path).document
    replace_picture(tmp_path)
    built = pipeline.build(proposal, tmp_path).document
    assert before != built == Pipeline().build(proposal, tmp_path).document
    # What the export has seen the preview knows too.
    assert pipeline.lay_out(proposal, tmp_path).document == built


def test_the_files_of_fonts_are_looked_at_once_in_a_moment_and_at_every_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    samples.pictures(tmp_path)
    clock, looks = Clock(), list[Path]()
    pipeline, proposal = Pipeline(clock=clock), samples.proposal("en", "kurs")

    def look(path: Path) -> tuple[int, int]:
        looks.append(path)
        return len(path.name), 1

    monkeypatch.setattr(tokens, "_state", look)
    pipeline.paint(pipeline.lay_out(proposal, tmp_path), tmp_path, [0])
    once = len(looks)
    assert once
    clock.now += GLANCE / 2
    pipeline.paint(pipeline.lay_out(proposal, tmp_path), tmp_path, [0])
    assert len(looks) == once
    pipeline.build(proposal, tmp_path)
    assert len(looks) == 2 * once
    clock.now += GLANCE
    pipeline.lay_out(proposal, tmp_path)
    assert len(looks) == 3 * once


def test_a_font_that_is_replaced_under_its_name_is_read_anew_a_moment_later(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    pipeline = Pipeline(clock=clock)
    brand = pipeline.brand("kurs").brand
    assert brand is not None
    before = pipeline._book(brand)
    monkeypatch.setattr(tokens, "_state", lambda _: (0, 0))
    assert pipeline._book(brand) is before
    clock.now += GLANCE
    assert pipeline._book(brand) is not before


def test_a_picture_that_was_missing_is_seen_as_soon_as_it_is_there(tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    picture, away = tmp_path / "pictures" / "wide.jpg", tmp_path / "away.jpg"
    picture.rename(away)
    pipeline = Pipeline(clock=Clock())
    proposal = samples.proposal("en", "kurs")
    without = pipeline.lay_out(proposal, tmp_path).document
    away.rename(picture)
    assert without != pipeline.lay_out(proposal, tmp_path).document == Pipeline().lay_out(proposal, tmp_path).document


def test_pictures_of_the_same_names_in_another_folder_are_others(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    samples.pictures(here)
    samples.pictures(there)
    replace_picture(there)
    pipeline = Pipeline(clock=Clock())
    proposal = samples.proposal("en", "kurs")
    assert pipeline.lay_out(proposal, here).document != pipeline.lay_out(proposal, there).document


def test_a_preview_leaves_the_collector_of_garbage_as_it_was(folder: Path) -> None:
    import gc

    pipeline = Pipeline()
    proposal = samples.proposal("en", "kurs")
    assert gc.isenabled()
    pipeline.paint(pipeline.lay_out(proposal, folder), folder, [0])
    assert gc.isenabled()
    gc.disable()
    try:
        pipeline.lay_out(proposal, folder)
        assert not gc.isenabled()
    finally:
        gc.enable()
    with pytest.raises(BrandMissingError):
        pipeline.lay_out(samples.proposal("en", "nowhere"), folder)
    assert gc.isenabled()


def test_a_folder_where_a_picture_should_be_is_no_picture(tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    (tmp_path / "pictures" / "wide.jpg").unlink()
    (tmp_path / "pictures" / "wide.jpg").mkdir()
    assert Pipeline().lay_out(samples.proposal("en", "kurs"), tmp_path).document.pages


def test_a_name_that_begins_to_lead_out_of_its_folder_is_no_picture_any_more(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    samples.pictures(inside)
    samples.pictures(outside)
    clock = Clock()
    pipeline = Pipeline(clock=clock)
    proposal = samples.proposal("en", "kurs")
    known = pipeline.lay_out(proposal, inside).document
    picture = inside / "pictures" / "wide.jpg"
    picture.unlink()
    without = Pipeline().lay_out(proposal, inside).document
    picture.symlink_to(outside / "pictures" / "wide.jpg")
    assert known != without
    clock.now += GLANCE
    assert pipeline.lay_out(proposal, inside).document == without


def test_sums_are_made_once_for_one_estimate_and_again_for_another_or_in_another_currency(folder: Path) -> None:
    pipeline, proposal = Pipeline(), samples.proposal("en")
    sums = pipeline.lay_out(proposal, folder).totals
    assert pipeline.lay_out(replace(proposal, title="Another"), folder).totals is sums
    assert pipeline.lay_out(replace(proposal, currency="JPY"), folder).totals == totals(proposal.estimate, "JPY")
    dearer = replace(proposal, estimate=samples.estimate("en", 3, 3, 2))
    assert pipeline.lay_out(dearer, folder).totals == totals(dearer.estimate, dearer.currency)
    assert pipeline.lay_out(proposal, folder).totals == sums
