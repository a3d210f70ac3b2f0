"""Answers come from forms' tables, sites' JSON and letters."""

import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.intake.brief.reading import pasted, read_submissions
from app.intake.brief.understanding import understand
from app.problems import stops
from tests.growth import grows_evenly
from tests.intake.helpers import xlsx


def said(text: str) -> dict[str, str]:
    (one,) = pasted(text).found
    return {answer.question: answer.answer for answer in one.answers}


def file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_every_row_below_the_questions_is_a_request(tmp_path: Path) -> None:
    path = file(tmp_path, "form.csv", 'Имя,Компания,Задача\nАнна,"ООО «Лес»","Сайт,\nи логотип"\n,,\nИван,,Лендинг\n')
    read = read_submissions(path)
    assert [[answer.answer for answer in one.answers] for one in read.found] == [
        ["Анна", "ООО «Лес»", "Сайт,\nи логотип"],
        ["Иван", "Лендинг"],
    ]
    assert read.found[1].answers[1].question == "Задача"
    assert "form.csv" in read.found[1].place


def test_a_workbook_of_a_form_is_read_like_its_table(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "ответы.xlsx", [["Ваше имя", "Бюджет"], ["Анна", 500000], ["Иван", "до 1 млн"]])
    assert [one.answers[1].answer for one in read_submissions(path).found] == ["500000", "до 1 млн"]


def test_a_table_in_the_code_page_of_russian_excel_is_read(tmp_path: Path) -> None:
    path = file(tmp_path, "form.csv", "Имя;Компания;Бюджет\nАнна;Ромашка;300 тыс.\n".encode("cp1251"))
    assert read_submissions(path).found[0].answers[1].answer == "Ромашка"


def test_questions_may_stand_beside_their_answers(tmp_path: Path) -> None:
    path = file(tmp_path, "form.csv", "Компания;Ромашка\nБюджет;300 тыс.\nСрок;март\n")
    (one,) = read_submissions(path).found
    assert [answer.question for answer in one.answers] == ["Компания", "Бюджет", "Срок"]


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "Анна", "budget": 500000}',
        '{"data": {"fields": [{"label": "name", "value": "Анна"}, {"label": "budget", "value": 500000}]}}',
        '[{"question": "name", "answer": "Анна"}, {"question": "budget", "answer": "500000"}]',
        '{"form_response": {"answers": [{"type": "text", "text": "Анна", "field": {"title": "name"}},'
        ' {"type": "number", "number": 500000, "field": {"title": "budget"}}]}}',
    ],
)
def test_the_json_of_a_site_is_read_however_it_is_wrapped(text: str) -> None:
    assert said(text) == {"name": "Анна", "budget": "500000"}


def test_a_list_of_objects_holds_several_requests() -> None:
    assert len(pasted('[{"name": "Анна"}, {"name": "Иван"}]').found) == 2


@pytest.mark.parametrize("envelope", ['{{"results": {0}, "paging": {{}}}}', '{{"total_items": 2, "items": {0}}}'])
def test_requests_in_an_envelope_are_told_apart(envelope: str) -> None:
    """As HubSpot and Typeform export several filled forms: nobody's answers are lost among another's."""
    rows = (
        '[{"submittedAt": 1, "values": [{"name": "email", "value": "a@b.c"}]}, {"values": [{"name": "email", "value": "d@e.f"}]}]'
    )
    read = pasted(envelope.format(rows), "hub.json")
    assert [one.answers[-1].answer for one in read.found] == ["a@b.c", "d@e.f"]
    assert [one.place for one in read.found] == ["hub.json › 1", "hub.json › 2"]


def test_a_list_within_one_request_makes_no_others_of_it() -> None:
    assert said('{"name": "Анна", "items": [{"sku": "1"}, {"sku": "2"}]}')["name"] == "Анна"


def test_choices_of_a_form_are_one_answer() -> None:
    assert said('{"services": ["Сайт", "Логотип"]}') == {"services": "Сайт, Логотип"}


def test_a_letter_is_read_line_by_line() -> None:
    assert said("Добрый день!\n\nКомпания: Ромашка\nБюджет — 300 тыс.\n1. Срок? до марта\nСайт: https://a.ru/x\nи ещё") == {
        "": "Добрый день!",
        "Компания": "Ромашка",
        "Бюджет": "300 тыс.",
        "Срок": "до марта",
        "Сайт": "https://a.ru/x\nи ещё",
    }


@pytest.mark.parametrize(
    "close", ["С уважением,\nОльга Ким, ПАО", "Best,\nTom", "Kind regards, Tom", "Спасибо!\nОльга", "С уважением Ольга"]
)
def test_the_close_of_a_letter_is_no_answer(close: str) -> None:
    assert said(f"Срок: май\nКомпания: Завод\n\n{close}") == {"Срок": "май", "Компания": "Завод", "": close}


