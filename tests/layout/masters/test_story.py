"""Stories: numbers, side notes and columns in every brand."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.layout.page import Page, PictureItem, RuleItem, TextItem
from app.model.notation import parse
from app.model.proposal import Proposal
from app.model.sections import Figure, Story
from app.pipeline import Pipeline
from tests import brandbooks, samples

PIPELINE = Pipeline()
BRANDS = PIPELINE.brandbooks()
SENTENCE = samples.TEXTS["ru"]["sentence"]


def story_alone(brand: str, **parts: object) -> Proposal:
    """Return a proposal of one story."""
    story = Story(id="s", title="Показать февраль", lead=SENTENCE, **parts)
    return replace(samples.proposal("ru", brand), sections=(story,))


def pages(proposal: Proposal, pipeline: Pipeline = PIPELINE) -> tuple[Page, ...]:
    """Lay out."""
    return pipeline.lay_out(proposal, Path("/nonexistent")).document.pages


def said(found: tuple[Page, ...], origin: str) -> str:
    """Return the text that comes from a part of the proposal."""
    lines = [
        item.line.text for page in found for item in page.items if isinstance(item, TextItem) and item.origin.startswith(origin)
    ]
    return " ".join(lines).replace("\N{NO-BREAK SPACE}", " ").replace("  ", " ")


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("count", [1, 2, 4, 5, 18])
@pytest.mark.parametrize("long", [False, True])
def test_every_number_is_printed_with_what_it_says(brand: str, count: int, long: bool) -> None:
    figures = tuple(Figure(value=f"{i}7 %", label=f"гостей ответили на вопрос {i}") for i in range(count))
    text = parse("\n\n".join([SENTENCE * 4] * (12 if long else 1)))
    found = pages(story_alone(brand, text=text, figures=figures, note=parse(SENTENCE * (6 if long else 1))))
    for i, figure in enumerate(figures):
        assert said(found, f"sections/s/figures/{i}/value").replace(" ", "") == figure.value.replace(" ", "")
        assert said(found, f"sections/s/figures/{i}/label") == figure.label


@pytest.mark.parametrize("brand", BRANDS)
def test_a_lone_number_is_the_biggest_thing_besides_the_title(brand: str) -> None:
    def size(found: tuple[Page, ...]) -> float:
        return max(
            run.size
            for page in found
            for item in page.items
            if isinstance(item, TextItem) and item.origin == "sections/s/figures/0/value"
            for run in item.line.runs
        )

    one, four = (
        pages(story_alone(brand, text=parse(SENTENCE), figures=tuple(Figure(value="38", label="а") for _ in range(count))))
        for count in (1, 4)
    )
    assert size(one) > size(four)


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("repeats", [1, 40])
def test_a_side_note_stands_beside_the_text_and_none_of_it_is_lost(brand: str, repeats: int) -> None:
    note = " ".join(f"{SENTENCE.strip()} {i}." for i in range(repeats))
    found = pages(story_alone(brand, text=parse(SENTENCE * 6), note=parse(note)))
    printed = said(found, "sections/s/note")
    assert all(f"{i}." in printed for i in range(repeats))
    first = next(page for page in found if any(getattr(item, "origin", "").startswith("sections/s/note") for item in page.items))
    columns = {}
    for part in ("note", "text"):
        spans = [
            (item.x + item.line.x, item.x + item.line.x + item.line.width)
            for item in first.items
            if isinstance(item, TextItem) and item.origin.startswith(f"sections/s/{part}")
        ]
        columns[part] = (min(left for left, _ in spans), max(right for _, right in spans))
    assert columns["note"][1] <= columns["text"][0] or columns["text"][1] <= columns["note"][0]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_brandbook_chooses_one_to_three_columns(brand: str, count: int, tmp_path: Path) -> None:
    own = Pipeline(brandbooks=(brandbooks.changed(tmp_path, brand, {"masters.story": {"columns": count}}),))
    found = pages(story_alone(brand, text=parse("\n\n".join([SENTENCE * 5] * 6))), own)
    lefts = {round(item.x) for item in found[0].items if isinstance(item, TextItem) and item.origin.startswith("sections/s/text")}
    assert len(lefts) == count


def rows(page: Page, origin: str) -> dict[float, float]:
    """Return the first baseline of every column of a part of the story on a page, by the column's left edge."""
    found: dict[float, float] = {}
    for item in page.items:
        if isinstance(item, TextItem) and item.origin.startswith(origin):
            left = round(item.x, 1)
            found[left] = min(found.get(left, item.y), item.y)
    return found


def test_columns_on_a_slide_begin_level_with_each_other_and_with_the_kicker() -> None:
    text = parse("\n\n".join(["# Кто покупает", *[SENTENCE * 3] * 4]))
    page = pages(story_alone("ekran", kicker="Задача", text=text))[0]
    columns = rows(page, "sections/s/text")
    assert len(columns) == 2
    assert {round(y, 2) for y in columns.values()} == {round(y, 2) for y in rows(page, "sections/s/kicker").values()}


