"""Putting the values into the texts of a proposal, and telling what cannot be put."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from app.merge.fields import Case, Words, value_of, values_of
from app.merge.marks import Standing, marks
from app.merge.texts import is_plain, parts_of, texts_of
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
    """What became of a thing, with which values, and what is wrong there. A `plain` one has no brace in it."""

    source: Any
    values: dict[str, str]
    result: Any
    problems: tuple[Problem, ...]
    plain: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """What became of parts that stand in a row. In a `plain` row all are."""

    source: tuple[Any, ...]
    parts: tuple[_Filled, ...]
    plain: bool


Values = Callable[[str], str | None]
"""Tells the value of a field, empty where the proposal does not know it, None where the field cannot stand."""


class Merger:
    """Merges proposals. It remembers every part of the last one, so that an edit costs what it changes, and a part in which
    nothing has changed is the very object that it was.
    """

    def __init__(self) -> None:
        self._rows: dict[str, _Row] = {}
        self._asked: tuple[Proposal, Totals, str] | None = None
        self._found: Merged | None = None

    def merged(self, proposal: Proposal, sums: Totals, words: Words) -> Merged:
        """Return the proposal with values for fields. What is unknown or empty stays as it was typed, and is told as an error."""
        last, asked = self._found, self._asked
        if last and asked and asked[0] is proposal and asked[1] is sums and asked[2] == words.language:
            return last
        pass_ = _Pass(_Live(Case(proposal, sums, words)), self._rows)
        title = pass_.own(proposal)
        result = _shared(title, pass_.whole(title))
        if last is not None and result is not proposal:
            result = _again(replace(result, estimate=_again(result.estimate, last.proposal.estimate)), last.proposal)
        found = Merged(result, tuple(dict.fromkeys(pass_.problems)))
        self._rows, self._asked, self._found = pass_.rows, (proposal, sums, words.language), found
        return found


def filled(proposal: Proposal, words: Words) -> Proposal:
    """Return a proposal as the client reads it, in words of its language. Whoever does that often has a Merger."""
    return Merger().merged(proposal, totals(proposal.estimate, proposal.currency), words).proposal


def live_values(case: Case) -> dict[str, str]:
    """Return the value of every field as it is put into a text now: the title with its own fields filled."""
    return {**values_of(case), TITLE: _Pass(_Live(case), {}).own(case.proposal).title}


def with_values(text: str, values: Mapping[str, str]) -> str:
    """Return a text with these values for its fields; a field stays as it was typed where its value is empty."""
    return _put(text, "", values.get, [])


class _Live(dict[str, str]):
    """The values of the fields of a case, each found when it is wanted first: nearly all texts want none."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case

    def __missing__(self, name: str) -> str:
        value = self[name] = value_of(name, self._case)
        return value


