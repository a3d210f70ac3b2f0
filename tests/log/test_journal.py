"""The log tells what happened and where, and nothing that anybody wrote."""

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import cli
from app.log import journal
from app.log.rotating import RotatingFile
from app.log.stacks import kind, place, redacted

ROOT = Path(__file__).resolve().parents[2]
CLIENT = "Ромашка-QZJ"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that is logged into."""
    journal.forget()
    journal.begin(tmp_path / "log")
    yield tmp_path / "log"
    journal.end()
    journal.forget()


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / journal.NAME).read_text("utf-8").splitlines()]


def failed(message: str) -> BaseException:
    try:
        Path(f"/nowhere/{message}").read_bytes()
    except OSError as wrong:
        try:
            raise KeyError(message) from wrong
        except KeyError as second:
            return second
    raise AssertionError


def test_an_event_is_told_with_its_facts(folder: Path) -> None:
    journal.note("command", command="export", exit=0, ms=120, code="picture-empty")
    (told,) = lines(folder)
    assert [told[name] for name in ("event", "command", "exit", "ms", "code")] == ["command", "export", 0, 120, "picture-empty"]
    assert str(told["at"]).endswith("+00:00")


@pytest.mark.parametrize(
    "facts",
    [
        {"command": CLIENT},
        {"code": "romashka"},
        {"code": CLIENT},
        {"version": CLIENT},
        {"system": CLIENT},
        {"title": CLIENT},
        {"count": "908177736"},
        {"count": 10**12},
        {"ms": 1234.5},
        {"exit": True},
        {"facts": {"code": CLIENT}},
    ],
)
def test_what_is_not_on_the_white_list_is_left_out(folder: Path, facts: dict[str, object]) -> None:
    journal.note("saved", **facts)
    (told,) = lines(folder)
    assert set(told) == {"at", "process", "level", "event"}


def test_an_event_that_nobody_knows_is_none(folder: Path) -> None:
    journal.note(CLIENT)
    assert not (folder / journal.NAME).exists()


def test_an_exception_is_told_by_its_type_and_lines_without_its_message(folder: Path) -> None:
    journal.note("failure", failed(CLIENT))
    (told,) = lines(folder)
    stack = told["wrong"]
    assert isinstance(stack, list)
    assert stack[0] == "FileNotFoundError ENOENT"
    assert any(line.strip().startswith("python/pathlib.py:") for line in stack)
    assert "KeyError" in stack
    assert CLIENT not in (folder / journal.NAME).read_text("utf-8")


def test_what_other_modules_log_is_told_without_their_words(folder: Path) -> None:
    logging.getLogger(f"made.of.{CLIENT}").error("cannot open %s", CLIENT, extra={"client": CLIENT})
    logging.getLogger("app.cli").error(CLIENT, exc_info=failed(CLIENT))
    strange, ours = lines(folder)
    assert strange["from"] == "…"
    assert ours["from"] == "app.cli"
    assert "KeyError" in ours["wrong"]  # type: ignore[operator]
    assert CLIENT not in (folder / journal.NAME).read_text("utf-8")


def test_a_very_long_or_circling_chain_of_exceptions_is_told_shortly() -> None:
    def deep(left: int) -> None:
        if not left:
            raise ValueError(CLIENT)
        deep(left - 1)

    with pytest.raises(ValueError, match="QZJ") as caught:
        deep(300)
    caught.value.__cause__ = KeyError(CLIENT)
    caught.value.__cause__.__cause__ = caught.value
    told = redacted(caught.value)
    assert len(told) < 60
    assert any("more)" in line for line in told)


def test_files_are_told_from_their_root() -> None:
    assert place(str(ROOT / "app" / "cli.py")) == "app/cli.py"
    assert place(str(ROOT / "proposals" / CLIENT / "a.py")) == "…"
    assert place(f"/home/{CLIENT}/a.py") == "…"
    assert place(json.__file__) == "python/json/__init__.py"
    assert place(f"/home/{CLIENT}/.venv/lib/site-packages/PIL/Image.py") == "PIL/Image.py"
    assert kind(ValueError(CLIENT)) == "ValueError"


def test_a_log_never_grows_beyond_its_size(tmp_path: Path) -> None:
    file = RotatingFile(tmp_path / "a.log", largest=1000, kept=3)
    for number in range(200):
        assert file.write(f"{number} " + "x" * 90)
    files = sorted(path for path in tmp_path.iterdir() if path.suffix != ".lock")
    assert [path.name for path in files] == ["a.log", "a.log.1", "a.log.2"]
    assert all(path.stat().st_size <= 1000 for path in files)
    assert "199 " in files[0].read_text("utf-8")


def test_several_processes_write_one_log_and_no_line_is_torn(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from app.log.rotating import RotatingFile\n"
        "file = RotatingFile(Path(sys.argv[1]), largest=20_000, kept=40)\n"
        "[file.write(f'{sys.argv[2]}-{n}-' + 'x' * 60 + '-end') for n in range(300)]"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "a.log"), str(number)], cwd=ROOT) for number in range(3)
    ]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    found = [line for path in tmp_path.glob("a.log*") for line in path.read_text("utf-8").splitlines()]
    assert len(found) == len(set(found)) == 900
    assert all(line.endswith("-end") for line in found)


def test_a_log_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    journal.begin(tmp_path / "log")
    try:
        journal.note("saved")
        assert journal.recent()[-1]
    finally:
        journal.end()


@pytest.mark.parametrize("command", [*cli.COMMANDS, "window"])
def test_every_command_can_be_told(command: str, folder: Path) -> None:
    journal.note("command", command=command)
    assert lines(folder)[0]["command"] == command
