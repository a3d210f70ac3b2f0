"""What decides how lines are priced: currency, rounding, rates, hours a day, the package that counts."""

from dataclasses import dataclass
from decimal import Decimal

from app.model.estimate import Estimate
from app.model.exchange import converted, rate_of
from app.model.money import minor_digits, round_money, round_to
from app.model.rounding import RoundingScope

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Rules:
    """The same for every line of an estimate. `rates` are in the estimate's currency; what cannot be converted is not there.

    `digits` are the decimals of the declared step, `minor` those of the currency.
    """

    currency: str
    digits: int
    minor: int
    scope: RoundingScope
    rates: dict[str, Decimal]
    hours_a_day: Decimal
    hours_a_month: Decimal
    package: str
    nothing: Decimal
    """Zero with the currency's decimals: what is added to it has them too."""

    def part(self, percent: Decimal, amount: Decimal, base: Decimal) -> Decimal:
        """Return a percentage of a base, rounded by the declared step, or the amount that was told instead."""
        if amount:
            return self.nothing + round_to(amount, self.minor)
        return self.nothing + round_to(base * percent / _HUNDRED, self.digits) if percent else self.nothing


def rules_of(estimate: Estimate, currency: str, package: str) -> Rules:
    """Return the rules of an estimate, for one of its packages."""
    return Rules(
        currency=currency,
        digits=estimate.rounding.digits(currency),
        minor=minor_digits(currency),
        scope=estimate.rounding.scope,
        rates=_rates(estimate, currency),
        hours_a_day=estimate.hours_a_day,
        hours_a_month=estimate.hours_a_month,
        package=package,
        nothing=round_money(Decimal(0), currency),
    )


def counting_package(estimate: Estimate) -> str:
    """Return the id of the package that counts in the total, empty where the estimate has no packages."""
    known = [package.id for package in estimate.packages]
    return estimate.package if estimate.package in known else next(iter(known), "")


def exchange_rate(estimate: Estimate, currency: str) -> Decimal | None:
    """Return what one unit of another currency costs, None where no rate of exchange is frozen."""
    return rate_of(currency, estimate.exchanges)


def _rates(estimate: Estimate, currency: str) -> dict[str, Decimal]:
    """Return the prices of an hour in the estimate's currency."""
    priced = {rate.id: converted(rate.amount, rate.currency, currency, estimate.exchanges) for rate in estimate.rates}
    return {name: amount for name, amount in priced.items() if amount is not None}
