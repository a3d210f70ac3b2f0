"""Text that may stand in a PDF's titles, labels and descriptions, and in XML."""

_UNSOUND = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF))


def sound(text: str) -> str:
    """Leave out control characters and halves of surrogate pairs, which neither XML (section 2.2) nor UTF-16 can hold."""
    return text.translate(_UNSOUND)
