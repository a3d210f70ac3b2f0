"""A request becomes a draft proposal from the template of its service."""

from pathlib import Path

import pytest

from app.intake.brief.questions import fingerprint
from app.intake.brief.reading import pasted
from app.model.form import FormMapping, FormQuestion, Meaning, TemplateRule
from app.model.proposal import LANGUAGES
from app.model.sections import Letter, Story
from app.problems import Severity, stops
from app.sources.from_brief import Drafted, draft_from_brief
from app.sources.templates import BUNDLED, bundled_rules, choose, load, names
from app.store.workspace import Workspace
from app.totals import totals

REQUEST = "Имя: Мария Орлова\nКомпания: Ромашка\nУслуга: {service}\nЗадача: Нужен *новый* <b>сайт</b>\nБюджет: {budget}"


def drafted(service: str = "Интернет-магазин", budget: str = "5 млн руб", **wanted: object) -> Drafted:
    (one,) = pasted(REQUEST.format(service=service, budget=budget), "письмо.txt").found
    return draft_from_brief(one, **wanted)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", names((BUNDLED,)))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_has_a_price_for_every_line_and_a_plan_that_sums(name: str, language: str) -> None:
    template, problems = load(name, language, (BUNDLED,))
    assert template
    assert not problems
    found = totals(template.estimate, template.currency)
    assert all(item.priced for section in found.sections for item in section.items)
    assert found.unplanned == 0
    assert found.total > 0
    assert template.letter
    assert template.story


@pytest.mark.parametrize(
    ("service", "template"),
    [
        ("Интернет-магазин", "site"),
        ("Разработка сайта", "site"),
        ("Поддержка сайта", "support"),
        ("Логотип и фирменный стиль", "identity"),
        ("Лендинг для акции", "promo"),
        ("Dedicated team", "outstaffing"),
        ("A new website", "site"),
    ],
)
def test_the_template_follows_the_service(service: str, template: str) -> None:
    assert drafted(service).template == template


def test_every_rule_names_a_template_that_exists() -> None:
    assert {rule.template for rule in bundled_rules()} <= set(names((BUNDLED,)))


def test_a_draft_is_for_the_client_in_their_language() -> None:
    found = drafted().proposal
    assert found
    assert (found.client.name, found.contact.name, found.language) == ("Ромашка", "Мария Орлова", "ru")
    letter = next(section for section in found.sections if isinstance(section, Letter))
    assert letter.greeting == "Мария, здравствуйте!"
    assert found.brief.value
    assert found.brief.value.wishes == "Нужен *новый* <b>сайт</b>"
    assert [section.id for section in found.sections if isinstance(section, Story)] == ["task", "approach"]


def test_the_language_may_be_chosen() -> None:
    found = drafted(language="en").proposal
    assert found
    assert (found.language, found.currency) == ("en", "EUR")


def test_open_questions_are_notes() -> None:
    found = [one for one in drafted().problems if one.code.startswith("brief-open-")]
    assert [one.code for one in found] == ["brief-open-reach", "brief-open-deadline", "brief-open-time-zone"]
    assert {one.severity for one in found} == {Severity.INFO}


def test_a_service_that_no_rule_knows_takes_the_usual_template_and_says_so() -> None:
    (one,) = pasted("Имя: Анна\nУслуга: Вышивка").found
    found = draft_from_brief(one)
    assert found.template == "site"
    assert "brief-no-template" in {one.code for one in found.problems}


def test_a_template_that_does_not_exist_is_refused_with_those_that_do() -> None:
    found = drafted(template="нет")
    assert found.proposal is None
    assert stops(found.problems)
    (wrong,) = (one for one in found.problems if one.code == "template-unknown")
    assert "identity" in wrong.fact("known")


def test_the_studios_own_rules_templates_and_forms_go_first(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path).workspace
    assert workspace
    folder = workspace.folder / "templates"
    folder.mkdir(parents=True)
    (folder / "embroidery.ru.json").write_text('{"title": "Вышивка", "letter": "Здравствуйте", "currency": "RUB"}', "utf-8")
    workspace.library.template_rules.put(TemplateRule(id="e", template="embroidery", words=("вышив",)))
    asked = ("Кому", "Что")
    questions = (FormQuestion(question="Кому", meaning=Meaning.COMPANY), FormQuestion(question="Что", meaning=Meaning.SERVICE))
    workspace.library.forms.put(FormMapping(id=fingerprint(asked), questions=questions))
    (one,) = pasted("Кому: Лес\nЧто: Вышивка на сайте").found
    found = draft_from_brief(one, workspace=workspace)
    assert found.proposal
    assert (found.template, found.proposal.title, found.proposal.client.name) == ("embroidery", "Вышивка", "Лес")
    assert found.proposal.number


@pytest.mark.parametrize("content", ["[]", "{", '{"estimate": 5}'])
def test_a_broken_template_is_told_not_raised(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.ru.json").write_text(content, "utf-8")
    _, problems = load("x", "ru", (tmp_path,))
    assert stops(problems)


def test_rules_look_at_the_service_before_the_wishes() -> None:
    found = drafted("Логотип").read.brief
    assert choose(found, bundled_rules()) == "identity"
