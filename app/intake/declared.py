"""Whether the totals that the file tells are ours."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.intake import rowwords
from app.intake.closing import same, tax
from app.intake.drafts import Declared, Sums
from app.model.estimate import Vat, VatMode
from app.model.money import round_money
from app.problems import Problem, Severity, problem

Where = Callable[[int, int], str]
"""Names a cell by its row and column."""
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Terms:
    """What leads from the sum of the items to the total: what is added, the discount of it, the tax.

    `taxes` are the amounts of tax where rows have rates of their own, None where the one rate counts for all.
    """

    added: Decimal
    discount: Decimal
    vat: Vat
    currency: str
    taxes: Decimal | None = None

    def tax(self, mode: str, net: Decimal) -> Decimal:
        """Return the tax of a net amount."""
        return self.taxes if self.taxes is not None else tax(mode, net, self.vat.rate)


def check_declared(declared: Sequence[Declared], where: Where, terms: Terms) -> list[Problem]:
    """Compare the totals that the file tells with ours: a difference of a hundredth or more is told.

    A total that counts what is due every month is no mistake, but that it stands apart here is told.
    """
    problems: list[Problem] = []
    for one in declared:
        told, ours = one.told, one.candidates[-1 if one.final else 0]
        if told.hours is not None and not _is_told(one, {told.hours, *told.hours_also}, terms):
            facts = {"text": told.text[:60], "written": f"{told.hours:f}", "computed": f"{ours.hours:f}"}
            problems.append(problem("estimate-hours-differ", where(told.row, told.hours_column), Severity.WARNING, **facts))
        if told.amount is None or _has(_possible(one, terms), (told.amount, *told.amount_also)):
            continue
        code = "estimate-total-differs" if one.final else "estimate-subtotal-differs"
        facts = {"text": told.text[:60], "written": f"{told.amount:f}"}
        spot = where(told.row, told.amount_column)
        if ours.recurring and _has(_possible(one, terms, recurring=True), (told.amount,)):
            facts["recurring"] = f"{round_money(ours.recurring, terms.currency):f}"
            problems.append(problem("estimate-total-with-recurring", spot, Severity.INFO, **facts))
            continue
        facts["computed"] = f"{_expected(one, ours, terms):f}"
        problems.append(problem(code, spot, Severity.WARNING, **facts))
    return problems


def _is_told(one: Declared, hours: set[Decimal], terms: Terms) -> bool:
    """Tell whether hours are ours. Under columns headed by roles a row may tell what their hours cost."""
    return bool(hours.intersection(_hours(one))) or _has(_possible(one, terms), tuple(hours))


def _hours(one: Declared) -> set[Decimal]:
    found = set()
    for sums in one.candidates:
        found |= {sums.hours, sums.all_hours, sums.hours + sums.recurring_hours, sums.all_hours + sums.recurring_hours}
    return found


def _has(amounts: Iterator[Decimal], told: Sequence[Decimal]) -> bool:
    return any(same(amount, one) for amount in amounts for one in told)


def _possible(one: Declared, terms: Terms, recurring: bool = False) -> Iterator[Decimal]:
    """Return the amounts that a total may be of. What is due every month alone is one, where it has rows of sums too."""
    whole = one.candidates[-1]
    for sums in one.candidates:
        for amount in (sums.amount, sums.all_amount):
            yield amount + sums.recurring if recurring else amount
    for amount in (whole.amount, whole.all_amount):
        subtotal = amount + whole.recurring if recurring else amount
        for net in (subtotal, subtotal - terms.discount, subtotal + terms.added, subtotal + terms.added - terms.discount):
            yield net
            yield net + terms.tax("added", net)
            yield net - terms.tax("included", net)
    if not recurring:
        for sums in one.candidates:
            if sums.recurring:
                yield sums.recurring
                yield sums.recurring + tax("added", sums.recurring, terms.vat.rate)


def _expected(one: Declared, ours: Sums, terms: Terms) -> Decimal:
    if not one.final:
        return round_money(ours.amount, terms.currency)
    net = ours.amount + terms.added - terms.discount
    added = terms.vat.mode is VatMode.ADDED and rowwords.total_vat(one.told.text) != "without"
    return round_money(net + terms.tax("added", net) if added else net, terms.currency)
