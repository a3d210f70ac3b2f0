"""An estimate as JSON and as a table."""

import datetime
import json
from decimal import Decimal

from app.commands.estimate_json import as_json, plain
from app.commands.estimate_text import as_lines
from app.i18n import Words
from app.model.estimate import (
    Contingency,
    Discount,
    Estimate,
    EstimateSection,
    LineItem,
    Period,
    Pricing,
    Surcharge,
    Vat,
    VatMode,
)
from app.model.internal import Internal
from app.model.package import Package
from app.model.payment import Payment
from app.model.spread import Spread
from app.problems import problem
from app.totals import totals


def d(text: str | int) -> Decimal:
    return Decimal(text)


ESTIMATE = Estimate(
    sections=(
        EstimateSection(
            id="s1",
            title="Стратегия",
            people=("Анна Орлова",),
            roles=("Аналитик",),
            items=(
                LineItem(id="i1", title="Интервью", description="Пять разговоров", quantity=d("12.5"), rate=d("5000")),
                LineItem(id="i2", title="Сессия", pricing=Pricing.DAYS, quantity=d(2), rate=d("1E+4")),
            ),
        ),
        EstimateSection(
            id="s2",
            title="Производство",
            items=(
                LineItem(id="i1", title="Съёмка", pricing=Pricing.FIXED, rate=d(30000), hours=d(6)),
                LineItem(id="i2", title="Печать", pricing=Pricing.QUANTITY, quantity=d(500), unit="шт.", rate=d("12.30")),
                LineItem(id="i3", title="Перевод", quantity=d(4), rate=d(1000), optional=True),
                LineItem(id="i4", title="Без цены", quantity=d(1)),
            ),
        ),
    ),
    discount=Discount(percent=d(10)),
    vat=Vat(mode=VatMode.ADDED, rate=d(20)),
)
SUMS = totals(ESTIMATE, "RUB")


def test_json_has_exactly_the_agreed_keys_and_plain_numbers() -> None:
    found = as_json(ESTIMATE, SUMS, [problem("a-b", "B7", n=1)], "en")
    assert json.loads(json.dumps(found)) == found
    assert {key: value for key, value in found.items() if key not in ("sections", "problems")} == {
        "currency": "RUB",
        "hours": "35.5",
        "subtotal": "118650.00",
        "discount": "11865.00",
        "vat": "21357.00",
        "total": "128142.00",
    }
    assert found["problems"] == [{"severity": "warning", "code": "a-b", "where": "B7", "message": "a-b (n = 1)"}]
    first, second = found["sections"]
    assert list(first) == ["title", "hours", "total", "people", "items"]
    assert first["people"] == ["Анна Орлова", "Аналитик"]
    assert first["items"][0] == {
        "title": "Интервью",
        "description": "Пять разговоров",
        "unit": "hours",
        "quantity": "12.5",
        "hours": "12.5",
        "rate": "5000",
        "total": "62500.00",
    }
    assert (first["items"][1]["rate"], first["items"][1]["hours"]) == ("10000", "16")
    assert [item["unit"] for item in second["items"]] == ["fixed", "шт.", "hours", "hours"]
    assert (second["hours"], second["total"]) == ("7", "36150.00")


def test_numbers_never_have_exponents() -> None:
    assert [plain(d(text)) for text in ("1E+3", "1e-7", "0", "12.50")] == ["1000", "0.0000001", "0", "12.50"]


def test_the_table_shows_work_people_hours_and_sums() -> None:
    text = "\n".join(as_lines(ESTIMATE, SUMS, Words("en"))).replace("\u00a0", " ")
    assert "Стратегия (Анна Орлова, Аналитик)" in text
    assert "2 d × ₽10,000" in text
    assert "500 шт. × ₽12.30" in text
    assert "Перевод (optional)" in text
    rows = {line.split("  ")[0]: line.split()[-1] for line in text.splitlines() if line and not line.startswith(" ")}
    assert (rows["Discount"], rows["VAT 20%"], rows["Total"]) == ("−₽11,865", "₽21,357", "₽128,142")
    assert rows["Optional, not in the total"] == "₽4,000"


def test_amounts_of_the_table_end_at_one_edge() -> None:
    lines = [line for line in as_lines(ESTIMATE, SUMS, Words("en")) if line.endswith(tuple("0123456789")) and "₽" in line]
    assert len({len(line) for line in lines}) == 1


def test_vat_that_is_included_stands_under_the_total() -> None:
    estimate = Estimate(sections=ESTIMATE.sections, vat=Vat(mode=VatMode.INCLUDED, rate=d(20)))
    lines = [line for line in as_lines(estimate, totals(estimate, "RUB"), Words("en")) if line and not line.startswith(" ")]
    assert [line.split("  ")[0] for line in lines[-3:]] == ["Total", "VAT 20% included", "Optional, not in the total"]


