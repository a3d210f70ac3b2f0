"""Which face of a list has a character: text is split into stretches of one face each."""

import unicodedata
from collections.abc import Sequence

from app.text.face import Face

INVISIBLE = frozenset("\u200b\u2060\u00ad")
"""Characters that say where a line may break, and have no glyph."""

# HarfBuzz itself makes these out of another glyph where a font lacks them.
_MADE_OF_SPACE = "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f"
_MADE_OF_HYPHEN = "\u2010\u2011"
_REPLACEMENTS = "\u25a1\ufffd"


def stretches(text: str, faces: Sequence[Face]) -> list[tuple[Face | None, int, int]]:
    """Split the text into (face, start, end); the face is the first that has the characters, None where none has.

    A combining mark stays with its base if that face has the mark as well.
    """
    first = faces[0]
    if first.has_all(text):
        return [(first, 0, len(text))]
    found: list[tuple[Face | None, int, int]] = []
    for place, char in enumerate(text):
        last = found[-1][0] if found else None
        face = last if last and unicodedata.combining(char) and covers(last, char) else _first_with(char, faces)
        if found and face is last and face is not None:
            found[-1] = (face, found[-1][1], place + 1)
        else:
            found.append((face, place, place + 1))
    return found


def covers(face: Face, char: str) -> bool:
    """Tell whether the face can show the character: as it is, decomposed, or made of its space or hyphen."""
    if face.has(ord(char)):
        return True
    if char in _MADE_OF_SPACE:
        return face.has(0x20)
    if char in _MADE_OF_HYPHEN:
        return face.has(0x2D)
    parts = unicodedata.normalize("NFD", char)
    return len(parts) > 1 and all(face.has(ord(part)) for part in parts)


def replacement(faces: Sequence[Face]) -> tuple[Face, str]:
    """Return what is shown for a character that no face has: a white square where one is to be had, else a gap."""
    for char in _REPLACEMENTS:
        for face in faces:
            if face.has(ord(char)):
                return face, char
    return faces[0], " "


def _first_with(char: str, faces: Sequence[Face]) -> Face | None:
    for face in faces:
        if covers(face, char):
            return face
    return None
