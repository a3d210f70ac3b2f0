"""20,000 mixed records in Russian and English, the same each time: what a studio has after twenty years."""

import datetime
import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from app.model.block import Block, BlockKind, BlockStatus, Variant
from app.model.client import Client, Contact
from app.model.clientcard import ClientCard
from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.internal import Internal
from app.model.notation import parse
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.model.sections import Letter, Story
from tests.bench.prose import Prose

COUNTS = {"blocks": 4000, "people": 1500, "references": 4000, "clients": 4000, "items": 6000}
PROPOSALS = 500


def _words(text: str) -> list[str]:
    return text.split()


_RU = _words(
    "бренд договор сайт смет дизайн вёрст проект клиент реклам съёмк лендинг магазин логотип буклет журнал каталог "
    "упаковк анализ продаж стратег маркетинг исследован интерфейс прототип иллюстрац анимац поддержк разработ хостинг "
    "обучен концепц текст"
)
_RU_HEADS = _words("а до за из на об от по под пере при про раз со у вос недо пред сверх меж")
_RU_ENDS = _words("а ы у ом е ами ов овый овая ового ному ение ения ением ский ская ских ник ника ники ность ности изация изации")
_EN = _words(
    "brand contract design estimate project client campaign shoot store logo package analysis sale strategy market "
    "research interface prototype illustrate animate support develop host train concept copy print audit launch "
    "content"
)
_EN_HEADS = _words("re un pre co inter over under out sub multi")
_EN_ENDS = _words("s ed ing er ers able ment ments ness ful ly ation")
_FIRST = _words("Анна Борис Вера Глеб Дарья Егор Жанна Илья Ксения Лев Мария Никита Ольга Пётр Семён Таисия Ульяна Фёдор")
_LAST = _words("Берёзов Волков Громов Дёмин Ершов Жуков Зимин Королёв Лебедев Морозов Орлов Соловьёв Фомин Щербаков")
_CITIES = _words("Москва Тверь Казань Пермь Самара Берлин London Омск Тула Псков")
_TAGS = tuple(f"{name} {number}" for name in ("сайт", "печать", "бренд", "video", "launch", "салон") for number in range(40))


class Corpus:
    """Makes records; each number is another world."""

    def __init__(self, number: int = 1) -> None:
        self._chance = random.Random(number)
        self._prose = Prose(number)
        self._ru = self._shuffled([head + root + end for root in _RU for head in ("", *_RU_HEADS) for end in ("", *_RU_ENDS)])
        self._en = self._shuffled([head + root + end for root in _EN for head in ("", *_EN_HEADS) for end in ("", *_EN_ENDS)])

    def records(self) -> dict[str, list[Any]]:
        """Return the records of the library, by shelf."""
        makers: dict[str, Callable[[int], Any]] = {
            "blocks": self._block, "people": self._person, "references": self._reference, "clients": self._client,
            "items": self._item,
        }  # fmt: skip
        return {shelf: [makers[shelf](number) for number in range(count)] for shelf, count in COUNTS.items()}

    def proposals(self) -> list[Proposal]:
        """Return the proposals."""
        return [self._proposal(number) for number in range(PROPOSALS)]

    def _proposal(self, number: int) -> Proposal:
        story = self._story("ru", 200)
        letter = Letter(id="s2", greeting="Здравствуйте!", text=parse(self._text("ru", 150)))
        return Proposal(
            id=f"p{number}",
            number=f"КП-2026-{number:04}",
            title=self._prose.title(),
            date=datetime.date(2026, 1, 1),
            client=Client(name=self._company()),
            sections=(letter, story),
            estimate=Estimate(sections=(EstimateSection(id="e1", items=tuple(self._item(place) for place in range(15))),)),
        )

    def _block(self, number: int) -> Block:
        variants = tuple(Variant(language=language, story=self._story(language, 70)) for language in ("ru", "en"))
        return Block(
            id=f"b{number}",
            name=self._prose.title(),
            kind=self._chance.choice(tuple(BlockKind)),
            status=self._chance.choice(tuple(BlockStatus)),
            owner=self._name(),
            tags=self._tags(),
            variants=variants,
        )

    def _person(self, number: int) -> Person:
        role = f"{self._word('ru')} {self._word('ru')}"
        note = Internal(self._text("ru", 5))
        return Person(id=f"h{number}", name=self._name(), role=role, about=self._text("ru", 15), languages=("ru",), note=note)

    def _reference(self, number: int) -> Reference:
        title = f"{self._word('en').title()} {self._word('ru')}"
        why = self._text(self._chance.choice(("ru", "en")), 25)
        return Reference(id=f"r{number}", title=title, client=self._company(), year="2024", why=why, tags=self._tags())

    def _client(self, number: int) -> ClientCard:
        client = Client(name=self._company(), city=self._chance.choice(_CITIES), requisites=f"ИНН {number:010}", language="ru")
        contact = Contact(name=self._name(), role=self._word("ru"), email=f"{self._word('en')}@example.com")
        return ClientCard(id=f"c{number}", client=client, contacts=(contact,), tags=self._tags())

    def _item(self, number: int) -> LineItem:
        return LineItem(id=f"i{number}", title=self._prose.short(), description=self._text("ru", 8), rate=Decimal(3000))

    def _story(self, language: str, words: int) -> Story:
        text = parse(
            f"{self._text(language, words)}\n\n{self._prose.text(3)}" if language == "ru" else self._text(language, words)
        )
        return Story(id="s1", title=self._text(language, 4), lead=self._text(language, 12), text=text)

    def _text(self, language: str, words: int) -> str:
        return " ".join(self._word(language) for _ in range(words)).capitalize() + "."

    def _word(self, language: str) -> str:
        """Return a word; a few of them are most of any text, as in life."""
        words = self._ru if language == "ru" else self._en
        return words[int(len(words) ** self._chance.random()) - 1]  # Zipf's law

    def _name(self) -> str:
        return f"{self._chance.choice(_FIRST)} {self._chance.choice(_LAST)}"

    def _company(self) -> str:
        return f"{self._word('ru').title()} {self._word('en').title()}"

    def _tags(self) -> tuple[str, ...]:
        return tuple(self._chance.sample(_TAGS, self._chance.randrange(4)))

    def _shuffled(self, words: list[str]) -> list[str]:
        self._chance.shuffle(words)
        return words
