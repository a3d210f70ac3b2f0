"""Old files open for ever: pure steps from each version of a format to the next."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Data: TypeAlias = "dict[str, Any]"
Steps: TypeAlias = Mapping[int, Callable[[Data], Data]]

PROPOSAL_SCHEMA = 2
"""The version of proposal files that this program writes."""

LIBRARY_SCHEMA = 3
"""The version of the library file that this program writes."""


def _proposal_1(data: Data) -> Data:
    """Version 2 knows revisions and statuses: a proposal of version 1 is a draft of its first revision, which is the default."""
    return data


def _library_1(data: Data) -> Data:
    """Version 2 has blocks in several languages, and clients with several contacts."""
    tables = dict(data)
    tables["blocks"] = _records(data, "blocks", _block_1)
    tables["clients"] = _records(data, "clients", lambda value: {"id": value.get("id", ""), "client": value})
    return {name: table for name, table in tables.items() if table or name in data}


def _library_2(data: Data) -> Data:
    """Version 3 has the same records; its file is continued by a log, which programs of version 2 would not see."""
    return data


def _records(data: Data, name: str, change: Callable[[Data], Data]) -> Data:
    """Return a table with every record changed; a record that is none stays as it is, and is told of when it is read."""
    table = data.get(name)
    found = table if isinstance(table, dict) else {}
    return {key: _record(stored, change) for key, stored in found.items()}


def _record(stored: Any, change: Callable[[Data], Data]) -> Any:
    value = stored.get("value") if isinstance(stored, dict) else None
    return {**stored, "value": change(value)} if isinstance(value, dict) else stored


def _block_1(value: Data) -> Data:
    rest = {key: found for key, found in value.items() if key not in ("language", "story")}
    variant = {"language": value.get("language", "ru"), "story": value.get("story", {})}
    return {**rest, "variants": [variant]}


PROPOSAL_STEPS: Steps = {1: _proposal_1}
"""The step that leads from version v to v + 1, for every version before the present one."""

LIBRARY_STEPS: Steps = {1: _library_1, 2: _library_2}
"""The same for the library: tables of records as they are stored."""


def upgrade(data: Data, found: int, wanted: int, steps: Steps) -> Data:
    """Return data of the wanted version. Raises KeyError when a step is missing or the data is newer."""
    if found > wanted:
        raise KeyError(found)
    for version in range(found, wanted):
        data = steps[version](data)
    return data
