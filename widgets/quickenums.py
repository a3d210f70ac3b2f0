"""Makes the enumerations of Qt quickly.

WORKAROUND: PySide makes an enumeration of Python for each of Qt's as soon as its class is touched, some 330 with 4,500 members
before the window is seen. `enum` takes so much care with each member that this is a quarter of the start. What that care looks
for cannot be found in names and whole numbers alone; where they are all there is, the same class is made at once.
"""

import enum
import sys
from functools import cache
from typing import Any

KNOWN = (3, 11)
"""The version of Python whose `enum` is known here; others make enumerations as ever."""
_PLAIN = enum.Enum, enum.Flag, enum.IntEnum, enum.IntFlag
_MEANT = frozenset({"mro"}.union(*(vars(base) for plain in _PLAIN for base in plain.__mro__)))
"""Names that enumerations have a meaning for."""
_create = enum.EnumType.__dict__.get("_create_")


def use() -> None:
    """Make enumerations quickly from now on."""
    if sys.version_info[:2] == KNOWN and _create is not None:
        type.__setattr__(enum.EnumType, "_create_", _made)


def _made(cls: Any, class_name: str, names: Any, *, module: Any = None, qualname: Any = None, **others: Any) -> Any:
    """Do what `EnumType._create_` does: make an enumeration of names with their values."""
    if module is None:
        module = sys._getframe(2).f_globals.get("__name__")
    assert _create is not None
    if qualname is not None or not others.keys() <= {"boundary", "type", "start"} or not _is_plain(cls, names, others):
        return _create(cls, class_name, names, module=module, qualname=qualname, **others)
    made = _empty(cls, class_name, module, others.get("boundary"))
    if issubclass(made, enum.Flag):
        _add_flags(made, names)
    else:
        _add(made, names)
    return made


def _empty(cls: Any, class_name: str, module: Any, boundary: Any) -> Any:
    """Make an enumeration without members, which has all that others of its kind have."""
    shape = _shape(cls, boundary)
    own = {"_member_names_": [], "_member_map_": {}, "_value2member_map_": {}, "_unhashable_values_": [], "__module__": module}
    made = type.__new__(enum.EnumType, class_name, (cls,), {**shape, **own})
    type.__setattr__(made, "__new__", enum.Enum.__new__)
    return made


@cache
def _shape(cls: Any, boundary: Any) -> dict[str, Any]:
    assert _create is not None
    return dict(vars(_create(cls, "Shape", [], module=__name__, boundary=boundary)))


def _is_plain(cls: Any, names: Any, others: dict[str, Any]) -> bool:
    """Tell whether these are names that mean nothing to `enum` itself, each with a whole number."""
    if cls not in _PLAIN or others.get("type") is not None or type(names) is not list:
        return False
    for pair in names:
        if type(pair) is not tuple or len(pair) != 2 or type(pair[0]) is not str or type(pair[1]) is not int:
            return False
        if pair[0][:1] in ("_", "") or pair[0] in _MEANT:
            return False
    return len(dict(names)) == len(names)


def _add(made: Any, names: list[tuple[str, int]]) -> None:
    """Give an enumeration its members; one with the value of an earlier one is that one by another name."""
    create, use_args = made._new_member_, made._use_args_
    by_name, by_value, order = made._member_map_, made._value2member_map_, made._member_names_
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = create(made, value) if use_args else create(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(order)
            order.append(name)
            by_value[value] = member
        by_name[name] = member
        type.__setattr__(made, name, member)


def _add_flags(made: Any, names: list[tuple[str, int]]) -> None:
    """Give an enumeration its flags; of several bits and of none there are members that are not counted."""
    _add(made, names)
    mask = single = 0
    order = made._member_names_
    order.clear()
    for name, member in made._member_map_.items():
        value = member._value_
        mask |= value
        is_single = value != 0 and value & (value - 1) == 0
        if member._name_ == name:
            member._sort_order_ = len(order)
            if is_single:
                order.append(name)
        if is_single:
            single |= value
    made._flag_mask_, made._singles_mask_, made._all_bits_ = mask, single, 2 ** mask.bit_length() - 1
    values = [made._member_map_[name]._value_ for name in order]
    if values != sorted(values):
        made._iter_member_ = made._iter_member_by_def_
