"""A file of answers is read: a form's table (CSV, TSV, XLSX, ODS, XLS), a site's JSON, an e-mail, or a letter in plain text."""

import stat
from pathlib import Path

from app.intake.brief.formjson import json_submissions
from app.intake.brief.letter import letter_answers
from app.intake.brief.questions import meaning_of
from app.intake.brief.submission import Submission, Submissions
from app.intake.cells import Cell, Row, Sheet, Table, place
from app.intake.encoding import decode
from app.intake.table import read_table
from app.model.brief import Answer
from app.model.form import Meaning
from app.problems import error

MOST_FILE_BYTES = 20_000_000
_TEXTS = {".txt", ".md", ".eml", ""}
_LEAST_QUESTIONS = 2


def read_submissions(path: Path) -> Submissions:
    """Read every filled form of a file. Nothing is raised: what is wrong is among the problems."""
    suffix = path.suffix.lower()
    if suffix != ".json" and suffix not in _TEXTS:
        return _of_table(read_table(path))
    try:
        there = path.stat()
        if not stat.S_ISREG(there.st_mode):  # opening a pipe would wait for ever
            return Submissions(problems=(error("table-no-file", path.name),))
        if there.st_size > MOST_FILE_BYTES:
            return Submissions(problems=(error("brief-too-large", path.name),))
        data = path.read_bytes()
    except OSError as reason:
        return Submissions(problems=(error("brief-unreadable", path.name, reason=reason.strerror or type(reason).__name__),))
    if suffix == ".json" or data.lstrip()[:1] in (b"{", b"["):
        return json_submissions(data, path.name)
    return _of_mail(data, path.name) if suffix == ".eml" else pasted(decode(data)[0], path.name)


def _of_mail(data: bytes, name: str) -> Submissions:
    """Read an e-mail: what its headers tell stands before the answers of its text."""
    from app.intake.brief.mail import mail_text

    told, text = mail_text(data)
    answers = (*told, *letter_answers(text))
    return Submissions((Submission(answers, name),)) if answers else Submissions(problems=(error("brief-nothing", name),))


def pasted(text: str, name: str = "") -> Submissions:
    """Read a letter or what was pasted: lines of `Question: answer`."""
    if text.lstrip()[:1] in ("{", "["):
        read = json_submissions(text.encode(), name)
        if read.found:
            return read
    answers = letter_answers(text)
    return Submissions((Submission(answers, name),)) if answers else Submissions(problems=(error("brief-nothing", name),))


def _of_table(table: Table) -> Submissions:
    """A heading row of questions, a row of answers each. A table of two columns may be one form: questions beside answers."""
    for sheet in table.sheets:
        if len(sheet.rows) < _LEAST_QUESTIONS:
            continue
        if _is_upright(sheet):
            return Submissions((Submission(_beside(sheet), place(table.name, sheet.name)),), table.problems)
        head, *rows = sheet.rows
        found = tuple(_filled(head, row, place(table.name, sheet.name, row.number)) for row in rows)
        return Submissions(tuple(one for one in found if one.answers), table.problems)
    nothing = () if table.problems else (error("brief-nothing", table.name),)
    return Submissions(problems=(*table.problems, *nothing))


def _filled(head: Row, row: Row, where: str) -> Submission:
    pairs = ((_text(question), _text(row.cell(question.column))) for question in head.cells)
    return Submission(tuple(Answer(question=question, answer=answer) for question, answer in pairs if answer), where)


def _is_upright(sheet: Sheet) -> bool:
    """Tell whether questions stand in the first column: of two columns that is the one that asks for different things."""
    if max(row.cells[-1].column for row in sheet.rows) != 2 or any(row.cells[0].column != 1 for row in sheet.rows):
        return False
    below = {meaning_of(_text(row.cell(1))) for row in sheet.rows} - {Meaning.OTHER}
    return len(below) > 1 and meaning_of(_text(sheet.rows[0].cell(2))) is Meaning.OTHER


def _beside(sheet: Sheet) -> tuple[Answer, ...]:
    pairs = ((_text(row.cell(1)), _text(row.cell(2))) for row in sheet.rows)
    return tuple(Answer(question=question, answer=answer) for question, answer in pairs if question and answer)


def _text(cell: Cell | None) -> str:
    return "\n".join(" ".join(line.split()) for line in cell.text.splitlines()).strip() if cell else ""
