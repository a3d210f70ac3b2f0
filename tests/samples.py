"""Proposals to test with: short, normal and very long, in both languages, with pictures drawn on the spot."""

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PIL import Image

from app.model.client import Client, Contact, Studio
from app.model.estimate import Contingency, Discount, Estimate, EstimateSection, LineItem, Pricing, Surcharge, Vat, VatMode
from app.model.exchange import Exchange
from app.model.internal import Internal
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
    Story,
    Team,
    Terms,
    Timeline,
)

CANARY = "КАНАРЕЙКА-canary"

TEXTS = {
    "ru": {
        "title": "Запуск бренда «Тихая гавань»",
        "word": "Покупатель",
        "sentence": "Мы прочитали все интервью с дольщиками и съездили в порт: квартал продаётся не метрами, а утром у воды. ",
        "item": "Интервью с руководителями",
        "scope": "Подготовка гайда, проведение и расшифровка бесед длиной до часа",
        "name": "Илья Берестов-Нагорный",
        "role": "ведущий фронтенд-разработчик",
        "client": "ООО «Прибрежные кварталы»",
    },
    "en": {
        "title": "Launching the Quiet Harbour brand",
        "word": "Customer",
        "sentence": "We read every interview and went to the port: people do not buy floor area but a morning by the water. ",
        "item": "Interviews with the management",
        "scope": "Guide, conversations of up to an hour, transcripts and a summary for the board",
        "name": "Alexandra Featherstonehaugh",
        "role": "principal front-end engineer",
        "client": "Quiet Harbour Homes Ltd",
    },
}


def pictures(folder: Path) -> None:
    """Draw the pictures that the samples name."""
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    for name, size in (("upright", (300, 400)), ("wide", (480, 300)), ("square", (300, 300))):
        picture = Image.linear_gradient("L").resize(size)
        Image.merge("RGB", (picture, picture.rotate(90).resize(size), picture.rotate(180))).save(
            folder / "pictures" / f"{name}.jpg", quality=80
        )


def picture(name: str) -> Picture:
    """Return one of the drawn pictures."""
    return Picture(file=f"pictures/{name}.jpg", alt=name, caption="Caption", credit="Credit")


