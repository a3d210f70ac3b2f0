"""What makes a program of the sources: the entry, the bundle's recipe, its place in menus."""

import ast
import configparser
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import main

ROOT = Path(__file__).resolve().parent.parent
DESKTOP = ROOT / "assets" / "desktop"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_the_installed_command_is_the_front_door() -> None:
    module, _, name = PROJECT["project"]["scripts"]["blesna"].partition(":")
    assert module == "main"
    assert callable(getattr(main, name))


def test_the_wheel_has_everything_that_the_program_reads() -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    assert {"main.py", "app", "widgets", "assets", "brandbooks"} == set(included)
    assert all((ROOT / name).exists() for name in included)


def test_the_menu_entry_opens_files_of_our_kind() -> None:
    entry = configparser.RawConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(DESKTOP / "blesna.desktop", "utf-8")
    group = entry["Desktop Entry"]
    mime = ET.parse(DESKTOP / "blesna.xml").getroot()
    kinds = {kind.get("type") for kind in mime}
    assert set(filter(None, group["MimeType"].split(";"))) == kinds
    assert group["Exec"].startswith("blesna ")
    assert (DESKTOP / f"{group['Icon']}.svg").is_file()
    globs = {glob.get("pattern") for kind in mime for glob in kind if glob.tag.endswith("glob")}
    assert globs == {"*.blesna"}


def test_the_recipe_of_the_bundle_is_sound() -> None:
    """It is run by PyInstaller; here it is read: what it packs is there."""
    tree = ast.parse((DESKTOP / "blesna.spec").read_text("utf-8"))
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert {"assets", "brandbooks", "main.py", "app", "widgets"} <= texts
