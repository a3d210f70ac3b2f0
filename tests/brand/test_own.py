"""Brandbooks of a studio's own: duplicated, changed with their comments kept, in other faces, read again when changed."""

import shutil
from pathlib import Path

import pytest

from app.brand.changing import changed
from app.brand.families import families, in_family, weight_of
from app.brand.load import load_brand
from app.brand.logos import read_logo
from app.brand.making import ASSETS, SHIPPED
from app.brand.own import duplicated, edited, put, state_of, with_logo
from app.brand.shelf import BrandShelf
from app.brand.variants import VARIANTS

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30H0z" fill="#0033AA"/></svg>'


def test_a_copy_has_everything_and_a_name_of_its_own(tmp_path: Path) -> None:
    made = duplicated(SHIPPED / "salon", tmp_path, "Салон 2")
    assert made.name == "salon-2" and made.folder is not None and not made.problems
    brand = load_brand(made.folder, ASSETS).brand
    assert brand is not None and brand.title == {"ru": "Салон 2", "en": "Салон 2"} and "mark" in brand.drawings


def test_a_changed_value_leaves_every_other_byte_and_can_be_taken_back(tmp_path: Path) -> None:
    folder = duplicated(SHIPPED / "kurs", tmp_path, "Ours").folder
    assert folder is not None
    before = state_of(folder)
    after = edited(before, {("rules", "discount_limit"): 20, ("palette", "accent"): "#0033AA"})
    assert not put(folder, after)
    lines = [(old, new) for old, new in zip(before.text.split("\n"), after.text.split("\n"), strict=True) if old != new]
    assert len(lines) == 2 and all(old.partition(" # ")[2] == new.partition(" # ")[2] for old, new in lines)
    assert not put(folder, before) and state_of(folder) == before


def test_a_value_that_is_given_up_goes_and_a_table_that_is_not_there_is_made() -> None:
    text = "a = 1 # one\n[b]\nc = 2\n"
    assert changed(text, {("b", "c"): None, ("d", "e"): "x"}) == 'a = 1 # one\n[b]\n\n[d]\ne = "x"\n'
    assert changed(text, {("x", "y"): None, ("b", "c"): 2}) == text
    for broken in ("a = ", "[[", "a = 1"):
        with pytest.raises(ValueError, match=r"."):
            changed(broken, {("a", "b"): 1})


def test_another_logo_comes_with_its_files_and_undo_brings_the_old_one(tmp_path: Path) -> None:
    folder = duplicated(SHIPPED / "kurs", tmp_path, "Ours").folder
    brand = load_brand(SHIPPED / "kurs", ASSETS).brand
    assert folder is not None and brand is not None
    before = state_of(folder, ("mark.svg",))
    assert not put(folder, with_logo(before, read_logo(SVG), brand.palette))
    new = load_brand(folder, ASSETS).brand
    assert new is not None and new.drawings["mark"].width == 200
    assert not put(folder, before)
    old = load_brand(folder, ASSETS).brand
    assert old is not None and old.drawings == brand.drawings


def test_families_tell_whether_russian_can_be_set_and_faces_keep_their_weights() -> None:
    found = {one.name: one for one in families(ASSETS / "fonts")}
    assert {"Inter", "Literata", "Onest"} <= set(found) and found["Literata"].cyrillic and not found["Literata"].own
    named = {"text": "inter/Inter_400Regular.ttf", "text-italic": "inter/Inter_400Regular_Italic.ttf",
             "text-bold": "inter/Inter_700Bold.ttf", "display": "inter-tight/InterTight_800ExtraBold.ttf"}  # fmt: skip
    faces = {name: f"assets:{file}" for name, file in named.items()}
    assert in_family(faces, "text", found["Literata"]) == {
        ("faces", "text"): "assets:literata/Literata_400Regular.ttf",
        ("faces", "text-italic"): "assets:literata/Literata_400Regular_Italic.ttf",
        ("faces", "text-bold"): "assets:literata/Literata_700Bold.ttf",
    }
    assert [weight_of(name) for name in ("A-SemiBold.ttf", "A-ExtraLight.otf", "A_900Black.ttf", "A.ttf")] == [600, 200, 900, 400]


def test_a_font_in_the_folder_is_a_family_and_what_is_no_font_is_none(tmp_path: Path) -> None:
    shutil.copyfile(ASSETS / "fonts" / "onest" / "Onest_400Regular.ttf", tmp_path / "House-Regular.ttf")
    (tmp_path / "Broken.ttf").write_bytes(b"no font")
    own = [one for one in families(ASSETS / "fonts", tmp_path) if one.own]
    assert [(one.name, one.cuts[0].file, one.cyrillic) for one in own] == [("House", "House-Regular.ttf", True)]


def test_every_variant_that_ships_can_be_chosen() -> None:
    for name in ("kurs", "salon", "ekran"):
        brand = load_brand(SHIPPED / name, ASSETS).brand
        assert brand is not None
        assert all(master.variant in VARIANTS[kind] for kind, master in brand.masters.items())


def test_a_brandbook_that_a_hand_has_changed_is_read_again(tmp_path: Path) -> None:
    seconds = [0.0]
    shelf = BrandShelf((tmp_path, SHIPPED), ASSETS, None, lambda: seconds[0], 1.0)
    folder = duplicated(SHIPPED / "kurs", tmp_path, "Ours").folder
    assert folder is not None and shelf.names() == ("ekran", "kurs", "ours", "salon")
    first = shelf.load("ours").brand
    put(folder, edited(state_of(folder), {("palette", "accent"): "#0033AA"}))
    assert shelf.load("ours").brand is first, "looked at a moment ago"
    seconds[0] = 2.0
    second = shelf.load("ours").brand
    assert second is not None and first is not None and second.color("accent") == "#0033AA" and second.key != first.key
    put(folder, edited(state_of(folder), {("palette", "accent"): "#00AA33"}))
    shelf.refresh()
    third = shelf.load("ours").brand
    assert third is not None and third.color("accent") == "#00AA33"
    shutil.rmtree(folder)
    shelf.refresh()
    assert [one.code for one in shelf.load("ours").problems] == ["brand-not-found"]
