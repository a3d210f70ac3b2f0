"""A draft from a template alone."""

from pathlib import Path

import pytest

from app.sources.from_template import draft_from_template
from app.store.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = Workspace.open(tmp_path).workspace
    assert opened is not None
    return opened


def test_a_template_gives_title_letter_and_usual_hours(workspace: Workspace) -> None:
    found = draft_from_template("site", "ru", workspace)
    assert found.proposal is not None
    assert found.proposal.title
    assert found.proposal.number
    assert found.proposal.estimate.sections
    assert found.proposal.brief.value is None


def test_without_a_template_there_are_the_texts_of_a_draft(workspace: Workspace) -> None:
    found = draft_from_template("", "en", workspace)
    assert found.proposal is not None
    assert found.proposal.sections
    assert not found.proposal.estimate.sections


def test_a_template_that_is_not_there_is_told(workspace: Workspace) -> None:
    found = draft_from_template("zebra", "en", workspace)
    assert found.proposal is None
    assert [one.code for one in found.problems] == ["template-unknown"]
