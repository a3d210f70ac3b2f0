from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.search.index import Index
from app.store.workspace import Workspace
from tests.store.search.world import filled


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return filled(tmp_path)


@pytest.fixture
def index(workspace: Workspace) -> Iterator[Index]:
    index = Index.of(workspace)
    assert index.update().problems == ()
    yield index
    index.close()
