"""What a client could see of a proposal, and what is bookkeeping of the house."""

from dataclasses import fields, is_dataclass

from app.model.internal import Internal

UNSEEN = frozenset({"block", "block_version", "permission", "permission_until", "left_on", "tags", "rate_card"})
"""Fields that no page shows: where a text and a rate came from, whether a work may be shown, who has left, labels to find by."""


def seen_alike(one: object, other: object) -> bool:
    """Tell whether a client could see no difference between two values of the model: all that is internal aside."""
    if one is other:
        return True
    if isinstance(one, Internal) and isinstance(other, Internal):
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(seen_alike(*pair) for pair in zip(one, other, strict=True))
    if is_dataclass(one):
        names = (field.name for field in fields(one) if field.name not in UNSEEN)
        return all(seen_alike(getattr(one, name), getattr(other, name)) for name in names)
    return one == other
