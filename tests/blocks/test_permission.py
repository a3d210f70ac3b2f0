"""Whether a work may be shown on a day."""

import datetime

import pytest

from app.blocks.permission import permission_problem
from app.model.reference import Permission, Reference
from app.problems import Severity

TODAY = datetime.date(2026, 10, 14)
SOON = TODAY + datetime.timedelta(days=14)


@pytest.mark.parametrize(
    ("permission", "until", "expected"),
    [
        (Permission.NOT_NEEDED, "", None),
        (Permission.NOT_NEEDED, "2020-01-01", None),
        (Permission.GRANTED, "", None),
        (Permission.GRANTED, "2026-10-28", None),
        (Permission.GRANTED, "2026-10-14", ("reference-expires", Severity.WARNING)),
        (Permission.GRANTED, "2026-10-13", ("reference-expired", Severity.ERROR)),
        (Permission.GRANTED, "soon", None),
        (Permission.ASKED, "", ("reference-asked", Severity.WARNING)),
        (Permission.REFUSED, "2030-01-01", ("reference-refused", Severity.ERROR)),
    ],
)
def test_a_work_may_be_shown_or_not(permission: Permission, until: str, expected: tuple[str, Severity] | None) -> None:
    work = Reference(id="r", title="Море", permission=permission, permission_until=until)
    found = permission_problem(work, TODAY, "here", SOON)
    assert (found and (found.code, found.severity)) == expected


def test_the_last_day_counts_and_an_offer_without_an_end_asks_nothing() -> None:
    work = Reference(id="r", title="", permission=Permission.GRANTED, permission_until="2026-10-14")
    assert permission_problem(work, TODAY) is None
    later = permission_problem(work, SOON)
    assert later is not None
    assert later.fact("title") == "r"
