"""What style sheets in pasted HTML tell of cells: Excel writes bold type and indents as classes."""

import re
from dataclasses import dataclass

BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_INDENT = re.compile(r"mso-char-indent-count\s*:\s*(\d{1,2})", re.IGNORECASE)
_RULE = re.compile(r"\.([\w-]{1,40})\s*\{([^{}]{0,4000})\}")
_LONGEST = 500_000
_MOST_INDENT = 9


@dataclass(frozen=True, slots=True)
class CellStyle:
    """Bold type, and how many steps the text is set in."""

    bold: bool = False
    indent: int = 0


PLAIN = CellStyle()


def style_of(declarations: str) -> CellStyle:
    """Return what declarations (`font-weight:700; …`) say."""
    steps = _INDENT.search(declarations)
    return CellStyle(BOLD.search(declarations) is not None, min(int(steps[1]), _MOST_INDENT) if steps else 0)


def class_styles(sheet: str) -> dict[str, CellStyle]:
    """Return the styles of classes that tell something."""
    found = {name: style_of(rule) for name, rule in _RULE.findall(sheet[:_LONGEST])}
    return {name: style for name, style in found.items() if style != PLAIN}
