"""Proposals of three sizes, written as sources: `proposal.json` and the photographs beside it."""

import datetime
import os
import random
import shutil
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from app.model.client import Client, Contact, Studio
from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Pricing, Vat, VatMode
from app.model.notation import parse
from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.reference import Origin, Reference
from app.model.sections import Acceptance, Cover, EstimatePages, Figure, Letter, References, Section, Story, Team, Terms
from app.store.source import write_proposal
from tests.bench.photos import photos
from tests.bench.places import CACHE
from tests.bench.prose import Prose

VERSION = 2
"""Counts up when the proposals change."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything a proposal has. `story_photos` are those of each story, `text` its paragraphs."""

    name: str
    people: int
    stories: int
    story_photos: int
    text: int
    works: int
    parts: int
    items: int
    terms: int

    @property
    def photos(self) -> int:
        """Return how many photographs there are: one on the cover, one for each person and work, and those of the stories."""
        return 1 + self.people + self.stories * self.story_photos + self.works


SIZES = {
    "S": Size("S", people=3, stories=1, story_photos=1, text=1, works=1, parts=1, items=3, terms=0),
    "M": Size("M", people=8, stories=2, story_photos=3, text=5, works=18, parts=7, items=80, terms=14),
    "L": Size("L", people=12, stories=16, story_photos=2, text=4, works=115, parts=32, items=800, terms=24),
}
_NAMES = (
    "Анна Орлова", "Илья Берестов", "Вера Ким", "Глеб Нагорный", "Мария Седова", "Пётр Лунин", "Юлия Ветрова", "Олег Чернов",
    "Дарья Ильина", "Роман Астахов", "Софья Гурина", "Тимур Валеев",
)  # fmt: skip
_ROLES = ("арт-директор", "ведущий разработчик", "исследователь", "редактор", "менеджер проекта", "фотограф")


def source(size: Size) -> Path:
    """Return the folder of the proposal of a size; it is made when it is missing."""
    folder = CACHE / f"source-{VERSION}-{size.name}"
    if not (folder / "proposal.json").is_file():
        for file in photos(size.photos):
            _link(file, folder / "pictures" / file.name)
        refused = write_proposal(folder, proposal(size))
        if refused:
            raise RuntimeError(refused[0].code)
    return folder


