"""What is told about an export."""

from app.commands.building import judged, together
from app.problems import error, problem


def test_a_missing_picture_is_told_once_with_its_place_in_the_source() -> None:
    read = problem("picture-missing", "sections[6].items[0].pictures[0].file", file="pictures/a.jpg")
    painted = problem("picture-missing", "sections/works/items/one/pictures/0", file="a.jpg")
    other = problem("picture-missing", "sections/works/items/two/pictures/0", file="b.jpg")
    assert together([read], [painted, other]) == (read, other)


def test_problems_without_a_file_are_all_told() -> None:
    one, two = (
        problem("text-missing-glyphs", "title", characters="漢"),
        problem("text-missing-glyphs", "subtitle", characters="字"),
    )
    assert together([one], [two]) == (one, two)


def test_a_price_that_is_missing_in_a_spreadsheet_is_told_at_its_cell_and_stops() -> None:
    cell = problem("estimate-no-price", "estimate.csv › B3")
    item = error("item-without-price", "estimate/sections/s1/items/i2/rate", item="Design")
    stale = error("rates-stale", "estimate/rate_card")
    assert judged([cell], [item, stale]) == ((error("estimate-no-price", "estimate.csv › B3"),), (stale,))


def test_a_price_that_the_proposal_has_supplied_is_no_error() -> None:
    """A row without a price is priced by its role: the source gives that rate."""
    cell = problem("estimate-no-price", "estimate.csv › B3")
    assert judged([cell], []) == ((cell,), ())


def test_vat_of_which_nothing_is_said_is_asked_about_once() -> None:
    draft, reason = problem("draft-vat-unsaid", "estimate/vat"), problem("vat-exempt-unexplained", "estimate/vat")
    assert judged([draft], [reason]) == ((draft,), ())
    assert judged([], [reason]) == ((), (reason,))
