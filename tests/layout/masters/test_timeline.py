"""The timeline: bars as long as their phases, every phase with its words, on as many pages as it takes."""

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.layout.gantt import LEAST_BAR
from app.layout.page import BoxItem, Document, Page, PathItem, PictureItem, TextItem
from app.model.path import put
from app.model.proposal import Proposal
from app.model.sections import Contents, Phase, Terms, Timeline
from app.pipeline import Pipeline
from tests import brandbooks, samples
from tests.layout.checks import lines, text_stands_apart, text_stays_on_the_page

PIPELINE = Pipeline()
BRANDS = PIPELINE.brandbooks()
NOWHERE = Path("/nonexistent")
MONDAY = datetime.date(2026, 9, 14)
WORDS = {
    "ru": ("Исследование и стратегия", "Дизайн и разработка сайта с выбором квартир", "Платформа бренда и карта покупателя. "),
    "en": ("Research and strategy", "Design and development of the site to choose flats", "A brand platform and a map. "),
}


def phase(number: int, start: str, weeks: str, language: str = "ru", text: int = 1, part: str = "") -> Phase:
    """Return a phase; every third has a long title."""
    short, long, sentence = WORDS[language]
    title = f"{long if number % 3 == 2 else short} {number}"
    return Phase(id=f"f{number}", title=title, text=sentence * text, start=Decimal(start), weeks=Decimal(weeks), part=part)


USUAL = (("0", "4"), ("3", "6"), ("6", "3.5"), ("9.5", "0"), ("9", "10"), ("22", "2"), ("24", "0"))
CASES = {
    "one": (("0", "3"),),
    "a lone milestone": (("0", "0"),),
    "half a week": (("0", "0.5"), ("0.5", "0.5")),
    "usual": USUAL,
    "late": (("100", "4"), ("103.5", "0.5")),
    "twenty": tuple((str(i * 5), "0" if i % 6 == 5 else str(1 + i % 9)) for i in range(20)),
    "all at once": tuple(("0", "12") for _ in range(9)),
}


def proposal(
    brand: str, language: str, spans: tuple[tuple[str, str], ...], begins: datetime.date | None = MONDAY, text: int = 1
) -> Proposal:
    """Return a proposal of nothing but a timeline."""
    phases = tuple(phase(i, start, weeks, language, text, f"s{i % 4}") for i, (start, weeks) in enumerate(spans))
    lead = samples.TEXTS[language]["sentence"]
    section = Timeline(id="t", kicker="План", title=samples.TEXTS[language]["title"], lead=lead, begins=begins, phases=phases)
    return replace(samples.proposal(language, brand), sections=(section,))


def bars(document: Document) -> dict[str, BoxItem]:
    """Return the bars by the ids of their phases."""
    found: dict[str, BoxItem] = {}
    for page in document.pages:
        for item in page.items:
            if isinstance(item, BoxItem) and item.origin.endswith("/weeks"):
                name = item.origin.split("/")[-2]
                assert name not in found
                found[name] = item
    return found


def said(page: Page, field: str) -> str:
    """Return the text on a page that comes from a field of any phase or of the timeline."""
    return " ".join(item.line.text for item in lines(page) if item.origin.endswith(f"/{field}")).replace(
        "\N{NO-BREAK SPACE}", " "
    )


every_case = pytest.mark.parametrize(
    ("brand", "language", "case", "begins"),
    [
        (brand, language, case, begins)
        for brand in BRANDS
        for language, begins in (("ru", MONDAY), ("en", None))
        for case in CASES
    ],
)


