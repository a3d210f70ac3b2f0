"""The way from the sections to what is paid once, every month or every year: each step with its name, amount and origin."""

from decimal import Decimal

from app.layout.estimate_columns import sum_decimals
from app.layout.scene import Scene
from app.model.estimate import Detail, Period, Surcharge, VatMode
from app.model.sections import EstimatePages
from app.totals import PeriodTotal, VatTotal

Step = tuple[str, Decimal, str]


def steps(scene: Scene, period: PeriodTotal) -> list[Step]:
    """Return what stands between the sections and the total; nothing where they are the same."""
    words, estimate = scene.words, scene.proposal.estimate
    found: list[Step] = []
    for surcharge, amount in zip(estimate.surcharges, period.surcharges, strict=True):
        if amount:
            found.append((_surcharge(scene, surcharge), amount, f"estimate/surcharges/{surcharge.id}/title"))
    if period.contingency:
        reserve = estimate.contingency
        name = _named(scene, words("Contingency"), reserve.percent, Decimal(0), reserve.reason)
        found.append((name, period.contingency, "estimate/contingency/percent"))
    if period.discount:
        taken = estimate.discount
        name = _named(scene, words("Discount"), taken.percent, taken.amount, taken.reason)
        found.append((name, -period.discount, "estimate/discount/percent"))
    if found:
        found.insert(0, (words("Subtotal"), period.subtotal, "estimate"))
    if estimate.vat.mode is VatMode.ADDED:
        found.append((words("Before VAT"), period.net, "estimate"))
        found += taxes(scene, period)
    return found


def taxes(scene: Scene, period: PeriodTotal) -> list[Step]:
    """Return the tax by its rates; with several of them each tells its base, what is taxed at nothing too."""
    words = scene.words
    added = scene.proposal.estimate.vat.mode is VatMode.ADDED
    several = len(period.vats) > 1
    out: list[Step] = []
    for one in period.vats:
        rate = words.percent(one.rate)
        name = f"{words('VAT')} {rate}" if added else words("including VAT {rate}", rate=rate)
        out.append((_on(scene, name, one) if several else name, one.vat, "estimate/vat/rate"))
    return out


def total_name(scene: Scene, period: Period) -> str:
    """Return what the total of a period is called."""
    words = scene.words
    return {Period.ONCE: words("Total"), Period.MONTH: words("Total a month"), Period.YEAR: words("Total a year")}[period]


def every(scene: Scene, period: Period) -> str:
    """Return the heading of what is due again and again."""
    return scene.words("Every month") if period is Period.MONTH else scene.words("Every year")


def _on(scene: Scene, name: str, one: VatTotal) -> str:
    return scene.words("{tax} of {amount}", tax=name, amount=scene.money(one.base, decimals=sum_decimals(scene)))


def _surcharge(scene: Scene, surcharge: Surcharge) -> str:
    """Return a surcharge's name, with the section that it is for where the client sees sections at all."""
    words, estimate = scene.words, scene.proposal.estimate
    pages = (one for one in scene.proposal.sections if isinstance(one, EstimatePages) and not one.hidden)
    part = next((one.title for one in estimate.sections if surcharge.section and one.id == surcharge.section), "")
    name = _named(scene, words("Surcharge"), surcharge.percent, surcharge.amount)
    if part and any(page.detail is not Detail.TOTALS for page in pages):
        name = words("{name} on “{section}”", name=name, section=part)
    return _with_reason(name, surcharge.title)


def _named(scene: Scene, name: str, percent: Decimal, amount: Decimal, reason: str = "") -> str:
    """Return a name with its percentage, where that decides, and its reason."""
    rate = f" {scene.words.percent(percent)}" if percent and not amount else ""
    return _with_reason(f"{name}{rate}", reason)


def _with_reason(name: str, reason: str) -> str:
    return f"{name} — {reason}" if reason else name
