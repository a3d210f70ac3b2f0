"""What people answer for with their names: hours that they sign, differences and limits that they let pass."""

from app.signoff.approving import approve, approved
from app.signoff.signature import sign, signed_items
from app.signoff.status import Change, Changed, ItemChange, Signed, Status, Tampered, Unsigned, status
from app.signoff.waiving import state_of, waive

__all__ = [
    "Change",
    "Changed",
    "ItemChange",
    "Signed",
    "Status",
    "Tampered",
    "Unsigned",
    "approve",
    "approved",
    "sign",
    "signed_items",
    "state_of",
    "status",
    "waive",
]
