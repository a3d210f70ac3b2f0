"""Workbooks of the twenty: what openpyxl writes, and what LibreOffice makes of formulas, hidden rows and indents."""

from datetime import time

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake.twenty.sheet import Sheet

_BOLD = Font(bold=True)


def _bold(page: Worksheet, *cells: str) -> None:
    for cell in cells:
        page[cell].font = _BOLD


def _dress_agency(page: Worksheet) -> None:
    page.merge_cells("A1:E1")
    _bold(page, "A1", "A3", "B3", "C3", "D3", "E3", "A4", "A7", "A10")
    for cell in ("E5", "E6", "E8"):
        page[cell].number_format = "#,##0.00 [$₽-419]"


AGENCY = Sheet(
    name="agency",
    saved="xlsx",
    rows=(
        ("Смета на сайт «Ромашка»",),
        (),
        ("Наименование работ", "Исполнитель", "Часы", "Ставка", "Стоимость"),
        ("Дизайн",),
        ("Главная страница", "Анна Ким", 16, 2500, "=C5*D5"),
        ("Карточка товара", "Анна Ким", 7.5, 2500, "=C6*D6"),
        ("Вёрстка",),
        ("Главная страница", "Пётр Лаптев", 10, 2000, "=C8*D8"),
        ("Итого", None, "=SUM(C5:C8)", None, "=SUM(E5:E8)"),
        ("Скидка 10 % постоянному клиенту", None, None, None, "=-E9*10%"),
        ("Итого со скидкой", None, None, None, "=E9+E10"),
        ("НДС 20 %", None, None, None, "=E11*20%"),
        ("Всего к оплате", None, None, None, "=E11+E12"),
    ),
    dress=_dress_agency,
    # 23.5 × 2500 + 10 × 2000 = 78750; − 7875 = 70875; + 14175 = 85050
    outline="""# Дизайн [Анна Ким]
- Главная страница: 16 hours × 2500; Анна Ким
- Карточка товара: 7.5 hours × 2500; Анна Ким
# Вёрстка [Пётр Лаптев]
- Главная страница: 10 hours × 2000; Пётр Лаптев""",
    total="85050",
    hours="33.5",
    terms={"currency": "RUB", "discount": "7875", "vat": "added 20"},
)


def _dress_hidden(page: Worksheet) -> None:
    for cells in ("A1:A2", "B1:C1", "D1:E1", "F1:F2"):
        page.merge_cells(cells)
    page.row_dimensions[5].hidden = True
    page.column_dimensions["F"].hidden = True
    page["B4"].number_format = "h:mm"


HIDDEN = Sheet(
    name="hidden",
    saved="ods",
    rows=(
        ("Работа", "Трудозатраты", None, "Стоимость, тыс. руб.", None, "Себестоимость"),
        (None, "часы", "дни", "ставка", "сумма", None),
        ("Логотип", 10, None, 2, "=B3*D3", 9),
        ("Созвон", time(1, 30), None, 2, 3, 1),
        ("Разработка стиля", 8, None, 2.5, "=B5*D5", 9),
        ("Итого", None, None, None, "=SUM(E3:E5)", None),
    ),
    dress=_dress_hidden,
    outline="""#
- Логотип: 10 hours × 2000
- Созвон: 1.5 hours × 2000
- Разработка стиля: 8 hours × 2500""",
    total="43000",
    hours="19.5",
    problems=(
        ("table-hidden-rows", "A5"),
        ("table-hidden-columns", "F1"),
        ("column-unknown", "F2"),
        ("column-scaled", "D2"),
        ("column-scaled", "E2"),
    ),
    terms={"currency": "RUB"},
)

