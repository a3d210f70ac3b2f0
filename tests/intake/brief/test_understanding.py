"""A filled form becomes a client, a contact and a brief, with what is still to be asked."""

import datetime

import pytest

from app.intake.brief.questions import fingerprint, guess, meaning_of
from app.intake.brief.reading import pasted
from app.intake.brief.understanding import BriefRead, understand
from app.model.form import FormMapping, FormQuestion, Meaning
from app.problems import Severity

TODAY = datetime.date(2026, 11, 22)
LETTER = """Отметка времени: 20.11.2026 14:05:11
Как вас зовут?: Мария Орлова
Компания: ООО «Ромашка» <test>
Почта: maria@romashka.example
Телефон: +7 916 123-45-67
Что вам нужно: Сайт
Задача: Новый сайт с каталогом
Бюджет: 300-500 тыс. руб
Срок: через 2 недели
Город: Новосибирск"""


def read(text: str, mapping: FormMapping | None = None) -> BriefRead:
    (one,) = pasted(text, "письмо").found
    return understand(one, TODAY, mapping)


def test_a_whole_form_is_understood() -> None:
    found = read(LETTER)
    assert found.client.name == "ООО «Ромашка» <test>"
    assert (found.client.city, found.client.time_zone, found.client.currency) == ("Новосибирск", "Asia/Novosibirsk", "RUB")
    assert (found.contact.name, found.contact.email) == ("Мария Орлова", "maria@romashka.example")
    assert (found.brief.service, found.brief.wishes, found.brief.language) == ("Сайт", "Новый сайт с каталогом", "ru")
    assert found.brief.open == ()
    assert len(found.brief.answers) == 10
    assert not found.problems


def test_a_deadline_counts_from_the_day_on_which_the_form_was_sent() -> None:
    assert read(LETTER).brief.deadline == "2026-12-04"


def test_what_is_missing_is_to_be_asked() -> None:
    assert read("Имя: Анна").brief.open == (
        "brief-open-company",
        "brief-open-reach",
        "brief-open-service",
        "brief-open-wishes",
        "brief-open-budget",
        "brief-open-deadline",
        "brief-open-time-zone",
    )


def test_an_address_is_found_wherever_it_stands() -> None:
    found = read("Задача: позвоните +7 (916) 123-45-67 или пишите на anna@les.example")
    assert (found.contact.email, found.contact.phone) == ("anna@les.example", "+7 (916) 123-45-67")


def test_an_english_request_is_english() -> None:
    assert read("Name: John\nMessage: We need a landing page").brief.language == "en"
    assert read("Name: John\nLanguage: Russian\nMessage: We need a landing page").brief.language == "ru"


def test_what_was_not_understood_is_told_in_the_leads_words() -> None:
    found = read("Срок: после отпуска\nБюджет: как пойдёт")
    assert [(one.code, one.fact("text")) for one in found.problems] == [
        ("brief-deadline-unclear", "после отпуска"),
        ("brief-budget-unclear", "как пойдёт"),
    ]
    assert found.brief.budget_text == "как пойдёт"


def test_a_month_for_a_deadline_is_its_last_day_and_that_is_said() -> None:
    found = read("Срок: к маю 2027")
    assert found.brief.deadline == "2027-05-31"
    assert [(one.code, one.severity, one.fact("date")) for one in found.problems] == [
        ("brief-deadline-assumed", Severity.INFO, "2027-05-31")
    ]


def test_a_deadline_that_has_passed_is_told() -> None:
    assert [one.code for one in read("Срок: 01.10.2026").problems] == ["brief-deadline-past"]


def test_what_must_not_stand_in_a_line_is_taken_out() -> None:
    found = read('{"company": "Лес\\r\\nBcc: x@y.z\\u202e", "name": "Анна\\u0000"}')
    assert (found.client.name, found.contact.name) == ("Лес Bcc: x@y.z", "Анна")


def test_a_person_may_say_what_a_question_means() -> None:
    text = "Кто вы: Ромашка\nПриём: Анна"
    mapping = FormMapping(
        id="x",
        questions=(
            FormQuestion(question="Кто вы", meaning=Meaning.COMPANY),
            FormQuestion(question="Приём", meaning=Meaning.CONTACT),
        ),
    )
    assert read(text).client.name == ""
    assert (read(text, mapping).client.name, read(text, mapping).contact.name) == ("Ромашка", "Анна")


def test_a_form_is_known_again_whatever_the_order_of_its_questions() -> None:
    assert fingerprint(["Имя", "Бюджет "]) == fingerprint(["бюджет", "имя"])
    assert fingerprint(["Имя"]) != fingerprint(["Имя", "Бюджет"])


def test_of_two_questions_about_the_same_the_shorter_one_counts() -> None:
    found = guess(["Бюджет", "Почему такой бюджет и кто его утверждал"])
    assert [one.meaning for one in found.questions] == [Meaning.BUDGET, Meaning.OTHER]


