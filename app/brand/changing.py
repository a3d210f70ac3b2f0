"""Changes values in the text of a brandbook.toml; comments, order and everything else stay as somebody wrote them."""

from collections.abc import Mapping
from typing import Any, TypeAlias

Path: TypeAlias = tuple[str, ...]
Value: TypeAlias = str | int | float | bool | list[Any] | dict[str, Any] | None


def changed(text: str, changes: Mapping[Path, Value]) -> str:
    """Return the text with the values at some paths, such as ("palette", "accent"); None takes a key out.

    Tables that are not there yet are made. Raises ValueError for what is no TOML, or where a value stands in the way of a table.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
    except (TOMLKitError, RecursionError) as wrong:
        raise ValueError(str(wrong)) from wrong
    for path, value in changes.items():
        table = _table(document, path[:-1], make=value is not None)
        if table is None:
            continue
        if value is None:
            if path[-1] in table:
                table.remove(path[-1])
        elif path[-1] not in table or table[path[-1]] != value:
            table[path[-1]] = value
    return tomlkit.dumps(document)


def _table(document: Any, path: Path, *, make: bool) -> Any:
    """Return the table at a path; None where there is none and none is to be made."""
    import tomlkit
    from tomlkit.items import AbstractTable

    table = document
    for key in path:
        if key not in table:
            if not make:
                return None
            table[key] = tomlkit.table()
        table = table[key]
        if not isinstance(table, AbstractTable):
            raise ValueError(".".join(path))
    return table
