"""Copies of the brandbooks with some settings changed, as a team lead would change them."""

import json
import re
import shutil
from pathlib import Path

from app.pipeline import BRANDBOOKS


def changed(target: Path, brand: str, tables: dict[str, dict[str, object]]) -> Path:
    """Write a copy of a brandbook into `target` with other values in its tables, such as `{"masters.story": {"columns": 3}}`.

    Return the folder of brandbooks.
    """
    folder = target / "brandbooks"
    shutil.copytree(BRANDBOOKS / brand, folder / brand, dirs_exist_ok=True)
    file = folder / brand / "brandbook.toml"
    text = file.read_text("utf-8")
    for table, settings in tables.items():
        text = _with(text, table, settings)
    file.write_text(text, "utf-8")
    return folder


def _with(text: str, table: str, settings: dict[str, object]) -> str:
    """Replace a table's values, or add them."""
    head = f"[{table}]\n"
    if head not in text:
        text += f"\n{head}"
    start = text.index(head) + len(head)
    end = found.start() if (found := re.compile(r"^\[", re.MULTILINE).search(text, start)) else len(text)
    lines = [line for line in text[start:end].splitlines() if line.split("=")[0].strip() not in settings]
    lines = [*(f"{key} = {_toml(value)}" for key, value in settings.items()), *lines]
    return text[:start] + "\n".join(lines) + "\n" + text[end:]


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }"
    return json.dumps(value)