UNCALCULATED = Sheet(
    name="uncalculated",
    rows=(
        ("Работа", "Часы", "Ставка", "Сумма"),
        ("Логотип", 8, 2500, "=B2*C2"),
        ("Сайт", "=4*2", 2500, "=B3*C3"),
        ("Итого", None, None, "=SUM(D2:D3)"),
    ),
    outline="""#
- Логотип: 8 hours × 2500
- Сайт: 0 hours × 2500""",
    total="20000",
    hours="8",
    problems=tuple(("cell-formula-not-calculated", cell) for cell in ("D2", "B3", "D3", "D4")),
)

STAFF = Sheet(
    name="staff",
    saved="xls",
    rows=(
        ("Роль", "Кол-во человек", "Месяцев", "Ставка в месяц, ₽", "Сумма, ₽"),
        ("Backend-разработчик", 2, 6, 350000, "=B2*C2*D2"),
        ("Дизайнер", 1, 2.5, 280000, "=B3*C3*D3"),
        ("Тестировщик", 1, 4, 200000, "=B4*C4*D4"),
        ("Итого", None, None, None, "=SUM(E2:E4)"),
    ),
    # 2 × 6 × 350000 + 2.5 × 280000 + 4 × 200000 = 5700000; 18.5 person-months are 2960 hours
    outline="""# [Backend-разработчик, Дизайнер, Тестировщик]
- Backend-разработчик: 2 × 6 months × 350000; Backend-разработчик
- Дизайнер: 2.5 months × 280000; Дизайнер
- Тестировщик: 4 months × 200000; Тестировщик""",
    total="5700000",
    hours="2960",
    terms={"currency": "RUB"},
)

ROLES = Sheet(
    name="roles",
    saved="xlsx",
    rows=(
        ("Task", "Design", "Dev", "QA", "Total"),
        ("Home page", 8, 16, 4, "=SUM(B2:D2)"),
        ("Catalogue", None, 20, 6, "=SUM(B3:D3)"),
        ("Total hours", "=SUM(B2:B3)", "=SUM(C2:C3)", "=SUM(D2:D3)", "=SUM(E2:E3)"),
        ("Rate, $/h", 40, 50, 30, None),
        ("Cost", "=B4*B5", "=C4*C5", "=D4*D5", "=SUM(B6:D6)"),
    ),
    # 8 × 40 + 36 × 50 + 10 × 30 = 2420
    outline="""# [Design, Dev, QA]
- Home page — Design: 8 hours × 40; Design
- Home page — Dev: 16 hours × 50; Dev
- Home page — QA: 4 hours × 30; QA
- Catalogue — Dev: 20 hours × 50; Dev
- Catalogue — QA: 6 hours × 30; QA""",
    total="2420",
    hours="54",
)

RECURRING = Sheet(
    name="recurring",
    saved="ods",
    rows=(
        ("Услуга", "Разово, ₽", "В месяц, ₽"),
        ("Настройка сервера", 50000, None),
        ("Поддержка сайта", None, 30000),
        ("Хостинг", 5000, 2000),
        ("Итого", "=SUM(B2:B4)", "=SUM(C2:C4)"),
    ),
    outline="""#
- Настройка сервера: 1 fixed × 50000
- Поддержка сайта: 1 fixed × 30000; every month
- Хостинг: 1 fixed × 5000
- Хостинг: 1 fixed × 2000; every month""",
    total="55000",
    terms={"currency": "RUB", "month": "32000"},
)

NUMBERED = Sheet(
    name="numbered",
    saved="xlsx",
    rows=(
        ("№", "Наименование", "Часы", "Ставка", "Сумма"),
        ("1", "Сайт", None, None, "=E3+E6"),
        ("1.1", "Дизайн", None, None, "=SUM(E4:E5)"),
        ("1.1.1", "Логотип", 8, 2500, "=C4*D4"),
        ("1.1.2", "Страницы", 20, 2500, "=C5*D5"),
        ("1.2", "Вёрстка", None, None, "=E7"),
        ("1.2.1", "Шаблоны", 30, 2000, "=C7*D7"),
        ("2", "Тексты", None, None, "=E9"),
        ("2.1", "Статьи", 10, 1500, "=C9*D9"),
        (None, "Всего", "=C4+C5+C7+C9", None, "=E2+E8"),
    ),
    # 28 × 2500 + 30 × 2000 + 10 × 1500 = 145000
    outline="""# Сайт
## Дизайн
- Логотип: 8 hours × 2500
- Страницы: 20 hours × 2500
## Вёрстка
- Шаблоны: 30 hours × 2000
# Тексты
- Статьи: 10 hours × 1500""",
    total="145000",
    hours="68",
)


