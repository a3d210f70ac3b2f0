import datetime
from decimal import Decimal

import pytest

from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.proposal import Proposal


@pytest.fixture
def plain() -> Proposal:
    """A proposal with one section of one line that costs 1000."""
    item = LineItem(id="i1", title="Design", quantity=Decimal(10), rate=Decimal(100))
    return Proposal(
        date=datetime.date(2026, 10, 14), estimate=Estimate(sections=(EstimateSection(id="s1", title="One", items=(item,)),))
    )
