"""What a letter says without questions: who writes, from where, for how much, by when."""

import re

_NAME = re.compile(
    r"(?:[Мм]еня зовут|[Mm]y name is|I am|I['’]m|[Сс] уважением,?|[Rr]egards,?|[Bb]est(?: wishes)?,|[Ss]incerely,|[Cc]heers,)\s+"
    r"((?:[А-ЯЁ][а-яё]+|[A-Z][a-z]+)(?:\s(?:[А-ЯЁ][а-яё]+|[A-Z][a-z]+)){0,2})"
)
_LEGAL = re.compile(r"\b(?:ООО|АО|ПАО|ИП|ЗАО)\s+[«\"]?[А-ЯЁA-Z][^»\",.;\n]{1,60}[»\"]?")
_QUOTED = re.compile(r"[«“\"]([^»”\"\n]{2,60})[»”\"]")
_FROM = re.compile(r"(?:from|at|with)\s+((?:[A-Z][\w&-]*)(?:\s[A-Z][\w&-]*){0,3})")
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\w)[^.!?\n]*)*")
_BUDGET = re.compile(r"бюджет|budget|готовы потратить|располагаем|уложиться")
_DEADLINE = re.compile(r"срок|успеть|запус|дедлайн|нужн\w* (?:к|до)|deadline|launch|by the|ready by|желательно")
_PART = re.compile(r"[,;(]| and (?=we |it |the )| и (?=\w+ (?:до|к)\b)")


def name_in(text: str) -> str:
    """Return the name under which somebody introduces themselves, or signs."""
    match = _NAME.search(text)
    return match[1] if match else ""


def company_in(text: str) -> str:
    """Return the company that a letter names: with its legal form, in quotation marks, or after “from”."""
    if legal := _LEGAL.search(text):
        return legal[0].strip()
    if quoted := _QUOTED.search(text):
        return quoted[1].strip()
    match = _FROM.search(text)
    return match[1] if match else ""


def budget_text(text: str) -> str:
    """Return the part of a sentence that speaks of the budget."""
    return _part(text, _BUDGET)


def deadline_text(text: str) -> str:
    """Return the part of a sentence that speaks of the time."""
    return _part(text, _DEADLINE)


def _part(text: str, wanted: re.Pattern[str]) -> str:
    """Return the sentence, from the part of it that names what is wanted to the next one of at least a word more."""
    for sentence in _SENTENCE.findall(text):
        parts = _PART.split(sentence)
        for i, part in enumerate(parts):
            if wanted.search(part.lower()):
                found = part if re.search(r"\d", part) or i + 1 == len(parts) else f"{part},{parts[i + 1]}"
                return " ".join(found.split())
    return ""


_GREETING = re.compile(
    r"^(?:здравствуйте|добр\w+ (?:день|утро|вечер)|привет\w*|hi|hello|dear|good (?:morning|day|afternoon))\b"
    r"[^.!,\n]{0,30}[.!,]*\s*",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(r"^(?:меня зовут|my name is|i am|i['’]m)\b[^.!?\n]*[.!?]\s*", re.IGNORECASE)
_REACH = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}\.\w{1,63}|(?<!\d)\+?\d[\d\s()\-–]{8,18}\d(?!\d)")
_CLOSING = re.compile(
    r"^(?:с уважением|с наилучшими пожеланиями|(?:заранее )?спасибо(?: заранее)?|best(?: wishes| regards)?"
    r"|(?:kind |warm )?regards|thanks(?: in advance)?|thank you|sincerely|cheers)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(_CLOSING.pattern + r"(?:\s*$|\s*[,.!].{0,60}$|(?<=уважением)\s.{0,60}$)", re.IGNORECASE)


def closes(line: str) -> bool:
    """Tell whether a line is the close of a letter, perhaps with the name behind it, and nothing else."""
    return bool(_CLOSES.match(line.strip()))


def task_in(text: str) -> str:
    """Return a letter without its greeting, its introduction, lines with addresses or telephones, and its close."""
    kept: list[str] = []
    for line in text.splitlines():
        if any(kept) and _CLOSING.match(line.strip()):
            break
        bare = _INTRODUCTION.sub("", _GREETING.sub("", line.strip()))
        kept.append("" if _REACH.search(bare) else bare)
    return "\n".join(kept).strip()
