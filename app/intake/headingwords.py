"""The words that people head the columns of an estimate with, in Russian and English."""

from app.model.mapping import ColumnMeaning

Field = ColumnMeaning

FIGURES = (Field.QUANTITY, Field.HOURS, Field.DAYS, Field.RATE, Field.PRICE, Field.SUM)
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
    Field.RATE: (
        "ставка", "цена часа", "стоимость часа", "цена за час", "стоимость за час", "за час", "в час", "ставка часа",
        "часовая ставка", "почасовая ставка", "тариф", "стоимость ч", "ставка в час", "ставка за час", "стоимость чел часа",
        "стоимость дня", "цена дня", "цена за день", "стоимость за день", "ставка за день", "дневная ставка", "за день",
        "rate", "hourly rate", "rate per hour", "rate h", "price per hour", "cost per hour", "per hour", "hour rate",
        "day rate", "daily rate", "rate per day", "price per day",
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
    ),
    Field.DISCOUNT: ("скидка", "скидки", "сумма скидки", "размер скидки", "discount"),
    Field.VAT: ("ндс", "сумма ндс", "ставка ндс", "в т ч ндс", "в том числе ндс", "vat", "vat amount", "vat rate", "tax"),
    Field.WHO: (
        "кто", "исполнитель", "исполнители", "специалист", "специалисты", "ответственный", "ответственные", "сотрудник",
        "сотрудники", "кто делает", "команда", "участники", "who", "assignee", "assigned to", "people", "person", "owner",
        "responsible", "team", "team member",
    ),
    Field.ROLE: ("роль", "роли", "должность", "компетенция", "квалификация", "грейд", "role", "roles", "job title", "grade"),
    Field.OPTIONAL: ("опция", "опции", "опционально", "опциональная", "по желанию", "optional", "option", "is optional"),
    Field.NOTE: (
        "примечание", "примечания", "прим", "заметка", "заметки", "внутренний комментарий", "внутреннее", "note", "notes",
        "remark", "remarks", "internal", "internal note",
    ),
}  # fmt: skip
"""Normalised headings (lower case, `ё` as `е`, words parted by single spaces) by what the column holds."""