def test_thanks_within_an_answer_do_not_close_it() -> None:
    assert said("Нравится: Apple\nBest in class design\nThanks to their team")["Нравится"].endswith("Thanks to their team")


@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_an_e_mail_is_read_as_a_mail_program_shows_it(tmp_path: Path, kind: str, encoding: str) -> None:
    """Saved from a mail program: names and subject are encoded, and so is the text."""
    mail = EmailMessage()
    mail["From"] = Address("Ольга Ким", "olga", "zavod.example")
    mail["Subject"] = "Сайт для завода"
    mail["Date"] = "Thu, 12 Mar 2026 14:05:33 +0500"
    lines = ["Здравствуйте!", "Бюджет: до 1,5 млн ₽", "Срок: 1 сентября"]
    body = "\n".join(lines) if kind == "plain" else "<style>p {}</style><p>" + "</p><p>".join(lines) + "<script>no</script></p>"
    mail.set_content(body, subtype=kind, cte=encoding)
    (one,) = read_submissions(file(tmp_path, "mail.eml", mail.as_bytes())).found
    assert {answer.question: answer.answer for answer in one.answers} == {
        "": "Здравствуйте!",
        "Name": "Ольга Ким",
        "E-mail": "olga@zavod.example",
        "Subject": "Сайт для завода",
        "Submitted at": "2026-03-12T14:05:33+05:00",
        "Бюджет": "до 1,5 млн ₽",
        "Срок": "1 сентября",
    }


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff", b"From: \n\n", b"Content-Type: text/plain; charset=nope\n\nHi", b"Date: oops\n\n"]
)
def test_a_broken_e_mail_breaks_nothing(tmp_path: Path, content: bytes) -> None:
    read = read_submissions(file(tmp_path, "mail.eml", content))
    assert read.found or stops(read.problems)


def test_points_below_a_question_are_its_answer() -> None:
    assert (
        said("Что нравится?\n- apple.com: чисто\n- крупные фотографии")["Что нравится"] == "apple.com: чисто\nкрупные фотографии"
    )


def test_a_time_or_an_address_is_no_question() -> None:
    assert said("Звоните после 15:30\nhttps://a.ru: наш сайт") == {"": "Звоните после 15:30\nhttps://a.ru: наш сайт"}


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.json", "{oops", "brief-bad-json"),
        ("a.json", "[" * 200_000, "brief-bad-json"),
        ("a.json", "{}", "brief-nothing"),
        ("a.txt", "", "brief-nothing"),
        ("a.csv", "", "table-empty-file"),
        ("a.xlsx", "<html><body>Войдите</body></html>", "table-html"),
        ("a.csv", "Имя;Бюджет\n", "brief-nothing"),
    ],
)
def test_a_file_without_requests_says_what_is_wrong(tmp_path: Path, name: str, content: str, code: str) -> None:
    read = read_submissions(file(tmp_path, name, content))
    assert code in {found.code for found in read.problems}
    assert stops(read.problems)
    assert not read.found


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert {found.code for found in read_submissions(tmp_path / "нет.json").problems} == {"brief-unreadable"}


@given(st.text(max_size=200))
@settings(max_examples=80, deadline=None)
def test_no_text_breaks_the_reading_and_none_is_lost(text: str) -> None:
    for one in pasted(text).found:
        assert all(answer.answer for answer in one.answers)


QUESTIONS = st.text(st.characters(categories=("L",)), min_size=3, max_size=12)
ANSWERS = st.text("абв гд", min_size=1).map(str.strip).filter(bool)


@given(st.dictionaries(QUESTIONS, ANSWERS, min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_lines_of_questions_and_answers_come_back(pairs: dict[str, str]) -> None:
    assert said("\n".join(f"{question}: {answer}" for question, answer in pairs.items())) == {
        question: " ".join(answer.split(" ")) for question, answer in pairs.items()
    }


def test_a_letter_of_an_impossible_day_is_read_without_it(tmp_path: Path) -> None:
    """Found by damaging files at random: Python's own reader of letters raises OverflowError."""
    letter = f"From: anna@example.org\nDate: Fri, {'9' * 40} Nov 2026 10:00:00 +0300\n\nName: Anna\n"
    read = read_submissions(file(tmp_path, "a.eml", letter))
    assert [answer.answer for answer in read.found[0].answers if answer.question == "Name"] == ["Anna"]


@pytest.mark.parametrize("piece", ["9", "а", "1.", "a-", "8 ", "a/", "+(", "a@", "\n", "до ", "300 тыс "])
def test_a_letter_of_one_endless_word_takes_no_longer_than_any_other(piece: str) -> None:
    """Found by damaging files at random: looking for an address took the square of the word's length."""

    def work(length: int) -> None:
        read = pasted(f"Имя: Анна\nЗадача: {piece * (length // len(piece))}\n{piece * 100}\n")
        for submission in read.found:
            understand(submission, datetime.date(2026, 11, 21))

    assert grows_evenly(work, 300_000)
