"""What is decided about the price beside its lines: discount, surcharges, tax, rounding, payments."""

from app.i18n import phrase
from widgets.desk import Desk
from widgets.estimate import summaries
from widgets.estimate.cards import RatesPanel
from widgets.estimate.exchanges import ExchangesField
from widgets.estimate.folds import FoldPage, Part
from widgets.estimate.packages import PackagesField
from widgets.estimate.payments import PaymentsField
from widgets.forms.form import Form
from widgets.forms.rows import ADDED, COUNTING, DISCOUNT, VAT

PARTS = (
    Part(
        phrase("Discount"),
        ("estimate/discount",),
        lambda desk: Form(desk, "", DISCOUNT),
        summaries.discount,
    ),
    Part(
        phrase("Surcharges and reserve"),
        ("estimate/surcharges", "estimate/contingency"),
        lambda desk: Form(desk, "", ADDED),
        summaries.added,
    ),
    Part(phrase("VAT"), ("estimate/vat",), lambda desk: Form(desk, "", VAT), summaries.vat),
    Part(phrase("Rates an hour"), ("estimate/rates", "estimate/rate_card"), RatesPanel, summaries.rates),
    Part(phrase("Currencies"), ("estimate/exchanges", "estimate/equivalent"), ExchangesField, summaries.currencies),
    Part(phrase("Payments"), ("estimate/payments",), PaymentsField, summaries.payments),
    Part(phrase("Packages"), ("estimate/packages", "estimate/package"), PackagesField, summaries.packages),
    Part(
        phrase("Rounding and hours"),
        ("estimate/rounding", "estimate/hours_a_day", "estimate/hours_a_month"),
        lambda desk: Form(desk, "", COUNTING),
        summaries.counting,
    ),
)


def terms(desk: Desk) -> FoldPage:
    """Return the page."""
    return FoldPage(desk, PARTS)
