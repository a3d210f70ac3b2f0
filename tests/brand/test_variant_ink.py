"""A variant that a brandbook was not drawn for still says what the work costs in a colour that is seen on its ground."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.brand.making import BrandWish, make_brandbook
from app.layout.page import TextItem
from app.model.estimate import Detail
from app.model.sections import EstimatePages
from app.pipeline import BRANDBOOKS, Pipeline
from app.sources import open_proposal
from app.sources.samples import DEMO


@pytest.mark.parametrize(("variant", "color"), [("flood", "#FFFFFF"), ("plate", "#111111"), ("split", "#111111")])
def test_the_sum_of_a_loud_brandbook_is_seen_on_paper_too(tmp_path: Path, variant: str, color: str) -> None:
    assert make_brandbook(tmp_path, BrandWish("Osen", "#E4003A")).folder is not None
    opened = open_proposal(str(DEMO / "en"), None)
    assert opened.proposal is not None
    pages = next(one for one in opened.proposal.sections if isinstance(one, EstimatePages))
    sums = replace(opened.proposal, brandbook="osen", sections=(replace(pages, detail=Detail.TOTALS, summary=False),))
    pipeline = Pipeline((tmp_path, BRANDBOOKS)).varied("total", variant)
    laid = pipeline.lay_out(sums, opened.folder)
    lines = [item.line for item in laid.document.pages[0].items if isinstance(item, TextItem)]
    largest = max((run for line in lines for run in line.runs), key=lambda run: run.size)
    assert largest.color.upper() == color
