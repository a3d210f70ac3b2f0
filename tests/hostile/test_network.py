"""No part of Blesna reaches for a network: neither on purpose nor through a library, in no process that it starts."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NETWORK = frozenset(
    {
        "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket",
        "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc", "PySide6.QtWebEngineCore",
        "PySide6.QtWebSockets",
    }
)  # fmt: skip
ALLOWED = {"smtplib": "app/delivery/", "ssl": "app/delivery/"}
LOCAL_SOCKETS = {"QLocalServer", "QLocalSocket"}
"""Of Qt's network module: what two windows of one machine talk through."""

SOCKETLESS = """
import os, socket, sys
class Forbidden(RuntimeError): pass
def forbid(event, arguments):
    family = arguments[1] if event == "socket.__new__" else None
    asks = event == "urllib.Request" or event in {f"socket.{name}" for name in ("connect", "getaddrinfo", "bind")}
    if asks or (family is not None and family in (socket.AF_INET, socket.AF_INET6)):
        with open(os.environ["BLESNA_TRIED"], "a") as told:
            told.write(event + " " + repr(arguments)[:200] + chr(10))
        raise Forbidden(event)
sys.addaudithook(forbid)
"""
FLOWS: dict[str, tuple[str, ...]] = {
    "demo": ("demo", "--no-window", "--out", "{tmp}", "--workspace", "{tmp}/work"),
    "kurs": ("export", "{demo}/en", "-o", "{tmp}/kurs.pdf", "--brand", "kurs"),
    "salon": ("export", "{demo}/ru", "-o", "{tmp}/salon.pdf", "--brand", "salon"),
    "ekran": ("export", "{demo}/en", "-o", "{tmp}/ekran.pdf", "--brand", "ekran", "--preset", "archive"),
    "estimate": ("estimate", "{demo}/ru/estimate.xlsx"),
    "table": ("table", "{demo}/en", "{tmp}/a.xlsx"),
    "import": ("import", "{demo}/en", "--workspace", "{tmp}/work"),
    "list": ("list", "--workspace", "{tmp}/work"),
    "brief": ("brief", "{tmp}/letter.txt", "--workspace", "{tmp}/work"),
}
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from app.pipeline import Pipeline
from app.store.workspace import Workspace
from widgets.application import build
house = build(app, Workspace.open(Path(sys.argv[1])).workspace, Pipeline(), "en")
house.window.show()
app.processEvents()
house.jobs.stop()
import os
os._exit(0)  # what it has learned is on the disk; taking a window apart is tested elsewhere
"""


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    """The environment of a process in which every socket fails and is noted."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(SOCKETLESS)
    (tmp_path / "letter.txt").write_text("Name: Anna\nCompany: Harbor\nBudget: 5000 EUR\nTask: a site https://example.org\n")
    return {**os.environ, "PYTHONPATH": str(tmp_path / "guard"), "BLESNA_TRIED": str(tmp_path / "tried.txt")}


def test_the_watch_notices(watched: dict[str, str], tmp_path: Path) -> None:
    for code in ("import urllib.request as u; u.urlopen('http://example.org')", "import socket; socket.socket(socket.AF_INET)"):
        assert subprocess.run([sys.executable, "-c", code], env=watched, capture_output=True, check=False).returncode == 1
    assert (tmp_path / "tried.txt").read_text("utf-8").strip()


@pytest.mark.parametrize("flow", FLOWS)
def test_no_command_tries(flow: str, watched: dict[str, str], tmp_path: Path) -> None:
    places = {"{tmp}": str(tmp_path), "{demo}": str(ROOT / "assets" / "demo")}
    arguments = list(FLOWS[flow])
    for name, place in places.items():
        arguments = [argument.replace(name, place) for argument in arguments]
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    done = subprocess.run(command, env=watched, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "tried.txt").exists()


def test_the_window_does_not_try(watched: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{WINDOW}", str(tmp_path / "work")]
    done = subprocess.run(command, env=watched, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "tried.txt").exists()


def imported(path: Path) -> set[str]:
    """Return the modules that a file names in its imports, and those of Qt's network module with what is taken of it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_no_file_imports_what_speaks_with_a_network() -> None:
    wrong = []
    for path in [*ROOT.glob("app/**/*.py"), *ROOT.glob("widgets/**/*.py"), ROOT / "main.py"]:
        named = path.relative_to(ROOT).as_posix()
        for module in imported(path):
            network = next((one for one in NETWORK if module == one or module.startswith(f"{one}.")), "")
            if network and not named.startswith(ALLOWED.get(network, " ")):
                wrong.append(f"{named} imports {module}")
            if module.startswith("PySide6.QtNetwork.") and module.rpartition(".")[2] not in LOCAL_SOCKETS:
                wrong.append(f"{named} imports {module}")
    assert not wrong, "\n".join(wrong)
