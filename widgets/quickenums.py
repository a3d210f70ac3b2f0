"""Makes the enumerations of Qt quickly.

WORKAROUND: PySide makes an enumeration of Python for each of Qt's as soon as its class is touched, some 330 with 4,500 members
before the window is seen. `enum` takes so much care with each member that this is a quarter of the start. What that care looks
for cannot be found in names and whole numbers alone; where they are all there is, the same class is made at once, and its
members as soon as anybody looks at the class: most are never looked at.
"""

import enum
import sys
import threading
from collections.abc import Mapping
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


class Late(enum.EnumType):
    """What an enumeration is an instance of until somebody looks at it; from then on it is of `EnumType`, as all are."""

    def __getattribute__(cls, name: str) -> Any:
        if name in _BARE:
            return type.__getattribute__(cls, name)
        _furnish(cls)
        return getattr(cls, name)

    def __setattr__(cls, name: str, value: Any) -> None:
        if name in _BARE:
            type.__setattr__(cls, name, value)
        else:
            _furnish(cls)
            setattr(cls, name, value)


_BARE = frozenset({"_missing_", "__module__", "__name__", "__qualname__", "__doc__", "__class__", "__mro__"})
"""What can be asked of an enumeration and told it without its members."""
_waiting: dict[Any, list[tuple[str, int]]] = {}
_one_at_a_time = threading.RLock()
_is_over = [False]


def finish() -> None:
    """Make all members that nobody has looked at yet, and from now on those of a new enumeration at once.

    PySide itself looks for members behind Python's back where one is asked for without its enumeration (`Qt.AlignLeft`). Nothing
    here does, but what PySide says of a call with wrong arguments.
    """
    _is_over[0] = True
    for made in list(_waiting):
        _furnish(made)


def is_over() -> bool:
    """Tell whether all members are there."""
    return _is_over[0]


def _furnish(made: Any) -> None:
    """Make the members of an enumeration that is looked at for the first time."""
    with _one_at_a_time:
        names = _waiting.pop(made, None)
        if names is None:
            return
        own = type.__getattribute__(made, "__dict__")
        if issubclass(made, enum.Flag):
            _add_flags(made, own, names)
        else:
            _add(made, own, names)
        type.__setattr__(made, "__class__", enum.EnumType)


def _made(cls: Any, class_name: str, names: Any, *, module: Any = None, qualname: Any = None, **others: Any) -> Any:
    """Do what `EnumType._create_` does: make an enumeration of names with their values."""
    if module is None:
        module = sys._getframe(2).f_globals.get("__name__")
    assert _create is not None
    if qualname is not None or not others.keys() <= {"boundary", "type", "start"} or not _is_plain(cls, names, others):
        return _create(cls, class_name, names, module=module, qualname=qualname, **others)
    shape = _shape(cls, others.get("boundary"))
    own = {"_member_names_": [], "_member_map_": {}, "_value2member_map_": {}, "_unhashable_values_": [], "__module__": module}
    made = type.__new__(Late, class_name, (cls,), {**shape, **own})
    _waiting[made] = names
    if _is_over[0]:
        _furnish(made)
    return made


@cache
def _shape(cls: Any, boundary: Any) -> dict[str, Any]:
    assert _create is not None
    return dict(vars(_create(cls, "Shape", [], module=__name__, boundary=boundary)))


def _is_plain(cls: Any, names: Any, others: dict[str, Any]) -> bool:
    """Tell whether these are names that mean nothing to `enum` itself, each with a whole number."""
    if cls not in _PLAIN or others.get("type") is not None or type(names) is not list:
        return False
    try:
        by_name = dict(names)
    except (TypeError, ValueError):
        return False
    return (
        len(by_name) == len(names)
        and set(map(type, by_name)) <= {str}
        and set(map(type, by_name.values())) <= {int}
        and "" not in by_name
        and "\n_" not in "\n".join(["", *by_name])
        and _MEANT.isdisjoint(by_name)
    )


def _add(made: Any, own: Mapping[str, Any], names: list[tuple[str, int]]) -> None:
    """Give an enumeration its members; one with the value of an earlier one is that one by another name."""
    create, use_args = own["_new_member_"], own["_use_args_"]
    by_name, by_value, order = own["_member_map_"], own["_value2member_map_"], own["_member_names_"]
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


def _add_flags(made: Any, own: Mapping[str, Any], names: list[tuple[str, int]]) -> None:
    """Give an enumeration its flags; of several bits and of none there are members that are not counted."""
    _add(made, own, names)
    mask = single = 0
    by_name, order = own["_member_map_"], own["_member_names_"]
    order.clear()
    for name, member in by_name.items():
        value = member._value_
        mask |= value
        is_single = value != 0 and value & (value - 1) == 0
        if member._name_ == name:
            member._sort_order_ = len(order)
            if is_single:
                order.append(name)
        if is_single:
            single |= value
    found: dict[str, Any] = {"_flag_mask_": mask, "_singles_mask_": single, "_all_bits_": 2 ** mask.bit_length() - 1}
    values = [by_name[name]._value_ for name in order]
    if values != sorted(values):
        found["_iter_member_"] = type.__getattribute__(made, "_iter_member_by_def_")
    for name, value in found.items():
        type.__setattr__(made, name, value)
