"""The mark of a draft."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.layout.page import BoxItem, TextItem
from app.pipeline import Pipeline
from tests import samples


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("draft")
    samples.pictures(made)
    return made


@pytest.mark.parametrize("brand", Pipeline().brandbooks())
@pytest.mark.parametrize(("language", "word"), [("ru", "ЧЕРНОВИК"), ("en", "DRAFT")])
def test_every_page_has_its_tag_in_the_margin_and_is_otherwise_the_same(
    brand: str, language: str, word: str, folder: Path
) -> None:
    """The tag stands on whatever the page shows, within the sheet and right of the type area."""
    pipeline = Pipeline()
    proposal = replace(samples.proposal(language, brand), brandbook=brand)
    final = pipeline.lay_out(proposal, folder)
    composer = pipeline._composer(final.brand, language)
    draft = composer.drafted(final.document)
    assert draft.info.title == f"{word} · {proposal.title}"
    assert len(draft.pages) == len(final.document.pages)
    edge = composer.brand.page.width - composer.brand.page.right
    for page, plain in zip(draft.pages, final.document.pages, strict=True):
        assert page.items[:-2] == plain.items
        assert replace(page, items=plain.items) == plain
        box, text = page.items[-2:]
        assert isinstance(box, BoxItem)
        assert isinstance(text, TextItem)
        assert text.line.text == word
        assert edge <= box.x < box.x + box.width <= page.width
        assert box.x < text.x < box.x + box.width
        assert box.y < text.y - text.line.width < text.y < box.y + box.height < page.height
    assert pipeline.lay_out(proposal, folder).document == final.document
