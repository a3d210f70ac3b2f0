"""What can be filled in, as tables: the fields of the proposal and of every kind of section."""

from dataclasses import dataclass
from enum import StrEnum

from app.i18n import phrase
from app.model.people import Person
from app.model.reference import Reference
from app.model.sections import (
    Acceptance,
    BackCover,
    Contents,
    Cover,
    EstimatePages,
    Figure,
    Letter,
    Opener,
    Packages,
    Phase,
    References,
    Story,
    Team,
    Terms,
    Timeline,
)


class Fill(StrEnum):
    """How a value is filled in."""

    HEADING = "heading"
    LINE = "line"
    TEXT = "text"
    RICH = "rich"
    NOTE = "note"
    INTERNAL = "internal"
    DATE = "date"
    OPTIONAL_DATE = "optional-date"
    LANGUAGE = "language"
    CURRENCY = "currency"
    BRANDBOOK = "brandbook"
    MANAGER = "manager"
    SIGNER = "signer"
    MEMBERS = "members"
    FEATURED = "featured"
    DETAIL = "detail"
    SWITCH = "switch"
    ORIGIN = "origin"
    DISPLAY = "display"
    PERMISSION = "permission"
    PICTURE = "picture"
    PICTURES = "pictures"
    PORTRAIT = "portrait"
    FIGURES = "figures"
    WORKS = "works"
    PHASES = "phases"
    PART = "part"
    WEEKS = "weeks"
    NUMBER = "number"
    OPTIONAL_NUMBER = "optional-number"
    PERCENT = "percent"
    VAT_MODE = "vat-mode"
    SHARE = "share"
    PERIOD = "period"
    ROUNDING_STEP = "rounding-step"
    ROUNDING_SCOPE = "rounding-scope"
    SURCHARGES = "surcharges"
    PACKAGE = "package"
    BRIEF = "brief"
    NAMES = "names"
    PEOPLE = "people"
    RATES = "rates"
    CLIENT = "client"
    DAY = "day"
    PERSON_RATES = "person-rates"
    BLOCK_KIND = "block-kind"


@dataclass(frozen=True)
class Row:
    """One field: the path of its value within its thing, its label, how it is filled in, a hint. Two `half` rows share a line."""

    field: str
    label: str
    fill: Fill = Fill.LINE
    hint: str = ""
    half: bool = False


_MADE_IN_PRICE = phrase("Packages are made in the estimate, under Price")
_KICKER = Row("kicker", phrase("Small line above"), hint=phrase("What stands small above the title"), half=True)
_TITLE = Row("title", phrase("Title"), half=True)
_LEAD = Row("lead", phrase("Leading sentence"), Fill.TEXT, phrase("One sentence that makes people read on"))

PROPOSAL = (
    Row("brief", phrase("Brief"), Fill.BRIEF),
    Row("title", phrase("Title"), hint=phrase("What is being proposed, in a few words")),
    Row("subtitle", phrase("Subtitle"), Fill.TEXT),
    Row("number", phrase("Number"), half=True),
    Row("brandbook", phrase("Brandbook"), Fill.BRANDBOOK, half=True),
    Row("date", phrase("Date"), Fill.DATE, half=True),
    Row("valid_until", phrase("Valid until"), Fill.OPTIONAL_DATE, half=True),
    Row("language", phrase("Language of the document"), Fill.LANGUAGE, half=True),
    Row("currency", phrase("Currency"), Fill.CURRENCY, half=True),
    Row("", phrase("Client"), Fill.HEADING),
    Row("client/name", phrase("Company"), Fill.CLIENT),
    Row("client/city", phrase("City"), half=True),
    Row("client/site", phrase("Site"), half=True),
    Row("client/requisites", phrase("Legal details"), Fill.TEXT, phrase("A line each")),
    Row("", phrase("Contact"), Fill.HEADING),
    Row("contact/name", phrase("Name"), half=True),
    Row("contact/role", phrase("Role"), half=True),
    Row("contact/email", phrase("E-mail"), half=True),
    Row("contact/phone", phrase("Phone"), half=True),
    Row("", phrase("From us"), Fill.HEADING),
    Row("manager", phrase("Who signs and answers"), Fill.MANAGER),
    Row("studio/name", phrase("Studio"), half=True),
    Row("studio/tagline", phrase("Tagline"), half=True),
    Row("studio/legal_name", phrase("Legal name"), half=True),
    Row("studio/city", phrase("City"), half=True),
    Row("studio/address", phrase("Address")),
    Row("studio/phone", phrase("Phone"), half=True),
    Row("studio/email", phrase("E-mail"), half=True),
    Row("studio/site", phrase("Site"), half=True),
    Row("studio/requisites", phrase("Legal details"), Fill.TEXT, phrase("A line each")),
)

