"""The faces that text can be set in, by name."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.problems import Problem, Severity, problem
from app.text.cache import Recent
from app.text.face import Face
from app.text.fontfile import FontFile, read_font
from app.text.style import FaceSource

if TYPE_CHECKING:
    from app.text.glyphs import Composed
    from app.text.ink import Ink
    from app.text.shaping import Shaper

_PARAGRAPHS = 300_000
"""Letters of composed paragraphs that are kept; a letter takes some 150 bytes."""
_SHAPERS = 200
_INKS = 400

__all__ = ["Face", "FontBook", "NoFontError"]


def _letters(composed: "Composed") -> int:
    return 10 + sum([len(line.text) for line in composed.lines])


class NoFontError(LookupError):
    """Not one font of the book can be loaded, so that no text can be set at all."""


class FontBook:
    """Faces by name, loaded when first asked for; a file is read once however many faces come from it.

    `problems` grows as faces are loaded: a face whose font is missing or broken is replaced by another of the book,
    one from the same folder if there is one, and by `last` where the book has none that can be used.
    The book also owns the caches of shaped words and composed paragraphs.
    """

    def __init__(self, sources: Mapping[str, FaceSource], last: FaceSource | None = None) -> None:
        self.sources = dict(sources)
        self._last = last
        self._last_face: Face | None = None
        self.problems: list[Problem] = []
        self.shapers: Recent[object, Shaper] = Recent(_SHAPERS)
        self.inks: Recent[object, Ink] = Recent(_INKS)
        self.paragraphs: Recent[object, Composed] = Recent(_PARAGRAPHS, _letters)
        self._faces: dict[str, Face] = {}
        self._files: dict[tuple[str, int], FontFile | Problem] = {}

    def face(self, name: str) -> Face:
        """Return the face of that name, or the one that stands in for it.

        Raises NoFontError if there is no font that can be loaded.
        """
        found = self._faces.get(name)
        if found is None:
            found = self._faces[name] = self._load(name) or self._stand_in(name)
        return found

    def check(self) -> tuple[Problem, ...]:
        """Load every face, and return what is wrong with any of them."""
        for name in self.sources:
            try:
                self.face(name)
            except NoFontError:
                break
        return tuple(self.problems)

    def _load(self, name: str) -> Face | None:
        source = self.sources.get(name)
        if source is None:
            self._report(problem("font-unknown", f"fonts/{name}", Severity.WARNING, face=name))
            return None
        file = self._file(name, source)
        if isinstance(file, Problem):
            self._report(file)
            return None
        for tag, _ in source.variations:
            if tag not in file.axes:
                self._report(
                    problem("font-axis-unknown", f"fonts/{name}", Severity.WARNING, axis=tag, file=Path(source.path).name)
                )
        return Face(name, source, file)

    def _file(self, name: str, source: FaceSource) -> FontFile | Problem:
        place = (source.path, source.index)
        known = self._files.get(place)
        if known is None:
            known = self._files[place] = read_font(name, source)
        return known

    def _stand_in(self, name: str) -> Face:
        wanted = self.sources.get(name)
        folder = Path(wanted.path).parent if wanted else None
        for other in sorted(self.sources, key=lambda other: Path(self.sources[other].path).parent != folder):
            face = self._faces.get(other) or (self._load(other) if other != name else None)
            if face is not None and face.name == other:
                self._faces[other] = face
                return face
        return self._last_resort(name)

    def _last_resort(self, name: str) -> Face:
        if self._last_face is None and self._last is not None:
            file = self._file("last", self._last)
            self._last_face = None if isinstance(file, Problem) else Face("last", self._last, file)
        if self._last_face is None:
            raise NoFontError(name)
        return self._last_face

    def _report(self, found: Problem) -> None:
        if found not in self.problems:
            self.problems.append(found)
