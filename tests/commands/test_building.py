"""What is told about an export."""

from app.commands.building import together
from app.problems import problem


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
