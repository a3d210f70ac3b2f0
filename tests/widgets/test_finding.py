"""What is in the workspace is found while one types, and what is new a moment later."""

from collections.abc import Sequence

from pytestqt.qtbot import QtBot

from app.model.people import Person
from app.store.workspace import Workspace
from widgets.finding import Finding, Question


def found(finding: Finding, qtbot: QtBot, question: Question) -> list[str]:
    answers: list[Sequence[object]] = []
    finding.ask(question, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5000)
    return [hit.title for hit in answers[-1]]  # type: ignore[attr-defined]


def test_a_record_is_found_by_the_beginning_of_a_word(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.library.people.put(Person(id="anna", name="Анна Берёзова", role="дизайнер"))
    finding = Finding(workspace)
    try:
        with qtbot.waitSignal(finding.updated, timeout=5000):
            finding.changed()
        assert found(finding, qtbot, Question("дизай")) == ["Анна Берёзова"]
        assert found(finding, qtbot, Question("дизай", kinds=("reference",))) == []
    finally:
        finding.stop()


def test_only_the_newest_question_is_answered(qtbot: QtBot, workspace: Workspace) -> None:
    finding = Finding(workspace)
    answered: list[str] = []
    try:
        for text in ("a", "ab", "abc"):
            finding.ask(Question(text), lambda _, text=text: answered.append(text))  # type: ignore[misc]
        qtbot.waitUntil(lambda: bool(answered), timeout=5000)
        qtbot.wait(50)
        assert answered == ["abc"]
    finally:
        finding.stop()
