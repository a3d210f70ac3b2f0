"""Three-point estimates beside the hours that are sold."""

from decimal import Decimal

from app.margins import Expected, expected_item, margins
from app.model.estimate import Estimate, EstimateSection, LineItem, Pricing
from app.model.internal import Internal
from app.model.spread import Spread
from app.totals import totals
from tests.values import these


def spread(lowest: int, likely: int, highest: int) -> Spread:
    return Spread(lowest=Decimal(lowest), likely=Decimal(likely), highest=Decimal(highest))


def item(number: int, hours: int, points: Spread | None = None, **values: object) -> LineItem:
    return LineItem(id=f"i{number}", quantity=Decimal(hours), rate=Decimal(1), spread=Internal(points), **values)  # type: ignore[arg-type]


def test_mean_and_deviation_of_one_item() -> None:
    """(6 + 4 × 12 + 30) / 6 = 14; (30 − 6) / 6 = 4; sold 18: four hours of reserve, one deviation, 84 %."""
    found = expected_item(spread(6, 12, 30), Decimal(18))
    assert these(found.mean, found.deviation, found.reserve, found.deviations) == (14, 4, 4, 1)
    assert found.chance is not None
    assert round(found.chance, 4) == 0.8413


def test_variances_add_not_deviations() -> None:
    """Deviations of 3 and 4 h make 5 h together, not 7. A subsection belongs to its section."""
    estimate = Estimate(
        sections=(
            EstimateSection(id="s1", items=(item(1, 20, spread(1, 10, 19)),)),
            EstimateSection(id="s2", level=2, items=(item(2, 10, spread(0, 12, 24)),)),
            EstimateSection(id="s3", items=(item(3, 100),)),
        )
    )
    sums = margins(estimate, totals(estimate, "RUB"))
    above, below = sums.section("s1").once.expected, sums.section("s2").once.expected
    assert these(above.mean, above.deviation, above.sold, above.reserve) == (22, 5, 30, 8)
    assert these(below.mean, below.deviation, below.reserve) == (12, 4, -2)
    whole = sums.once.expected
    assert these(whole.mean, whole.deviation, whole.sold, whole.items, whole.known) == (22, 5, 30, 3, 2)


def test_hours_of_days_are_compared_in_hours() -> None:
    estimate = Estimate(sections=(EstimateSection(id="s1", items=(item(1, 2, spread(8, 8, 8), pricing=Pricing.DAYS),)),))
    assert margins(estimate, totals(estimate, "RUB")).section("s1").item("i1").expected.reserve == 8


def test_what_does_not_vary_suffices_or_does_not() -> None:
    assert expected_item(spread(5, 5, 5), Decimal(5)).chance == 1.0
    assert expected_item(spread(5, 5, 5), Decimal(4)).chance == 0.0
    assert Expected().chance is None
