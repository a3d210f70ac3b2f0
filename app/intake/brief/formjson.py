"""The JSON that forms of sites send: flat, in lists of fields, or nested in an envelope."""

from collections.abc import Iterator
from typing import Any

import orjson

from app.intake.brief.questions import meaning_of
from app.intake.brief.submission import Submission, Submissions
from app.model.brief import Answer
from app.model.form import Meaning
from app.problems import error

_LABELS = ("question", "label", "title", "name", "key", "field", "id", "ref")
_VALUES = ("answer", "value", "text", "values", "response", "email", "phone_number", "url", "number", "boolean", "date", "choice",
           "choices", "labels")  # fmt: skip
_ENVELOPES = ("results", "items", "submissions", "responses", "entries", "records", "data", "leads")
_DEEPEST = 12
_MOST = 2_000


def json_submissions(data: bytes, name: str) -> Submissions:
    """Read the answers in a JSON; a list of objects holds several filled forms."""
    try:
        value = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as reason:
        return Submissions(problems=(error("brief-bad-json", name, line=reason.lineno, column=reason.colno),))
    rows = _rows(value)
    found = tuple(
        Submission(answers, f"{name} › {number}" if len(rows) > 1 else name)
        for number, row in enumerate(rows, 1)
        if (answers := tuple(_merged(_answers(row, 0))))
    )
    return Submissions(found) if found else Submissions(problems=(error("brief-nothing", name),))


def _rows(value: Any) -> list[Any]:
    """Return the filled forms: the objects of a list, which may lie in an envelope that answers nothing itself."""
    if isinstance(value, dict) and not any(
        _plain(inner) and meaning_of(key) is not Meaning.OTHER for key, inner in value.items()
    ):
        value = next((value[key] for key in _ENVELOPES if isinstance(value.get(key), list)), value)
    several = isinstance(value, list) and value and all(isinstance(one, dict) and _pair(one) is None for one in value)
    return value if several else [value]


def _merged(answers: Iterator[Answer]) -> Iterator[Answer]:
    seen: set[str] = set()
    for count, one in enumerate(answers):
        if count >= _MOST:
            return
        if one.question not in seen:
            seen.add(one.question)
            yield one


def _answers(value: Any, depth: int) -> Iterator[Answer]:
    """Yield what an object or list answers, from the outside in."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _answers(one, depth + 1)
    if not isinstance(value, dict):
        return
    if (pair := _pair(value)) is not None:
        yield pair
        return
    for key, inner in value.items():
        text = _plain(inner)
        if text:
            yield Answer(question=str(key), answer=text)
        elif isinstance(inner, dict | list):
            yield from _answers(inner, depth + 1)


def _pair(value: dict[str, Any]) -> Answer | None:
    """Return the answer of a field such as {"label": …, "value": …}, None where an object is none."""
    answer = next((text for key in _VALUES if (text := _plain(value.get(key)))), "")
    question = next((text for key in _LABELS if (text := _label(value.get(key)))), "")
    is_field = any(key in value for key in _VALUES[:5]) or ("type" in value and bool(answer))
    return Answer(question=question, answer=answer) if is_field and question and answer else None


def _label(value: Any) -> str:
    if isinstance(value, dict):
        return next((text for key in _LABELS if (text := _plain(value.get(key)))), "")
    return _plain(value)


def _plain(value: Any) -> str:
    """Return a value as text; a list of choices is joined, an object that is no choice is none."""
    match value:
        case bool():
            return "да" if value else ""
        case str():
            return value.strip()
        case int() | float():
            return str(value)
        case list() if value and all(isinstance(one, str | int | float) for one in value):
            return ", ".join(map(str, value))
        case {"label": str() as label}:
            return label.strip()
        case {"labels": list() as labels}:
            return ", ".join(map(str, labels))
    return ""
