"""Figures change with every digit that is typed; they are set on a way of their own, and stand as on the long one."""

import random

import pytest

import app.text.oneline
import app.text.paragraph
from app.layout.setter import Setter
from app.pipeline import Pipeline
from app.text.paragraph import compose, line
from app.text.style import Span

PIPELINE = Pipeline()
FORMS = (
    "{}",
    "{}\u00a0₽",
    "−{},50\u00a0€",
    "{}\u00a0ч",
    "1-{}",
    "в том числе НДС 20 % · {}\u00a0ч работы",
    "Правка {}: «Логотип»",
)


@pytest.mark.parametrize("name", ["kurs", "salon", "ekran"])
def test_every_style_of_a_brandbook_sets_figures_as_by_line_breaking(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    brand = PIPELINE.brand(name).brand
    assert brand is not None
    setter = Setter(brand, PIPELINE._book(brand), "ru")
    dice = random.Random(7)
    texts = [form.format(f"{dice.randrange(10**9):,}".replace(",", "\u00a0")) for form in FORMS for _ in range(3)]

    def made() -> list[str]:
        setter.book.paragraphs = type(setter.book.paragraphs)(1)
        found = []
        for style in brand.styles:
            spans = [(Span(text, setter.char(style)),) for text in texts]
            found += [repr(line(one, setter.book, "ru")) for one in spans]
            found += [
                repr(compose(one, width, setter.paragraph(style), setter.book)) for one in spans for width in (2000.0, 150.0)
            ]
        return found

    short = made()
    for module in (app.text.oneline, app.text.paragraph):
        monkeypatch.setattr(module, "straight", lambda *_: None)
    assert short == made()
