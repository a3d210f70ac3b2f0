"""Places of the estimate that the client would find empty."""

from collections.abc import Iterator

from app.model.estimate import Detail
from app.model.sections import EstimatePages
from app.preflight.case import Case, place
from app.preflight.facts import named
from app.problems import Problem, problem


def gaps(case: Case) -> Iterator[Problem]:
    """Tell an estimate that comes to nothing, sections without work, and work without a name, as far as pages show them."""
    details = {one.detail for one in case.proposal.sections if isinstance(one, EstimatePages) and not one.hidden}
    if not details:
        return
    # Work whose price is not known is told by itself.
    unknown = any(one.counted and not one.priced for _, _, one in case.items())
    if not unknown and not any(period.subtotal for period in case.totals.periods):
        yield problem("estimate-nothing", "estimate")
    if details == {Detail.TOTALS}:
        return
    parents = {sums.parent for section, sums in case.sections() if section.items}
    for section, _ in case.sections():
        if not section.items and section.id not in parents:
            yield problem("section-empty", place(section), section=named(section.title, section.id))
    if Detail.DETAILED in details:
        for where, item, _ in case.items():
            if not item.title.strip():
                yield problem("item-untitled", f"{where}/title")