@every_case
def test_bars_are_as_long_as_their_phases_and_begin_where_these_begin(
    brand: str, language: str, case: str, begins: datetime.date | None
) -> None:
    whole = proposal(brand, language, CASES[case], begins)
    found = bars(PIPELINE.lay_out(whole, NOWHERE).document)
    phases = whole.sections[0].phases  # type: ignore[union-attr]
    long = [one for one in phases if one.weeks]
    assert list(found) == [one.id for one in long]
    if not long:
        return
    first = long[0]
    week = found[first.id].width / float(first.weeks)
    beginning = found[first.id].x - week * float(first.start)
    for one in long:
        assert found[one.id].width == pytest.approx(max(week * float(one.weeks), LEAST_BAR), abs=0.01)
        assert found[one.id].x == pytest.approx(beginning + week * float(one.start), abs=0.01)


@every_case
def test_words_and_bars_stay_on_the_page_and_off_each_other(
    brand: str, language: str, case: str, begins: datetime.date | None
) -> None:
    document = PIPELINE.lay_out(proposal(brand, language, CASES[case], begins), NOWHERE).document
    text_stays_on_the_page(document)
    text_stands_apart(document)
    for page in document.pages:
        for item in page.items:
            if isinstance(item, BoxItem) and item.origin:
                assert item.x >= 10 and item.x + item.width <= page.width - 10
                assert item.y >= 10 and item.y + item.height <= page.height - 10


@every_case
def test_every_phase_is_told_once_and_in_order(brand: str, language: str, case: str, begins: datetime.date | None) -> None:
    whole = proposal(brand, language, CASES[case], begins)
    document = PIPELINE.lay_out(whole, NOWHERE).document
    titles = " ".join(
        item.line.text
        for page in document.pages
        for item in lines(page)
        if item.origin.endswith("/title") and "/phases/" in item.origin
    )
    phases = whole.sections[0].phases  # type: ignore[union-attr]
    assert titles.replace("\N{NO-BREAK SPACE}", " ").replace("  ", " ") == " ".join(one.title for one in phases)
    started = [
        item.origin.split("/")[-2]
        for page in document.pages
        for item in lines(page)
        if item.origin.endswith("/start") and "/phases/" in item.origin
    ]
    assert list(dict.fromkeys(started)) == [one.id for one in phases]


@pytest.mark.parametrize("brand", BRANDS)
def test_every_page_of_a_long_timeline_has_its_axis(brand: str) -> None:
    document = PIPELINE.lay_out(proposal(brand, "ru", CASES["twenty"], None), NOWHERE).document
    assert len(document.pages) >= 2
    axes = [
        [item.line.text for item in lines(page) if item.origin == "sections/t/begins" and item.line.text[-1:].isdecimal()]
        for page in document.pages
    ]
    assert axes[0][0].replace("\N{NO-BREAK SPACE}", " ") == "неделя 1"
    assert all(axis == axes[0] for axis in axes)
    assert [bookmark.title for page in document.pages for bookmark in page.bookmarks] == [samples.TEXTS["ru"]["title"]]


@pytest.mark.parametrize("brand", BRANDS)
def test_the_last_page_of_a_long_timeline_is_not_nearly_empty(brand: str) -> None:
    for count in (9, 12, 15, 18):
        spans = tuple((str(i), "3") for i in range(count))
        pages = PIPELINE.lay_out(proposal(brand, "ru", spans), NOWHERE).document.pages
        on_last = [item for item in pages[-1].items if isinstance(item, BoxItem) and item.origin.endswith("/weeks")]
        assert len(pages) == 1 or len(on_last) >= 2


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(
    ("language", "begins", "words"),
    [
        (
            "ru",
            MONDAY,
            ("14 сентября — 11 октября", "4 недели", "19 октября — 12 ноября", "3,5 недели", "20 ноября", "24 недели"),
        ),
        ("en", None, ("weeks 1–4", "4 weeks", "weeks 6–9", "3.5 weeks", "week 10", "end of week 24", "24 weeks")),
    ],
)
def test_times_and_durations_are_told_in_words(
    brand: str, language: str, begins: datetime.date | None, words: tuple[str, ...]
) -> None:
    spans = (("0", "4"), ("5", "3.5"), ("9.5", "0"), ("24", "0"))
    document = PIPELINE.lay_out(proposal(brand, language, spans, begins), NOWHERE).document
    text = " ".join(item.line.text for page in document.pages for item in lines(page)).replace("\N{NO-BREAK SPACE}", " ")
    for word in words:
        assert word in text


