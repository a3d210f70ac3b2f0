"""What the types of the model do not say: which texts and numbers a field accepts."""

from dataclasses import dataclass

from app.model.limits import LIMITS
from app.model.picture import MOST_ZOOM
from app.model.proposal import LANGUAGES
from app.store.currencies import CURRENCIES
from app.store.numbers import Fraction, Number, Whole
from app.store.place import Failed, Place, shown
from app.store.relative import tidy
from app.store.shape import Definitions, Json, Shape
from app.store.texts import DayText, Matching, OneOf, Text


@dataclass(frozen=True)
class PictureFile(Text):
    """The path of a picture: one that leaves the proposal's folder becomes empty, with an error."""

    def decode(self, data: object, place: Place) -> str | Failed:
        """Accept relative paths; where the folder is known, `place.keep_file` looks whether the file is there."""
        text = super().decode(data, place)
        if isinstance(text, Failed):
            return text
        path = tidy(text)
        if path is None:
            place.fail("picture-outside", file=shown(text))
            return ""
        return place.keep_file(path, place) if place.keep_file else path

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of a relative path."""
        return {"type": "string", "not": {"pattern": r"^[/\\]|^[A-Za-z][A-Za-z0-9+.\-]*:|(^|[/\\])\.\.([/\\]|$)"}}


_CODES = sorted(CURRENCIES)

RULES: dict[str, Shape] = {
    **{name: Number(limits.low, limits.high) for name, limits in LIMITS.items()},
    "Proposal.language": OneOf(LANGUAGES),
    "Proposal.currency": OneOf(_CODES, code="currency-unknown"),
    "Proposal.brandbook": Matching(r"[^/\\.:\x00-\x1f][^/\\:\x00-\x1f]*", "brandbook-name"),
    "Client.language": OneOf(LANGUAGES, empty=True),
    "Client.currency": OneOf(_CODES, empty=True, code="currency-unknown"),
    "Proposal.revision": Whole(1),
    "StatusChange.revision": Whole(1),
    "Variant.language": OneOf(LANGUAGES),
    "Block.version": Whole(1),
    "BlockVersion.number": Whole(1),
    "Person.left_on": DayText(),
    "Reference.permission_until": DayText(),
    "Picture.file": PictureFile(),
    "Picture.focus_x": Fraction(),
    "Picture.focus_y": Fraction(),
    "Picture.zoom": Fraction(1, int(MOST_ZOOM), 1.0),
    "EstimateSection.level": Whole(1, 2),
    "Rate.currency": OneOf(_CODES, empty=True, code="currency-unknown"),
    "RateCard.currency": OneOf(_CODES, code="currency-unknown"),
    "Exchange.currency": OneOf(_CODES, code="currency-unknown"),
    "Estimate.equivalent": OneOf(_CODES, empty=True, code="currency-unknown"),
    "Brief.language": OneOf(LANGUAGES, empty=True),
    "Brief.currency": OneOf(_CODES, empty=True, code="currency-unknown"),
    "MappedColumn.column": Whole(1),
    "TableMapping.row": Whole(0),
    "TableMapping.rows": Whole(1, 2),
    "TableMapping.decimal": OneOf((",", "."), empty=True),
}
"""Shapes that replace what the type alone would give, by `Class.field`. A field that may be None stays so."""

ID_PREFIXES = {
    "LineItem": "i", "Person": "p", "Reference": "r", "Block": "b", "Client": "c", "Phase": "f", "Payment": "t",
    "Surcharge": "u", "Package": "k", "RateCard": "c", "ClientCard": "c",
}  # fmt: skip
"""What ids begin with that are made for records without one; all others begin with s. A rate's id is given or wrong."""

WITHOUT_OWN_ID = frozenset({"Rate", "SignedItem"})
"""Records whose id means something outside, so that none can be made up."""

ALWAYS_WRITTEN = frozenset({"Proposal.number", "Proposal.title", "Proposal.language", "Proposal.currency", "LineItem.pricing"})
"""Fields that are written even when they hold their default, because readers of the file look for them."""
