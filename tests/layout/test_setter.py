"""Text in the styles of a brand."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.layout.page import Item, TextItem
from app.layout.setter import Setter
from app.model.notation import parse
from app.pipeline import Pipeline

PIPELINE = Pipeline()
WORDS = st.lists(st.text("абвгдежзиклмнопрстуф,-.щю", min_size=1, max_size=14), min_size=1, max_size=40).map(" ".join)


def setter(brand: str) -> Setter:
    """Return the setter of a brand."""
    loaded = PIPELINE.brand(brand).brand
    assert loaded is not None
    return Setter(loaded, PIPELINE._book(loaded), "ru")


@pytest.mark.parametrize("brand", PIPELINE.brandbooks())
@settings(max_examples=25, deadline=None)
@given(texts=st.lists(WORDS, min_size=1, max_size=4), width=st.floats(60, 500), style=st.sampled_from(["letter", "terms"]))
def test_no_text_is_less_high_than_what_it_takes_at_least(brand: str, texts: list[str], width: float, style: str) -> None:
    found = setter(brand)
    text = parse("\n\n".join(["# Условия", *texts, "- пункт"]))
    height = sum(block.height for block in found.rich(style, text, width))
    assert 0 < found.least(style, text, width) <= height + 1e-6


@pytest.mark.parametrize("brand", PIPELINE.brandbooks())
@pytest.mark.parametrize("style", ["body", "letter", "terms", "note"])
def test_all_paragraphs_of_a_text_stand_equally_far_apart(brand: str, style: str) -> None:
    """Whatever the number of their lines, and however loosely the brand sets its lines."""
    found = setter(brand)
    paragraphs = ["слово и дело " * words for words in (3, 14, 25, 36, 47)]
    blocks = found.rich(style, parse("\n\n".join(paragraphs)), 260)
    top, baselines = 0.0, []
    for block in blocks:
        drawn: list[Item] = []
        block.draw(drawn, 0.0, top + block.before)
        top += block.before + block.height
        ys = [item.y for item in drawn if isinstance(item, TextItem)]
        baselines.append((ys[0], ys[-1]))
    gaps = {round(after[0] - before[1], 3) for before, after in pairwise(baselines)}
    assert len(gaps) == 1
