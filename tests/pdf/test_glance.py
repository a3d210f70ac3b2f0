"""What a picture takes is told by its own size, not by how its decoder failed."""

from pathlib import Path

import pytest
from PIL import Image

from app.pdf import glance

LITTLE = 4_000_000


@pytest.mark.parametrize(
    "more", [{"lossless": True}, {"quality": 60}, {"quality": 60, "exif": b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0"}]
)
def test_the_size_of_a_webp_is_read_without_decoding_it(tmp_path: Path, more: dict[str, object]) -> None:
    Image.new("RGB", (1234, 777), "red").save(tmp_path / "a.webp", **more)
    assert glance._size_of_webp(tmp_path / "a.webp") == (1234, 777)
    (tmp_path / "b.webp").write_bytes(b"RIFF")
    assert glance._size_of_webp(tmp_path / "b.webp") == (0, 0)


@pytest.mark.parametrize(
    ("name", "more", "code"),
    [
        ("a.webp", {}, "picture-too-large"),
        ("a.png", {}, "picture-too-large"),
        ("a.jpg", {"quality": 95}, "picture-damaged"),  # decoded small, however large it is
    ],
)
def test_a_broken_picture_that_would_not_fit_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, more: dict[str, object], code: str
) -> None:
    Image.effect_noise((900, 900), 90).convert("RGB").save(tmp_path / name, **more)
    data = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(data[: len(data) // 3])
    monkeypatch.setattr(glance, "room_left", lambda: LITTLE)
    found = glance.glance(str(tmp_path / name))
    assert found is not None and found[0] == code
    monkeypatch.setattr(glance, "room_left", lambda: LITTLE * 100)
    found = glance.glance(str(tmp_path / name))
    assert found is not None and found[0] == "picture-damaged"
