"""Old files open for ever: pure steps from each version of a format to the next."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Data: TypeAlias = "dict[str, Any]"
Steps: TypeAlias = Mapping[int, Callable[[Data], Data]]

PROPOSAL_SCHEMA = 1
"""The version of proposal files that this program writes."""

LIBRARY_SCHEMA = 1
"""The version of the library file that this program writes."""

PROPOSAL_STEPS: Steps = {}
"""The step that leads from version v to v + 1, for every version before the present one."""

LIBRARY_STEPS: Steps = {}
"""The same for the library: tables of records as they are stored."""


def upgrade(data: Data, found: int, wanted: int, steps: Steps) -> Data:
    """Return data of the wanted version. Raises KeyError when a step is missing or the data is newer."""
    if found > wanted:
        raise KeyError(found)
    for version in range(found, wanted):
        data = steps[version](data)
    return data
