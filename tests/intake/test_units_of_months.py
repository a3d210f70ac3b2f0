"""A month of something is not a month of somebody's work."""

import pytest

from app.intake.csvfile import read_csv
from app.intake.estimate import read_estimate_table
from app.model.estimate import Pricing


@pytest.mark.parametrize(
    ("unit", "pricing", "hours"),
    [("мес", Pricing.QUANTITY, None), ("months", Pricing.QUANTITY, None), ("чел.-мес", Pricing.MONTHS, None)],
)
def test_hours_are_not_made_up_for_months_that_nobody_works_full_time(unit: str, pricing: Pricing, hours: None) -> None:
    """`Поддержка | Тимур Ахметов | 3 мес | 84 000` says nothing of 480 hours."""
    text = f"Работа;Кто;Кол-во;Ед.;Цена;Сумма\nПоддержка;Тимур Ахметов;3;{unit};84000;252000\n"
    read = read_estimate_table(read_csv(text.encode(), "a.csv"))
    (item,) = read.estimate.sections[0].items
    assert (item.pricing, item.hours) == (pricing, hours)