def shown(number: int) -> tuple[Picture, ...]:
    """Return the pictures of a work, one or several, of all aspects and in all frames."""
    names, frames = ("wide", "upright", "square"), tuple(Frame)
    count = (1, 3, 5, 2)[number % 4]
    return tuple(replace(picture(names[(number + k) % 3]), frame=frames[(number // 3 + k) % 3]) for k in range(count))


def estimate(language: str, sections: int, items: int, people: int) -> Estimate:
    """Return an estimate of every kind of pricing."""
    texts = TEXTS[language]
    kinds = (Pricing.HOURS, Pricing.DAYS, Pricing.FIXED, Pricing.QUANTITY)
    parts = []
    for s in range(sections):
        rows = tuple(
            LineItem(
                id=f"i{i}",
                title=texts["item"] + (" и подрядчиками" if i % 7 == 6 else ""),
                description=texts["scope"] * (i % 3),
                pricing=kinds[i % 4],
                quantity=Decimal(1) if kinds[i % 4] is Pricing.FIXED else Decimal(3 + i),
                rate=Decimal("4500.50") if i % 5 else Decimal(3200),
                unit="шт.",
                hours=Decimal(4) if i % 4 > 1 else None,
                optional=i % 9 == 8,
                packages=("full",) if i % 4 == 3 else (),
                note=Internal(CANARY),
            )
            for i in range(items)
        )
        team = tuple(f"p{(s + k) % max(people, 1)}" for k in range(min(people, 1 + s % 3)))
        parts.append(
            EstimateSection(
                id=f"s{s}",
                title=f"{texts['word']} {s + 1}",
                description=texts["scope"],
                people=team,
                items=rows,
                note=Internal(CANARY),
            )
        )
    return Estimate(
        sections=tuple(parts),
        discount=Discount(percent=Decimal(5), reason="reason"),
        vat=Vat(mode=VatMode.INCLUDED, rate=Decimal(20)),
        packages=tuple(Package(id=name, title=texts["word"], text=texts["scope"]) for name in ("small", "usual", "full")),
        package="full",
    )


def told_in_full(sample: Estimate, language: str, length: int) -> Estimate:
    """Return an estimate with a plan of payments; one of a long proposal has a surcharge, a reserve and a second currency too."""
    word = TEXTS[language]["word"]
    payments = (
        Payment(id="t0", title=word, percent=Decimal(40), date=datetime.date(2026, 12, 14)),
        Payment(id="t1", title=word * (1 + length), percent=Decimal("35.5")),
        Payment(id="t2"),
    )
    sample = replace(sample, payments=payments if length else ())
    if length <= 2:
        return sample
    return replace(
        sample,
        surcharges=(Surcharge(id="u0", title=word, percent=Decimal(7)),),
        contingency=Contingency(percent=Decimal(5), reason=TEXTS[language]["item"]),
        exchanges=(Exchange(currency="USD", rate=Decimal("92.5134"), date=datetime.date(2026, 11, 20), source=word),),
        equivalent="USD",
    )


def timeline(language: str, length: int, sections: int) -> Timeline:
    """Return a timeline of phases that overlap and leave gaps, of halves of weeks and of milestones."""
    texts = TEXTS[language]
    phases = tuple(
        Phase(
            id=f"f{i}",
            title=texts["client"] * (1 + i % 3 // 2),
            text=(texts["sentence"] * (1 + length // 4 * (i % 4 // 3))) * (i % 2) if length else "",
            start=Decimal(i * 3) / 2,
            weeks=Decimal(0) if i % 5 == 4 else Decimal(3 + i % 4) / 2,
            part=f"s{i % (sections + 1)}",
        )
        for i in range(1 + 2 * length)
    )
    begins = datetime.date(2026, 11, 30) if length % 4 else None
    return Timeline(
        id="timeline",
        kicker=texts["word"],
        title=texts["title"],
        lead=texts["sentence"] * min(length, 2),
        begins=begins,
        phases=phases,
    )


def proposal(
    language: str = "ru", brandbook: str = "kurs", *, length: int = 2, items: int = 6, sections: int = 3, people: int = 4
) -> Proposal:
    """Return a proposal; `length` 0 has next to no text, 2 is usual, 12 is very long."""
    texts = TEXTS[language]
    prose = parse(
        "\n\n".join(
            [texts["sentence"] * 3] * length + ["# " + texts["word"], "- " + texts["sentence"], "1. " + texts["sentence"]]
        )
    )
    if not length:
        prose = parse(texts["word"])
    team = tuple(
        Person(
            id=f"p{i}", name=texts["name"], role=texts["role"], about=texts["sentence"] if length else "",
            photo=picture("upright") if i % 3 < 2 else None, email="a@b.example", phone="+7 900 000-00-00", note=Internal(CANARY),
        )
        for i in range(people)
    )  # fmt: skip
    works = tuple(
        Reference(
            id=f"r{i}", title=texts["title"], client=texts["client"], year="2024", why=texts["sentence"], link="https://works.example/a",
            origin=Origin.OWN if i % 2 else Origin.THIRD_PARTY, credit="Studio Nord",
            pictures=shown(i), display=tuple(Display)[i % 4], note=Internal(CANARY),
        )
        for i in range(1 + 2 * min(length, 4))
    )  # fmt: skip
    return Proposal(
        number="КП-2026/118",
        title=texts["title"] * (1 if length < 10 else 4),
        subtitle=texts["sentence"] if length else "",
        language=language,
        currency="RUB" if language == "ru" else "EUR",
        date=datetime.date(2026, 11, 21),
        valid_until=datetime.date(2026, 12, 21),
        brandbook=brandbook,
        studio=Studio(
            name="Студия «Полдень»", legal_name="ООО «Полдень»", site="noon.example", city="Самара", requisites="ИНН 1\nКПП 2"
        ),
        client=Client(name=texts["client"], requisites="ИНН 3"),
        contact=Contact(name=texts["name"], role=texts["role"]),
        manager="p0",
        people=team,
        estimate=told_in_full(estimate(language, sections, items, people), language, length),
        sections=(
            Cover(id="cover", picture=picture("upright")),
            Contents(id="contents", kicker=texts["word"] if length else ""),
            Letter(id="letter", greeting=texts["title"], text=prose),
            Opener(
                id="opener", kicker=texts["word"], title=texts["title"], lead=texts["sentence"] * min(length, 6),
                picture=picture("wide"),
            ),
            Story(
                id="story", kicker=texts["word"], title=texts["title"], lead=texts["sentence"], text=prose,
                pictures=(picture("wide"), picture("upright")), quote=texts["sentence"], quote_by=texts["name"],
                figures=(Figure(value="312", label=texts["scope"]), Figure(value="7 мин", label=texts["word"])),
            ),
            Opener(id="opener-bare", title=texts["word"], lead=texts["sentence"] * length),
            timeline(language, length, sections),
            EstimatePages(
                id="estimate", kicker=texts["word"], title=texts["word"], lead=texts["sentence"], summary=length > 2,
                in_words=length > 2,
            ),
            Packages(id="packages", kicker=texts["word"], title=texts["word"], lead=texts["sentence"], recommended="usual"),
            Team(id="team", title=texts["word"], lead=texts["sentence"]),
            References(id="references", title=texts["title"], items=works),
            Terms(
                id="terms", title=texts["word"],
                text=parse("\n\n".join(["# " + texts["word"], texts["sentence"] * 2] * (2 + length))),
            ),
            Acceptance(id="acceptance", title=texts["word"], text=prose),
            BackCover(
                id="back-cover", title=texts["title"] if length > 2 else "", lead=texts["sentence"] * length,
                picture=picture("upright") if length else None,
            ),
        ),
    )  # fmt: skip
