"""Canaries: a unique word or number in every internal field of a proposal, and the search for them in what leaves the house.

Internal fields are found by looking at the model, so that a new one is covered by itself. `planted(proposal)` puts the canaries
in, `found(data)` names those that sing in a file: a PDF with all its streams, strings, attachments and text, every member of an
archive (XLSX), or plain bytes (CSV, HTML, e-mail).
"""

import importlib
import io
import pkgutil
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pikepdf
import pypdfium2

from app import model
from app.model.internal import Internal
from app.model.proposal import Proposal

ENCODINGS = ("utf-8", "utf-16-be", "utf-16-le", "cp1251")
BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s\u00a0\u202f\u2009,.'’](?=\d)")


@dataclass(frozen=True)
class Planted:
    """A proposal full of canaries, where they sit (`Class.field`), and by what they are known."""

    proposal: Proposal
    places: frozenset[str]
    words: tuple[str, ...]
    numbers: tuple[str, ...]

    def found(self, data: bytes) -> list[str]:
        """Return every canary that is anywhere in a file, with the part of the file that it is in."""
        return [f"{canary} in {part}" for part, content in parts(data) for canary in self._in(content)]

    def _in(self, content: bytes | str) -> Iterator[str]:
        if isinstance(content, str):
            text = content.casefold()
            digits = BETWEEN_DIGITS.sub("", text)
            yield from (word for word in self.words if word.casefold() in text)
            yield from (number for number in self.numbers if number in digits)
            return
        known = {canary.casefold() for canary in (*self.words, *self.numbers)}
        for code, hexadecimal, pattern in birds():
            for match in pattern.finditer(content):
                song = bytes.fromhex(match[0].decode()) if hexadecimal else match[0]
                heard = re.sub(r"[\W_]", "", song.decode(code)).casefold()
                if heard in known:
                    yield heard.upper()


@cache
def birds() -> tuple[tuple[str, bool, re.Pattern[bytes]], ...]:
    """Return what canaries look like in bytes: in every encoding, plain and as hexadecimal, numbers grouped by thousands."""
    digit, between = ["0123456789"], ["\u00a0\u202f\u2009 ,.'"]
    looks = [
        (["qQ", "zZ", "jJ", *digit * 4], ()),
        (["жЖ", "щЩ", "ъЪ", *digit * 4], ()),
        (["9", *between, "0", "8", *digit, *between, *digit * 3, *between, "7", "3", "6"], (1, 5, 9)),
    ]
    return tuple(
        (code, hexadecimal, re.compile(b"".join(_slot(chars, code, hexadecimal, i in free) for i, chars in enumerate(look))))
        for code in ENCODINGS
        for hexadecimal in (False, True)
        for look, free in looks
    )


def _slot(chars: str, code: str, hexadecimal: bool, free: bool) -> bytes:
    """Return a pattern for one of these characters; a `free` one may be missing."""
    encoded = {one for char in chars if (one := char.encode(code, "ignore"))}
    if hexadecimal:
        encoded = {spelled.encode() for one in encoded for spelled in (one.hex(), one.hex().upper())}
    choice = b"|".join(re.escape(one) for one in sorted(encoded))
    return b"(?:" + choice + b")" + (b"?" if free else b"")


def planted(proposal: Proposal) -> Planted:
    """Put a canary into every internal field of a proposal."""
    aviary = _Aviary()
    filled = aviary.visit(proposal)
    assert isinstance(filled, Proposal)
    return Planted(filled, frozenset(aviary.places), tuple(aviary.words), tuple(aviary.numbers))


def model_classes() -> list[type]:
    """Return every dataclass of the model, in the order of their names."""
    modules = [importlib.import_module(f"{model.__name__}.{found.name}") for found in pkgutil.iter_modules(model.__path__)]
    kinds = {kind for module in modules for kind in vars(module).values() if isinstance(kind, type) and is_dataclass(kind)}
    return sorted(kinds, key=lambda kind: kind.__name__)


