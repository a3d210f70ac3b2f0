"""From the second revision on it is told wherever the number is, also on pages that were laid out before."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.layout.page import TextItem
from app.model.proposal import Proposal
from app.model.sections import Acceptance, Contents, Cover, Terms
from app.pipeline import Pipeline
from tests import samples


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def told(pipeline: Pipeline, proposal: Proposal) -> list[str]:
    """Return for every page its texts that hold the word for a revision."""
    pages = pipeline.lay_out(proposal, Path("nowhere")).document.pages
    lines = [" ".join(item.line.text for item in page.items if isinstance(item, TextItem)) for page in pages]
    return ["revision 2" if "revision 2" in line.replace("\u00a0", " ") else "" for line in lines]


@pytest.mark.parametrize("brandbook", ["kurs", "salon", "ekran"])
def test_cover_running_header_contents_and_acceptance_tell_the_revision(pipeline: Pipeline, brandbook: str) -> None:
    sections = (Cover(id="c"), Contents(id="i"), Terms(id="t", title="Terms"), Acceptance(id="a"))
    first = replace(samples.proposal("en"), brandbook=brandbook, sections=sections, number="P-7")
    before = told(pipeline, first)
    assert set(before) == {""}
    after = told(pipeline, replace(first, revision=2))
    on_terms = brandbook != "salon"  # whose running header has no number
    assert [bool(page) for page in after] == [True, True, on_terms, True]
    assert told(pipeline, first) == before


def test_machines_are_told_too(pipeline: Pipeline) -> None:
    second = replace(samples.proposal("en"), number="P-7", revision=2)
    assert "P-7, revision 2" in pipeline.lay_out(second, Path("nowhere")).document.info.keywords
