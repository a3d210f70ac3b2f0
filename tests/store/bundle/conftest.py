"""The workspace that bundles come into."""

from pathlib import Path

import pytest

from app.store.workspace import Workspace
from tests.store.bundle.making import workspace


@pytest.fixture
def ours(tmp_path: Path) -> Workspace:
    return workspace(tmp_path / "ours")
