"""What the window tells in its banner."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.problems import Problem, Severity
from app.wording import worded
from widgets.words import joined, language, recalled, tr


@dataclass(frozen=True)
class Deed:
    """What one can do about it: words for a button, and what it calls."""

    text: str
    call: Callable[[], object]


@dataclass(frozen=True)
class Notice:
    """A sentence for the user. `problems` are listed on demand, `file` can be shown in its folder, `deeds` are offered."""

    severity: Severity
    text: str
    problems: tuple[Problem, ...] = ()
    file: Path | None = None
    deeds: tuple[Deed, ...] = ()


def of_problems(problems: Sequence[Problem], lead: str = "") -> Notice | None:
    """Say the worst of several problems, and how many there are; None where there are none."""
    order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    ranked = sorted(problems, key=lambda found: order.index(found.severity))
    if not ranked:
        return None
    text = joined(lambda lead: f"{lead} {worded(ranked[0], language())}".strip(), lead=lead)
    return Notice(ranked[0].severity, text, tuple(ranked) if len(ranked) > 1 else ())


def respoken(notice: Notice) -> Callable[[], Notice]:
    """Return what gives a notice that was made a moment ago again, in the language that is spoken when it is called."""
    text, deeds = recalled(notice.text), [recalled(deed.text) for deed in notice.deeds]

    def again() -> Notice:
        spoken = tuple(Deed(words(), deed.call) for words, deed in zip(deeds, notice.deeds, strict=True))
        return replace(notice, text=text(), deeds=spoken)

    return again


def of_failure(error: Exception) -> Notice:
    """Say that something went wrong which nobody had thought of; its details are in the log."""
    told = of_problems(getattr(error, "problems", ()))
    return told or Notice(
        Severity.ERROR,
        tr("Something unexpected happened ({kind}). Your work is still here; save it and try again.", kind=type(error).__name__),
    )