def _link(file: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        try:
            os.link(file, place)
        except OSError:
            shutil.copyfile(file, place)


class _Album:
    """Gives every place its own photograph."""

    def __init__(self) -> None:
        self._next = 0

    def take(self, prose: Prose) -> Picture:
        number = self._next
        self._next += 1
        chance = random.Random(number)
        return Picture(
            file=f"pictures/{number:03}.jpg", alt=prose.short(), caption=prose.title(), credit="Студия «Полдень»",
            focus_x=round(chance.uniform(0.3, 0.7), 2), focus_y=round(chance.uniform(0.3, 0.7), 2),
        )  # fmt: skip


def proposal(size: Size) -> Proposal:
    """Return the proposal of a size."""
    album, prose = _Album(), Prose(len(size.name))
    cover = Cover(id="cover", kicker="Коммерческое предложение", picture=album.take(prose))
    people = tuple(_person(number, album, prose) for number in range(size.people))
    stories = [_story(number, size, album, prose) for number in range(size.stories)]
    return Proposal(
        number="КП-2026/118", title="Запуск бренда «Тихая гавань»", subtitle=prose.sentence(), language="ru", currency="RUB",
        date=datetime.date(2026, 11, 21), valid_until=datetime.date(2026, 12, 21), brandbook="kurs",
        studio=Studio(
            name="Студия «Полдень»", legal_name="ООО «Полдень»", site="noon.example", city="Самара", email="hello@noon.example",
            requisites="ИНН 6315000001\nКПП 631501001",
        ),
        client=Client(name="ООО «Прибрежные кварталы»", requisites="ИНН 7801000001", city="Санкт-Петербург"),
        contact=Contact(name="Елена Прибрежная", role="директор по маркетингу"),
        manager="p0", people=people, estimate=_estimate(size, prose),
        sections=(cover, *_middle(size, stories, album, prose)),
    )  # fmt: skip


def _middle(size: Size, stories: list[Story], album: _Album, prose: Prose) -> tuple[Section, ...]:
    works = tuple(_work(number, album, prose) for number in range(size.works))
    clauses = "\n\n".join(f"# {prose.short()}\n\n{prose.text(4)}" for _ in range(size.terms))
    return (
        Letter(id="letter", greeting="Елена, здравствуйте!", text=parse("\n\n".join(prose.text(3) for _ in range(4)))),
        *stories,
        EstimatePages(id="estimate", kicker="Смета", title="Что, кто и за сколько", lead=prose.sentence()),
        Team(
            id="team", kicker="Люди", title="Команда", lead=prose.sentence(), members=tuple(f"p{i}" for i in range(size.people))
        ),
        References(id="references", kicker="Работы", title="Наши проекты", lead=prose.sentence(), items=works),
        *([Terms(id="terms", kicker="Условия", title="Условия работы", text=parse(clauses))] if size.terms else []),
        Acceptance(id="acceptance", title="Согласовано", text=parse(prose.text(2))),
    )


def _person(number: int, album: _Album, prose: Prose) -> Person:
    return Person(
        id=f"p{number}", name=_NAMES[number % len(_NAMES)], role=_ROLES[number % len(_ROLES)], about=prose.sentence(),
        photo=album.take(prose), email=f"p{number}@noon.example", phone="+7 846 000-00-00",
    )  # fmt: skip


def _story(number: int, size: Size, album: _Album, prose: Prose) -> Story:
    paragraphs = [prose.text(4) for _ in range(size.text)]
    paragraphs.insert(1, f"# {prose.short()}")
    paragraphs.append("\n".join(f"- {prose.sentence()}" for _ in range(3)))
    return Story(
        id=f"story{number}", kicker=f"Глава {number + 1}", title=prose.title(), lead=prose.sentence(),
        text=parse("\n\n".join(paragraphs)), pictures=tuple(album.take(prose) for _ in range(size.story_photos)),
        figures=(Figure(value="312", label=prose.short()), Figure(value="7 мин", label=prose.short())) if number % 2 else (),
        quote=prose.sentence() if number % 4 == 2 else "", quote_by=_NAMES[number % len(_NAMES)] if number % 4 == 2 else "",
    )  # fmt: skip


def _work(number: int, album: _Album, prose: Prose) -> Reference:
    return Reference(
        id=f"r{number}", title=prose.title(), client="ООО «Прибрежные кварталы»", year=str(2015 + number % 11),
        why=prose.sentence(), link=f"https://works.example/{number}", origin=Origin.OWN if number % 3 else Origin.THIRD_PARTY,
        credit="Студия «Норд»", pictures=(album.take(prose),),
    )  # fmt: skip


def _estimate(size: Size, prose: Prose) -> Estimate:
    parts = []
    for number in range(size.parts):
        count = size.items * (number + 1) // size.parts - size.items * number // size.parts
        team = tuple(f"p{(number + step) % size.people}" for step in range(min(size.people, 1 + number % 3)))
        items = tuple(_item(f"s{number}i{i}", number + i, prose) for i in range(count))
        parts.append(
            EstimateSection(id=f"s{number}", title=prose.short(), description=prose.sentence(), people=team, items=items)
        )
    return Estimate(
        sections=tuple(parts),
        discount=Discount(percent=Decimal(5), reason="за два договора"),
        vat=Vat(mode=VatMode.INCLUDED, rate=Decimal(20)),
    )


def _item(item_id: str, number: int, prose: Prose) -> LineItem:
    pricing = (Pricing.HOURS, Pricing.DAYS, Pricing.HOURS, Pricing.FIXED)[number % 4]
    return LineItem(
        id=item_id, title=prose.short(), description=prose.sentence() if number % 4 == 1 else "", pricing=pricing,
        quantity=Decimal(1) if pricing is Pricing.FIXED else Decimal(3 + number % 40),
        rate=Decimal(4500) if pricing is Pricing.HOURS else Decimal(36000),
        hours=Decimal(6) if pricing is Pricing.FIXED else None,
        optional=number % 17 == 16,
    )  # fmt: skip
