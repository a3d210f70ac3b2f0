"""What makes a program of the sources: the entry, the bundle's recipe, its place in menus."""

import ast
import configparser
import importlib.util
import os
import subprocess
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

import main
from widgets import qapp

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
    assert group["StartupWMClass"] == qapp.NAME  # Qt's class of the windows
    assert (DESKTOP / f"{qapp.DESKTOP_FILE}.desktop").is_file()
    globs = {glob.get("pattern") for kind in mime for glob in kind if glob.tag.endswith("glob")}
    assert globs == {"*.blesna"}


def recipe() -> ast.Module:
    return ast.parse((DESKTOP / "blesna.spec").read_text("utf-8"))


def given(call: str, keyword: str) -> Any:
    """What the recipe hands to a call of PyInstaller."""
    calls = [node for node in ast.walk(recipe()) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == call]
    (value,) = [found.value for made in calls for found in made.keywords if found.arg == keyword]
    return ast.literal_eval(value)


def test_the_recipe_of_the_bundle_is_sound() -> None:
    """It is run by PyInstaller; here it is read: what it packs is there."""
    texts = {node.value for node in ast.walk(recipe()) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert {"assets", "brandbooks", "main.py", "app", "widgets"} <= texts
    assigned = {ast.unparse(node.targets[0]): node.value for node in recipe().body if isinstance(node, ast.Assign)}
    names = [name for names in ast.literal_eval(assigned["BESIDE"]).values() for name in names]
    assert {"install.sh", "install.ps1", "blesna.desktop"} <= set(names)
    assert all((DESKTOP / name).is_file() for name in names)


def test_macos_is_told_that_files_of_our_kind_are_ours() -> None:
    info = given("BUNDLE", "info_plist")
    (document,), (kind,) = info["CFBundleDocumentTypes"], info["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["blesna"]
    mime = ET.parse(DESKTOP / "blesna.xml").getroot()
    assert kind["UTTypeTagSpecification"]["public.mime-type"] == [found.get("type") for found in mime]


def test_windows_is_told_the_same_and_told_to_forget_it() -> None:
    script = (DESKTOP / "install.ps1").read_text("utf-8")
    assert '"$classes\\.blesna"         = "Blesna.Proposal"' in script
    gone = script.partition("foreach ($place in ")[2].partition(")")[0]
    assert set(gone.split(", ")) == {"$shortcut", "$program", "$kind", '"$classes\\.blesna"'}


@pytest.fixture(scope="module")
def icons() -> ModuleType:
    spec = importlib.util.spec_from_file_location("desktop_icons", DESKTOP / "icons.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("kind", "sizes"), [("ico", {16, 32, 48, 256}), ("icns", {32, 128, 256, 512, 1024})])
def test_icons_are_drawn_of_the_one_drawing(icons: ModuleType, tmp_path: Path, kind: str, sizes: set[int]) -> None:
    path = getattr(icons, f"write_{kind}")(tmp_path / "made" / f"blesna.{kind}")
    with Image.open(path) as picture:
        has = {size[0] * (size[2] if len(size) > 2 else 1) for size in picture.info["sizes"]}
        assert sizes <= has
        shown = picture.convert("RGBA")
        side = shown.width
        assert shown.getpixel((0, 0))[3] == 0  # round corners
        assert shown.getpixel((side // 8, side // 2)) == (0x33, 0x50, 0xD8, 255)


def bundle(folder: Path) -> Path:
    """A folder like the one that PyInstaller makes; the program writes what it was called with."""
    folder.mkdir()
    for name in ("blesna.desktop", "blesna.xml", "blesna.svg", "install.sh"):
        (folder / name).write_bytes((DESKTOP / name).read_bytes())
    (folder / "blesna").write_text("#!/bin/sh\nprintf '%s' \"$*\"\n")
    (folder / "blesna").chmod(0o755)
    return folder


def install(script: Path, home: Path, *arguments: str) -> None:
    env = {"HOME": str(home), "PATH": os.environ["PATH"]}
    subprocess.run(["sh", str(script), *arguments], env=env, check=True, capture_output=True)


@pytest.mark.parametrize("name", ["anna", "anna & co|100%"])
def test_the_program_comes_into_the_menu_and_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    home, source = tmp_path / name, bundle(tmp_path / "unpacked")
    home.mkdir()
    install(source / "install.sh", home)
    data = home / ".local" / "share"
    program = data / "blesna-program"
    entry = configparser.RawConfigParser(interpolation=None)
    entry.read(data / "applications" / "blesna.desktop", "utf-8")
    assert entry["Desktop Entry"]["Exec"].replace("%%", "%") == f'"{program / "blesna"}" %f'
    assert (data / "mime" / "packages" / "blesna.xml").is_file()
    assert (data / "icons" / "hicolor" / "scalable" / "apps" / "blesna.svg").is_file()
    called = subprocess.run([home / ".local" / "bin" / "blesna", "a b"], capture_output=True, text=True, check=True)
    assert called.stdout == "a b"
    install(program / "install.sh", home)  # once more, from where it is now
    assert (program / "blesna").is_file()
    install(program / "install.sh", home, "--remove")
    left = [path.name for path in home.rglob("*") if path.is_file() or path.is_symlink()]
    assert not [name for name in left if "blesna" in name]