def test_questions_of_english_forms_are_known() -> None:
    asked = ["Full name", "Company name", "E-mail", "Project type", "Tell us about the project", "Budget", "When do you need it?"]
    assert [meaning_of(one) for one in asked] == [
        Meaning.CONTACT, Meaning.COMPANY, Meaning.EMAIL, Meaning.SERVICE, Meaning.WISHES, Meaning.BUDGET, Meaning.DEADLINE,
    ]  # fmt: skip


def test_a_letter_without_questions_is_understood_too() -> None:
    found = read(
        "Здравствуйте! Меня зовут Светлана, я из сети кофеен «Зерно» (Казань).\n\n"
        "Хотим обновить логотип и упаковку, бюджет 500 т.р., желательно успеть до 8 марта.\n"
        "Мой телефон 8 917 222-33-44, почта sveta@zerno.example.\n\nС уважением,\nСветлана"
    )
    assert (found.contact.name, found.contact.phone) == ("Светлана", "8 917 222-33-44")
    assert (found.client.name, found.client.time_zone) == ("Зерно", "Europe/Moscow")
    assert (found.brief.budget, found.brief.deadline) == (500000, "2027-03-08")
    assert found.brief.wishes == "Хотим обновить логотип и упаковку, бюджет 500 т.р., желательно успеть до 8 марта."


def test_an_english_letter_without_questions_is_understood_too() -> None:
    found = read(
        "Hi there,\nI am John Smith from Acme Robotics. We need a new website; our budget is $15k and we launch by March 3.\n"
        "john@acme.example, we are in Berlin"
    )
    assert (found.contact.name, found.client.name) == ("John Smith", "Acme Robotics")
    assert (found.brief.budget, found.brief.currency, found.brief.deadline) == (15000, "USD", "2027-03-03")
    assert found.client.time_zone == "Europe/Berlin"


def test_the_moment_of_sending_is_no_telephone() -> None:
    assert read("Submitted At: 2026-11-20 09:12:44\nName: Jane").contact.phone == ""


@pytest.mark.parametrize("sum_", ["1 500 000 ₽", "1 500 000", "€ 1 500 000", "1 500 000 рублей", "30 000 000 EUR"])
def test_a_budget_is_no_telephone(sum_: str) -> None:
    assert read(f"Компания: Маяк\nБюджет: {sum_}").contact.phone == ""


def test_a_sum_in_a_letter_is_no_telephone_and_the_telephone_after_it_is_found() -> None:
    assert read("Имя: Анна\nПожелания: Уложиться в 1 500 000 ₽, звоните 8 917 222-33-44").contact.phone == "8 917 222-33-44"


def test_milliseconds_of_a_site_are_the_moment_of_sending_and_no_telephone() -> None:
    found = read('{"submittedAt": 1773306333000, "name": "Jane", "message": "Hi"}')
    assert (found.contact.phone, found.brief.received) == ("", "2026-03-12")


@pytest.mark.parametrize(
    "text",
    [
        "First name: Ann\nLast name: Lee",
        '{"firstname": "Ann", "lastname": "Lee"}',
        "Имя: Ann\nФамилия: Lee",
        "Name: Ann Lee\nSurname: Lee",
    ],
)
def test_a_name_in_two_questions_is_one_name(text: str) -> None:
    assert read(text).contact.name == "Ann Lee"


def test_a_position_behind_a_name_is_told_apart() -> None:
    found = read("Как вас зовут?: Иван Рогов, директор по маркетингу\nКомпания: Рога")
    assert (found.contact.name, found.contact.role) == ("Иван Рогов", "директор по маркетингу")
    told = read("Name: Lee, Ann\nPosition: CEO")
    assert (told.contact.name, told.contact.role) == ("Lee, Ann", "CEO")


def test_who_signs_a_letter_of_answers_is_the_contact() -> None:
    found = read("Компания: ПАО «Завод»\nСрок: как можно скорее\n\nС уважением,\nОльга Ким")
    assert (found.client.name, found.contact.name) == ("ПАО «Завод»", "Ольга Ким")
    found = read("Company: Acme\nDeadline: as soon as possible\n\nBest,\nTom Blue")
    assert (found.contact.name, found.brief.deadline_text) == ("Tom Blue", "as soon as possible")


def test_the_text_of_a_tilda_form_is_the_task() -> None:
    assert read('{"Name": "Мария", "Textarea": "Нужен лендинг"}').brief.wishes == "Нужен лендинг"


def test_a_letter_may_begin_with_thanks() -> None:
    found = read("Спасибо за звонок! Нам нужен лендинг.\nДо мая.\n\nСпасибо,\nОльга")
    assert found.brief.wishes == "Спасибо за звонок! Нам нужен лендинг.\nДо мая."
