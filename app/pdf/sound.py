"""Text that may stand in a PDF's titles, labels and descriptions, and in XML."""

import re

UNSOUND = re.compile("[^\t\n\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def sound(text: str) -> str:
    """Leave out control characters and halves of surrogate pairs, which neither XML (section 2.2) nor UTF-16 can hold."""
    return UNSOUND.sub("", text)
