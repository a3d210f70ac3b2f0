"""How to reach people and the studio: lines that lead to mail, telephone and site."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.layout.blocks import Block, TextBlock, stack
from app.layout.faces import face
from app.layout.page import Item, LinkItem
from app.layout.scene import Scene
from app.layout.urls import mail_url, phone_url, shown_url, web_url
from app.model.client import Studio
from app.model.people import Person
from app.text.style import Align

SMALLEST = 0.62
"""A way that is too long for its column is set so much smaller at most; beyond that it takes another line."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach somebody: what is printed, where a click leads, and which field it is."""

    text: str
    url: str
    origin: str


def person_ways(person: Person) -> tuple[Way, ...]:
    """Return a person's telephone and e-mail."""
    origin = f"people/{person.id}"
    return _ways(
        (person.phone, phone_url(person.phone), f"{origin}/phone"), (person.email, mail_url(person.email), f"{origin}/email")
    )


def studio_ways(studio: Studio) -> tuple[Way, ...]:
    """Return the studio's telephone, e-mail and site."""
    return _ways(
        (studio.phone, phone_url(studio.phone), "studio/phone"),
        (studio.email, mail_url(studio.email), "studio/email"),
        (shown_url(studio.site), web_url(studio.site) or "", "studio/site"),
    )


def _ways(*found: tuple[str, str, str]) -> tuple[Way, ...]:
    return tuple(Way(text.strip(), url, origin) for text, url, origin in found if text.strip())


def way_block(scene: Scene, style: str, way: Way, width: float, *, color: str = "", align: Align | None = None) -> Block:
    """Set a way in one line where it can be, and make it a link."""
    setter = scene.setter
    size = setter.token(style).size
    full = setter.line(style, way.text).width
    scale = min(1.0, max(width / full, SMALLEST)) if full else 1.0
    changes: dict[str, Any] = {"align": align} if align else {}
    text = setter.text(
        style, way.text, width, origin=way.origin, color=color, size=size * scale * (0.999 if scale < 1 else 1.0),
        typograph=False, hyphenate=False, balance=False, **changes,
    )  # fmt: skip
    return linked(text, way.url)


def linked(text: TextBlock, url: str) -> Block:
    """Make the place that a text takes a link."""
    if not url:
        return text

    def draw(out: list[Item], x: float, y: float) -> None:
        text.draw(out, x, y)
        left = min((line.x for line in text.lines), default=0.0)
        right = max((line.x + line.width for line in text.lines), default=0.0)
        out.append(LinkItem(x + left, y, right - left, text.height, url=url))

    return Block(text.height, draw)


def text_stack(
    scene: Scene, lines: Sequence[tuple[str, str, str]], width: float, *, color: str = "", align: Align | None = None
) -> Block:
    """Set lines of (style, text, origin) below each other, the empty ones left out."""
    changes: dict[str, Any] = {"align": align} if align else {}
    return stack(
        [scene.setter.text(style, text, width, origin=origin, color=color, **changes) for style, text, origin in lines if text]
    )


def person_lines(person: Person) -> tuple[tuple[str, str, str], ...]:
    """Return a person's name and role for `text_stack`."""
    origin = f"people/{person.id}"
    return (("portrait-name", person.name, f"{origin}/name"), ("portrait-role", person.role, f"{origin}/role"))


def face_block(scene: Scene, person: Person, diameter: float, width: float) -> Block:
    """A round photograph in the middle of a column."""

    def draw(out: list[Item], x: float, y: float) -> None:
        out.extend(face(scene, person, x + (width - diameter) / 2, y, diameter))

    return Block(scene.grid.steps(diameter), draw)
