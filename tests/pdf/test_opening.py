"""What was painted is opened from the disk where that is faster, and leaves nothing there."""

import tempfile
from io import BytesIO

import pikepdf
import pytest

from app.pdf.opening import LARGE, opened


@pytest.fixture
def pages():
    pdf, out = pikepdf.Pdf.new(), BytesIO()
    pdf.add_blank_page()
    pdf.Root.Much = pdf.make_stream(bytes(range(256)) * (LARGE // 256 + 1))
    pdf.save(out, compress_streams=False)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(("secret", "files"), [(False, 1), (True, 0)])
def test_a_large_file_takes_its_way_over_the_disk_unless_it_is_secret(pages, folder, secret, files):
    with opened(pages, secret=secret) as pdf:
        assert len(pdf.pages) == 1
        assert len(list(folder.rglob("*.pdf"))) == files
    assert list(folder.iterdir()) == []


def test_a_disk_that_takes_nothing_stops_nothing(pages, folder, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "gone"))
    with opened(pages) as pdf:
        assert len(pdf.pages) == 1


def test_nothing_is_left_when_something_goes_wrong(pages, folder):
    with pytest.raises(ZeroDivisionError), opened(pages):
        raise ZeroDivisionError
    assert list(folder.iterdir()) == []
