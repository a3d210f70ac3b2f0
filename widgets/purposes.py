"""What a PDF can be exported for, in words."""

from dataclasses import dataclass, field

from app.i18n import phrase
from app.pipeline import Preset


@dataclass(frozen=True)
class Purpose:
    """What a preset is called and what it is good for."""

    name: str
    sentence: str
    takes_password: bool = True


PURPOSES: dict[Preset, Purpose] = {
    Preset.SCREEN: Purpose(phrase("For the screen"), phrase("The smallest file: for e-mail, messengers, telephones.")),
    Preset.STANDARD: Purpose(phrase("Standard"), phrase("For reading and for the office printer.")),
    Preset.PRINT: Purpose(phrase("For a print shop"), phrase("Pictures at 300 dpi, with bleed and crop marks.")),
    Preset.ARCHIVE: Purpose(
        phrase("For an archive"), phrase("PDF/A-2b: looks the same in twenty years; takes no password."), takes_password=False
    ),
}


@dataclass(frozen=True)
class Choice:
    """How somebody wants a PDF. An empty password protects nothing; a draft says on every page that it is one."""

    preset: Preset = Preset.STANDARD
    opens: bool = True
    password: str = field(default="", repr=False)
    draft: bool = False
