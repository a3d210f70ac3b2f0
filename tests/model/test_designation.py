"""What a proposal is called by."""

import datetime
from dataclasses import replace

from app.i18n import Words
from app.model.designation import designation, reference
from app.model.proposal import Proposal

FIRST = Proposal(number="КП-2026-0042", date=datetime.date(2026, 11, 21))
SECOND = replace(FIRST, revision=2)


def test_the_first_revision_is_called_by_its_number_alone() -> None:
    assert designation(Words("ru"), FIRST) == "№ КП-2026-0042"
    assert reference(Words("en"), FIRST) == "КП-2026-0042"


def test_from_the_second_on_the_revision_is_told() -> None:
    assert designation(Words("ru"), SECOND) == "№ КП-2026-0042, редакция 2"
    assert designation(Words("en"), SECOND) == "No. КП-2026-0042, revision 2"
    assert reference(Words("ru"), SECOND) == "КП-2026-0042, редакция 2"


def test_without_a_number_there_is_nothing_to_call_it_by() -> None:
    assert designation(Words("ru"), replace(SECOND, number="")) == reference(Words("ru"), replace(SECOND, number="")) == ""