SECTIONS: dict[type, tuple[Row, ...]] = {
    Cover: (
        Row("kicker", phrase("Small line above"), hint=phrase("What stands small above the title")),
        Row("picture", phrase("Picture"), Fill.PICTURE),
    ),
    Contents: (_KICKER, _TITLE),
    Opener: (
        Row("number", phrase("Number"), hint=phrase("Empty: parts are counted"), half=True),
        _KICKER,
        Row("title", phrase("Title")),
        _LEAD,
        Row("picture", phrase("Picture"), Fill.PICTURE),
    ),
    Letter: (
        _TITLE,
        Row("signer", phrase("Signed by"), Fill.SIGNER, half=True),
        Row("greeting", phrase("Greeting"), hint=phrase("Dear Anna,")),
        Row("text", phrase("Text"), Fill.RICH, phrase("What you understood, what you propose, why you are glad to do it")),
    ),
    Story: (
        _KICKER,
        _TITLE,
        _LEAD,
        Row("text", phrase("Text"), Fill.RICH, phrase("The story itself")),
        Row("note", phrase("Side note"), Fill.NOTE, phrase("Stands small in the margin beside the text")),
        Row("quote", phrase("Quotation"), Fill.TEXT, phrase("A sentence that is drawn large")),
        Row("quote_by", phrase("Said by")),
        Row("figures", phrase("Big numbers"), Fill.FIGURES),
        Row("pictures", phrase("Pictures"), Fill.PICTURES),
    ),
    EstimatePages: (
        _KICKER,
        _TITLE,
        _LEAD,
        Row("detail", phrase("The client sees"), Fill.DETAIL),
        Row("show_hours", phrase("Show hours"), Fill.SWITCH, half=True),
        Row("summary", phrase("Begin with a summary page"), Fill.SWITCH, half=True),
        Row("in_words", phrase("Write the total out in words"), Fill.SWITCH, half=True),
        Row("payments", phrase("Show the plan of payments"), Fill.SWITCH, half=True),
    ),
    Packages: (
        _KICKER,
        _TITLE,
        _LEAD,
        Row(
            "recommended",
            phrase("Recommended"),
            Fill.PACKAGE,
            phrase("Packages are made in the estimate, under Price"),
            half=True,
        ),
        Row("show_hours", phrase("Show hours"), Fill.SWITCH, half=True),
        Row("detail", phrase("The client sees"), Fill.DETAIL),
    ),
    Timeline: (
        _KICKER,
        _TITLE,
        _LEAD,
        Row("begins", phrase("Work begins"), Fill.OPTIONAL_DATE, half=True),
        Row("phases", phrase("Phases"), Fill.PHASES),
    ),
    Team: (
        _KICKER,
        _TITLE,
        _LEAD,
        Row("members", phrase("Who is shown"), Fill.MEMBERS, phrase("Nobody chosen: everybody who works on the estimate")),
        Row("featured", phrase("Shown larger"), Fill.FEATURED, half=True),
    ),
    References: (_KICKER, _TITLE, _LEAD, Row("items", phrase("Works"), Fill.WORKS)),
    Terms: (
        _KICKER,
        _TITLE,
        Row("text", phrase("Text"), Fill.RICH, phrase("# Payment\nHalf in advance, half on the last day.")),
    ),
    Acceptance: (_KICKER, _TITLE, Row("text", phrase("Text"), Fill.RICH, phrase("What both parties agree on"))),
    BackCover: (
        _KICKER,
        _TITLE,
        _LEAD,
        Row("link", phrase("Link of the code"), hint=phrase("Empty: the studio's site")),
        Row("picture", phrase("Picture"), Fill.PICTURE),
    ),
}

_WHY = phrase("Why: what the client reads beside it")

DISCOUNT = (
    Row("estimate/discount", phrase("Off the whole"), Fill.SHARE),
    Row("estimate/discount/reason", phrase("Reason"), hint=_WHY),
)
ADDED = (
    Row("estimate/surcharges", phrase("Surcharges"), Fill.SURCHARGES),
    Row("estimate/contingency/percent", phrase("Reserve for what nobody can know yet, %"), Fill.NUMBER, half=True),
    Row("estimate/contingency/reason", phrase("Reason"), hint=_WHY, half=True),
)
VAT = (
    Row("estimate/vat/mode", phrase("VAT"), Fill.VAT_MODE, half=True),
    Row("estimate/vat/rate", phrase("VAT rate, %"), Fill.PERCENT, half=True),
    Row("estimate/vat/reason", phrase("Reason when exempt"), hint=phrase("The article of the law, the special regime")),
)
COUNTING = (
    Row("estimate/rounding/step", phrase("Rounded"), Fill.ROUNDING_STEP),
    Row("estimate/rounding/scope", phrase("What is rounded first"), Fill.ROUNDING_SCOPE),
    Row("estimate/hours_a_day", phrase("Hours a day"), Fill.NUMBER, half=True),
    Row("estimate/hours_a_month", phrase("Hours a month"), Fill.NUMBER, half=True),
)
SUMS = (
    Row("estimate/rates", phrase("Rates an hour"), Fill.RATES),
    *DISCOUNT,
    *ADDED,
    *VAT,
    *COUNTING,
)
"""Everything that is decided about the price beside its lines."""

