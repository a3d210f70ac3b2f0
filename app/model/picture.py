"""A picture in a proposal and how it may be cropped."""

from dataclasses import dataclass
from enum import StrEnum

MOST_ZOOM = 4.0
"""Nearer than this nothing of a photograph is left that could be printed."""


class Frame(StrEnum):
    """What is drawn around a picture: nothing, or the device on which a screen is seen."""

    NONE = "none"
    BROWSER = "browser"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A reference to a picture file beside the proposal.

    `file` is a path relative to the folder of the proposal, with forward slashes; it never leaves that folder.
    `focus_x` and `focus_y` are the point that must survive any crop, as fractions of the upright picture's width
    and height from its top left corner. `zoom` says how much nearer than needed one looks: 1 shows as much as a place can,
    2 half of that across and down. `alt` says what is seen, for readers who cannot see it.
    `frame` puts a screenshot into a browser window or a phone.
    """

    file: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    focus_x: float = 0.5
    focus_y: float = 0.5
    zoom: float = 1.0
    frame: Frame = Frame.NONE
