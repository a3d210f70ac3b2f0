"""Proposals on the disk."""

import json
from pathlib import Path
from typing import Any

import pytest

SOURCE: dict[str, Any] = {
    "schema": 1,
    "number": "КП-2026-0042",
    "title": "Ребрендинг <Ромашки>",
    "language": "ru",
    "currency": "RUB",
    "date": "2026-11-21",
    "client": {"name": "ООО «Ромашка»"},
    "people": [{"id": "anna", "name": "Анна Орлова", "role": "Арт-директор"}],
    "sections": [{"kind": "cover", "id": "cover"}, {"kind": "estimate", "id": "est", "title": "Смета"}],
    "estimate": {
        "vat": {"mode": "added", "rate": "20"},
        "sections": [
            {
                "id": "s1",
                "title": "Стратегия",
                "roles": ["Арт-директор"],
                "items": [{"id": "i1", "title": "Интервью", "quantity": "12.5", "rate": "5000"}],
            }
        ],
    },
}


def write_source(folder: Path, **changes: object) -> Path:
    """Write a proposal source into a folder; a change to None takes the key away."""
    folder.mkdir(parents=True, exist_ok=True)
    source = {key: value for key, value in {**SOURCE, **changes}.items() if value is not None}
    (folder / "proposal.json").write_text(json.dumps(source, ensure_ascii=False), "utf-8")
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with a small, whole proposal."""
    return write_source(tmp_path / "Ромашка")
