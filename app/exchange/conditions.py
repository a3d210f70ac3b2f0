"""What the sums rest on: rates of roles, hours in a day, rates of exchange; and how to use the table."""

from app.exchange.book import Book
from app.exchange.safetext import visible
from app.model.rounding import RoundingScope, RoundingStep


def put_conditions(book: Book) -> None:
    """Fill the rows below the sums."""
    whole, words = book.shown.estimate, book.words
    for name, title in (("rates", words("Rates for an hour")), ("exchanges", words("Rates of exchange"))):
        row = book.plan.find("heading", name)
        if row is not None:
            book.put(row, "title", title, "heading")
    for rate in whole.rates if book.plan.find("heading", "rates") is not None else ():
        row = book.plan.row("rate", rate.id)
        foreign = rate.currency if rate.currency not in ("", book.shown.currency) else ""
        title = ", ".join(filter(None, (visible(rate.title or book.name(rate.id)), foreign)))
        book.put(row, "title", title, "sum")
        book.put(row, "rate", rate.amount, "input-number" if foreign else "input-money")
    for kind, title, hours in (
        ("hours-a-day", words("Hours in a day"), whole.hours_a_day),
        ("hours-a-month", words("Hours in a month"), whole.hours_a_month),
    ):
        setting = book.plan.find(kind)
        if setting is not None:
            book.put(setting, "title", title, "sum")
            book.put(setting, "rate", hours, "input-number")
    for number, one in enumerate(whole.exchanges):
        row = book.plan.row("exchange", str(number))
        about = words("1 {currency} on {date}", currency=one.currency, date=words.date(one.date, "short"))
        book.put(row, "title", ", ".join(filter(None, (about, visible(one.source)))), "sum")
        book.put(row, "rate", one.rate, "input-number")
    book.put(book.plan.row("notes"), "title", " ".join(_notes(book)), "note")


def _notes(book: Book) -> list[str]:
    words, rounding = book.words, book.shown.estimate.rounding
    steps = {
        RoundingStep.MINOR: words("Amounts are rounded to the smallest coin."),
        RoundingStep.UNIT: words("Amounts are rounded to whole units of the currency."),
        RoundingStep.HUNDRED: words("Amounts are rounded to hundreds."),
    }
    notes = [steps[rounding.step]]
    if rounding.scope is RoundingScope.TOTAL and "correction" in book.columns:
        notes.append(
            words(
                "The sum of all lines is rounded as a whole; the column “Rounding” holds what each line got of the difference, "
                "so that the lines add up to it."
            )
        )
    if "chosen" in book.columns:
        notes.append(words("Put 1 or 0 into the column “Chosen”: options and alternatives are recalculated."))
    if book.columns.packages:
        notes.append(words("Put another number of a package above the table: its sums are recalculated."))
    return notes
