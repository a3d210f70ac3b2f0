"""What is quietly said of an item besides its numbers: how often it is due, what was taken off, what instead of it costs."""

from decimal import Decimal

from app.layout.estimate_entries import Entry
from app.layout.scene import Scene
from app.layout.words import Words
from app.model.estimate import Discount, Period
from app.totals import Standing

PLUS = "+"
"""Before a difference that makes the whole dearer."""

Note = tuple[str, str]
"""What is said, and the field of the item that it comes from."""


def amount_notes(scene: Scene, entry: Entry, decimals: bool) -> list[Note]:
    """Return what stands below the amount, a line each."""
    words, currency = scene.words, scene.proposal.currency
    sums, notes = entry.sums, list[Note]()
    if not sums.priced:
        return notes
    if sums.period is not Period.ONCE:
        notes.append((a_period(words, sums.period), "period"))
    if sums.discount:
        notes.append((words("was {amount}", amount=words.amount(sums.gross, currency, decimals=decimals)), "discount/percent"))
    if entry.instead is not None:
        figures = words.amount(entry.instead, currency, decimals=decimals)
        told = f"{PLUS}{figures}" if entry.instead > 0 else figures
        notes.append((words("instead: {amount}", amount=told), "alternative"))
    return notes


def name_notes(scene: Scene, entry: Entry, decimals: bool) -> list[Note]:
    """Return what stands below the name, each on lines of its own."""
    words, notes = scene.words, list[Note]()
    if entry.choice and entry.sums.standing is Standing.COUNTED:
        notes.append((words("counts in the total"), "chosen"))
    if entry.sums.discount:
        notes.append((discount_words(scene, entry.item.discount, entry.sums.discount, decimals), "discount/reason"))
    if entry.tax is not None:
        notes.append((f"{words('VAT')} {words.percent(entry.tax)}", "vat"))
    return notes


def choice_words(scene: Scene, entry: Entry) -> str:
    """Return what alternatives are called together."""
    if entry.settled:
        return scene.words("{name}: one of these", name=entry.choice)
    return scene.words("{name}: one of these, if you like", name=entry.choice)


def discount_words(scene: Scene, taken: Discount, off: Decimal, decimals: bool) -> str:
    """Return how much is taken off and why: "Discount 10% — for the whole year"."""
    words = scene.words
    told = words.percent(taken.percent) if not taken.amount else scene.money(off, decimals=decimals)
    reason = f" — {taken.reason}" if taken.reason else ""
    return f"{words('Discount')} {told}{reason}"


def a_period(words: Words, period: Period) -> str:
    """Return how often an amount is due, to stand after it: "a month"; nothing where it is due once."""
    match period:
        case Period.MONTH:
            return words("a month")
        case Period.YEAR:
            return words("a year")
        case _:
            return ""


def every_period(words: Words, period: Period) -> str:
    """Return what sums that are due again and again are called: "Every month"."""
    return words("Every month") if period is Period.MONTH else words("Every year")
