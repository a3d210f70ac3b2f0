"""What holds for a whole workspace: `workspace.json` beside its proposals."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.problems import Problem, Severity, problem
from app.store.disk import Disk
from app.store.naming import NUMBER_PATTERN, unusable_pattern
from app.store.shape import Json
from app.store.trouble import trouble

FILE_NAME = "workspace.json"
SCHEMA = 1
_LARGEST = 1_000_000
_PATTERN = "number_pattern"


@dataclass(frozen=True, slots=True)
class Settings:
    """What was set for a workspace, and what is wrong with the file; the usual holds where nothing or nonsense was set."""

    number_pattern: str = NUMBER_PATTERN
    problems: tuple[Problem, ...] = ()


def read_settings(workspace: Path, disk: Disk) -> Settings:
    """Read the settings of a workspace; without a file they are the usual ones."""
    file = workspace / FILE_NAME
    body, problems = _body(file, disk)
    pattern = body.get(_PATTERN, NUMBER_PATTERN)
    wrong = unusable_pattern(pattern) if isinstance(pattern, str) else unusable_pattern("")
    if wrong:
        told = problem(wrong.code, str(file), Severity.WARNING, **dict(wrong.facts))
        return Settings(problems=(*problems, told, problem("number-pattern-usual", str(file), usual=NUMBER_PATTERN)))
    return Settings(str(pattern), problems)


def write_number_pattern(workspace: Path, pattern: str, disk: Disk) -> tuple[Problem, ...]:
    """Set how numbers are made from now on; return what prevented it. Other settings in the file stay."""
    wrong = unusable_pattern(pattern)
    if wrong:
        return (wrong,)
    return write_keys(workspace, {_PATTERN: pattern}, disk)


def keys_of(workspace: Path, disk: Disk) -> dict[str, object]:
    """Return everything that was set for a workspace, by its keys; nothing where the file cannot be read."""
    return _body(workspace / FILE_NAME, disk)[0]


def write_keys(workspace: Path, keys: Mapping[str, Json], disk: Disk) -> tuple[Problem, ...]:
    """Set some of the settings; return what prevented it. Others in the file stay."""
    import orjson

    from app.store.jsonfile import dump

    file = workspace / FILE_NAME
    if problems := _body(file, disk)[1]:
        return problems
    try:
        there = orjson.loads(disk.read(file, _LARGEST)) if file.exists() else {}
        disk.write(file, dump({"schema": SCHEMA, **there, **keys}))
    except OSError as refused:
        return (trouble(refused, file),)
    return ()


def _body(file: Path, disk: Disk) -> tuple[dict[str, object], tuple[Problem, ...]]:
    try:
        content = disk.read(file, _LARGEST)
    except FileNotFoundError:
        return {}, ()
    except OSError as wrong:
        return {}, (trouble(wrong, file),)
    from app.store.jsonfile import parse

    parsed = parse(content, file.name)
    if isinstance(parsed.value, dict):
        return parsed.value, parsed.problems
    return {}, parsed.problems or (problem("value-not-object", file.name, found="…"),)
