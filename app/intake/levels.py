"""Which titles are of sections within sections: by their numbers, else by how they look."""

from collections.abc import Sequence

from app.intake.rowkinds import MERGED, KnownRow, RowKind
from app.intake.rowwords import is_section_word

_Look = tuple[int, bool, bool, bool]


def section_levels(rows: Sequence[KnownRow]) -> dict[int, int]:
    """Return the level, from 1, of every title by the number of its row.

    Where titles are numbered (1, 1.1) the numbers tell. Else a title right below another one is within it, and others that
    look as it does (set in, bold, merged, by words such as `Этап`) are too.
    """
    titles = [index for index, row in enumerate(rows) if row.kind is RowKind.SECTION]
    numbered = [index for index in titles if rows[index].number]
    if numbered and len(numbered) * 2 >= len(titles):
        least = min(len(rows[index].number) for index in numbered)
        return {rows[index].row.number: max(len(rows[index].number) - least, 0) + 1 for index in titles}
    return _by_looks(rows, titles)


def _by_looks(rows: Sequence[KnownRow], titles: Sequence[int]) -> dict[int, int]:
    chains = _chains(rows, titles)
    outer = {_look(rows[chain[0]]) for chain in chains if len(chain) > 1}
    inner = {_look(rows[index]) for chain in chains for index in chain[1:]}
    least = min((rows[index].indent for index in titles), default=0)
    levels = {}
    for chain in chains:
        for depth, index in enumerate(chain):
            row, look = rows[index], _look(rows[index])
            level = depth + 1
            if (depth == 0 and look in inner - outer) or (depth == 0 and not outer and row.indent > least):
                level = 2
            levels[row.row.number] = level
    first = titles[0] if titles else 0
    if titles and levels[rows[first].row.number] > 1:
        levels[rows[first].row.number] = 1
    return levels


def _chains(rows: Sequence[KnownRow], titles: Sequence[int]) -> list[list[int]]:
    """Return the titles in groups of those that follow one another without an item between them."""
    chains: list[list[int]] = []
    items = 0
    wanted = set(titles)
    for index, row in enumerate(rows):
        if index in wanted:
            if chains and not items:
                chains[-1].append(index)
            else:
                chains.append([index])
            items = 0
        elif row.kind in {RowKind.ITEM, RowKind.TOTAL}:
            items += 1
    return chains


def _look(row: KnownRow) -> _Look:
    cell = row.row.cell(row.column)
    merged = cell is not None and cell.width >= MERGED
    return row.indent, row.bold, merged, is_section_word(row.text)
