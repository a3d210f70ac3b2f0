"""A small workspace with a record of every kind, and how it is asked."""

import datetime
from pathlib import Path

from app.model.block import Block, BlockKind, BlockStatus, Variant
from app.model.client import Client, Contact
from app.model.clientcard import ClientCard
from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.internal import Internal
from app.model.notation import parse
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.reference import Origin, Reference
from app.model.sections import Figure, Letter, Story
from app.store.search.index import Index
from app.store.source import write_proposal
from app.store.workspace import Workspace

MISSION = Block(
    id="mission",
    name="Наша миссия",
    kind=BlockKind.MISSION,
    status=BlockStatus.APPROVED,
    service="Брендинг",
    owner="Вера Зимина",
    tags=("О студии", "ценности"),
    variants=(
        Variant(
            language="ru",
            story=Story(
                id="s1",
                title="Зачем мы работаем",
                lead="Мы заключаем договор, чтобы держать слово.",
                text=parse("Сначала **исследование**, потом эскизы.\n\n- зелёный чай на встречах"),
                figures=(Figure(value="128", label="проектов за год"),),
                quote="Вёрстка терпит, читатель — нет",
                quote_by="Илья Громов",
            ),
        ),
        Variant(language="en", story=Story(id="s1", title="Why we work", text=parse("We design packaging that travels."))),
    ),
)
TERMS = Block(
    id="terms",
    name="Условия оплаты",
    kind=BlockKind.TERMS,
    tags=("Договор",),
    variants=(Variant(language="ru", story=Story(id="s1", text=parse("Аванс — половина суммы."))),),
)
ANNA = Person(
    id="anna",
    name="Анна Берёзова",
    role="арт-директор",
    about="Рисует журналы",
    email="anna@studio.example",
    phone="+7 (495) 123-45-67",
    languages=("ru", "en"),
    note=Internal("уходит в отпуск в августе"),
)
SPRING = Reference(
    id="spring",
    title="Spring campaign",
    origin=Origin.THIRD_PARTY,
    client="Ромашка",
    year="2024",
    credit="Bureau Nord",
    why="Designing with paper and light",
    tags=("video", "Договор"),
)
ROMASHKA = ClientCard(
    id="romashka",
    client=Client(name="ООО «Ромашка»", city="Тверь", requisites="ИНН 7701234567", language="ru"),
    contacts=(Contact(name="Пётр Орлов", role="закупки", email="orlov@romashka.example"),),
    tags=("розница",),
)
LAYOUT = LineItem(id="layout", title="Вёрстка каталога", description="64 полосы", note=Internal("дешевле не отдаём"))
PROPOSAL = Proposal(
    id="p1",
    number="КП-2026-0017",
    title="Фирменный стиль пекарни",
    date=datetime.date(2026, 11, 1),
    client=Client(name="Пекарня «Колос»"),
    sections=(Letter(id="s1", greeting="Здравствуйте, Мария!", text=parse("Предлагаем обновить вывеску.")),),
    estimate=Estimate(
        sections=(EstimateSection(id="e1", title="Айдентика", items=(LineItem(id="i1", title="Логотип и паттерн"),)),)
    ),
)


def filled(path: Path) -> Workspace:
    """Return a workspace that holds all of them."""
    workspace = Workspace.open(path).workspace
    assert workspace
    library = workspace.library
    library.blocks.put(MISSION)
    library.blocks.put(TERMS)
    library.people.put(ANNA)
    library.references.put(SPRING)
    library.clients.put(ROMASHKA)
    library.items.put(LAYOUT)
    assert write_proposal(workspace.folder / "КП-2026-0017 Стиль", PROPOSAL) == ()
    return workspace


def ids(index: Index, text: str, **filters: tuple[str, ...]) -> list[str]:
    """Return the ids of what is found."""
    return [hit.id for hit in index.search(text, **filters)]  # type: ignore[arg-type]
