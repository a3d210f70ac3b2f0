"""Ticks of a timeline that can be read whether it takes three weeks or twenty years; weeks and days in words."""

import datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import Words
from app.layout.axis import ticks
from app.layout.calendar import Calendar
from app.model.sections import Phase, Timeline

RU, EN = Words("ru"), Words("en")
MONDAY = datetime.date(2026, 9, 14)


def width(label: str) -> float:
    """Return the width of a label in type of about 7 points."""
    return 4.0 * len(label)


def labels(weeks: str, begins: datetime.date | None, words: Words, room: float = 340.0) -> list[str]:
    """Return the labels of an axis that are not empty."""
    found = ticks(Calendar(Decimal(weeks), begins), words, room, width, 6.0)
    return [tick.label.replace("\N{NO-BREAK SPACE}", " ") for tick in found if tick.label]


def test_weeks_without_a_beginning_are_counted_from_one() -> None:
    assert labels("3", None, EN) == ["week 1", "2", "3"]
    assert labels("3", None, RU) == ["неделя 1", "2", "3"]
    assert labels("12", None, EN) == ["week 1", *map(str, range(3, 13))]
    assert labels("30", None, EN) == ["week 1", *map(str, range(5, 30, 2))]
    assert labels("104", None, EN, 300) == ["week 1", *map(str, range(17, 104, 8))]


def test_a_short_timeline_has_the_first_days_of_its_weeks() -> None:
    assert labels("3", MONDAY, RU) == ["14 сент.", "21", "28"]
    assert labels("6", MONDAY, EN, 400) == ["14 Sept", "21", "28", "5 Oct", "12", "19"]


def test_a_long_timeline_has_months_and_says_a_new_year() -> None:
    assert labels("30", MONDAY, EN) == ["Oct 2026", "Nov", "Dec", "Jan 2027", "Feb", "Mar", "Apr"]
    assert labels("14", datetime.date(2026, 2, 2), RU, 190) == ["февраль", "март", "апрель", "май"]
    assert labels("104", MONDAY, RU, 350) == ["окт. 2026", "янв. 2027", "апр.", "июль", "окт.", "янв. 2028", "апр.", "июль"]


@given(
    st.decimals(min_value=0, max_value=1040, places=1),
    st.one_of(st.none(), st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1))),
    st.floats(min_value=120, max_value=700),
    st.sampled_from((RU, EN)),
)
def test_labels_never_touch_and_stay_on_the_axis(weeks: Decimal, begins: datetime.date | None, room: float, words: Words) -> None:
    found = ticks(Calendar(weeks, begins), words, room, width, 6.0)
    each = room / max(float(weeks), 1.0)
    places = [(tick.at * each, tick.at * each + width(tick.label)) for tick in found if tick.label]
    assert places
    assert all(right + 6.0 <= left + 1e-6 for (_, right), (left, _) in pairwise(places))
    assert all(tick.at >= 0 and tick.at * each <= room + 1e-6 for tick in found)
    assert places[-1][1] <= room + 1e-6 or len(places) == 1


def when(start: str, weeks: str, words: Words, begins: datetime.date | None = None, total: str = "12") -> str:
    """Say when a phase is."""
    phase = Phase(id="f", start=Decimal(start), weeks=Decimal(weeks))
    return Calendar(Decimal(total), begins).when(phase, words).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("start", "weeks", "russian", "english"),
    [
        ("0", "1", "неделя 1", "week 1"),
        ("2", "3", "недели 3–5", "weeks 3–5"),
        ("2", "0.5", "неделя 3", "week 3"),
        ("2.5", "1", "недели 3–4", "weeks 3–4"),
        ("0", "0", "в начале", "at the start"),
        ("6", "0", "конец недели 6", "end of week 6"),
        ("6.5", "0", "неделя 7", "week 7"),
    ],
)
def test_phases_are_told_in_weeks(start: str, weeks: str, russian: str, english: str) -> None:
    assert (when(start, weeks, RU), when(start, weeks, EN)) == (russian, english)


@pytest.mark.parametrize(
    ("start", "weeks", "english"),
    [
        ("0", "2", "14–27 September"),
        ("2", "1", "28 September – 4 October"),
        ("0", "0.5", "14–17 September"),
        ("0.5", "0.5", "18–20 September"),
        ("2", "0", "28 September"),
    ],
)
def test_phases_are_told_in_days_that_do_not_overlap(start: str, weeks: str, english: str) -> None:
    assert when(start, weeks, EN, MONDAY) == english


def test_a_timeline_longer_than_a_year_tells_the_year_of_every_phase() -> None:
    assert when("0", "2", RU, MONDAY, "60") == "14–27 сентября 2026"


def test_the_whole_is_told_with_its_year_or_not_at_all() -> None:
    assert Calendar(Decimal(24), MONDAY).whole(EN).replace("\N{NO-BREAK SPACE}", " ") == "14 September 2026 – 28 February 2027"
    assert Calendar(Decimal(24), None).whole(EN) == ""


def test_an_end_beyond_the_last_date_there_is_counts_weeks() -> None:
    phase = Phase(id="f", start=Decimal(0), weeks=Decimal(520))
    calendar = Calendar.of(Timeline(id="t", begins=datetime.date(9998, 1, 1), phases=(phase,)))
    assert calendar.begins is None
    assert calendar.when(phase, EN) == "weeks 1–520"
    with pytest.raises(ValueError, match="no dates"):
        calendar.day(Decimal(1))
