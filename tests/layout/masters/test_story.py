"""Stories: numbers, side notes and columns in every brand."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.layout.page import Page, TextItem
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
