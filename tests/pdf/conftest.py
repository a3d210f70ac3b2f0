"""What tests of the PDF room share: the shipped fonts, set text, and ways to look into a PDF."""

from pathlib import Path

import pytest

from app.text.fonts import FontBook
from app.text.style import FaceSource

FONTS = Path(__file__).parents[2] / "assets" / "fonts"


@pytest.fixture(scope="session")
def book() -> FontBook:
    return FontBook(
        {
            "inter": FaceSource(str(FONTS / "inter/Inter_400Regular.ttf")),
            "bold": FaceSource(str(FONTS / "inter/Inter_700Bold.ttf")),
            "literata": FaceSource(str(FONTS / "literata/Literata_400Regular.ttf")),
            "cormorant": FaceSource(str(FONTS / "cormorant/Cormorant_500Medium.ttf")),
        }
    )
