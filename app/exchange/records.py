"""An estimate as a list of records of plain texts, from which it is made again exactly: the machine's half of a table."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from app.exchange.fields import FIELDS, LISTS, Field, Kind, name_of
from app.exchange.view import Shown, View
from app.model.estimate import Detail, Estimate, EstimateSection, LineItem
from app.model.money import in_range
from app.model.proposal import Proposal

VERSION = 1
"""Of the format. A newer one is not read."""

_PARTS = re.compile(r"(?:[^|\\]|\\.)+", re.DOTALL)
_LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class Record:
    """One element: what it is, its id, and its values as texts by their fixed names."""

    kind: str
    name: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meta:
    """What a table says about itself. `names` are those of people and roles, by id; `proposal` is the id of the proposal that it
    is of: in a table of another one the same ids mean other things.
    """

    currency: str
    language: str
    view: View = View()
    names: Mapping[str, str] = field(default_factory=dict)
    version: int = VERSION
    proposal: str = ""


def encoded(one: Field, value: Any) -> str:
    """Return a value as a text."""
    match one.kind:
        case Kind.NUMBER | Kind.MAYBE:
            return "" if value is None else f"{value:f}"
        case Kind.FLAG:
            return "1" if value else "0"
        case Kind.DAY:
            return value.isoformat() if value else ""
        case Kind.NAMES:
            return "|".join(re.sub(r"([|\\])", r"\\\1", name) for name in value)
    return str(value.value if one.kind is Kind.CHOICE else value)


def decoded(one: Field, text: str) -> Any:
    """Return the value of a text. Raises ValueError."""
    match one.kind:
        case Kind.TEXT:
            return text
        case Kind.NUMBER | Kind.MAYBE:
            return None if one.kind is Kind.MAYBE and not text else number(text)
        case Kind.WHOLE:
            return int(number(text or "1"))
        case Kind.FLAG:
            return text.strip().lower() in ("1", "true", "yes", "да", "истина")
        case Kind.DAY:
            return day(text)
        case Kind.NAMES:
            return tuple(re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in _PARTS.findall(text))
    assert one.choices is not None
    return one.choices(text.strip())


def number(text: str) -> Decimal:
    """Return a number that was written without groups of thousands, with a point or a comma. Raises ValueError."""
    plain = text.strip().replace(",", ".")
    if len(plain) > _LONGEST_NUMBER or not re.fullmatch(r"-?\d+(\.\d*)?", plain, re.ASCII):
        raise ValueError(text)
    try:
        found = Decimal(plain)
    except InvalidOperation as reason:
        raise ValueError(text) from reason
    if not in_range(found):
        raise ValueError(text)
    return found


def day(text: str) -> datetime.date | None:
    """Return a date: ISO 8601, or as spreadsheet programs show it, day first. Raises ValueError."""
    if not text.strip():
        return None
    found = re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", text.strip())
    return datetime.date(int(found[3]), int(found[2]), int(found[1])) if found else datetime.date.fromisoformat(text.strip()[:10])


def values_of(kind: str, element: Any) -> dict[str, str]:
    """Return all values of an element that the white list names."""
    return {one.name: encoded(one, one.get(element)) for one in FIELDS[kind]}


def records_of(estimate: Estimate) -> list[Record]:
    """Return the records of an estimate: its own, then sections with their items, then the lists."""
    out = [Record("estimate", "", values_of("estimate", estimate))]
    for section in estimate.sections:
        out.append(Record("section", section.id, values_of("section", section)))
        out += [Record("item", item.id, values_of("item", item)) for item in section.items]
    for one in LISTS:
        out += [Record(one.kind, name_of(each), values_of(one.kind, each)) for each in getattr(estimate, one.name)]
    return out


def made(kind: str, values: Mapping[str, str], empty: Any) -> tuple[Any, list[tuple[str, str]]]:
    """Return the empty element with the values of a record, and the values that are wrong, as (name, text)."""
    wrong = []
    for one in FIELDS[kind]:
        if one.name not in values or (not values[one.name] and one.kind in (Kind.NUMBER, Kind.CHOICE, Kind.WHOLE)):
            continue
        try:
            empty = one.put(empty, decoded(one, values[one.name]))
        except ValueError:
            wrong.append((one.name, values[one.name]))
    return empty, wrong


def estimate_of(records: Iterable[Record]) -> Estimate:
    """Return the estimate of records. Values that are wrong are as in a new element; items before any section stand in one."""
    whole = Estimate()
    sections: list[tuple[EstimateSection, list[LineItem]]] = []
    lists: dict[str, list[Any]] = {one.name: [] for one in LISTS}
    by_kind = {one.kind: one for one in LISTS}
    for record in records:
        if record.kind == "estimate":
            whole = made("estimate", record.values, whole)[0]
        elif record.kind == "section":
            sections.append((made("section", record.values, EstimateSection(id=record.name))[0], []))
        elif record.kind == "item":
            if not sections:
                sections.append((EstimateSection(id="s1"), []))
            sections[-1][1].append(made("item", record.values, LineItem(id=record.name))[0])
        elif record.kind in by_kind:
            one = by_kind[record.kind]
            lists[one.name].append(made(record.kind, record.values, one.empty(record.name))[0])
    filled: dict[str, Any] = {name: tuple(each) for name, each in lists.items()}
    return replace(whole, sections=tuple(replace(part, items=tuple(items)) for part, items in sections), **filled)


def meta_for(proposal: Proposal, seen: Shown, names: Mapping[str, str]) -> Meta:
    """Return what a table of a proposal says about itself; it names only people and roles that it shows."""
    whole = seen.estimate
    used = {one for part in whole.sections for one in (*part.people, *part.roles)}
    used |= {item.role for part in whole.sections for item in part.items} | {rate.id for rate in whole.rates}
    shown_names = {name: read for name, read in names.items() if name in used}
    return Meta(proposal.currency, proposal.language, seen.view, shown_names, proposal=proposal.id)


def meta_values(meta: Meta) -> dict[str, str]:
    """Return what a table says about itself as texts."""
    view = meta.view
    return {
        "version": str(meta.version),
        "currency": meta.currency,
        "language": meta.language,
        "detail": view.detail.value,
        "show_hours": "1" if view.show_hours else "0",
        "payments": "1" if view.payments else "0",
        "proposal": meta.proposal,
    }


def meta_of(values: Mapping[str, str], names: Mapping[str, str]) -> Meta | None:
    """Return what a table says about itself, None where it cannot be understood."""
    try:
        detail = Detail(values.get("detail", Detail.DETAILED.value))
        version = int(values.get("version", "0"))
    except ValueError:
        return None
    view = View(detail=detail, show_hours=values.get("show_hours") != "0", payments=values.get("payments") != "0")
    return Meta(values.get("currency", ""), values.get("language", ""), view, dict(names), version, values.get("proposal", ""))
