"""Sizes of files, as they are told."""

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.i18n import Words


def size_told(words: "Words", size: int) -> str:
    """Return a size in kilobytes, rounded up."""
    return words("{n} KB", n=words.number(Decimal(size + 999) // 1000))
