"""What stands under the items: discounts and VAT."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.intake import rowwords
from app.model.estimate import Discount, Vat, VatMode
from app.model.money import round_money, round_to
from app.problems import Problem, error, problem

_CENT = Decimal("0.01")
_HUNDRED = Decimal(100)
_USUAL_RATES = tuple(map(Decimal, ("20", "22", "10", "18", "5", "7", "12", "21", "19", "16")))
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class DiscountSeen:
    """A row of discount: per cent and amount as far as told, and the sum of the items before it."""

    text: str
    where: str
    percent: Decimal | None
    amount: Decimal | None
    before: Decimal


@dataclass(frozen=True, slots=True)
class VatSeen:
    """A row or a remark about VAT: `mode` is "exempt", "added", "included", "total" for a total with VAT, or nothing."""

    text: str
    where: str
    mode: str
    rate: Decimal | None
    amount: Decimal | None


def discount_of(seen: Sequence[DiscountSeen], subtotal: Decimal, currency: str) -> tuple[Discount, list[Problem]]:
    """Return the discount of the whole. Several, or one of a part only, become an amount of money."""
    problems: list[Problem] = []
    valid = [found for found in seen if _is_possible(found, subtotal, problems)]
    if not valid:
        return Discount(), problems
    first = valid[0]
    reason = "; ".join(filter(None, (rowwords.discount_reason(found.text) for found in valid)))[:_LONGEST_REASON]
    if len(valid) == 1 and first.percent is not None and first.before == subtotal:
        amount = round_money(subtotal * first.percent / _HUNDRED, currency)
        if first.amount is not None and abs(amount - first.amount) >= _CENT:
            problems.append(problem("estimate-discount-differs", first.where, written=first.amount, computed=amount))
        return Discount(percent=first.percent, reason=reason), problems
    whole = sum((_money_off(found, currency) for found in valid), Decimal(0))
    if len(valid) > 1 or first.before != subtotal:
        problems.append(problem("estimate-discounts-joined", first.where, amount=whole))
    if whole > subtotal:
        problems.append(error("estimate-discount-too-large", first.where, discount=whole, subtotal=subtotal))
        return Discount(), problems
    return Discount(amount=whole, reason=reason), problems


def _is_possible(found: DiscountSeen, subtotal: Decimal, problems: list[Problem]) -> bool:
    if found.percent is None and found.amount is None:
        problems.append(problem("estimate-discount-unread", found.where, text=found.text[:80]))
        return False
    if (found.percent or 0) > _HUNDRED or (found.amount or 0) > subtotal:
        told = f"{found.percent}%" if found.percent is not None else found.amount
        problems.append(error("estimate-discount-too-large", found.where, discount=told, subtotal=subtotal))
        return False
    return bool(found.percent or found.amount)


def _money_off(found: DiscountSeen, currency: str) -> Decimal:
    if found.amount is not None:
        return found.amount
    return round_money(found.before * (found.percent or Decimal(0)) / _HUNDRED, currency)


def vat_of(seen: Sequence[VatSeen], net: Decimal, declared: Sequence[Decimal]) -> tuple[Vat, list[Problem]]:
    """Return how VAT stands to the prices: as the words say, else as the amounts in the file tell.

    `declared` are the totals of the file. With neither words nor amounts the tax counts as added, and that is told.
    """
    # A nought beside the words "VAT exempt" says the same as the words.
    with_rate = [
        found
        for found in seen
        if (found.rate is not None or found.amount is not None) and (found.mode != "exempt" or found.rate or found.amount)
    ]
    if not with_rate:
        return _vat_in_words(seen)
    rate = next((found.rate for found in with_rate if found.rate is not None), None)
    amount = next((found.amount for found in with_rate if found.amount is not None), None)
    where = with_rate[0].where
    if rate is not None and rate >= _HUNDRED:
        return Vat(), [problem("estimate-vat-unclear", where, text=with_rate[0].text[:80])]
    modes = {found.mode for found in seen}
    said = modes - {"", "exempt", "total"}
    mode = said.pop() if len(said) == 1 else ""
    guesses = [rate] if rate is not None else list(_USUAL_RATES)
    if amount is not None:
        fits = [(known, one) for one in guesses for known in ("added", "included") if _near(amount, tax(known, net, one))]
        fits = [fit for fit in fits if fit[0] == mode] or fits
        if fits:
            return Vat(mode=VatMode(fits[0][0]), rate=fits[0][1]), []
    if rate is None:
        return Vat(), [problem("estimate-vat-unclear", where, text=with_rate[0].text[:80])]
    differs = [problem("estimate-vat-differs", where, written=amount)] if amount is not None else []
    if not mode:
        is_added = any(same(total, net + tax("added", net, rate)) for total in declared)
        mode = "added" if is_added else "included" if "total" in modes else ""
    if mode:
        return Vat(mode=VatMode(mode), rate=rate), differs
    return Vat(mode=VatMode.ADDED, rate=rate), [*differs, problem("estimate-vat-assumed-added", where, rate=rate)]


def _vat_in_words(seen: Sequence[VatSeen]) -> tuple[Vat, list[Problem]]:
    exempt = [found for found in seen if found.mode == "exempt"]
    if exempt:
        return Vat(mode=VatMode.EXEMPT, reason=exempt[0].text.strip(" *")[:_LONGEST_REASON]), []
    told = [found for found in seen if found.mode]
    return Vat(), [problem("estimate-vat-unclear", told[0].where, text=told[0].text[:80])] if told else []


def tax(mode: str, net: Decimal, rate: Decimal) -> Decimal:
    """Return the tax at a rate (percent) that is "included" in an amount or "added" to it."""
    return net * rate / (_HUNDRED + rate) if mode == "included" else net * rate / _HUNDRED


def _near(told: Decimal, computed: Decimal) -> bool:
    """Compare a tax that may have been rounded to whole units, as invoices have it."""
    return abs(told - computed) <= min(Decimal(1), computed / _HUNDRED)


def same(left: Decimal, right: Decimal) -> bool:
    """Tell whether two amounts are the same to the hundredth."""
    return abs(round_to(left, 2) - round_to(right, 2)) < _CENT
