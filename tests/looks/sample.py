"""The proposal that is looked at: fixed, of usual length, with every kind of page. Its sections are named by their masters."""

import datetime
from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from app.model.client import Client, Contact, Studio
from app.model.estimate import Detail, Discount, Estimate, EstimateSection, LineItem, Pricing, Vat, VatMode
from app.model.exchange import Exchange
from app.model.notation import parse
from app.model.package import Package
from app.model.payment import Payment
from app.model.people import Person
from app.model.picture import Frame, Picture
from app.model.proposal import Proposal
from app.model.reference import Display, Origin, Reference
from app.model.sections import (
    Acceptance,
    BackCover,
    Contents,
    Cover,
    EstimatePages,
    Figure,
    Letter,
    Opener,
    Packages,
    Phase,
    References,
    Section,
    Story,
    Team,
    Terms,
    Timeline,
)

TITLE = "Свет на том берегу"
LEAD = "Маяк зажигают не ради маяка. Мы поможем тем, кто ищет берег, увидеть его издалека."
SENTENCE = "Мы прочли все письма и дважды съездили на мыс: сюда плывут не за видом, а за тишиной, которую слышно. "
WHY = "Одна линия держит вывеску, карту и билет. Её узнают с воды."
PROSE = f"{SENTENCE * 3}\n\n# Кто приезжает\n{SENTENCE * 2}\n\n- Шесть комнат с окнами на пролив.\n- Две тропы и один причал."
CLAUSES = "\n\n".join(f"# {name}\n{SENTENCE * 2}" for name in ("Цена", "Сроки", "Правки", "Приёмка", "Права", "Тайна"))
PEOPLE = ("Ася Громова", "Лев Дубинин", "Нора Ким", "Фёдор Ставский", "Ия Вершинина")
ROLES = ("Руководитель проекта", "Ведущий дизайнер", "Редактор", "Разработчик", "Фотограф")
ITEMS = ("Разговоры с гостями", "Знак и система", "Карта острова", "Тексты", "Лицензия на шрифт", "Прогулка на катере")


def picture(name: str, frame: Frame = Frame.NONE, caption: str = "", *, x: float = 0.5, y: float = 0.5) -> Picture:
    """Return one of the drawn pictures."""
    return Picture(file=f"pictures/{name}.jpg", alt=name, caption=caption, frame=frame, focus_x=x, focus_y=y)


def people() -> tuple[Person, ...]:
    """Return the people; the last of them has no photograph."""
    return tuple(
        Person(
            id=f"p{i}", name=name, role=ROLES[i], about=SENTENCE if i % 2 else WHY, email="post@beam.example",
            phone="+7 900 000-00-00", photo=picture(f"person{i % 3}", y=0.4) if i < 4 else None,
        )
        for i, name in enumerate(PEOPLE)
    )  # fmt: skip


def estimate() -> Estimate:
    """Return an estimate of two sections with every kind of pricing, an option, a discount, another currency and payments."""
    kinds = (Pricing.HOURS, Pricing.DAYS, Pricing.QUANTITY, Pricing.HOURS, Pricing.FIXED, Pricing.QUANTITY)
    sections = tuple(
        EstimateSection(
            id=f"s{s}", title=("Знак и голос", "Сайт и карта")[s], description=WHY, people=(f"p{s}", f"p{s + 1}", f"p{s + 2}"),
            items=tuple(
                LineItem(
                    id=f"i{i}", title=title, description=WHY * (i % 2), pricing=kinds[i], unit="шт.",
                    quantity=Decimal(1 if kinds[i] is Pricing.FIXED else 4 + 7 * i), rate=Decimal(4200 + 700 * i),
                    optional=i == 5, packages=("full",) if i == 3 else ("usual", "full") if i == 1 else (),
                )
                for i, title in enumerate(ITEMS[: 6 - s])
            ),
        )
        for s in range(2)
    )  # fmt: skip
    return Estimate(
        sections=sections, discount=Discount(percent=Decimal(5), reason="за первую работу"),
        vat=Vat(mode=VatMode.ADDED, rate=Decimal(20)), package="full",
        packages=(
            Package(id="small", title="Фонарь", text="Чтобы вас было видно с берега."),
            Package(id="usual", title="Маяк", text=WHY),
            Package(id="full", title="Порт", text="Всё, и год рядом."),
        ),
        exchanges=(Exchange(currency="EUR", rate=Decimal("92.5134"), date=datetime.date(2027, 1, 11), source="ЦБ РФ"),),
        equivalent="EUR",
        payments=(
            Payment(id="t0", title="Когда договоримся", percent=Decimal(40), date=datetime.date(2027, 2, 1)),
            Payment(id="t1", title="Когда утвердим знак", percent=Decimal(35)),
            Payment(id="t2", title="Когда маяк горит"),
        ),
    )  # fmt: skip


