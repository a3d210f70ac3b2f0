"""Every problem has its sentence, in English and in Russian, and the sentence knows its facts."""

import ast
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from app import wordings
from app.problems import Problem, Severity, error, problem
from app.wording import line, sentences, worded

APP = Path(__file__).resolve().parent.parent / "app"
EMITTERS = {"problem", "error", "Problem", "fail", "warn", "info"}
ROOMS = [module.name for module in pkgutil.iter_modules(wordings.__path__)]


@dataclass(frozen=True)
class Emitted:
    """One place where a problem is made. `facts` is None where they cannot be read from the code."""

    code: str
    facts: frozenset[str] | None
    place: str


@cache
def emitted() -> tuple[Emitted, ...]:
    paths = [path for path in sorted(APP.rglob("*.py")) if "wordings" not in path.parts]
    return tuple(found for path in paths for found in emitted_in(path))


def emitted_in(path: Path) -> Iterator[Emitted]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and name_of(node.func) in EMITTERS:
            facts = frozenset(keyword.arg for keyword in node.keywords if keyword.arg) - {"where", "severity"}
            known = all(keyword.arg for keyword in node.keywords) and name_of(node.func) != "Problem"
            for code in codes_of(node.args[0]):
                yield Emitted(code, facts if known else None, f"{path.relative_to(APP.parent)}:{node.lineno}")


def name_of(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def codes_of(argument: ast.expr) -> Iterator[str]:
    """The code itself, or both of `"a" if x else "b"`."""
    if isinstance(argument, ast.IfExp):
        yield from codes_of(argument.body)
        yield from codes_of(argument.orelse)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value


def literals() -> set[str]:
    """Return every string in the code of app/ outside the wordings."""
    return {
        node.value
        for path in APP.rglob("*.py")
        if "wordings" not in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def placeholders(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field is not None}


def tables(room: str) -> tuple[dict[str, str], dict[str, str]]:
    module = importlib.import_module(f"app.wordings.{room}")
    return module.WORDINGS, module.WORDINGS_RU


def test_every_problem_that_the_code_makes_has_its_sentence() -> None:
    assert len(emitted()) > 20, "the search finds the places where problems are made"
    missing = {f"{found.code} ({found.place})" for found in emitted() if found.code not in sentences("en")}
    assert not missing, "\n".join(sorted(missing))


def test_every_placeholder_is_a_fact_that_the_code_gives() -> None:
    wrong = [
        f"{found.place}: {found.code} has no fact {sorted(unknown)}"
        for found in emitted()
        if found.facts is not None and (unknown := placeholders(sentences("en").get(found.code, "")) - found.facts)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_sentence_waits_for_a_problem_that_nobody_makes() -> None:
    unused = set(sentences("en")) - literals()
    assert not unused, sorted(unused)


@pytest.mark.parametrize("room", ROOMS)
def test_both_languages_say_the_same_things(room: str) -> None:
    english, russian = tables(room)
    assert set(english) == set(russian)
    for code, sentence in english.items():
        assert placeholders(sentence) == placeholders(russian[code]), code


@pytest.mark.parametrize("room", ROOMS)
def test_sentences_are_sentences(room: str) -> None:
    for table in tables(room):
        for code, sentence in table.items():
            assert sentence[0].isupper() or not sentence[0].isalpha(), code
            assert sentence.endswith((".", "?", "!", "…", "»", "”", "}")), code


def test_a_code_has_one_home() -> None:
    seen: dict[str, str] = {}
    for room in ROOMS:
        for code in tables(room)[0]:
            assert code not in seen, f"{code} is in {room} and in {seen.get(code)}"
            seen[code] = room


def test_a_problem_is_said_in_the_users_language() -> None:
    found = problem("brand-not-found", "kursk", name="kursk", known="kurs, salon")
    assert worded(found) == "There is no brandbook “kursk”. There are: kurs, salon."
    assert worded(found, "ru") == "Брендбука «kursk» нет. Есть: kurs, salon."


def test_a_fact_is_never_taken_for_a_placeholder() -> None:
    assert "{known}" in worded(problem("brand-not-found", name="{known}", known="kurs"))


def test_a_problem_without_a_sentence_speaks_for_itself() -> None:
    assert worded(problem("no-such-code", cell="B7")) == "no-such-code (cell = B7)"
    assert worded(Problem("no-such-code"), "ru") == "no-such-code"


def test_a_fact_that_was_not_told_leaves_an_ellipsis() -> None:
    assert worded(Problem("brand-not-found")) == "There is no brandbook “…”. There are: …."


def test_a_line_tells_how_bad_where_and_what() -> None:
    assert line(error("no-such-code", "estimate.xlsx › B7")) == "error: estimate.xlsx › B7: no-such-code"
    assert line(problem("no-such-code", severity=Severity.INFO), "ru") == "заметка: no-such-code"


COUNTS = re.compile(r"\{(\w+)\} (?:(?:sent|new|damaged) )?(\w+(?:s|ren|ple))\b")
BOUNDS = {"limit", "most", "cells", "rows", "characters", "length", "dpi", "height"}
"""Facts that are never one."""
NO_NOUNS = {"is", "was", "has", "lacks", "holds", "counts", "reads", "takes", "stands", "leaves", "belongs", "comes"}


def test_one_of_a_thing_is_not_spoken_of_as_several() -> None:
    """Sentences have no plural forms, and so no count stands before a noun."""
    wrong = [
        code
        for room in ROOMS
        for code, sentence in tables(room)[0].items()
        for fact, noun in COUNTS.findall(sentence)
        if fact not in BOUNDS and noun not in NO_NOUNS
    ]
    assert wrong == ["brief-which"]  # asked only where there are several


def test_days_and_amounts_are_told_as_the_reader_writes_them() -> None:
    """A fact is written for machines; a text that only holds a day is left as it is, and so is a day that there is not."""
    ends = problem("offer-expired", until="2026-11-30")
    assert "30 November 2026" in worded(ends, "en")
    assert "30 ноября 2026 года" in worded(ends, "ru")
    paid = error("payments-too-little", total="1676000.00 RUB", rest="0.50 EUR")
    assert "1\u00a0676\u00a0000\u00a0₽" in worded(paid, "ru") and "0,50\u00a0€" in worded(paid, "ru")
    assert "₽1,676,000" in worded(paid, "en") and "€0.50" in worded(paid, "en")
    for kept in ("2026-02-31", "since 2026-11-30", "2026-11-30.pdf", "12 boats", "1 676 000 ₽"):
        assert kept in worded(problem("offer-expired", until=kept), "en")
