"""The words that people head the columns of an estimate with, in Russian and English."""

from app.model.mapping import ColumnMeaning

Field = ColumnMeaning

SPREAD = (Field.LOWEST, Field.LIKELY, Field.HIGHEST)
"""The ends of an estimator's range of hours, and its middle."""
FIGURES = (
    *(Field.QUANTITY, Field.HOURS, Field.ROLE_HOURS, *SPREAD, Field.DAYS, Field.MONTHS, Field.PEOPLE),
    *(Field.RATE, Field.PRICE, Field.SUM, Field.MONTHLY, Field.YEARLY),
)
"""Fields that hold numbers."""

WORDS: dict[Field, tuple[str, ...]] = {
    Field.NUMBER: ("№", "n", "#", "no", "nr", "номер", "номер п п", "№ п п", "п п", "пп", "код", "id", "артикул", "number"),
    Field.SECTION: (
        "раздел", "этап", "блок", "стадия", "фаза", "модуль", "группа", "категория", "направление", "phase", "stage",
        "section", "block", "group", "category", "module", "milestone", "эпик", "epic", "название раздела", "название этапа",
        "наименование раздела", "наименование этапа", "вид работ",
    ),
    Field.TITLE: (
        "наименование", "наименование работ", "наименование услуги", "наименование услуг", "название", "работа", "работы",
        "задача", "задачи", "позиция", "услуга", "услуги", "перечень работ", "статья", "статья расходов", "функция",
        "функционал", "мероприятие", "виды работ", "этапы работ", "task", "work", "name", "item", "title", "position",
        "service", "deliverable", "feature", "activity", "line item", "product", "товар", "что делаем", "состав",
    ),
    Field.DESCRIPTION: (
        "описание", "комментарий", "комментарии", "состав работ", "содержание", "содержание работ", "подробности", "детали",
        "пояснение", "расшифровка", "что входит", "что входит в работу", "результат", "description", "details", "comment",
        "comments", "scope", "scope of work", "what is included",
    ),
    Field.UNIT: ("ед", "ед изм", "единица", "единица измерения", "единицы", "изм", "unit", "units", "uom", "unit of measure"),
    Field.QUANTITY: (
        "кол во", "кол", "количество", "объем", "объем работ", "число", "штук", "шт", "qty", "quantity", "count", "volume",
        "amount of units", "number of units",
    ),
    Field.HOURS: (
        "часы", "часов", "час", "ч", "трудозатраты", "трудоемкость", "ч ч", "чел час", "чел ч", "человеко часы", "чел часы",
        "человеко часов", "чел часов", "нормо часы", "нормочасы", "н ч", "оценка", "оценка времени", "кол во часов",
        "количество часов", "число часов", "объем часов", "итого часов", "всего часов", "часы итого", "часов всего",
        "затраты времени", "время", "план часы", "hours", "hour", "hrs", "h", "effort", "estimate", "man hours",
        "person hours", "total hours", "hours total", "number of hours", "estimated hours", "estimation", "time",
    ),
    Field.DAYS: (
        "дни", "дней", "день", "дн", "кол во дней", "количество дней", "рабочих дней", "рабочие дни", "раб дней", "чел дни",
        "чел дней", "чел день", "человеко дни", "человеко дней", "итого дней", "всего дней", "days",
        "day", "man days", "person days", "total days", "working days", "number of days", "md",
    ),
    Field.LOWEST: (
        "минимум часов", "часы мин", "мин часов", "часы минимум", "часы min", "оптимистичная оценка", "оптимистично", "от ч",
        "min hours", "hours min", "minimum hours", "optimistic", "best case", "low estimate",
        "мин", "минимум", "min", "minimum", "low",
    ),
    Field.LIKELY: (
        "наиболее вероятно", "вероятно", "ожидаемые часы", "ожидаемая оценка", "реалистичная оценка", "реалистично",
        "ожид", "ожидаемо", "ожидание", "expected", "most likely", "likely", "likely hours", "realistic", "expected hours",
    ),
    Field.HIGHEST: (
        "максимум часов", "часы макс", "макс часов", "часы максимум", "часы max", "пессимистичная оценка", "пессимистично",
        "до ч", "max hours", "hours max", "maximum hours", "pessimistic", "worst case", "high estimate",
        "макс", "максимум", "max", "maximum", "high",
    ),
    Field.MONTHS: (
        "месяцы", "месяцев", "месяц", "мес", "кол во месяцев", "количество месяцев", "число месяцев", "чел мес",
        "чел месяц", "чел месяцев", "человеко месяцы", "человеко месяцев", "months", "month", "number of months",
        "person months", "man months", "pm",
    ),
    Field.PEOPLE: (
        "кол во человек", "количество человек", "число человек", "человек", "людей", "чел", "кол во чел", "кол во специалистов",
        "количество специалистов", "специалистов", "число специалистов", "ставок", "fte", "headcount", "number of people",
        "no of people", "people count", "number of specialists",
    ),
    Field.MONTHLY: (
        "в месяц", "ежемесячно", "ежемесячный платеж", "ежемесячная стоимость", "ежемесячные платежи", "абонентская плата",
        "абонплата", "monthly", "per month", "monthly fee", "monthly cost", "monthly total", "recurring", "recurring cost",
    ),
    Field.YEARLY: (
        "в год", "ежегодно", "ежегодный платеж", "ежегодная стоимость", "yearly", "per year", "annual", "annual cost",
        "annually", "annual fee", "yearly cost",
    ),
    Field.PERIOD: (
        "период", "периодичность", "период оплаты", "периодичность оплаты", "частота", "регулярность", "period", "frequency",
        "billing", "billing period", "recurrence",
    ),
    Field.RATE: (
        "ставка", "цена часа", "стоимость часа", "цена за час", "стоимость за час", "за час", "в час", "ставка часа",
        "часовая ставка", "почасовая ставка", "тариф", "стоимость ч", "ставка в час", "ставка за час", "стоимость чел часа",
        "стоимость дня", "цена дня", "цена за день", "стоимость за день", "ставка за день", "дневная ставка", "за день",
        "rate", "hourly rate", "rate per hour", "rate h", "price per hour", "cost per hour", "per hour", "hour rate",
        "day rate", "daily rate", "rate per day", "price per day", "ставка в месяц", "месячная ставка", "ставка за месяц",
        "monthly rate", "rate per month", "month rate",
    ),
    Field.PRICE: (
        "цена", "цена за ед", "цена за единицу", "цена ед", "стоимость за ед", "стоимость за единицу", "стоимость единицы",
        "стоимость ед", "за ед", "за единицу", "за шт", "цена за шт", "расценка", "price", "unit price", "price per unit",
        "unit cost", "cost per unit", "price each",
    ),
    Field.SUM: (
        "сумма", "стоимость", "итого", "всего", "итоговая стоимость", "общая стоимость", "стоимость работ", "стоимость итого",
        "итого стоимость", "всего стоимость", "сумма итого", "итого сумма", "стоимость услуг", "полная стоимость", "бюджет",
        "amount", "total", "cost", "sum", "total cost", "total price", "total amount", "line total", "subtotal", "budget",
        "разово", "единоразово", "разовая стоимость", "единовременно", "one off", "one time", "setup fee", "one time cost",
    ),
    Field.DISCOUNT: ("скидка", "скидки", "сумма скидки", "размер скидки", "discount"),
    Field.VAT: ("ндс", "сумма ндс", "ставка ндс", "в т ч ндс", "в том числе ндс", "vat", "vat amount", "vat rate", "tax"),
    Field.WHO: (
        "кто", "исполнитель", "исполнители", "специалист", "специалисты", "ответственный", "ответственные", "сотрудник",
        "сотрудники", "кто делает", "команда", "участники", "who", "assignee", "assigned to", "people", "person", "owner",
        "responsible", "team", "team member",
    ),
    Field.ROLE: ("роль", "роли", "должность", "компетенция", "квалификация", "грейд", "role", "roles", "job title", "grade"),
    Field.SUBSECTION: ("подраздел", "подэтап", "подгруппа", "подкатегория", "subsection", "subgroup", "sub section", "подблок"),
    Field.ALTERNATIVE: ("альтернатива", "альтернативы", "вариант", "варианты", "alternative", "alternatives", "variant"),
    Field.OPTIONAL: ("опция", "опции", "опционально", "опциональная", "по желанию", "optional", "option", "is optional"),
    Field.NOTE: (
        "примечание", "примечания", "прим", "заметка", "заметки", "внутренний комментарий", "внутреннее", "note", "notes",
        "remark", "remarks", "internal", "internal note",
    ),
}  # fmt: skip
"""Normalised headings (lower case, `ё` as `е`, words parted by single spaces) by what the column holds."""