_ABOUT_LINE = (
    Row(
        "description", phrase("Description"), Fill.TEXT, phrase("What is in it: the client reads this below the title"), half=True
    ),
    Row("note", phrase("Internal note"), Fill.INTERNAL, phrase("Never leaves the house"), half=True),
    Row("optional", phrase("Optional"), Fill.SWITCH, half=True),
    Row("chosen", phrase("Chosen by the client"), Fill.SWITCH, half=True),
    Row("discount", phrase("Discount"), Fill.SHARE, half=True),
    Row("discount/reason", phrase("Reason of the discount"), hint=_WHY, half=True),
    Row("period", phrase("Due"), Fill.PERIOD),
    Row("alternative", phrase("One of the alternatives"), hint=phrase("Lines with the same word exclude each other"), half=True),
    Row("vat", phrase("VAT rate of its own, %"), Fill.OPTIONAL_NUMBER, phrase("that of the estimate"), half=True),
)
TIMED_ITEM = _ABOUT_LINE
PRICED_ITEM = (*_ABOUT_LINE, Row("hours", phrase("Hours in it"), Fill.OPTIONAL_NUMBER, phrase("for the sum of hours"), half=True))

ESTIMATE_SECTION = (
    Row("people", phrase("Who does it"), Fill.PEOPLE),
    Row("description", phrase("Description"), Fill.TEXT, phrase("What this part of the work gives the client"), half=True),
    Row("note", phrase("Internal note"), Fill.INTERNAL, phrase("Never leaves the house"), half=True),
    Row("roles", phrase("Roles nobody fills yet"), Fill.NAMES, phrase("Designer, editor")),
    Row("discount", phrase("Discount on the section"), Fill.SHARE, half=True),
    Row("discount/reason", phrase("Reason of the discount"), hint=_WHY, half=True),
)

ITEMS: dict[type, tuple[Row, ...]] = {
    Person: (
        Row("name", phrase("Name"), half=True),
        Row("role", phrase("Role"), half=True),
        Row("about", phrase("About"), Fill.TEXT, phrase("A line or two for the team page")),
        Row("photo", phrase("Photo"), Fill.PORTRAIT),
        Row("email", phrase("E-mail"), half=True),
        Row("phone", phrase("Phone"), half=True),
        Row("note", phrase("Internal note"), Fill.INTERNAL, phrase("Never leaves the house")),
    ),
    Reference: (
        Row("title", phrase("Title"), half=True),
        Row("client", phrase("Client"), half=True),
        Row("year", phrase("Year"), half=True),
        Row("origin", phrase("Whose work"), Fill.ORIGIN, half=True),
        Row("why", phrase("Why it is here"), Fill.TEXT, phrase("What we like about it, or what it set out to do")),
        Row("credit", phrase("Authors"), half=True),
        Row("link", phrase("Link"), hint=phrase("https://…"), half=True),
        Row("display", phrase("Shown as"), Fill.DISPLAY, half=True),
        Row("permission", phrase("Permission to show"), Fill.PERMISSION, half=True),
        Row("permission_until", phrase("Granted until"), Fill.DAY, half=True),
        Row("tags", phrase("Tags"), Fill.NAMES, phrase("Site, museum"), half=True),
        Row("pictures", phrase("Pictures"), Fill.PICTURES),
        Row("note", phrase("Internal note"), Fill.INTERNAL, phrase("Never leaves the house")),
    ),
    Figure: (
        Row("value", phrase("Figure"), hint=phrase("+38%"), half=True),
        Row("label", phrase("What it says"), half=True),
    ),
    Phase: (
        Row("title", phrase("Title")),
        Row("text", phrase("What happens in it"), Fill.TEXT),
        Row("start", phrase("Starts after, weeks"), Fill.WEEKS, half=True),
        Row("weeks", phrase("Takes, weeks"), Fill.WEEKS, half=True),
        Row("part", phrase("Part of the estimate"), Fill.PART),
    ),
}
