"""What the questions of a form ask for, by their words; and the fingerprint by which a form is known again."""

import hashlib
import re
from collections.abc import Iterable, Sequence

from app.model.brief import Answer
from app.model.form import FormMapping, FormQuestion, Meaning

_WORDS: tuple[tuple[Meaning, str], ...] = (
    (Meaning.RECEIVED, r"отметка времени|timestamp|submitted at|дата (?:отправки|заявки|заполнения)|created"),
    (Meaning.EMAIL, r"e-?mail|почт[аы]|электронн\w* адрес|имейл|мейл"),
    (Meaning.PHONE, r"телефон|phone|mobile|whats ?app|telegram|мобильн|tel\b|тел\b"),
    (
        Meaning.SITE,
        r"ваш сайт|адрес сайта|ссылка на сайт|web ?site|site url|current site|\burl\b|^сайт$|^site$|текущ\w* сайт",
    ),
    (Meaning.TIME_ZONE, r"часов\w* пояс|time ?zone|^utc|^tz$"),
    (Meaning.LANGUAGE, r"язык|language"),
    (Meaning.BUDGET, r"бюджет|budget|сколько готовы|готовы потратить|price range|стоимост|инвестици"),
    (Meaning.DEADLINE, r"срок|дедлайн|deadline|когда|к какой дате|when|timing|timeline|launch date|дата запуска"),
    (Meaning.ROLE, r"должность|position|job title|ваша роль|your role|^role$"),
    (
        Meaning.COMPANY,
        r"компани|организаци|company|organi[sz]ation|название бизнеса|business name|бренд|brand name|юр\w* лицо|клиент",
    ),
    (Meaning.CITY, r"город|city|где вы находитесь|location|страна|country|регион"),
    (
        Meaning.SERVICE,
        r"услуг|service|что (?:вам )?(?:нужно|требуется)|what do you need|тип проекта|project type|вид работ|направлени"
        r"|interested in|интересует|help (?:you )?with|looking for|что делаем|тема|subject",
    ),
    (
        Meaning.CONTACT,
        r"\bимя\b|фио|как (?:вас|к вам)|контактн\w* лиц|your name|full name|contact|^name$|представьтесь|first ?name",
    ),
    (
        Meaning.WISHES,
        r"задач|пожелани|опишите|описани|расскажите|комментари|подробн|describe|description|tell us|message|сообщени|details"
        r"|comment|wish|goal|цел[ьи]|примеры|нрав|референс|requirements|требовани|about the project|о проекте|вопрос"
        r"|anything else|should know|дополнительно|^text ?area",
    ),
)
_KNOWN = tuple((meaning, re.compile(pattern)) for meaning, pattern in _WORDS)
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Programs name fields in one word: submittedAt."""
_ONCE = frozenset(Meaning) - {Meaning.OTHER, Meaning.WISHES, Meaning.SERVICE}


def meaning_of(question: str) -> Meaning:
    """Return what a question asks for by its words, OTHER where that is not plain."""
    words = _INNER_CAPITAL.sub(" ", question).replace("_", " ")
    lowered = " ".join(words.lower().replace("ё", "е").split())
    return next((meaning for meaning, pattern in _KNOWN if pattern.search(lowered)), Meaning.OTHER)


def guess(questions: Sequence[str]) -> FormMapping:
    """Understand the questions of a form. Where two ask for the same, the shorter question is the one."""
    found = {question: meaning_of(question) for question in questions}
    for meaning in _ONCE:
        same = sorted((question for question, one in found.items() if one is meaning), key=len)
        for other in same[1:]:
            found[other] = Meaning.OTHER
    made = tuple(FormQuestion(question=question, meaning=meaning) for question, meaning in found.items())
    return FormMapping(id=fingerprint(questions), questions=made)


def fingerprint(questions: Iterable[str]) -> str:
    """Return the same text for the same questions, whatever their order and capitals."""
    names = sorted({" ".join(question.lower().split()) for question in questions})
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:16]


def meanings(answers: Iterable[Answer], mapping: FormMapping | None) -> list[tuple[Meaning, Answer]]:
    """Return the answers with what they are about: as the mapping has it, else by the words of the question."""
    listed = list(answers)
    known = {one.question: one.meaning for one in mapping.questions} if mapping else {}
    guessed = {one.question: one.meaning for one in guess([one.question for one in listed if one.question]).questions}
    return [(known.get(one.question, guessed.get(one.question, Meaning.WISHES)), one) for one in listed]