def _dress_indented(page: Worksheet) -> None:
    _bold(page, "A2", "A3", "A6", "A8", "A9")
    for cell, indent in (("A3", 1), ("A4", 2), ("A5", 2), ("A6", 1), ("A7", 2), ("A9", 1), ("A10", 2)):
        page[cell].alignment = Alignment(indent=indent)


INDENTED = Sheet(
    name="indented",
    saved="ods",
    rows=(
        ("Работа", "Часы", "Ставка"),
        ("Мобильное приложение",),
        ("Дизайн",),
        ("Экраны", 40, 2500),
        ("Иконки", 8, 2500),
        ("Код",),
        ("Вход", 16, 3000),
        ("Запуск",),
        ("Магазины приложений",),
        ("Публикация", 4, 2000),
    ),
    dress=_dress_indented,
    outline="""# Мобильное приложение
## Дизайн
- Экраны: 40 hours × 2500
- Иконки: 8 hours × 2500
## Код
- Вход: 16 hours × 3000
# Запуск
## Магазины приложений
- Публикация: 4 hours × 2000""",
    total="176000",
    hours="68",
)


def _dress_percents(page: Worksheet) -> None:
    for cell in ("D2", "D3"):
        page[cell].number_format = "0%"


DISCOUNTED = Sheet(
    name="discounted",
    saved="xls",
    rows=(
        ("Позиция", "Кол-во", "Цена", "Скидка", "Сумма"),
        ("Баннер", 4, 1500, 0.1, "=B2*C2*(1-D2)"),
        ("Съёмка", 2, 20000, 0.25, "=B3*C3*(1-D3)"),
        ("Печать", 100, 12.5, None, "=B4*C4"),
        ("ИТОГО", None, None, None, "=SUM(E2:E4)"),
    ),
    dress=_dress_percents,
    # 5400 + 30000 + 1250 = 36650
    outline="""#
- Баннер: 4 quantity × 1500; −10%
- Съёмка: 2 quantity × 20000; −25%
- Печать: 100 quantity × 12.5""",
    total="36650",
)

PAYMENTS = Sheet(
    name="payments",
    saved="xlsx",
    rows=(
        ("Работа", "Часы", "Ставка", "Сумма"),
        ("Логотип", 8, 1000, "=B2*C2"),
        ("Сайт", 32, 1000, "=B3*C3"),
        ("Срочность 20 %", None, None, "=SUM(D2:D3)*20%"),
        ("Резерв на риски 5 %", None, None, "=SUM(D2:D3)*5%"),
        ("Итого", "=SUM(B2:B3)", None, "=SUM(D2:D5)"),
        (),
        ("График платежей",),
        ("Аванс 50 %", None, None, "=D6*50%"),
        ("После сдачи макетов 30 %", None, None, "=D6*30%"),
        ("Остаток", None, None, "=D6*20%"),
    ),
    # 40000 + 8000 + 2000 = 50000
    outline="""#
- Логотип: 8 hours × 1000
- Сайт: 32 hours × 1000""",
    total="50000",
    hours="40",
    terms={
        "surcharges": "Срочность 20",
        "contingency": "5",
        "payments": "Аванс 50%, После сдачи макетов 30%, Остаток 10000",
    },
)

WORKBOOKS = (
    AGENCY, HIDDEN, UNCALCULATED, STAFF, ROLES, RECURRING, NUMBERED, INDENTED, DISCOUNTED, PAYMENTS,
)  # fmt: skip
