"""A letter of questions and answers: `Question: answer`, or a question on one line and its answer below."""

import re

from app.intake.brief.freeform import closes
from app.model.brief import Answer

MOST_CHARACTERS = 2_000_000
_PAIR = re.compile(r"^(?P<question>[^:?\n]{2,90}?)\s*(?::|\?:?)(?:\s+(?P<answer>.*))?$")
_DASHED = re.compile(r"^(?P<question>[^:?\n–—]{2,60}?)\s+[–—]\s+(?P<answer>.+)$")
_BULLET = re.compile(r"^\s*(?:[-*•·]|\d{1,2}[.)])\s+")


def letter_answers(text: str) -> tuple[Answer, ...]:
    """Return the answers in a text. What stands before the first question is its opening, under no question.

    Lines without a question go on with the answer above them, up to the close of the letter, which is under no question.
    """
    answers: list[tuple[str, list[str]]] = [("", [])]
    for raw in text[:MOST_CHARACTERS].replace("\x00", "").splitlines():
        line = _BULLET.sub("", raw).strip()
        # Points below a question that has no answer on its line are the answer.
        is_point = bool(_BULLET.match(raw)) and bool(answers[-1][0]) and not answers[-1][1][0]
        found = None if is_point else _question(line)
        if found:
            answers.append((found[0], [found[1]]))
        elif line and answers[-1][0] and closes(line):
            answers.append(("", [line]))
        elif line:
            answers[-1][1].append(line)
    made = ((question, "\n".join(filter(None, lines)).strip()) for question, lines in answers)
    return tuple(Answer(question=question, answer=answer) for question, answer in made if answer)


def _question(line: str) -> tuple[str, str] | None:
    pair = _PAIR.match(line) or _DASHED.match(line)
    if pair is None or not any(letter.isalpha() for letter in pair["question"]) or "://" in pair["question"]:
        return None
    return " ".join(pair["question"].split()), (pair["answer"] or "").strip()
