"""What the window draws of strangers' files: pictures, and nothing that only calls itself one."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from widgets.media import read_picture


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.svg", "a"])
def test_a_drawing_with_the_name_of_a_picture_is_not_drawn(qapp: QApplication, tmp_path: Path, name: str) -> None:
    """Qt would draw an SVG of any name, and open the local files that it names."""
    Image.new("RGB", (9, 9), "red").save(tmp_path / "secret.png")
    (tmp_path / name).write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="9" height="9">'
        '<image x:href="secret.png" width="9" height="9"/></svg>'
    )
    assert read_picture(tmp_path, name, 9) is None
    assert read_picture(tmp_path, "secret.png", 9) is not None
