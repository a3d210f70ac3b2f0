"""Putting the values into the texts of a proposal, and telling what cannot be put."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from app.merge.fields import Case, Words, values_of
from app.merge.marks import Standing, marks
from app.merge.texts import parts_of, texts_of
from app.model.proposal import Proposal
from app.model.richtext import Paragraph, RichText, Run
from app.problems import Problem, error
from app.totals import Totals, totals

T = TypeVar("T")
TITLE = "proposal.title"


@dataclass(frozen=True, slots=True)
class Merged:
    """A proposal as the client reads it, and what stands against that."""

    proposal: Proposal
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Filled:
    """What became of a thing, with which values, and what is wrong there."""

    source: Any
    values: dict[str, str]
    result: Any
    problems: tuple[Problem, ...]


class Merger:
    """Merges proposals. It remembers every part, so that an edit costs what it changes, and a part in which nothing has changed
    is the very object that it was.
    """

    def __init__(self) -> None:
        self._known: dict[str, _Filled] = {}
        self._last: Proposal | None = None

    def merged(self, proposal: Proposal, sums: Totals, words: Words) -> Merged:
        """Return the proposal with values for fields. What is unknown or empty stays as it was typed, and is told as an error."""
        known, self._known = self._known, {}
        values = values_of(Case(proposal, sums, words))
        pass_ = _Pass(values, known, self._known)
        title = pass_.own(proposal)
        values[TITLE] = title.title
        result = _shared(title, pass_.whole(title))
        if self._last is not None and result is not proposal:
            result = _again(replace(result, estimate=_again(result.estimate, self._last.estimate)), self._last)
        self._last = result
        return Merged(result, tuple(dict.fromkeys(pass_.problems)))


def filled(proposal: Proposal, words: Words) -> Proposal:
    """Return a proposal as the client reads it, in words of its language. Whoever does that often has a Merger."""
    return Merger().merged(proposal, totals(proposal.estimate, proposal.currency), words).proposal


def live_values(case: Case) -> dict[str, str]:
    """Return the value of every field as it is put into a text now: the title with its own fields filled."""
    values = values_of(case)
    return {**values, TITLE: _Pass(values, {}, {}).own(case.proposal).title}


class _Pass:
    """One pass over a proposal."""

    def __init__(self, values: dict[str, str], known: dict[str, _Filled], kept: dict[str, _Filled]) -> None:
        self.problems: list[Problem] = []
        self._values, self._known, self._kept = values, known, kept

    def own(self, proposal: Proposal) -> Proposal:
        """Fill the texts of the proposal itself. A title is not in itself."""
        told: list[Problem] = []
        values = {name: value for name, value in self._values.items() if name != TITLE}
        texts = {name: _filled(text, name, values, told) for name, text in texts_of(proposal)}
        self.problems += told
        return proposal if _same(proposal, texts) else replace(proposal, **texts)  # type: ignore[arg-type]

    def whole(self, proposal: Proposal) -> dict[str, Any]:
        """Return all parts of the proposal, filled."""
        estimate = proposal.estimate
        return {
            "people": self._all(proposal.people, "people"),
            "sections": self._all(proposal.sections, "sections"),
            "estimate": _shared(
                self._part(estimate, "estimate"), {"sections": self._all(estimate.sections, "estimate/sections")}
            ),
        }

    def _all(self, things: Any, path: str) -> tuple[Any, ...]:
        return tuple([self._part(thing, f"{path}/{thing.id}") for thing in things])

    def _part(self, thing: T, path: str) -> T:
        known = self._known.get(path)
        if known is None or known.source is not thing or any(self._values[name] != was for name, was in known.values.items()):
            told: list[Problem] = []
            used: dict[str, str] = {}
            result = _fill(thing, path, _Noting(self._values, used), told)
            if known is not None and known.result == result:
                result = known.result
            known = _Filled(thing, used, result, tuple(told))
        self._kept[path] = known
        # A part that is hidden is printed nowhere.
        if not getattr(thing, "hidden", False):
            self.problems += known.problems
        filled: T = known.result
        return filled


class _Noting(dict[str, str]):
    """Values that note which of them were asked for."""

    def __init__(self, values: dict[str, str], used: dict[str, str]) -> None:
        super().__init__(values)
        self._used = used

    def get(self, name: str, default: Any = None) -> Any:
        """Return a value, and note it."""
        self._used[name] = self[name]
        return self[name]


def _fill(thing: Any, path: str, values: dict[str, str], told: list[Problem]) -> Any:
    """Return a thing with values in its texts and in those of its parts; the same one where there is nothing to fill."""
    changed: dict[str, Any] = {name: _filled(text, f"{path}/{name}", values, told) for name, text in texts_of(thing)}
    for name, part in parts_of(thing):
        inner = f"{path}/{name}"
        if isinstance(part, tuple):
            filled = tuple([_fill(one, f"{inner}/{getattr(one, 'id', i)}", values, told) for i, one in enumerate(part)])
            changed[name] = part if all(one is was for one, was in zip(filled, part, strict=True)) else filled
        elif part is not None:
            changed[name] = _fill(part, inner, values, told)
    return thing if _same(thing, changed) else replace(thing, **changed)


def _same(thing: Any, changed: dict[str, Any]) -> bool:
    return all(getattr(thing, name) is value for name, value in changed.items())


def _shared(thing: T, changed: dict[str, Any]) -> T:
    """Return a thing with other parts, the same one where all of them are the same objects."""
    parts = {name: _alike(getattr(thing, name), value) for name, value in changed.items()}
    return thing if _same(thing, parts) else replace(thing, **parts)  # type: ignore[type-var]


def _alike(before: Any, after: Any) -> Any:
    """Return what was there before, where it is an equal text or a tuple of the same objects."""
    if isinstance(after, str) and before == after:
        return before
    both = isinstance(after, tuple) and isinstance(before, tuple) and len(before) == len(after)
    return before if both and all(map(_is, before, after)) else after


def _again(thing: T, last: T) -> T:
    """Return a thing with the tuples that it had the last time, the very thing of the last time where all is the same."""
    names = [one.name for one in fields(thing)]  # type: ignore[arg-type]
    parts = {name: _alike(getattr(last, name), getattr(thing, name)) for name in names}
    return last if _same(last, parts) else replace(thing, **parts)  # type: ignore[type-var]


def _is(one: object, other: object) -> bool:
    return one is other


def _filled(text: str | RichText, where: str, values: dict[str, str], told: list[Problem]) -> str | RichText:
    if isinstance(text, str):
        return _put(text, where, values, told)
    paragraphs = tuple([_paragraph(paragraph, where, values, told) for paragraph in text.paragraphs])
    return text if all(map(_is, paragraphs, text.paragraphs)) else RichText(paragraphs)


def _paragraph(paragraph: Paragraph, where: str, values: dict[str, str], told: list[Problem]) -> Paragraph:
    runs = tuple([_run(run, where, values, told) for run in paragraph.runs])
    return paragraph if all(map(_is, runs, paragraph.runs)) else replace(paragraph, runs=runs)


def _run(run: Run, where: str, values: dict[str, str], told: list[Problem]) -> Run:
    text = _put(run.text, where, values, told)
    return run if text is run.text else replace(run, text=text)


def _put(text: str, where: str, values: dict[str, str], told: list[Problem]) -> str:
    """Return a text with values for its fields; the same object where it has none."""
    if "{" not in text:
        return text
    pieces: list[str] = []
    position = 0
    for mark in marks(text):
        typed = text[mark.start : mark.end]
        pieces += [text[position : mark.start], _said(mark.name, mark.standing, typed, values)]
        position = mark.end
        told += _complaints(mark.name, mark.standing, mark.like, where, values)
    return "".join([*pieces, text[position:]]) if pieces else text


def _said(name: str, standing: Standing, typed: str, values: dict[str, str]) -> str:
    if standing is Standing.LITERAL:
        return f"{{{name}}}"
    return (values.get(name) or typed) if standing is Standing.FIELD and name in values else typed


def _complaints(name: str, standing: Standing, like: str, where: str, values: dict[str, str]) -> Iterator[Problem]:
    if standing is Standing.UNKNOWN and like:
        yield error("merge-field-misspelt", where, field=name, like=like)
    elif standing is Standing.UNKNOWN:
        yield error("merge-field-unknown", where, field=name)
    elif standing is Standing.FIELD and name not in values:
        yield error("merge-field-in-itself", where, field=name)
    elif standing is Standing.FIELD and not values.get(name):
        yield error("merge-field-empty", where, field=name)
