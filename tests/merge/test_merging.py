"""Merge fields: what is typed between braces becomes what the proposal knows; everything else stays as it was typed."""

import dataclasses
import datetime
import typing
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import Words
from app.merge import FIELDS, Case, Merged, Merger, filled, marks, takes_fields, values_of
from app.merge.persons import first_name, polite_name
from app.merge.texts import PARTS, TEXTS
from app.model.client import Client, Contact, Studio
from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.internal import Internal
from app.model.notation import parse
from app.model.path import exists as has
from app.model.path import get as get_at
from app.model.path import put as put_at
from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.richtext import RichText
from app.model.sections import Cover, Letter, Opener, References, Story
from app.pipeline import Pipeline
from app.totals import totals
from app.wording import worded
from tests.samples import CANARY
from tests.samples import proposal as sample


def offer(**facts: object) -> Proposal:
    made = Proposal(
        number="КП-7",
        title="Запуск",
        language="ru",
        currency="RUB",
        date=datetime.date(2026, 11, 21),
        valid_until=datetime.date(2026, 12, 5),
        studio=Studio(name="Студия", phone="+7 900"),
        client=Client(name="Гавань"),
        contact=Contact(name="Петрова Анна Сергеевна"),
        manager="boris",
        people=(Person(id="boris", name="Борис", phone="+7 911", note=Internal(CANARY)),),
        estimate=Estimate(
            sections=(
                EstimateSection(
                    id="s",
                    title="Часть",
                    items=(LineItem(id="i", title="Дело", quantity=Decimal(40), rate=Decimal(1000), note=Internal(CANARY)),),
                ),
            )
        ),
    )
    return replace(made, **facts)  # type: ignore[arg-type]


def merged(proposal: Proposal, merger: Merger | None = None) -> Merged:
    sums = totals(proposal.estimate, proposal.currency)
    return (merger or Merger()).merged(proposal, sums, Words(proposal.language))


def put(text: str, **facts: object) -> str:
    """A text as the client reads it."""
    shown = merged(offer(sections=(Opener(id="o", lead=text),), **facts)).proposal.sections[0]
    assert isinstance(shown, Opener)
    return shown.lead


def told(text: str, **facts: object) -> list[str]:
    found = merged(offer(sections=(Opener(id="o", lead=text),), **facts)).problems
    assert all(one.where == "sections/o/lead" for one in found)
    return [one.code for one in found]


def test_fields_become_values_in_the_documents_language() -> None:
    assert put("Для {client.name}: {total}, {hours}.") == "Для Гавань: 40\u00a0000\u00a0₽, 40\u00a0ч."
    assert put("До {valid_until}") == "До 5 декабря 2026 года"
    assert put("Until {valid_until}, {total}", language="en", currency="EUR") == "Until 5 December 2026, €40,000"
    assert put("{manager.name}, {manager.phone}, {studio.name}, {proposal.number}") == "Борис, +7 911, Студия, КП-7"
    assert put("{Client.Name}") == "Гавань"


def test_every_field_has_a_value_in_a_whole_proposal_and_words_for_it() -> None:
    whole = offer(
        client=Client(name="a", city="b", site="c"),
        contact=Contact(name="d", role="e"),
        studio=Studio(name="f", city="g", phone="h", email="i", site="j"),
        people=(Person(id="boris", name="k", role="l", phone="m", email="n"),),
    )
    values = values_of(Case(whole, totals(whole.estimate, "RUB"), Words("ru")))
    assert values.keys() == FIELDS.keys()
    assert all(values.values()), [name for name, value in values.items() if not value]
    assert all(Words("ru")(field.means) != field.means for field in FIELDS.values())


@pytest.mark.parametrize(
    "text", ["{ a }", "{}", "{1}", '{"a": 1}', "{a b}", "{слово}", "x{y}z", "{{", "}}", "{client.}", "{.name}"]
)
def test_other_braces_stay_as_they_were_typed(text: str) -> None:
    assert put(text) == text
    assert not told(text)


def test_doubled_braces_mean_themselves() -> None:
    assert put("Пишите {{client.name}} и {{date}}, вот {client.name}") == "Пишите {client.name} и {date}, вот Гавань"
    assert not told("{{нет.такого}}")


def test_a_field_that_there_is_not_is_an_error_that_points_to_its_text() -> None:
    assert told("{client.inn} и {client.name}") == ["merge-field-unknown"]
    assert told("{client.nmae}") == ["merge-field-misspelt"]
    assert told("{valid_untill}") == ["merge-field-misspelt"]
    assert put("{client.nmae}") == "{client.nmae}"
    (found,) = merged(offer(sections=(Opener(id="o", lead="{client.nmae}"),))).problems
    assert worded(found, "ru") == "Поля {client.nmae} нет. Может быть, имелось в виду {client.name}?"
    assert "{client.name}" in worded(found, "en")


