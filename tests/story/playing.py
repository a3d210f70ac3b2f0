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
    with _begin(hand, folder, language) as child:
        _watch(child, told)
    told.warnings += _errors(folder, hand, language)
    assert any(step["step"] == "exported" for step in told.steps), told.warnings
    with _begin("again", folder, language) as again:
        assert again.stdout is not None
        for line in again.stdout:
            facts = json.loads(line)
            told.says = facts.get("says", told.says)
            if "title" in facts:
                told.after = facts
    told.warnings += _errors(folder, "again", language)
    assert told.after, told.warnings
    return told


def _watch(child: "subprocess.Popen[str]", told: Told) -> None:
    """Follow a story; kill its window when somebody has typed for a while."""
    assert child.stdout is not None
    typing = 0.0
    for line in child.stdout:
        facts = json.loads(line)
        if "step" in facts:
            told.steps.append(facts)
        if facts.get("typed") == TYPED:
            typing = time.monotonic()
        if typing and time.monotonic() - typing > SAVED:
            os.kill(child.pid, signal.SIGKILL)
            return


def _begin(part: str, folder: Path, language: str) -> "subprocess.Popen[str]":
    errors = (folder / f"{language}-{part}.err").open("w", encoding="utf-8")
    arguments = [sys.executable, "-m", "tests.story.acting", part, str(folder), language]
    with errors:
        return subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8")


def _errors(folder: Path, part: str, language: str) -> str:
    """Return what a window said on its error output, but for what the platform without a screen always says."""
    lines = (folder / f"{language}-{part}.err").read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if "This plugin does not support" not in line)
