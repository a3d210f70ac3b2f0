"""What the command line says, to whom, and in which language."""

import io
import sys

import pytest

from app.commands.console import Console, safe_streams, shown, users_language
from app.problems import error, problem


def test_data_and_messages_go_apart(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console("en")
    console.data("КП-1")
    code = console.finish([problem("a-b", "x"), problem("a-b", "x"), error("c-d")])
    out, err = capsys.readouterr()
    assert (code, out, err) == (1, "КП-1\n", "warning: x: a-b\nerror: c-d\n")


def test_warnings_do_not_stop(capsys: pytest.CaptureFixture[str]) -> None:
    assert Console("ru").finish([problem("a-b")]) == 0
    assert capsys.readouterr().err == "внимание: a-b\n"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE", "LC_ALL": "ru_RU"}, "ru"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "ru_RU", "LANGUAGE": "en"}, "en"),
    ],
)
def test_the_users_language_is_that_of_the_system(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert users_language() == language


def test_a_hostile_text_cannot_steer_the_terminal() -> None:
    assert shown("a\x1b[2J\x07\x9bb\n\tЖ\udcff") == "a�[2J��b\n\tЖ�"


def test_output_never_fails_on_an_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1251", newline="\n"))
    safe_streams()
    Console("ru").data("1 200 ₽ \udc80")
    sys.stdout.flush()
    assert raw.getvalue().decode("utf-8") == "1 200 ₽ �\n"