def test_a_field_without_a_value_is_an_error_and_stays_seen() -> None:
    assert told("{client.name}", client=Client()) == ["merge-field-empty"]
    assert put("Для {client.name}", client=Client()) == "Для {client.name}"
    assert told("{total} {hours}", estimate=Estimate()) == ["merge-field-empty", "merge-field-empty"]
    assert told("{manager.phone}", manager="nobody") == ["merge-field-empty"]


def test_a_value_is_never_markup_and_never_a_field_again() -> None:
    nasty = "**{total}** [x](https://a.b) {{date}} <b>"
    letter = Letter(id="l", text=parse("Для **{client.name}**!"), greeting="{client.name}")
    shown = merged(offer(client=Client(name=nasty), sections=(letter,))).proposal.sections[0]
    assert isinstance(shown, Letter)
    runs = shown.text.paragraphs[0].runs
    assert [(run.text, run.strong, run.link) for run in runs] == [("Для ", False, ""), (nasty, True, ""), ("!", False, "")]
    assert shown.greeting == nasty


def test_a_value_of_several_lines_is_put_on_one() -> None:
    assert put("{client.name}", client=Client(name="А\nБ")) == "А Б"


def test_a_title_may_have_fields_but_not_itself() -> None:
    found = merged(offer(title="Запуск для {client.name}", sections=(Opener(id="o", title="{proposal.title}"),)))
    assert found.proposal.title == "Запуск для Гавань"
    assert getattr(found.proposal.sections[0], "title", "") == "Запуск для Гавань"
    assert [one.code for one in merged(offer(title="{proposal.title}")).problems][:1] == ["merge-field-in-itself"]


def test_estimate_captions_and_people_are_filled_too() -> None:
    made = offer(
        sections=(Cover(id="c", picture=Picture(file="a.jpg", caption="{client.name}")),),
        people=(Person(id="boris", name="Борис", about="Ведёт {client.name}"),),
    )
    part = replace(made.estimate.sections[0], title="Для {client.name}")
    made = replace(made, estimate=replace(made.estimate, sections=(part,)))
    shown = merged(made).proposal
    assert shown.estimate.sections[0].title == "Для Гавань"
    assert shown.people[0].about == "Ведёт Гавань"
    assert shown.sections[0].picture.caption == "Гавань"  # type: ignore[union-attr]
    assert shown.sections[0].picture.file == "a.jpg"  # type: ignore[union-attr]


def test_hidden_sections_are_not_complained_about() -> None:
    assert not merged(offer(sections=(Opener(id="o", lead="{client.nope}", hidden=True),))).problems


def test_without_fields_the_proposal_is_the_very_same() -> None:
    made = sample("ru")
    assert merged(made).proposal is made


def test_an_edit_elsewhere_leaves_filled_parts_the_objects_that_they_were() -> None:
    merger = Merger()
    made = offer(sections=(Opener(id="o", lead="{client.name}"), Story(id="t", title="A")), title="{client.name}")
    first = merged(made, merger).proposal
    again = merged(replace(made), merger).proposal
    assert again is first
    edited = merged(replace(made, sections=(made.sections[0], Story(id="t", title="B"))), merger).proposal
    assert edited.sections[0] is first.sections[0]
    other = merged(replace(made, client=Client(name="Порт")), merger).proposal
    assert getattr(other.sections[0], "lead", "") == "Порт"


def test_what_has_not_changed_is_not_merged_again() -> None:
    merger = Merger()
    made = offer(sections=(Opener(id="o", lead="{client.name} {client.nope}"),))
    sums = totals(made.estimate, made.currency)
    first = merger.merged(made, sums, Words("ru"))
    assert merger.merged(made, sums, Words("ru")) is first
    assert merger.merged(made, sums, Words("en")) is not first
    assert merger.merged(made, sums, Words("en")).problems == first.problems


def test_a_brace_that_is_typed_or_taken_away_is_noticed_wherever_it_stands() -> None:
    merger = Merger()
    plain = offer(sections=(Story(id="t", title="A", text=parse("Текст"), pictures=(Picture(file="a.jpg", caption="B"),)),))
    assert merged(plain, merger).proposal is plain
    for path, value in (
        ("sections/t/title", "{client.name}"),
        ("sections/t/text", parse("Для **{client.name}**")),
        ("sections/t/pictures/0/caption", "{client.name}"),
        ("estimate/sections/s/title", "{client.name}"),
        ("estimate/sections/s/items/i/title", "{client.name}"),
        ("estimate/vat/reason", "{client.name}"),
        ("people/boris/about", "{client.name}"),
        ("title", "{client.name}"),
        ("subtitle", "{client.name}"),
    ):
        edited = put_at(plain, path, value)
        shown = merged(edited, merger).proposal
        assert "Гавань" in str(get_at(shown, path)), path
        assert shown == merged(edited).proposal
        assert merged(plain, merger).proposal == plain


def test_two_parts_of_one_name_are_each_what_they_are() -> None:
    merger = Merger()
    made = offer(sections=(Opener(id="o", title="{client.name}"), Opener(id="o", title="B"), Opener(id="o", title="{date}")))
    for _ in range(2):
        shown = merged(replace(made), merger).proposal.sections
        assert [getattr(one, "title", "") for one in shown] == ["Гавань", "B", "21 ноября 2026 года"]


