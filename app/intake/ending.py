"""What concerns the whole of an estimate: discounts, surcharges, a reserve, VAT, the plan of payments, the file's own totals."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from app.intake.closing import DiscountSeen, VatSeen, discount_of, same, tax, vat_of
from app.intake.declared import Terms, check_declared
from app.intake.drafts import Declared, SectionDraft, running_sums
from app.intake.endwords import without_percent
from app.intake.figures import FigureReader
from app.intake.payments import PaymentSeen, payments_of
from app.intake.reduced import net as net_of
from app.intake.vatcolumn import usual_rate, without_usual
from app.model.estimate import Contingency, Estimate, Period, Surcharge, Vat, VatMode
from app.model.money import round_money
from app.problems import Problem, Severity, problem

_NOTHING = Decimal(0)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class AddedSeen:
    """A row that adds to the sum: a surcharge, or a reserve."""

    text: str
    row: int
    column: int
    percent: Decimal | None
    amount: Decimal | None
    reserve: bool = False


@dataclass(slots=True)
class Ending:
    """Collects the rows that are about the whole, and closes the estimate with them."""

    reader: FigureReader
    currency: str
    declared: list[Declared] = field(default_factory=list)
    discounts: list[DiscountSeen] = field(default_factory=list)
    vat: list[VatSeen] = field(default_factory=list)
    added: list[AddedSeen] = field(default_factory=list)
    payments: list[PaymentSeen] = field(default_factory=list)

    def close(self, estimate: Estimate, drafts: Sequence[SectionDraft]) -> Estimate:
        """Return the estimate with its terms. `drafts` are its sections as they were read; problems go to the reader."""
        sums = running_sums(drafts)
        subtotal = sums[-1].amount if drafts else _NOTHING
        surcharges, contingency, more = self._additions(subtotal)
        discount, troubles = discount_of(self._based(more, subtotal), subtotal + more, self.currency)
        off = discount.amount or round_money((subtotal + more) * discount.percent / _HUNDRED, self.currency)
        net = subtotal + more - off
        estimate, vat, taxes, unclear = self._taxed(estimate, net)
        self.reader.problems += [*troubles, *unclear]
        terms = Terms(more, off, vat, self.currency, taxes)
        self.reader.problems += check_declared(self.declared, self.reader.where, terms)
        total = round_money(net + terms.tax("added", net) if vat.mode is VatMode.ADDED else net, self.currency)
        payments, wrong = payments_of(self.payments, total, self.reader.where)
        self.reader.problems += wrong
        return replace(estimate, surcharges=surcharges, contingency=contingency, discount=discount, vat=vat, payments=payments)

    def _additions(self, subtotal: Decimal) -> tuple[tuple[Surcharge, ...], Contingency, Decimal]:
        """Return surcharges, reserve, and what they come to; an amount that is not its per cents is told."""
        surcharges: list[Surcharge] = []
        contingency, whole = Contingency(), _NOTHING
        for seen in self.added:
            percent = seen.percent
            computed = round_money(subtotal * (percent or _NOTHING) / _HUNDRED, self.currency)
            if seen.amount is not None and percent is not None and not same(seen.amount, computed):
                facts = {"text": seen.text[:60], "written": f"{seen.amount:f}", "computed": f"{computed:f}"}
                self.reader.tell("estimate-surcharge-differs", seen.row, seen.column, Severity.WARNING, **facts)
            if seen.reserve and percent is None and seen.amount and subtotal:
                percent = _exact_percent(seen.amount, subtotal)
            if seen.reserve and percent is not None and not contingency.percent:
                contingency = Contingency(percent=percent, reason=without_percent(seen.text))
                whole += round_money(subtotal * percent / _HUNDRED, self.currency)
                continue
            made = Surcharge(id=f"u{len(surcharges) + 1}", title=without_percent(seen.text))
            if percent is not None:
                surcharges.append(replace(made, percent=percent))
                whole += computed
            else:
                surcharges.append(replace(made, amount=seen.amount or _NOTHING))
                whole += seen.amount or _NOTHING
        return tuple(surcharges), contingency, whole

    def _based(self, more: Decimal, subtotal: Decimal) -> list[DiscountSeen]:
        """A discount of all items is one of the surcharges too, where it stands below them or its amount shows it."""
        found = []
        for seen in self.discounts:
            whole = seen.before == subtotal and more
            of_all = seen.percent is not None and seen.amount is not None
            if whole and (not of_all or same(seen.amount or _NOTHING, (subtotal + more) * (seen.percent or _NOTHING) / _HUNDRED)):
                found.append(replace(seen, before=subtotal + more))
            else:
                found.append(seen)
        return found

    def _taxed(self, estimate: Estimate, net: Decimal) -> tuple[Estimate, Vat, Decimal | None, list[Problem]]:
        """Return the estimate with rates of items where they differ, the tax, and its amount where there are several rates."""
        usual = usual_rate(item for section in estimate.sections for item in section.items)
        totals = [one.told.amount for one in self.declared if one.told.amount is not None]
        if usual is None:
            vat, unclear = vat_of(self.vat, net, totals)
            return estimate, vat, None, unclear
        rates = {item.vat for section in estimate.sections for item in section.items} - {None}
        if len(rates) == 1:
            seen = [*self.vat, VatSeen("", "", "", usual, None)]
            vat, unclear = vat_of(seen, net, totals)
            return self._with_rates(estimate, usual), vat, None, unclear
        included, added = (self._tax_of_items(estimate, mode) for mode in ("included", "added"))
        mode, guessed = self._mode(net, totals, included, added)
        troubles = []
        if guessed:
            troubles.append(problem("estimate-vat-assumed-added", self.reader.where(0, 0), Severity.WARNING, rate=f"{usual:f}"))
        taxes = included if mode is VatMode.INCLUDED else added
        return self._with_rates(estimate, usual), Vat(mode=mode, rate=usual), taxes, troubles

    def _mode(self, net: Decimal, totals: Sequence[Decimal], included: Decimal, added: Decimal) -> tuple[VatMode, bool]:
        """Tell how several taxes stand to the prices, and whether that is a guess: totals tell, then amounts, then words."""
        modes = {seen.mode for seen in self.vat} - {"", "exempt"}
        told = [seen.amount for seen in self.vat if seen.amount is not None]
        if any(same(total, net + added) for total in totals) or any(same(amount, added) for amount in told):
            return VatMode.ADDED, False
        if "included" in modes or "total" in modes or any(same(amount, included) for amount in told):
            return VatMode.INCLUDED, False
        return VatMode.ADDED, "added" not in modes

    def _with_rates(self, estimate: Estimate, usual: Decimal) -> Estimate:
        sections = tuple(
            replace(section, items=tuple(without_usual(item, usual) for item in section.items)) for section in estimate.sections
        )
        return replace(estimate, sections=sections)

    def _tax_of_items(self, estimate: Estimate, mode: str) -> Decimal:
        """Return the tax by the rates of the items that count, each rate rounded."""
        bases: dict[Decimal, Decimal] = {}
        for section in estimate.sections:
            for item in section.items:
                if item.optional or item.period is not Period.ONCE or item.vat is None:
                    continue
                amount = net_of(item.quantity * item.people * (item.rate or _NOTHING), item.discount, self.currency)
                bases[item.vat] = bases.get(item.vat, _NOTHING) + amount
        return sum((round_money(tax(mode, base, rate), self.currency) for rate, base in bases.items()), _NOTHING)


def _exact_percent(amount: Decimal, base: Decimal) -> Decimal | None:
    """Return the per cents that an amount is of another, where they come out even to the hundredth."""
    percent = (amount * _HUNDRED / base).quantize(Decimal("0.01"))
    return percent if percent * base == amount * _HUNDRED else None
