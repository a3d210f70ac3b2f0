"""The window is opened where it can be, and it is said where it cannot."""

from pathlib import Path

import pytest

from app.cli import main
from app.pipeline import Pipeline
from app.store.workspace import Workspace

Opened = list[tuple[Path, str, str]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What the window was opened on; there is a screen."""
    monkeypatch.setenv("DISPLAY", ":0")
    return []


def test_without_a_command_the_window_opens_on_the_proposal_that_is_named(opened: Opened, tmp_path: Path) -> None:
    def window(workspace: Workspace, pipeline: Pipeline, reference: str, language: str) -> int:
        assert "kurs" in pipeline.brandbooks()
        opened.append((workspace.path, reference, language))
        return 7

    assert main(["--workspace", str(tmp_path), "КП-2026-0042", "--lang", "ru"], window) == 7
    assert main(["--workspace", str(tmp_path)], window) == 7
    assert opened == [(tmp_path, "КП-2026-0042", "ru"), (tmp_path, "", "en")]


def test_demo_opens_the_window_on_the_demonstration(opened: Opened, tmp_path: Path) -> None:
    def window(workspace: Workspace, pipeline: Pipeline, reference: str, language: str) -> int:
        opened.append((workspace.path, reference, language))
        return 0

    assert main(["demo", "--workspace", str(tmp_path / "w"), "--out", str(tmp_path), "--lang", "ru"], window) == 0
    ((_, reference, _),) = opened
    assert '"demo-ru"' in (Path(reference) / "proposal.json").read_text("utf-8")


def test_a_system_that_lacks_the_windows_libraries_is_told(
    opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def window(workspace: Workspace, pipeline: Pipeline, reference: str, language: str) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    assert main(["--workspace", str(tmp_path)], window) == 1
    assert "libEGL.so.1" in capsys.readouterr().err