TYPED = st.sampled_from(
    ("", "A", "{client.name}", "{proposal.title} {total}", "{{date}}", "{hours", "{client.nope}", "{manager.name}")
)


PLACES = st.sampled_from(
    (
        "title", "subtitle", "client/name", "sections/o/lead", "sections/c/kicker", "sections/o", "people/boris/name",
        "people/boris/about", "estimate/sections/s/title", "estimate/sections/s/items/i/description",
    )
)  # fmt: skip


@given(st.lists(st.tuples(PLACES, TYPED), max_size=12))
def test_one_edit_after_another_is_merged_as_if_it_was_the_first(edits: list[tuple[str, str]]) -> None:
    merger, made = Merger(), offer(sections=(Opener(id="o"), Cover(id="c")))
    for path, typed in edits:
        made = put_at(made, path, Cover(id="o", kicker=typed) if path == "sections/o" else typed) if has(made, path) else made
        assert merged(made, merger) == merged(made)


def test_no_field_reaches_what_is_for_insiders() -> None:
    made = offer()
    assert CANARY not in "".join(values_of(Case(made, totals(made.estimate, "RUB"), Words("ru"))).values())
    for text in (
        "{manager.note}",
        "{brief}",
        "{client.__class__}",
        "{people.0.rates}",
        "{estimate.approvals}",
        "{client.name.upper}",
    ):
        assert put(text) == text


@pytest.mark.parametrize(
    ("name", "first", "polite"),
    [
        ("Анна Петрова", "Анна", "Анна"),
        ("Петрова Анна Сергеевна", "Анна", "Анна Сергеевна"),
        ("Анна Сергеевна Петрова", "Анна", "Анна Сергеевна"),
        ("Анна Сергеевна", "Анна", "Анна Сергеевна"),
        ("Марина Козлова", "Марина", "Марина"),
        ("Dr. Ann Lee", "Ann", "Ann"),
        ("Lee, Ann", "Ann", "Ann"),
        ("", "", ""),
    ],
)
def test_somebody_is_called_as_in_a_letter(name: str, first: str, polite: str) -> None:
    assert first_name(name) == first
    assert polite_name(name) == polite


NOT_TEXTS = {
    "id", "file", "block", "number", "signer", "link", "recommended", "part", "featured", "language", "currency", "brandbook",
    "manager", "name", "role", "email", "phone", "left_on", "client", "year", "permission_until", "unit", "alternative",
    "section", "package", "equivalent",
}  # fmt: skip
"""Texts that fields are not replaced in: names of things, and where values come from."""


@pytest.mark.parametrize("kind", TEXTS)
def test_every_text_of_the_model_is_filled_or_known_not_to_be(kind: type) -> None:
    hints = typing.get_type_hints(kind)
    texts = {field.name for field in dataclasses.fields(kind) if hints[field.name] in (str, RichText)}
    assert texts - set(TEXTS[kind]) <= NOT_TEXTS, texts - set(TEXTS[kind]) - NOT_TEXTS
    assert set(TEXTS[kind]) <= texts
    assert all(name in hints for name in PARTS.get(kind, ()))


def test_the_window_knows_which_texts_take_fields() -> None:
    made = offer(sections=(References(id="r"), Opener(id="o")))
    assert takes_fields(made, "sections/o/lead")
    assert takes_fields(made, "title")
    assert takes_fields(made, "estimate/sections/s/items/i/title")
    for path in ("client/name", "studio/phone", "number", "estimate/sections/s/note/value", "sections/x/lead", "manager"):
        assert not takes_fields(made, path)


@given(st.text(st.sampled_from("{}ab. client.name\\*"), max_size=40) | st.text(max_size=30))
def test_marks_are_in_order_and_text_without_them_is_untouched(text: str) -> None:
    found = list(marks(text))
    assert all(one.end <= two.start for one, two in pairwise(found))
    if not found:
        assert put(text) == text


def test_a_table_for_the_client_has_values_too() -> None:
    made = offer(title="Смета для {client.name}")
    part = replace(made.estimate.sections[0], title="Для {client.name}")
    made = replace(made, estimate=replace(made.estimate, sections=(part,)))
    shown = filled(made, Words("ru"))
    assert (shown.title, shown.estimate.sections[0].title) == ("Смета для Гавань", "Для Гавань")
    assert shown.estimate.sections[0].items is part.items


def test_the_pages_show_values_and_an_export_is_refused_while_a_field_is_unknown(tmp_path: Path) -> None:
    pipeline = Pipeline()
    made = replace(
        offer(sections=(Opener(id="o", title="Привет, {contact.first_name}", lead="{client.nope}"),)), brandbook="kurs"
    )
    painted = str(pipeline.lay_out(made, tmp_path).document)
    assert "contact.first_name" not in painted
    found = [one for one in pipeline.preflight(made, tmp_path, made.date) if one.code.startswith("merge-")]
    assert [(one.where, one.severity.value) for one in found] == [("sections/o/lead", "error")]