@pytest.mark.parametrize("long", [False, True])
def test_numbers_on_a_slide_are_of_one_size_and_stand_below_a_short_text(long: bool) -> None:
    figures = tuple(Figure(value=value, label="квартир") for value in ("412", "70 %", "2 мин", "24"))
    text = parse("\n\n".join([SENTENCE * (9 if long else 2)] * 3))
    page = pages(story_alone("ekran", text=text, figures=figures))[0]
    values = [item for item in page.items if isinstance(item, TextItem) and item.origin.endswith("/value")]
    assert len({run.size for item in values for run in item.line.runs}) == 1
    left = min(rows(page, "sections/s/text"))
    assert all((item.x + 1 >= left) is not long for item in values)


@pytest.mark.parametrize("by", ["", "Дарья Морозова"])
@pytest.mark.parametrize("quote", ["Здесь тихо, и это построено.", SENTENCE * 2])
def test_the_rules_of_a_quotation_touch_none_of_its_letters(by: str, quote: str) -> None:
    (page,) = pages(story_alone("salon", text=parse(SENTENCE), quote=quote, quote_by=by))
    words = [
        item for item in page.items if isinstance(item, TextItem) and item.origin in ("sections/s/quote", "sections/s/quote_by")
    ]
    top = min(item.y for item in words) - 26
    rules = sorted(item.y1 for item in page.items if isinstance(item, RuleItem) and round(item.x2 - item.x1) == 80)
    assert len(rules) == 2
    assert rules[0] < top
    assert rules[1] > max(item.y for item in words) + 26 * 0.4


def test_a_few_lines_are_set_larger_and_in_one_column() -> None:
    def left_edges(text: str) -> set[float]:
        found = pages(story_alone("salon", text=parse(text)))
        items = [item for page in found for item in page.items if isinstance(item, TextItem)]
        return {round(item.x) for item in items if item.origin.startswith("sections/s/text")}

    assert len(left_edges(SENTENCE * 2)) == 1
    assert len(left_edges("\n\n".join([SENTENCE * 4] * 8))) == 2


def test_short_lines_beside_a_note_are_not_justified() -> None:
    def right_edges(note: str) -> set[float]:
        found = pages(story_alone("salon", text=parse("\n\n".join([SENTENCE * 9] * 3)), note=parse(note)))
        items = [item for page in found for item in page.items if isinstance(item, TextItem)]
        text = [item.line for item in items if item.origin.startswith("sections/s/text")]
        return {round(line.width / 3) for line in text}

    assert len(right_edges(SENTENCE)) > 1.5 * len(right_edges(""))


def test_pictures_that_are_left_over_share_a_page(tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    text = parse("\n\n".join([SENTENCE * 5] * 12))
    for count in (3, 4):
        shown = tuple(samples.picture("wide") for _ in range(count))
        found = PIPELINE.lay_out(story_alone("salon", text=text, pictures=shown), tmp_path).document.pages
        alone = [page for page in found if not said((page,), "sections/s/text")]
        assert len(alone) <= 1
        assert sum(isinstance(item, PictureItem) for page in found for item in page.items) == count


def test_a_picture_has_the_place_that_a_quotation_leaves(tmp_path: Path) -> None:
    """A quotation alone fills a page of its own, a picture alone would leave much of it white."""
    samples.pictures(tmp_path)
    shown = (samples.picture("wide"),)
    for length in range(1, 9):
        text = parse("\n\n".join([SENTENCE * 4] * length))
        found = PIPELINE.lay_out(story_alone("salon", text=text, pictures=shown, quote=SENTENCE * 2), tmp_path).document.pages
        for page in found:
            assert said((page,), "sections/s/text") or said((page,), "sections/s/quote"), length


def test_numbers_that_say_much_make_a_list_on_a_narrow_page(tmp_path: Path) -> None:
    """Below each other their words have lines of a fair length."""
    pipeline = Pipeline((brandbooks.changed(tmp_path, "salon", {"page": {"format": "A5"}}),))
    figures = tuple(Figure(value=f"{i}12", label="покупателей живут далеко и выбирают с экрана") for i in range(4))
    found = pages(story_alone("salon", figures=figures), pipeline)
    items = [item for page in found for item in page.items if isinstance(item, TextItem) and "/figures/" in item.origin]
    assert len({round(item.x) for item in items if item.origin.endswith("/label")}) == 1
    for i in range(4):
        value = next(item for item in items if item.origin == f"sections/s/figures/{i}/value")
        label = next(item for item in items if item.origin == f"sections/s/figures/{i}/label")
        assert abs(value.y - label.y) < 3


def test_narrow_columns_are_not_justified_anywhere(tmp_path: Path) -> None:
    pipeline = Pipeline((brandbooks.changed(tmp_path, "salon", {"masters.story": {"columns": 3}}),))
    text = parse("\n\n".join([SENTENCE * 6] * 6))
    found = pages(story_alone("salon", text=text), pipeline)
    lines = [item.line for page in found for item in page.items if isinstance(item, TextItem) and "/text" in item.origin]
    spaces = [run.glyphs for line in lines for run in line.runs]
    assert spaces
    assert len({round(line.width / 3) for line in lines}) > 8


def test_a_few_lines_that_are_all_there_is_are_set_large() -> None:
    def size(**more: object) -> float:
        section = Story(id="s", title="T", text=parse("A few words about it."), **more)  # type: ignore[arg-type]
        (page,) = pages(replace(samples.proposal("en", "kurs"), sections=(section,)))
        texts = (item for item in page.items if isinstance(item, TextItem) and item.origin.endswith("/paragraphs/0"))
        return next(texts).line.runs[0].size

    assert size() > size(lead="Something before it.")