@pytest.mark.parametrize("brand", BRANDS)
def test_the_duration_is_larger_than_all_but_the_title(brand: str) -> None:
    (page, *_) = PIPELINE.lay_out(proposal(brand, "en", USUAL, None), NOWHERE).document.pages
    sizes = {item.origin: item.line.runs[0].size for item in lines(page) if item.line.text.startswith("24")}
    assert sizes["sections/t/phases"] >= 50
    others = [item.line.runs[0].size for item in lines(page) if item.origin not in ("sections/t/phases", "sections/t/title")]
    assert max(others) < sizes["sections/t/phases"]


@pytest.mark.parametrize("brand", BRANDS)
def test_a_milestone_is_a_point_at_its_moment(brand: str) -> None:
    document = PIPELINE.lay_out(proposal(brand, "en", (("0", "10"), ("5", "0"))), NOWHERE).document
    bar = bars(document)["f0"]
    (point,) = [
        item
        for page in document.pages
        for item in page.items
        if isinstance(item, PathItem) and item.origin == "sections/t/phases/f1/start"
    ]
    xs = [float(command[1]) for command in point.commands if command[0] in ("M", "L")] + [
        float(command[5]) for command in point.commands if command[0] == "C"
    ]
    assert (min(xs) + max(xs)) / 2 == pytest.approx(bar.x + bar.width / 2, abs=0.1)


@pytest.mark.parametrize("brand", BRANDS)
def test_without_phases_there_is_no_page(brand: str) -> None:
    sections = (Contents(id="contents"), Timeline(id="t", title="Plan", lead="Soon"), Terms(id="terms", title="Terms"))
    document = PIPELINE.lay_out(replace(samples.proposal("en", brand), sections=sections), NOWHERE).document
    assert [page.section for page in document.pages] == ["contents", "terms"]


@pytest.mark.parametrize("brand", BRANDS)
def test_faces_of_those_who_do_the_work_stand_beside_their_bar(brand: str, tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    whole = proposal(brand, "en", (("0", "4"), ("2", "4")))
    whole = put(whole, "sections/t/phases/f1/part", "")
    document = PIPELINE.lay_out(whole, tmp_path).document
    faces = [item for page in document.pages for item in page.items if isinstance(item, PictureItem)]
    crew = whole.estimate.sections[0].people
    assert [face.origin for face in faces] == [f"people/{person}/photo" for person in crew]
    for face in faces:
        bar = bars(document)["f0"]
        assert bar.y - face.height <= face.y <= bar.y + bar.height
        assert face.x >= bar.x + bar.width or face.x + face.width <= bar.x + bar.width


@pytest.mark.parametrize("brand", BRANDS)
def test_a_text_taller_than_a_page_goes_on_to_its_last_word(brand: str) -> None:
    whole = proposal(brand, "ru", (("0", "4"), ("4", "4")))
    whole = put(whole, "sections/t/phases/f0/text", WORDS["ru"][2] * 220 + "Конец")
    document = PIPELINE.lay_out(whole, NOWHERE).document
    text_stays_on_the_page(document)
    text_stands_apart(document)
    texts = [item.line.text for page in document.pages for item in lines(page) if item.origin == "sections/t/phases/f0/text"]
    assert texts[-1].endswith("Конец")
    assert len(bars(document)) == 2


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("people/p0/name", "Another Person"),
        ("people/p0/photo", None),
        ("estimate/sections/s0/people", ("p1",)),
        ("sections/t/begins", None),
        ("sections/t/phases/f1/weeks", Decimal("2.5")),
    ],
)
def test_an_edit_of_what_the_timeline_shows_changes_it(path: str, value: object, tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    pipeline = Pipeline()
    before = proposal("kurs", "ru", USUAL)
    pipeline.lay_out(before, tmp_path)
    after = put(before, path, value)
    assert pipeline.lay_out(after, tmp_path).document == Pipeline().lay_out(after, tmp_path).document


weeks = st.decimals(min_value=0, max_value=60, places=1)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(weeks, weeks, st.integers(0, 4)), min_size=1, max_size=14),
    st.sampled_from(BRANDS),
    st.sampled_from(("ru", "en")),
    st.sampled_from((None, MONDAY)),
)
def test_any_phases_at_all_are_laid_out_in_order(
    spans: list[tuple[Decimal, Decimal, int]], brand: str, language: str, begins: datetime.date | None
) -> None:
    whole = proposal(brand, language, (), begins)
    phases = tuple(phase(i, str(start), str(length), language, text) for i, (start, length, text) in enumerate(spans))
    document = PIPELINE.lay_out(put(whole, "sections/t/phases", phases), NOWHERE).document
    text_stays_on_the_page(document)
    text_stands_apart(document)
    assert not [item for page in document.pages for item in page.items if isinstance(item, TextItem) and item.x < 0]


