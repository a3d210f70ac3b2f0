"""How each way of filling in becomes a field, tied to its value."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.i18n import CURRENCY_SIGNS
from app.merge import takes_fields
from app.model.estimate import Detail, Period, VatMode
from app.model.limits import LIMITS
from app.model.path import get
from app.model.proposal import LANGUAGES
from app.model.reference import Display, Origin, Permission
from app.model.rounding import RoundingScope, RoundingStep
from widgets.choices import options
from widgets.desk import Desk
from widgets.fields.binding import Binding, ValueField
from widgets.fields.brandbook import BrandbookField
from widgets.fields.choice import ChoiceField, SegmentsField, SwitchField
from widgets.fields.date import DateField
from widgets.fields.day import DayField
from widgets.fields.linewriting import help_line
from widgets.fields.names import NamesField
from widgets.fields.number import NumberField
from widgets.fields.package import PackageField
from widgets.fields.part import PartField
from widgets.fields.people import PeopleField, PersonField
from widgets.fields.picture import PictureField
from widgets.fields.rich import RichField
from widgets.fields.share import ShareField
from widgets.fields.text import LineField, TextField
from widgets.fields.writing import Writing
from widgets.forms.rows import Fill, Row
from widgets.words import tr

LANGUAGE_NAMES = {"ru": "Русский", "en": "English"}
NOTE_LINES = 3
CURRENCIES = tuple(CURRENCY_SIGNS)
MOST_WEEKS = Decimal(520)
"""Ten years: nobody draws a longer schedule week by week."""

Maker = Callable[[Desk, str, Row, str], QWidget]


def _bound(desk: Desk, path: str, row: Row, title: str, field: ValueField) -> QWidget:
    Binding(desk.session, path, field, row.label, title)
    assert isinstance(field, QWidget)
    return field


def _simple(make: Callable[[Desk, Row], ValueField]) -> Maker:
    return lambda desk, path, row, title: _bound(desk, path, row, title, make(desk, row))


def _line(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    """Make a line; one that the client reads has merge fields and spelling."""
    field = LineField(_hint(row))
    help_line(desk, field, path)
    return _bound(desk, path, row, title, field)


def _text(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    """Make a text; one that the client reads has merge fields and spelling."""
    field = TextField(_hint(row))
    if takes_fields(desk.session.proposal, path):
        Writing(desk, field)
    return _bound(desk, path, row, title, field)


def _hint(row: Row) -> str:
    return tr(row.hint) if row.hint else ""


def _internal(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    return _bound(desk, f"{path}/value", row, title, TextField(_hint(row)))


def _number(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    """Make a field that takes what the model allows there."""
    parent, _, name = path.rpartition("/")
    bounds = LIMITS.get(f"{type(get(desk.session.proposal, parent)).__name__}.{name}")
    lowest, highest = (bounds.low, bounds.high) if bounds else (None, None)
    optional = row.fill is Fill.OPTIONAL_NUMBER
    return _bound(desk, path, row, title, NumberField(_hint(row), optional=optional, lowest=lowest, highest=highest))


def _figures(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    from widgets.forms.lists import figures

    return figures(desk, path)


def _works(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    from widgets.pictures.works import WorksField

    return WorksField(desk, path)


def _portrait(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    from widgets.pictures.portrait import PortraitField

    return PortraitField(desk, path)


def _pictures(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    from widgets.pictures.gallery import PicturesField

    return PicturesField(desk, path)


def _phases(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    from widgets.forms.phases import phases

    return phases(desk, path)


def _surcharges(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    from widgets.estimate.surcharges import SurchargesField

    return SurchargesField(desk, path)


def _brief(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    from widgets.forms.brief import BriefPanel

    return BriefPanel(desk, path)


def _person_rates(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    from widgets.library.person_rates import PersonRates

    return PersonRates(desk, path)


def _block_kinds(desk: Desk, row: Row) -> ValueField:
    from widgets.library.records import BLOCK_KINDS

    return ChoiceField(desk.look, [(kind, tr(words)) for kind, (words, _) in BLOCK_KINDS.items()])


def _rates(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    from widgets.estimate.rates import RatesField

    return RatesField(desk, path)


def _client(desk: Desk, path: str, row: Row, title: str) -> QWidget:
    from widgets.fields.client import ClientField

    return _bound(desk, path, row, title, ClientField(desk))


MAKERS: dict[Fill, Maker] = {
    Fill.LINE: _line,
    Fill.TEXT: _text,
    Fill.RICH: _simple(lambda desk, row: RichField(desk.look, _hint(row), desk=desk)),
    Fill.NOTE: _simple(lambda desk, row: RichField(desk.look, _hint(row), NOTE_LINES, desk=desk)),
    Fill.INTERNAL: _internal,
    Fill.DATE: _simple(lambda desk, row: DateField(desk.look, style="short")),
    Fill.OPTIONAL_DATE: _simple(lambda desk, row: DateField(desk.look, optional=True, style="short")),
    Fill.LANGUAGE: _simple(lambda desk, row: ChoiceField(desk.look, [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES])),
    Fill.CURRENCY: _simple(
        lambda desk, row: ChoiceField(desk.look, [(code, f"{code}  {sign}") for code, sign in CURRENCY_SIGNS.items()])
    ),
    Fill.BRANDBOOK: _simple(lambda desk, row: BrandbookField(desk)),
    Fill.MANAGER: _simple(lambda desk, row: PersonField(desk, tr("nobody"))),
    Fill.SIGNER: _simple(lambda desk, row: PersonField(desk, tr("the proposal's manager"))),
    Fill.FEATURED: _simple(lambda desk, row: PersonField(desk, tr("nobody: all alike"))),
    Fill.MEMBERS: _simple(lambda desk, row: PeopleField(desk)),
    Fill.DETAIL: _simple(lambda desk, row: SegmentsField(options(Detail))),
    Fill.SWITCH: _simple(lambda desk, row: SwitchField(desk.look, tr(row.label))),
    Fill.ORIGIN: _simple(lambda desk, row: ChoiceField(desk.look, options(Origin))),
    Fill.DISPLAY: _simple(lambda desk, row: ChoiceField(desk.look, options(Display))),
    Fill.PERMISSION: _simple(lambda desk, row: ChoiceField(desk.look, options(Permission))),
    Fill.PICTURE: lambda desk, path, row, title: PictureField(desk, path),
    Fill.PICTURES: _pictures,
    Fill.PORTRAIT: _portrait,
    Fill.NUMBER: _number,
    Fill.OPTIONAL_NUMBER: _number,
    Fill.SHARE: _simple(lambda desk, row: ShareField(desk.session)),
    Fill.PERIOD: _simple(lambda desk, row: SegmentsField(options(Period))),
    Fill.ROUNDING_STEP: _simple(lambda desk, row: SegmentsField(options(RoundingStep))),
    Fill.ROUNDING_SCOPE: _simple(lambda desk, row: SegmentsField(options(RoundingScope))),
    Fill.SURCHARGES: _surcharges,
    Fill.BRIEF: _brief,
    Fill.PACKAGE: _simple(lambda desk, row: PackageField(desk)),
    Fill.WEEKS: _simple(lambda desk, row: NumberField(_hint(row), highest=MOST_WEEKS, halves=True)),
    Fill.PERCENT: _simple(lambda desk, row: NumberField(_hint(row), highest=Decimal(100))),
    Fill.VAT_MODE: _simple(lambda desk, row: SegmentsField(options(VatMode))),
    Fill.NAMES: _simple(lambda desk, row: NamesField(_hint(row))),
    Fill.PEOPLE: _simple(lambda desk, row: PeopleField(desk)),
    Fill.RATES: _rates,
    Fill.DAY: _simple(lambda desk, row: DayField(desk.look)),
    Fill.PERSON_RATES: _person_rates,
    Fill.BLOCK_KIND: _simple(_block_kinds),
    Fill.FIGURES: _figures,
    Fill.CLIENT: _client,
    Fill.WORKS: _works,
    Fill.PHASES: _phases,
    Fill.PART: _simple(lambda desk, row: PartField(desk)),
}
