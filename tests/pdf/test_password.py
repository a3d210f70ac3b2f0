"""A document with a password opens with it alone, whatever letters it has."""

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pdf.document import Options
from app.pdf.password import prepared
from app.problems import Problem
from tests.pdf.looking import document, paragraph, written

SECRET = "Ёлка и №5"


@pytest.fixture(scope="module")
def closed(book):
    return written(document(*paragraph(book, "Смета № 5")), book, password=SECRET)


def test_it_opens_with_its_password_and_not_without(closed, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(closed.pdf)
    for wrong in ("", "ёлка и №5"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.Pdf.open(path, password=wrong)
    with pikepdf.Pdf.open(path, password=SECRET) as opened:
        assert opened.check_pdf_syntax() == []
        assert (opened.encryption.R, opened.encryption.bits) == (6, 256)
        assert opened.encryption.stream_method == pikepdf.models.EncryptionMethod.aesv3
        assert opened.allow.print_highres
    with pypdfium2.PdfDocument(closed.pdf, password=SECRET) as opened:
        assert opened[0].get_textpage().get_text_bounded() == "Смета № 5"


def test_nothing_can_be_read_in_it(closed):
    for hidden in ("Студия", "Предложение", SECRET):
        for encoding in ("utf-8", "utf-16-be"):
            assert hidden.encode(encoding) not in closed.pdf
    assert b"Inter-Regular" not in closed.pdf


def test_it_is_not_shown_by_what_carries_it():
    assert SECRET not in repr(Options(password=SECRET))


@pytest.mark.parametrize(
    ("typed", "means"), [("ключ", "ключ"), ("й", "й"), ("a\u00a0b", "a b"), ("ﬁn", "fin"), ("a\u00adb", "ab"), ("ı", "ı")]
)
def test_one_password_has_one_form(typed, means):
    assert prepared(typed) == means


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "password-empty"),
        ("\u00ad", "password-empty"),
        ("a\x00b", "password-unprintable"),
        ("\ud800", "password-unprintable"),
        ("я" * 64, "password-too-long"),
    ],
)
def test_what_cannot_be_a_password_is_told_without_repeating_it(typed, code):
    found = prepared(typed)
    assert isinstance(found, Problem)
    assert found.code == code
    assert all(value != typed for _, value in found.facts)


@given(st.text(max_size=80))
def test_any_text_has_one_form_or_is_refused(typed):
    found = prepared(typed)
    assert isinstance(found, Problem) or prepared(found) == found