def works() -> tuple[Reference, ...]:
    """Return works of every display, with and without devices."""
    shown = (
        (Display.GALLERY, "Причал", (picture("shore"),)),
        (Display.GALLERY, "Створ", (picture("tower"),)),
        (Display.GALLERY, "Лоция", (picture("phone", Frame.PHONE),)),
        (Display.SPREAD, "Мыс", (picture("tower", caption="Маяк вечером"),)),
        (Display.MOSAIC, "Пролив", (picture("shore"), picture("tower"), picture("site", Frame.BROWSER), picture("person1"))),
        (Display.BEFORE_AFTER, "Билет", (picture("sheet", Frame.BROWSER), picture("site", Frame.BROWSER))),
    )
    return tuple(
        Reference(
            id=f"r{i}", title=title, client="Порт «Северный»", year="2025", why=WHY, link="https://beam.example/a",
            display=display, origin=Origin.THIRD_PARTY if i == 1 else Origin.OWN, credit="Бюро «Створ»", pictures=pictures,
        )
        for i, (display, title, pictures) in enumerate(shown)
    )  # fmt: skip


def phases() -> tuple[Phase, ...]:
    """Return phases that overlap, and a milestone."""
    names = (("Разведка", 0, 3, "s0"), ("Знак и голос", 3, 5, "s0"), ("Сайт и карта", 6, 6, "s1"), ("Маяк горит", 12, 0, ""))
    return tuple(
        Phase(id=f"f{i}", title=title, text=WHY if weeks else "", start=Decimal(start), weeks=Decimal(weeks), part=part)
        for i, (title, start, weeks, part) in enumerate(names)
    )


def sections() -> tuple[Section, ...]:
    """Return a section of every kind; the estimate stands there twice, by lines and by sections."""
    return (
        Cover(id="cover", kicker="Предложение", picture=picture("tower", x=0.5, y=0.4)),
        Contents(id="contents"),
        Letter(id="letter", greeting="Марк, добрый день!", text=parse("\n\n".join([SENTENCE * 2] * 3))),
        Opener(id="opener", kicker="Часть первая", title="Берег", lead=LEAD, picture=picture("shore")),
        Story(
            id="story", kicker="Задача", title=TITLE, lead=LEAD, text=parse(PROSE), note=parse(WHY),
            pictures=(picture("shore", caption="Пролив перед закатом"),), quote="Тишину слышно за милю.",
            quote_by="Марк Вольский",
            figures=(Figure(value="6", label="комнат с окнами на воду"), Figure(value="40 мин", label="от города на катере")),
        ),
        Timeline(
            id="timeline", kicker="План", title="Двенадцать недель", lead=WHY, begins=datetime.date(2027, 2, 1), phases=phases()
        ),
        EstimatePages(id="estimate", kicker="Смета", title="Часы и деньги", lead=WHY, summary=True),
        EstimatePages(id="by-section", kicker="Смета", title="По разделам", detail=Detail.SECTIONS, in_words=True),
        Packages(id="packages", kicker="Пакеты", title="Три размера", lead=WHY, recommended="usual"),
        Team(id="team", kicker="Команда", title="Кто работает", lead=WHY),
        References(id="references", kicker="Работы", title="Что мы делали", lead=WHY, items=works()),
        Terms(id="terms", kicker="Условия", title="О чём договорились", text=parse(CLAUSES)),
        Acceptance(id="acceptance", kicker="Согласие", title="Начинаем?", text=parse(SENTENCE * 2)),
        BackCover(id="back-cover", title="Увидимся на причале", lead=LEAD, picture=picture("shore", x=0.7, y=0.6)),
    )  # fmt: skip


def proposal(brandbook: str, only: Collection[str] = ()) -> Proposal:
    """Return the proposal in a brandbook, or only some of its sections."""
    whole = Proposal(
        number="М-7", title=TITLE, subtitle="Знак, карта и сайт маяка на мысе", language="ru", currency="RUB",
        date=datetime.date(2027, 1, 12), valid_until=datetime.date(2027, 2, 12), brandbook=brandbook,
        studio=Studio(
            name="Студия Луч", legal_name="ООО «Луч»", tagline="Знаки, которые видно", site="https://beam.example", city="Выборг",
            email="post@beam.example", phone="+7 900 000-00-00", requisites="ИНН 1\nКПП 2",
        ),
        client=Client(name="Маяк «Дальний»", requisites="ИНН 3"), contact=Contact(name="Марк Вольский", role="Смотритель"),
        manager="p0", people=people(), estimate=estimate(), sections=sections(),
    )  # fmt: skip
    if not only:
        return whole
    return replace(whole, sections=tuple(section for section in whole.sections if section.id in only))
