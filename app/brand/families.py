"""Families of faces that a brandbook can be set in: those that ship, and the fonts in its own folder."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

LARGEST = 30_000_000
"""Bytes of a font that is looked at."""
SUFFIXES = (".ttf", ".otf")
NEEDED = {"cyrillic": "абвгдежзийклмнопрстуфхцчшщъыьэюяёАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁ", "rouble": "₽"}
_WEIGHT = re.compile(r"(\d)00")
_WEIGHTS = {
    "thin": 100, "extralight": 200, "light": 300, "regular": 400, "medium": 500, "semibold": 600, "bold": 700, "extrabold": 800,
    "black": 900, "heavy": 900,
}  # fmt: skip
ROLES = {"regular": 400, "medium": 500, "semi": 600, "bold": 700, "black": 900}


@dataclass(frozen=True)
class Cut:
    """One file of a family: how a brandbook names it, its weight (100 to 900), whether it is italic."""

    file: str
    weight: int
    italic: bool


@dataclass(frozen=True)
class Family:
    """Faces that belong together; whether they have all Russian letters and the sign of the rouble."""

    name: str
    cuts: tuple[Cut, ...]
    cyrillic: bool
    rouble: bool
    own: bool = False
    """It lies in the brandbook's folder."""

    def nearest(self, weight: int, italic: bool) -> Cut:
        """Return the file that comes nearest to a weight; upright where there is no italic."""
        return min(self.cuts, key=lambda cut: (cut.italic is not italic, abs(cut.weight - weight), cut.weight))


def families(fonts: Path, folder: Path | None = None) -> tuple[Family, ...]:
    """Return the families in the folders below `fonts` and in a brandbook's own folder, by name. Fonts that cannot be read are
    none.
    """
    found = [
        _family(place.name.replace("-", " ").title(), _files(place), f"assets:{place.name}/", own=False)
        for place in sorted(fonts.iterdir())
        if place.is_dir()
    ]
    if folder is not None:
        by_name: dict[str, list[Path]] = {}
        for file in _files(folder):
            by_name.setdefault(re.split(r"[-_]", file.stem)[0], []).append(file)
        found += [_family(name, files, "", own=True) for name, files in sorted(by_name.items())]
    return tuple(one for one in found if one is not None)


def in_family(faces: Mapping[str, str], group: str, family: Family) -> dict[tuple[str, ...], str]:
    """Return what is to be changed so that all faces of a group ("text" or "display") are of a family; `faces` are their files
    as the brandbook names them, and tell weight and slant.
    """
    changes: dict[tuple[str, ...], str] = {}
    for name, file in faces.items():
        if name == group or name.startswith(f"{group}-"):
            changes["faces", name] = family.nearest(weight_of(file, name), "italic" in f"{file} {name}".lower()).file
    return changes


def weight_of(file: str, role: str = "") -> int:
    """Tell the weight of a face by the name of its file, else by its role."""
    stem = Path(file).stem.lower()
    named = _WEIGHT.search(stem)
    if named:
        return int(named[1]) * 100
    plain = re.sub(r"[^a-z]", "", stem)
    told = [weight for name, weight in sorted(_WEIGHTS.items(), key=lambda pair: -len(pair[0])) if name in plain]
    return told[0] if told else next((weight for name, weight in ROLES.items() if role.endswith(f"-{name}")), 400)


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.suffix.lower() in SUFFIXES and path.is_file()]


def _family(name: str, files: Iterable[Path], prefix: str, *, own: bool) -> Family | None:
    sound = [(path, signs) for path in files if (signs := _signs(path)) is not None]
    if not sound:
        return None
    cuts = tuple(Cut(f"{prefix}{path.name}", weight_of(path.name), "italic" in path.name.lower()) for path, _ in sound)
    has = {need: all(set(map(ord, letters)) <= signs for _, signs in sound) for need, letters in NEEDED.items()}
    return Family(name, cuts, has["cyrillic"], has["rouble"], own)


def _signs(path: Path) -> frozenset[int] | None:
    """Return the characters that a font has; None for what is no font."""
    from app.guard.fonts import is_sound

    try:
        if path.stat().st_size > LARGEST or not is_sound(path, 0):
            return None
        from fontTools.ttLib import TTFont

        with TTFont(path, lazy=True) as font:
            return frozenset(font.getBestCmap() or ())
    except Exception:
        return None
