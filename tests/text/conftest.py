"""The faces that ship with Blesna, for tests that set text."""

from pathlib import Path

import pytest

from app.text.fonts import FontBook
from app.text.style import CharStyle, FaceSource

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"


@pytest.fixture
def book() -> FontBook:
    return FontBook(
        {
            "serif": FaceSource(str(FONTS / "literata" / "Literata_400Regular.ttf")),
            "serif-italic": FaceSource(str(FONTS / "literata" / "Literata_400Regular_Italic.ttf")),
            "sans": FaceSource(str(FONTS / "inter" / "Inter_400Regular.ttf")),
            "display": FaceSource(str(FONTS / "inter-tight" / "InterTight_800ExtraBold.ttf")),
            "antiqua": FaceSource(str(FONTS / "cormorant" / "Cormorant_400Regular.ttf")),
        }
    )


@pytest.fixture
def body() -> CharStyle:
    return CharStyle(("serif", "sans"), 10)
