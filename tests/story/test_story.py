"""The story of the window from the first start to the next one after a kill: by the mouse in Russian, by keys in English.

Real processes, the real pipeline, files that the test makes; `python -m tests.story FOLDER` takes pictures of every step.
"""

from pathlib import Path
from typing import Any

import pytest

from app.store.source import read_source
from app.store.workspace import Workspace
from tests.story.materials import WORDS
from tests.story.playing import HANDS, Told, play

MOST_KEYS = 250
"""Strokes that are no text, from the first start to the exported PDF."""


@pytest.fixture(scope="module", params=list(HANDS))
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, str, Path]:
    language: str = request.param
    folder = tmp_path_factory.mktemp(f"story-{language}")
    return play(folder, language, HANDS[language]), language, folder


def test_the_story_reaches_the_pdf_and_nothing_is_said_on_the_way(played: tuple[Told, str, Path]) -> None:
    told, language, folder = played
    assert told.steps[-1]["step"] == "exported"
    assert not told.warnings
    content = (folder / f"{language}-{told.hand}.pdf").read_bytes()
    assert content.startswith(b"%PDF-") and len(content) > 50_000  # six pictures are in it


def test_by_the_keyboard_alone_it_takes_few_keys(played: tuple[Told, str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    told, _, _ = played
    with capsys.disabled():
        for step in told.steps:
            print(f"\n{step['keys']:4} keys, {step['seconds']:5.2f} s: {step['step']}", end="")
    if told.hand == "keys":
        assert 0 < told.keys < MOST_KEYS


def test_everything_of_the_story_is_on_the_disk_after_the_kill(played: tuple[Told, str, Path]) -> None:
    _, language, folder = played
    opened = Workspace.open(folder / f"workspace-{language}")
    assert opened.workspace is not None
    [found] = opened.workspace.proposals()
    proposal = read_source(found.folder).proposal
    assert proposal is not None
    words = WORDS[language]
    assert words.corrected in proposal.title
    assert [part.title for part in proposal.estimate.sections] == [str(row[0]) for row in words.table[1:] if not row[1]]
    assert [person.name for person in proposal.people] == [name for name, _ in words.people]
    assert [len(part.people) for part in proposal.estimate.sections] == [0, 1, 1]
    works: Any = next(section for section in proposal.sections if hasattr(section, "items"))
    assert [work.title for work in works.items] == list(words.pictures)
    assert words.client in proposal.client.name
    assert proposal.brandbook in ("kurs", "salon", "ekran")  # the story ends in another brand than it began
    assert len(list((folder / f"workspace-{language}" / "brandbooks").glob("*/brandbook.toml"))) == 1


def test_the_next_start_tells_what_was_recovered_and_has_what_was_typed_last(played: tuple[Told, str, Path]) -> None:
    told, language, _ = played
    assert told.says
    assert WORDS[language].corrected in told.after["title"]
    assert "the quick brown fox" in told.after["letter"]
