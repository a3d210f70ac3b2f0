"""What part of the whole every section of the estimate takes."""

from dataclasses import dataclass
from decimal import Decimal

from app.layout.clipped import clipped
from app.layout.estimate_columns import item_decimals, sum_decimals
from app.layout.estimate_groups import groups
from app.layout.estimate_notes import a_period, every_period
from app.layout.estimate_part import everybody
from app.layout.estimate_sums import shown_portions
from app.layout.reckoning import final_steps
from app.layout.scene import Scene
from app.layout.way import taxes
from app.model.estimate import EstimateSection, VatMode
from app.model.money import distribute
from app.model.people import Person
from app.model.sections import EstimatePages

LONGEST = 4
"""Steps from the sections to the total where there are both a discount and a tax on top."""


@dataclass(frozen=True, slots=True)
class Share:
    """A section of level 1 with its printed figures; `hours` is empty where the client is not to see any. `of_money` and
    `of_hours` are parts of the whole, 0…1, and `rank` is 0 for the section that costs most. What is only due again and again is
    no part of the whole: it has no percentage, and `often` says how often it is due.
    """

    part: EstimateSection
    title: str
    number: str
    amount: str
    hours: str
    percent: str
    of_money: float
    of_hours: float
    rank: int
    people: tuple[tuple[Person, bool], ...]
    often: str = ""

    @property
    def part_of(self) -> str:
        """Return the percentage, or how often the amount is due."""
        return self.often or self.percent

    @property
    def origin(self) -> str:
        """Return the path of the section."""
        return f"estimate/sections/{self.part.id}"


def shares(scene: Scene, section: EstimatePages) -> list[Share]:
    """Return the shares of the sections of level 1. Printed percentages add up to 100; sections that cost nothing or less have
    none.
    """
    found = groups(scene)
    totals = [group.top.total for group in found]
    money = [max(total.amount, Decimal(0)) for total in totals]
    hours = [max(total.hours, Decimal(0)) if section.show_hours else Decimal(0) for total in totals]
    told = [shown_portions(total)[0] for total in totals]
    printed = percentages(money)
    ranks = {index: rank for rank, index in enumerate(sorted(range(len(money)), key=lambda i: (-money[i], i)))}
    decimals = item_decimals(scene)
    return [
        Share(
            part=group.top.part,
            title=clipped(group.top.part.title),
            number=group.top.number,
            amount=scene.money(told[i].amount, decimals=decimals),
            hours=scene.words.hours(totals[i].hours) if hours[i] else "",
            percent=scene.words.percent(printed[i]),
            of_money=_part(money[i], sum(money)),
            of_hours=_part(hours[i], sum(hours)),
            rank=ranks[i],
            people=everybody(scene, group),
            often=a_period(scene.words, told[i].period),
        )
        for i, group in enumerate(found)
    ]


def percentages(money: list[Decimal]) -> list[Decimal]:
    """Return percentages that add up to 100 by the largest-remainder method: whole ones, or with one decimal where a section
    that costs something would be printed as nothing. Without any money all are 0.
    """
    if not any(money):
        return [Decimal(0)] * len(money)
    whole = distribute(Decimal(100), money, 0)
    if all(percent or not amount for percent, amount in zip(whole, money, strict=True)):
        return whole
    return distribute(Decimal(100), money, 1)


def _part(one: Decimal, whole: Decimal | int) -> float:
    return float(one / whole) if whole else 0.0


def facts(scene: Scene, section: EstimatePages) -> tuple[tuple[str, str, str], ...]:
    """Return the way from the sections to the total: words, figure and origin of every step, then how much work it is, and what
    is due again and again.
    """
    words, totals, vat = scene.words, scene.totals, scene.proposal.estimate.vat
    steps = final_steps(scene)
    if len(steps) >= LONGEST:
        # The sum between discount and tax is one too many for a glance.
        steps = [one for one in steps if one[0] != words("Before VAT")]
    if vat.mode is VatMode.INCLUDED:
        steps += taxes(scene, totals.once)
    decimals = sum_decimals(scene)
    told = [(name, scene.money(amount, decimals=decimals), origin) for name, amount, origin in steps]
    if vat.mode is VatMode.EXEMPT:
        told.append((vat.reason or words("VAT"), words("no VAT"), "estimate/vat"))
    if section.show_hours and totals.hours:
        told.append((words("Hours"), words.hours(totals.hours), "estimate"))
    due = [(every_period(words, one.period), scene.money(one.total, decimals=decimals), "estimate") for one in totals.recurring]
    return (*told, *due)
