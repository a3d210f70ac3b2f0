"""A story from the first start to the next one after a kill, with real processes."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HANDS = {"ru": "mouse", "en": "keys"}
"""Which hand plays the story of which language, where nobody asks for another one."""
TYPED = 30
"""So many letters are typed after the export before the window is killed."""
SAVED = 2.5
"""Seconds in which what was typed is on the disk at the latest."""


@dataclass
class Told:
    """What a story has told: its steps, what it warned of, and what was there after the kill."""

    hand: str
    steps: list[dict[str, Any]] = field(default_factory=list)
    warnings: str = ""
    says: str = ""
    after: dict[str, Any] = field(default_factory=dict)

    @property
    def keys(self) -> int:
        """How many keys were pressed that are no text."""
        return sum(step["keys"] for step in self.steps)


def play(folder: Path, language: str, hand: str) -> Told:
    """Play the story in a folder of its own, kill the window while somebody types, start it again. Raises AssertionError."""
    folder.mkdir(parents=True, exist_ok=True)
    told = Told(hand)
    child = _begin(hand, folder, language)
    typing = 0.0
    assert child.stdout is not None
    for line in child.stdout:
        facts = json.loads(line)
        if "step" in facts:
            told.steps.append(facts)
        if facts.get("typed") == TYPED:
            typing = time.monotonic()
        if typing and time.monotonic() - typing > SAVED:
            os.kill(child.pid, signal.SIGKILL)
            break
    told.warnings += _errors(child)
    assert typing, told.warnings
    again = _begin("again", folder, language)
    assert again.stdout is not None
    for line in again.stdout:
        facts = json.loads(line)
        told.says = facts.get("says", told.says)
        if "title" in facts:
            told.after = facts
    told.warnings += _errors(again)
    assert again.returncode == 0, told.warnings
    return told


def _begin(part: str, folder: Path, language: str) -> "subprocess.Popen[str]":
    errors = (folder / f"{language}-{part}.err").open("w", encoding="utf-8")
    arguments = [sys.executable, "-m", "tests.story.acting", part, str(folder), language]
    with errors:
        return subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8")


def _errors(child: "subprocess.Popen[str]") -> str:
    """Return what a window said on its error output, but for what the platform without a screen always says."""
    child.wait()
    file = Path(str(child.args[4])) / f"{child.args[5]}-{child.args[3]}.err"  # type: ignore[index]
    lines = file.read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if "This plugin does not support" not in line)
