"""What preflight looks at."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.brand.tokens import Rules
from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.proposal import Proposal
from app.totals import ItemTotal, SectionTotal, Totals


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal with its sums, the house's rules, the day on which it shall leave, and the folder of its pictures."""

    proposal: Proposal
    totals: Totals
    rules: Rules
    today: datetime.date
    folder: Path | None

    @property
    def estimate(self) -> Estimate:
        """Return the estimate."""
        return self.proposal.estimate

    def sections(self) -> Iterator[tuple[EstimateSection, SectionTotal]]:
        """Yield the sections of the estimate with their sums."""
        yield from zip(self.estimate.sections, self.totals.sections, strict=True)

    def items(self) -> Iterator[tuple[str, LineItem, ItemTotal]]:
        """Yield every line item with its path and its sums."""
        for section, sums in self.sections():
            for item, one in zip(section.items, sums.items, strict=True):
                yield f"{place(section)}/items/{item.id}", item, one


def place(section: EstimateSection) -> str:
    """Return the path of a section of the estimate."""
    return f"estimate/sections/{section.id}"
