"""What a brandbook's text styles do to a text."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.model.sections import Story
from app.pipeline import Pipeline
from tests import brandbooks, samples
from tests.layout.checks import lines

TYPED = 'Он сказал "да" - и ушел в 1990-е...'


@pytest.mark.parametrize(("wanted", "shown"), [(True, "Он сказал «да» — и ушел в 1990-е…"), (False, TYPED)])
def test_a_brandbook_says_for_every_style_whether_its_texts_are_typographed(wanted: bool, shown: str, tmp_path: Path) -> None:
    books = brandbooks.changed(tmp_path, "kurs", {"styles.lead": {"typograph": wanted}})
    proposal = replace(samples.proposal("ru", "kurs"), sections=(Story(id="s", title="Да", lead=TYPED),))
    document = Pipeline(brandbooks=(books,)).lay_out(proposal, tmp_path).document
    text = " ".join(item.line.text for page in document.pages for item in lines(page) if item.origin == "sections/s/lead")
    assert text.replace("\N{NO-BREAK SPACE}", " ").replace("  ", " ") == shown
