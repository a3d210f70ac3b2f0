"""Packages: the same work in a few sizes, side by side."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One size. A line item names the packages that it is in; one that names none is in all of them."""

    id: str
    title: str = ""
    text: str = ""