def test_an_empty_estimate_is_a_table_with_a_total() -> None:
    lines = as_lines(Estimate(), totals(Estimate(), "EUR"), Words("en"))
    assert lines[-1].split() == ["Total", "€0"]


FULL = Estimate(
    sections=(
        EstimateSection(id="s1", title="Сайт"),
        EstimateSection(
            id="s2",
            title="Дизайн",
            level=2,
            discount=Discount(percent=d(10)),
            items=(
                LineItem(
                    id="i1",
                    title="Логотип",
                    quantity=d(10),
                    rate=d(100),
                    spread=Internal(Spread(lowest=d(8), likely=d(10), highest=d(12))),
                ),
                LineItem(
                    id="i2",
                    title="Тильда",
                    pricing=Pricing.FIXED,
                    rate=d(500),
                    alternative="CMS",
                    discount=Discount(percent=d(20)),
                ),
                LineItem(id="i3", title="Битрикс", pricing=Pricing.FIXED, rate=d(900), alternative="CMS"),
            ),
        ),
        EstimateSection(
            id="s3",
            title="Люди",
            items=(
                LineItem(
                    id="i4",
                    title="Разработчик",
                    pricing=Pricing.MONTHS,
                    quantity=d(3),
                    people=d(2),
                    rate=d(1000),
                    packages=("k1",),
                ),
                LineItem(id="i5", title="Хостинг", pricing=Pricing.FIXED, rate=d(70), period=Period.MONTH),
                LineItem(id="i6", title="Домен", pricing=Pricing.FIXED, rate=d(30), period=Period.YEAR),
            ),
        ),
    ),
    surcharges=(Surcharge(id="u1", title="Срочность", percent=d(10)),),
    contingency=Contingency(percent=d(5)),
    packages=(Package(id="k1", title="Старт"), Package(id="k2", title="Рост")),
    payments=(Payment(id="t1", title="Аванс", percent=d(50), date=datetime.date(2026, 12, 1)), Payment(id="t2", amount=d(1000))),
)


def test_the_table_shows_levels_variants_people_ranges_and_what_recurs() -> None:
    """1000 + 400 (500 less a fifth), less a tenth, is 1260; 2 × 3 × 1000 more is 7260; 15 % more are 8349, likewise 70 and 30."""
    lines = "\n".join(as_lines(FULL, totals(FULL, "RUB"), Words("en"))).replace("\u00a0", " ").splitlines()
    text = "\n".join(lines)
    assert "  Дизайн" in lines
    (logo,) = [line for line in lines if "Логотип" in line]
    assert "(8–12)" in logo
    (other,) = [line for line in lines if "Битрикс" in line]
    assert other.endswith("(₽900)")
    assert "Тильда (Alternative CMS)" in text
    assert "2 × 3 months × ₽1,000" in text
    assert "₽70 a month" in text
    assert "₽30 a year" in text
    found = {line.strip().split("  ")[0]: line.split()[-1] for line in lines if line.strip()}
    assert (found["Subtotal: Сайт"], found["Discount 10%"]) == ("₽1,260", "−₽140")
    assert [line.split()[-1] for line in lines if line.startswith("Total")] == ["₽8,349", "₽80.50", "₽34.50"]
    assert (found["Старт"], found["Рост"]) == ("₽8,349", "₽1,449")
    assert (found["Аванс"], found["Payment 2"], found["Not in the plan of payments"]) == ("₽4,174.50", "₽1,000", "₽3,174.50")


def test_json_tells_what_is_there_and_nothing_that_is_not() -> None:
    found = as_json(FULL, totals(FULL, "RUB"), [], "en")
    assert json.loads(json.dumps(found)) == found
    assert found["surcharges"] == [{"title": "Срочность", "amount": "726.00"}]
    assert found["contingency"] == "363.00"
    assert [(one["period"], one["total"]) for one in found["recurring"]] == [("month", "80.50"), ("year", "34.50")]
    assert [one["title"] for one in found["packages"]] == ["Старт", "Рост"]
    assert found["payments"][0] == {"title": "Аванс", "date": "2026-12-01", "amount": "4174.50"}
    site, design, people = found["sections"]
    assert (design["level"], design["discount"], "level" in site) == (2, "10%", False)
    assert design["items"][0]["range"] == ["8", "10", "12"]
    assert (design["items"][1]["alternative"], design["items"][1]["discount"]) == ("CMS", "20%")
    assert (people["items"][0]["people"], people["items"][0]["packages"]) == ("2", ["k1"])
    assert [item.get("period", "") for item in people["items"]] == ["", "month", "year"]
