"""From the types of the model to shapes, once for each class."""

import datetime
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from app.model.internal import Internal
from app.model.richtext import RichText
from app.model.sections import SECTION_KINDS
from app.store.numbers import Number, Whole
from app.store.place import FAILED
from app.store.records import Hidden, Many, Maybe, Record, Slot, Tagged
from app.store.rules import ALWAYS_WRITTEN, ID_PREFIXES, RULES, WITHOUT_OWN_ID
from app.store.scalars import Choice, Day, Flag
from app.store.schema_docs import FIELDS
from app.store.shape import Shape
from app.store.texts import Rich, Text

_SCALARS: Mapping[object, Shape] = {
    str: Text(),
    bool: Flag(),
    int: Whole(),
    Decimal: Number(),
    datetime.date: Day(),
    RichText: Rich(),
}


def record_of(kind: type[Any]) -> Record:
    """Return the shape of a dataclass. Raises TypeError when a field's type has no shape."""
    known: Any = kind  # a class is hashable, whatever its instances are
    return _record_of(known)


@cache
def _record_of(kind: type[Any]) -> Record:
    hints = get_type_hints(kind)
    own_id = any(field.name == "id" and field.default is MISSING for field in fields(kind))
    prefix = ("" if kind.__name__ in WITHOUT_OWN_ID else ID_PREFIXES.get(kind.__name__, "s")) if own_id else None
    slots = tuple(_slot(kind.__name__, field, hints[field.name], prefix) for field in fields(kind))
    return Record(kind, slots, prefix, " ".join((kind.__doc__ or "").split("\n\n")[0].split()))


def shape_of(hint: Any, rule: Shape | None = None) -> Shape:
    """Return the shape of a type; a rule replaces it inside `X | None`. Raises TypeError for types without one."""
    if get_origin(hint) is Internal:
        return Hidden(shape_of(get_args(hint)[0], rule))
    options = get_args(hint) if get_origin(hint) in (types.UnionType, Union) else ()
    if types.NoneType in options:
        return Maybe(shape_of(Union[tuple(option for option in options if option is not types.NoneType)], rule))  # noqa: UP007
    if rule:
        return rule
    if options:
        return Tagged({name: record_of(kind) for name, kind in SECTION_KINDS.items() if kind in options})
    return _plain(hint)


def _plain(hint: Any) -> Shape:
    if get_origin(hint) is tuple:
        return Many(shape_of(get_args(hint)[0]))
    if hint in _SCALARS:
        return _SCALARS[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Choice(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return record_of(hint)
    raise TypeError(f"no shape for {hint!r}")


def _slot(owner: str, field: "Field[Any]", hint: Any, prefix: str | None) -> Slot:
    name = f"{owner}.{field.name}"
    shape = shape_of(hint, RULES.get(name))
    text = FIELDS.get(name, "")
    if field.name == "id" and prefix:
        return Slot(field.name, shape, False, f"{prefix}1", True, text)
    if field.default is not MISSING:
        return Slot(field.name, shape, False, field.default, name in ALWAYS_WRITTEN, text)
    return Slot(field.name, shape, True, "" if hint is str and field.name != "id" else FAILED, True, text)
