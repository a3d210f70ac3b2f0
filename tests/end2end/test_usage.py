"""Wrong usage, help, and bad weather: exit codes, messages, and never a traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.end2end.running import ROOT, blesna, inside

COMMANDS = ["demo", "export", "check", "estimate", "import", "list", "schema"]


def test_help_lists_every_command() -> None:
    done = blesna("--help")
    assert done.code == 0
    assert all(command in done.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    done = inside(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"usage: main.py {command}")


@pytest.mark.parametrize(
    "arguments",
    [
        ("export",),
        ("export", "x"),
        ("estimate",),
        ("import",),
        ("schema", "extra"),
        ("export", "x", "-o", "a.pdf", "--lang", "de"),
        ("--nonsense",),
        ("list", "--work", "x"),
        ("exprot",),
        ("a", "b"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_hint(arguments: tuple[str, ...]) -> None:
    done = inside(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("main.py")


def test_a_misspelt_command_is_guessed() -> None:
    done = blesna("exprot")
    assert done.code == 2
    assert "did you mean export?" in done.err


def test_without_a_screen_there_is_no_window() -> None:
    done = blesna()
    assert (done.code, done.out) == (1, "")
    assert "no screen" in done.err


def test_commands_load_neither_qt_nor_what_they_do_not_need() -> None:
    code = (
        "import sys; sys.argv = ['main.py']; import main; main.main(['schema'], main.open_window);"
        "heavy = {'PySide6', 'babel', 'reportlab', 'openpyxl', 'tinydb'} & set(sys.modules);"
        "print(sorted(heavy), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_export_loads_no_qt_and_no_database(source: Path, tmp_path: Path) -> None:
    code = (
        "import sys, main; code = main.main(sys.argv[1:], main.open_window);"
        "assert code == 0; print([name for name in ('PySide6', 'tinydb', 'openpyxl') if name in sys.modules], file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "export", str(source), "-o", str(tmp_path / "a.pdf")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_a_reader_that_goes_away_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run([sys.executable, "main.py", "schema"], cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writer)
    assert done.stderr == b""


def test_an_error_nobody_foresaw_is_one_line_and_a_report(tmp_path: Path) -> None:
    code = (
        "import sys, main, app.store.schema as s\n"
        "def boom(): raise RuntimeError('secret detail')\n"
        "s.schema = boom\n"
        "sys.exit(main.main(['schema'], main.open_window))"
    )
    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "RuntimeError" in done.stderr
    assert "Traceback" not in done.stderr
    (report,) = tmp_path.rglob("blesna-failure-*.txt")
    assert str(report) in done.stderr
    told = report.read_text("utf-8")
    assert "RuntimeError" in told
    assert "app/commands/schema.py:" in told
    assert "secret detail" not in told
    assert str(Path.home()) not in told


def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    fifo = tmp_path / "started"
    os.mkfifo(fifo)
    code = (
        "import sys, time, main, app.store.schema as s\n"
        "def slow():\n    open(sys.argv[1], 'w').close()\n    time.sleep(60)\n"
        "s.schema = slow\n"
        "sys.exit(main.main(['schema'], main.open_window))"
    )
    running = subprocess.Popen([sys.executable, "-c", code, str(fifo)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with fifo.open():
        time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (130, b"", b"")


def test_output_is_utf8_whatever_the_system_speaks(source: Path) -> None:
    env = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    assert blesna("check", source / "нет", "--lang", "ru", env=env).err.startswith("ошибка")


def test_what_every_command_knows_may_stand_before_it(tmp_path: Path) -> None:
    assert blesna("--workspace", tmp_path / "w", "--lang", "ru", "list").code == 0
    assert (tmp_path / "w" / "proposals").is_dir()
    assert "Всё в порядке" in blesna(f"--workspace={tmp_path / 'w'}", "verify", "--lang", "ru").err


@pytest.mark.parametrize("arguments", [("estimate",), ("brief", "--list"), ("check",), ("verify",), ("restore",)])
def test_a_pipe_is_not_waited_for(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "смета.csv")
    place = () if arguments[0] == "estimate" else ("--workspace", tmp_path / "w")
    done = blesna(*arguments, tmp_path / "смета.csv", *place)
    assert "Traceback" not in done.err and done.err