class _Pass:
    """One pass over a proposal. `rows` become those of this pass."""

    def __init__(self, values: _Live, before: dict[str, _Row]) -> None:
        self.problems: list[Problem] = []
        self.rows: dict[str, _Row] = {}
        self._values, self._before = values, before

    def own(self, proposal: Proposal) -> Proposal:
        """Fill the texts of the proposal itself. A title is not in itself."""
        told: list[Problem] = []

        def outside(name: str) -> str | None:
            return None if name == TITLE else self._values[name]

        texts = {name: _filled(text, name, outside, told) for name, text in texts_of(proposal)}
        self.problems += told
        own = proposal if _same(proposal, texts) else replace(proposal, **texts)  # type: ignore[arg-type]
        self._values[TITLE] = own.title
        return own

    def whole(self, proposal: Proposal) -> dict[str, Any]:
        """Return all parts of the proposal, filled."""
        estimate = proposal.estimate
        return {
            "people": self._all(proposal.people, "people"),
            "sections": self._all(proposal.sections, "sections"),
            "estimate": _shared(
                self._all((estimate,), "estimate")[0], {"sections": self._all(estimate.sections, "estimate/sections")}
            ),
        }

    def _all(self, things: tuple[Any, ...], path: str) -> tuple[Any, ...]:
        """Fill the parts in a row; it is the same tuple where none of them changes."""
        row = self._before.get(path)
        if row is None or not row.plain or row.source is not things:
            row = self._row(things, path, row)
        self.rows[path] = row
        if row.plain:
            return things
        for one in row.parts:
            # A part that is hidden is printed nowhere.
            if not getattr(one.source, "hidden", False):
                self.problems += one.problems
        return _tuple(things, [one.result for one in row.parts])

    def _row(self, things: tuple[Any, ...], path: str, before: _Row | None) -> _Row:
        known = {_name(one.source): one for one in before.parts} if before else {}
        parts: list[_Filled] = []
        for thing in things:
            name = _name(thing)
            one = known.get(name)
            if one is None or one.source is not thing or not (one.plain or self._is_valid(one)):
                one = self._part(thing, f"{path}/{name}" if name else path, one)
            parts.append(one)
        return _Row(things, tuple(parts), all(one.plain for one in parts))

    def _is_valid(self, known: _Filled) -> bool:
        return all(self._values[name] == was for name, was in known.values.items())

    def _part(self, thing: Any, path: str, known: _Filled | None) -> _Filled:
        if is_plain(thing, known.source if known and known.plain else None):
            return _Filled(thing, {}, thing, (), plain=True)
        told: list[Problem] = []
        used: dict[str, str] = {}

        def noted(name: str) -> str | None:
            used[name] = self._values[name]
            return used[name]

        result = _fill(thing, path, noted, told)
        if known is not None and known.result == result:
            result = known.result
        return _Filled(thing, used, result, tuple(told))


def _name(part: Any) -> str:
    """Return the id of a part; an estimate has none."""
    return getattr(part, "id", "")


def _tuple(before: tuple[Any, ...], after: list[Any]) -> tuple[Any, ...]:
    return before if all(map(_is, before, after)) else tuple(after)


def _fill(thing: Any, path: str, values: Values, told: list[Problem]) -> Any:
    """Return a thing with values in its texts and in those of its parts; the same one where there is nothing to fill."""
    changed: dict[str, Any] = {name: _filled(text, f"{path}/{name}", values, told) for name, text in texts_of(thing)}
    for name, part in parts_of(thing):
        inner = f"{path}/{name}"
        if isinstance(part, tuple):
            parts = [_fill(one, f"{inner}/{getattr(one, 'id', i)}", values, told) for i, one in enumerate(part)]
            changed[name] = _tuple(part, parts)
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


def _filled(text: str | RichText, where: str, values: Values, told: list[Problem]) -> str | RichText:
    if isinstance(text, str):
        return _put(text, where, values, told)
    paragraphs = tuple([_paragraph(paragraph, where, values, told) for paragraph in text.paragraphs])
    return text if all(map(_is, paragraphs, text.paragraphs)) else RichText(paragraphs)


def _paragraph(paragraph: Paragraph, where: str, values: Values, told: list[Problem]) -> Paragraph:
    runs = tuple([_run(run, where, values, told) for run in paragraph.runs])
    return paragraph if all(map(_is, runs, paragraph.runs)) else replace(paragraph, runs=runs)


def _run(run: Run, where: str, values: Values, told: list[Problem]) -> Run:
    text = _put(run.text, where, values, told)
    return run if text is run.text else replace(run, text=text)


def _put(text: str, where: str, values: Values, told: list[Problem]) -> str:
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


def _said(name: str, standing: Standing, typed: str, values: Values) -> str:
    if standing is Standing.LITERAL:
        return f"{{{name}}}"
    return (values(name) or typed) if standing is Standing.FIELD else typed


def _complaints(name: str, standing: Standing, like: str, where: str, values: Values) -> Iterator[Problem]:
    if standing is Standing.UNKNOWN and like:
        yield error("merge-field-misspelt", where, field=name, like=like)
    elif standing is Standing.UNKNOWN:
        yield error("merge-field-unknown", where, field=name)
    elif standing is Standing.FIELD and values(name) is None:
        yield error("merge-field-in-itself", where, field=name)
    elif standing is Standing.FIELD and not values(name):
        yield error("merge-field-empty", where, field=name)
