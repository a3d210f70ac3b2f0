"""Facts about unchanged parts are found once, and never taken from another part."""

from app.totals import known
from app.totals.known import Known


def test_a_part_is_looked_at_once_however_often_it_is_asked_for() -> None:
    seen: list[tuple[int, ...]] = []

    def largest(part: tuple[int, ...]) -> int:
        seen.append(part)
        return max(part)

    fact = Known(largest)
    first, second = (1, 2, 3), (4, 5)
    assert [fact(first), fact(second), fact(first), fact(second)] == [3, 5, 3, 5]
    assert seen == [first, second]


def test_parts_that_came_and_went_leave_no_wrong_facts_behind() -> None:
    """Another part may take the place of one in memory."""
    fact = Known[list[int], int](sum)
    for number in range(3 * known.MOST):
        assert fact([number, 1]) == number + 1
