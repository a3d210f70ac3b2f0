"""Layout alone, in this process: what an edited line item costs before anything is painted."""

import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.editing import item_edit
from tests.bench.exporting import opened, pipeline


@dataclass(frozen=True, slots=True)
class Laying:
    """Seconds of the processor: of the first layout, and of each after an edit; and how many pages an edit made anew."""

    cold: float
    edits: list[float]
    anew: list[int]


def laying(source: Path, times: int) -> Laying:
    """Lay out once, then time further layouts, each after another edit."""
    proposal, folder = opened(source)
    chain = pipeline()
    started = time.process_time()
    pages = chain.lay_out(proposal, folder).document.pages
    cold = time.process_time() - started
    edits, anew = [], []
    for count in range(1, times + 1):
        edited = item_edit(proposal, count).proposal
        started = time.process_time()
        laid = chain.lay_out(edited, folder).document.pages
        edits.append(time.process_time() - started)
        known = set(map(id, pages))
        anew.append(sum(id(page) not in known for page in laid))
        pages = laid
    return Laying(cold, edits, anew)