def internal_fields() -> frozenset[str]:
    """Return every internal field of the model as `Class.field`."""
    return frozenset(
        f"{kind.__name__}.{name}"
        for kind in model_classes()
        for name, hint in get_type_hints(kind).items()
        if get_origin(hint) is Internal
    )


@dataclass
class _Aviary:
    """Makes canaries, and notes where they went."""

    places: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    def visit(self, value: Any) -> Any:
        """Return a copy of a value of the model in which every internal field is filled."""
        if isinstance(value, tuple):
            return tuple(self.visit(one) for one in value)
        if not is_dataclass(value) or isinstance(value, type | Internal):
            return value
        hints = _hints(type(value))
        changed = {one.name: self._changed(value, one.name, hints[one.name]) for one in fields(value)}
        return replace(value, **changed)

    def _changed(self, owner: Any, name: str, hint: Any) -> Any:
        if get_origin(hint) is not Internal:
            return self.visit(getattr(owner, name))
        self.places.add(f"{type(owner).__name__}.{name}")
        return Internal(self.make(get_args(hint)[0]))

    def make(self, hint: Any) -> Any:
        """Return a value of a type with a canary in every text and number of it."""
        if get_origin(hint) in (Union, UnionType):
            return self.make(next(one for one in get_args(hint) if one is not NoneType))
        if get_origin(hint) is tuple:
            return (self.make(get_args(hint)[0]), self.make(get_args(hint)[0]))
        if hint is str:
            return self._word()
        if hint is Decimal:
            return self._number()
        if is_dataclass(hint) and isinstance(hint, type):
            return hint(**{one.name: self.make(_hints(hint)[one.name]) for one in fields(hint)})
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint))
        if get_origin(hint) is Internal:
            return Internal(self.make(get_args(hint)[0]))
        if hint is int:
            return int(self._number())
        if hint is bool:
            return False
        raise TypeError(f"no canary for {hint}")

    def _word(self) -> str:
        count = len(self.words) // 2
        both = [f"QZJ{count:04}", f"ЖЩЪ{count:04}"]
        self.words.extend(both)
        return " ".join(both)

    def _number(self) -> Decimal:
        self.numbers.append(f"908{len(self.numbers):04}736")
        return Decimal(self.numbers[-1]) + Decimal("0.25")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def parts(data: bytes) -> Iterator[tuple[str, bytes | str]]:
    """Yield all that a file holds, taken out of its wrappings, with a name for each."""
    yield "the file", data
    if data.startswith(b"%PDF"):
        yield from _of_pdf(data)
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                for inner, content in parts(archive.read(name)):
                    yield f"{name}, {inner}", content
    else:
        for code in ("utf-8-sig", "utf-16", "cp1251"):
            try:
                yield f"the file as {code}", data.decode(code)
            except UnicodeError:
                continue


def _of_pdf(data: bytes) -> Iterator[tuple[str, bytes | str]]:
    with pikepdf.open(io.BytesIO(data)) as document:
        for number, thing in enumerate(document.objects):
            if isinstance(thing, pikepdf.Stream):
                yield f"stream {number}", _unpacked(thing)
            yield f"object {number}", "\n".join(_strings(thing, 0))
        yield "trailer", "\n".join(_strings(document.trailer, 0))
        for name, attached in document.attachments.items():
            yield from ((f"attachment {name}", name), (f"attachment {name}", attached.get_file().read_bytes()))
        with document.open_outline() as outline:
            yield "bookmarks", "\n".join(_titles(outline.root))
        yield "metadata", str(document.open_metadata())
    reader = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(reader):
            yield f"text of page {number + 1}", page.get_textpage().get_text_bounded()
    finally:
        reader.close()


def _unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:  # a JPEG stays one
        return stream.read_raw_bytes()


def _strings(thing: Any, depth: int) -> Iterator[str]:
    """Yield the texts, names and numbers that stand in an object itself; what it refers to comes by itself."""
    if depth and getattr(thing, "is_indirect", False):
        return
    if isinstance(thing, pikepdf.Array):
        for one in thing:
            yield from _strings(one, depth + 1)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in thing.items():
            yield str(key)
            yield from _strings(value, depth + 1)
    else:
        yield str(thing)


def _titles(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)
