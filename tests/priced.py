"""An estimate in which everything is priced that can be, as an agency would write it, in both languages."""

from dataclasses import replace
from decimal import Decimal

from app.model.estimate import (
    Contingency,
    Discount,
    Estimate,
    EstimateSection,
    LineItem,
    Period,
    Pricing,
    Surcharge,
    Vat,
    VatMode,
)
from app.model.internal import Internal
from app.model.package import Package
from app.model.proposal import Proposal
from app.model.spread import Spread
from tests import samples

WORDS = {
    "research": ("Исследование и стратегия", "Research and strategy"),
    "research-scope": (
        "Узнаём, как выбирают загородное жильё, и договариваемся, чем «Тихая гавань» отличается от соседей.",
        "We learn how people choose a house by the water and agree on what sets Quiet Harbour apart.",
    ),
    "kick-off": ("Стартовая встреча на объекте", "Kick-off on site"),
    "interviews": ("Интервью с покупателями", "Interviews with buyers"),
    "interviews-scope": ("Восемь бесед по часу, с расшифровкой", "Eight conversations of an hour each, with transcripts"),
    "field": ("Полевой этап", "Field work"),
    "field-scope": ("Разговоры, наблюдение, замеры спроса.", "Conversations, observation, and a measure of demand."),
    "survey": ("Опрос жителей района", "Survey of the neighbourhood"),
    "questionnaire": ("анкет", "forms"),
    "regular": ("постоянный клиент", "a client of many years"),
    "prize": ("за публикацию кейса", "for letting us publish the case"),
    "brand": ("Платформа бренда", "Brand platform"),
    "position": ("Позиционирование и тон", "Positioning and tone of voice"),
    "naming": ("Название", "Name"),
    "name-test": ("Проверка названия на 200 респондентах", "Test of the name with 200 respondents"),
    "hosting": ("Хостинг", "Hosting"),
    "cloud": ("Облако в двух дата-центрах", "Cloud in two data centres"),
    "cloud-scope": ("Переживёт отключение любого из них", "Survives the loss of either"),
    "one": ("Один выделенный сервер", "One dedicated server"),
    "own": ("Серверы клиента", "The client's own servers"),
    "site": ("Сайт", "Website"),
    "site-scope": ("От прототипа до запуска и первых заявок.", "From a prototype to the launch and the first requests."),
    "design": ("Дизайн ключевых экранов", "Design of the key screens"),
    "front": ("Вёрстка и анимация", "Front end and motion"),
    "crew": ("Выделенная команда разработки", "Dedicated development team"),
    "crew-scope": ("Два инженера на полную ставку", "Two engineers, full time"),
    "font": ("Лицензия на шрифт", "Typeface licence"),
    "panorama": ("Панорамы домов", "Panoramas of the houses"),
    "book": ("Книга о квартале, печать", "A printed book about the quarter"),
    "copies": ("экз.", "copies"),
    "support": ("Поддержка после запуска", "Support after the launch"),
    "support-scope": ("Сайт остаётся быстрым, тексты — свежими.", "The site stays fast and its words fresh."),
    "watch": ("Дежурный инженер", "Engineer on duty"),
    "texts": ("Новости и рассылка", "News and the newsletter"),
    "year": ("за оплату года вперёд", "for a year paid in advance"),
    "domain": ("Домен и сертификаты", "Domain and certificates"),
    "urgent": ("Срочность: запуск до сезона", "Urgency: launch before the season"),
    "reserve": ("на то, чего сегодня не видно", "for what nobody can see today"),
    "base": ("Базовый", "Essential"),
    "full": ("Полный", "Complete"),
    "role": ("редактор", "copy editor"),
}


def priced(language: str) -> Estimate:
    """Return the estimate."""

    def say(key: str) -> str:
        return WORDS[key][language == "en"]

    def line(key: str, price: str | None = "4500", amount: str = "1", **values: object) -> LineItem:
        plain = LineItem(
            id=key,
            title=say(key),
            rate=None if price is None else Decimal(price),
            quantity=Decimal(amount),
            note=Internal(samples.CANARY),
            spread=Internal(Spread(lowest=Decimal(1), likely=Decimal(2), highest=Decimal(5))),
        )
        return replace(plain, **values)

    regular = Discount(percent=Decimal(10), reason=say("regular"))
    research = EstimateSection(
        id="research", title=say("research"), description=say("research-scope"), people=("p0", "p1"),
        items=(line("kick-off", "38000", pricing=Pricing.FIXED, hours=Decimal(6)),),
        discount=Discount(amount=Decimal(15000), reason=say("prize")),
    )  # fmt: skip
    field = EstimateSection(
        id="field", title=say("field"), description=say("field-scope"), level=2, people=("p2",), roles=(say("role"),),
        items=(
            line("interviews", amount="32", description=say("interviews-scope"), discount=regular),
            line("survey", "120.50", "400", pricing=Pricing.QUANTITY, unit=say("questionnaire"), vat=Decimal(10)),
        ),
    )  # fmt: skip
    brand = EstimateSection(
        id="brand", title=say("brand"), level=2, discount=Discount(percent=Decimal(5), reason=say("regular")),
        items=(
            line("position", "36000", "5.5", pricing=Pricing.DAYS),
            line("naming", amount="24"),
            line("name-test", "85000", pricing=Pricing.FIXED, optional=True),
        ),
    )  # fmt: skip
    site = EstimateSection(
        id="site", title=say("site"), description=say("site-scope"), people=("p1", "p3"),
        items=(
            line("design", amount="96"),
            line("front", amount="120", vat=Decimal(0), discount=Discount(amount=Decimal("20000.50"), reason=say("prize"))),
            line("crew", "420000", "3", pricing=Pricing.MONTHS, people=Decimal(2), description=say("crew-scope")),
            line("cloud", "84000", pricing=Pricing.FIXED, alternative=say("hosting"), description=say("cloud-scope")),
            line("one", "52000", pricing=Pricing.FIXED, alternative=say("hosting")),
            line("own", "0", pricing=Pricing.FIXED, alternative=say("hosting")),
            line("font", "31000", pricing=Pricing.FIXED, period=Period.YEAR),
            line("panorama", "64000", pricing=Pricing.FIXED, optional=True, chosen=True),
            line("book", "780", "300", pricing=Pricing.QUANTITY, unit=say("copies"), packages=("full",)),
        ),
    )  # fmt: skip
    support = EstimateSection(
        id="support", title=say("support"), description=say("support-scope"),
        items=(
            line("watch", amount="16", period=Period.MONTH, discount=Discount(percent=Decimal(15), reason=say("year"))),
            line("texts", "48000", pricing=Pricing.FIXED, period=Period.MONTH),
            line("domain", "9600", pricing=Pricing.FIXED, period=Period.YEAR),
        ),
    )  # fmt: skip
    return Estimate(
        sections=(research, field, brand, site, support),
        discount=Discount(percent=Decimal(3), reason=say("regular")),
        surcharges=(Surcharge(id="urgent", title=say("urgent"), percent=Decimal(12)),),
        contingency=Contingency(percent=Decimal(5), reason=say("reserve")),
        vat=Vat(mode=VatMode.ADDED, rate=Decimal(20)),
        packages=(Package(id="base", title=say("base")), Package(id="full", title=say("full"))),
    )


def with_everything(proposal: Proposal) -> Proposal:
    """Return the proposal with this estimate in its language."""
    return replace(proposal, estimate=priced(proposal.language))