def test_the_day_of_a_milestone_stays_with_its_mark() -> None:
    """On the page of a full timeline it stays above the foot, and above the next phase's thread."""
    phases = tuple(phase(i, str(i), "0" if i % 2 else "2", text=0) for i in range(9))
    made = replace(samples.proposal("ru", "salon"), sections=(Timeline(id="t", title="План", begins=MONDAY, phases=phases),))
    for page in PIPELINE.lay_out(made, NOWHERE).document.pages:
        titles = {item.origin: item.y for item in lines(page) if item.origin.endswith("/title") and "/phases/" in item.origin}
        order = sorted(titles.values())
        for item in lines(page):
            if item.origin.endswith("/start"):
                own = titles[item.origin.replace("/start", "/title")]
                assert item.y < next((other for other in order if other > own), page.height) - 14
                assert item.y <= 269 / 25.4 * 72


def test_faces_on_a_thread_do_not_cover_its_bar(tmp_path: Path) -> None:
    samples.pictures(tmp_path)
    pipeline = Pipeline((brandbooks.changed(tmp_path, "salon", {"page": {"format": "A5"}}),))
    phases = tuple(phase(i, str(2 * i), "6", text=1, part=f"s{i % 3}") for i in range(9))
    made = replace(samples.proposal("ru", "salon"), sections=(Timeline(id="t", title="План", begins=MONDAY, phases=phases),))
    shown = 0
    for page in pipeline.lay_out(made, tmp_path).document.pages:
        bars = [item for item in page.items if isinstance(item, BoxItem) and item.origin.endswith("/weeks")]
        faces = [item for item in page.items if isinstance(item, PictureItem)]
        shown += len(faces)
        for one in faces:
            for other in bars:
                apart = one.x + one.width <= other.x or one.x >= other.x + other.width
                assert apart or one.y + one.height <= other.y or one.y >= other.y + other.height
    assert shown


@pytest.mark.parametrize("brand", ["kurs", "salon"])
def test_no_page_of_a_long_timeline_is_left_with_a_row_or_two(brand: str) -> None:
    made = replace(
        samples.proposal("ru", brand),
        sections=(Timeline(id="t", title="План", phases=tuple(phase(i, str(i), "2", text=2) for i in range(17))),),
    )
    pages = PIPELINE.lay_out(made, NOWHERE).document.pages
    counts = [
        len({item.origin for item in lines(page) if "/phases/" in item.origin and "/title" in item.origin}) for page in pages
    ]
    assert sum(counts) == 17
    assert max(counts[1:]) - min(counts[1:]) <= 2
