"""Text tables of the twenty: every encoding and delimiter that spreadsheet programs write."""

from tests.intake.twenty.sheet import Sheet

HOURS = Sheet(
    name="hours",
    encoding="cp1251",
    text=(
        "Задача;Часы;Ставка;Сумма\r\nСозвон;1:30;2000;3000\r\nЭскиз;1,5;2000;3000\r\nМакет;8ч;2000;16000\r\n"
        "Правки;2 ч 30 мин;2000;5000\r\nСдача;45 мин;2000;1500\r\nИтого;14:15;;28500\r\n"
    ),
    outline="""#
- Созвон: 1.5 hours × 2000
- Эскиз: 1.5 hours × 2000
- Макет: 8 hours × 2000
- Правки: 2.5 hours × 2000
- Сдача: 0.75 hours × 2000""",
    total="28500",
    hours="14.25",
    problems=(("table-encoding-guessed", ""),),
)

DOLLARS = Sheet(
    name="dollars",
    encoding="utf-8-sig",
    text=(
        "Phase\tTask\tAssignee\tHours\tRate\tAmount\r\nDesign\tLogo\tAnna Kim\t8 h\t$50.00\t$400.00\r\n"
        "\tHome page\tAnna Kim\t20 hrs\t$50.00\t$1,000.00\r\nCode\tMarkup\tPeter Lapin\t16h\t$40.00\t$640.00\r\n"
        "Total\t\t\t44\t\t$2,040.00\r\n"
    ),
    outline="""# Design [Anna Kim]
- Logo: 8 hours × 50; Anna Kim
- Home page: 20 hours × 50; Anna Kim
# Code [Peter Lapin]
- Markup: 16 hours × 40; Peter Lapin""",
    total="2040",
    hours="44",
    terms={"currency": "USD"},
)

RANGES = Sheet(
    name="ranges",
    encoding="utf-16",
    text=(
        "Работа\tЧасы\tСтавка\tСумма\r\nАналитика\t8–12\t2000\t20000\r\nДизайн\t20-30 ч\t2500\t75000\r\n"
        "Код\tот 40 до 60\t3000\t\r\nИтого\t\t\t245000\r\n"
    ),
    # 10 × 2000 + 30 × 2500 (its sum counts the upper end) + 50 × 3000 = 245000
    outline="""#
- Аналитика: 10 hours × 2000; 8–10–12
- Дизайн: 30 hours × 2500; 20–25–30
- Код: 50 hours × 3000; 40–50–60""",
    total="245000",
    hours="90",
    problems=(("cell-hours-range", "B2"), ("cell-hours-range", "B3"), ("cell-hours-range", "B4")),
)

OPTIONS = Sheet(
    name="options",
    encoding="cp1251",
    text=(
        "Раздел;Работа;Часы;Ставка;Опция;Примечание\r\nДизайн;Логотип;8;2500;;торг возможен\r\n"
        "Дизайн;Анимация;10;2500;да;\r\nДизайн;Иконки (опционально);4;2500;;\r\nОпции;Видео;20;3000;;\r\n;Итого;8;;;\r\n"
    ),
    outline="""# Дизайн
- Логотип: 8 hours × 2500; (торг возможен)
- Анимация: 10 hours × 2500; option
- Иконки (опционально): 4 hours × 2500; option
# Опции
- Видео: 20 hours × 3000; option""",
    total="20000",
    hours="8",
    problems=(("table-encoding-guessed", ""), ("estimate-section-optional", "B5")),
    terms={"optional": "95000"},
)

VARIANTS = Sheet(
    name="variants",
    encoding="utf-8-sig",
    text=(
        "Работа;Стоимость, ₽\r\nСайт (вариант А);100 000\r\nСайт (вариант Б);180 000\r\nПоддержка;20 000 ₽/мес\r\n"
        "Домен;1 500 ₽ в год\r\nТексты;40 000\r\nИтого;140 000\r\n"
    ),
    outline="""#
- Сайт (вариант А): 1 fixed × 100000; or Сайт
- Сайт (вариант Б): 1 fixed × 180000; or Сайт
- Поддержка: 1 fixed × 20000; every month
- Домен: 1 fixed × 1500; every year
- Тексты: 1 fixed × 40000""",
    total="140000",
    problems=(("estimate-alternatives", "A2"),),
    terms={"currency": "RUB", "month": "20000", "year": "1500"},
)

PACKAGES = Sheet(
    name="packages",
    encoding="utf-8-sig",
    text=(
        "Услуга;Цена\r\nПакет «Старт»\r\nЛендинг;90000\r\nИтого;90000\r\nПакет «Рост»\r\nЛендинг;90000\r\nРеклама;60000\r\n"
        "Итого;150000\r\n"
    ),
    outline="""# Пакет «Старт»
- Лендинг: 1 fixed × 90000; in k1
# Пакет «Рост»
- Лендинг: 1 fixed × 90000; in k2
- Реклама: 1 fixed × 60000; in k2""",
    total="90000",
    problems=(("estimate-variants-packages", "A2"),),
    terms={"packages": "Пакет «Старт» 90000.00, Пакет «Рост» 150000.00"},
)

RATES_OF_VAT = Sheet(
    name="vat",
    encoding="utf-8",
    text=(
        "Позиция;Сумма без НДС;Ставка НДС\nДизайн;80000;20%\nКнига;10000;10%\nЛицензия;5000;без НДС\nКод;20000;20%\n"
        "Итого без НДС;115000;\nНДС;21000;\nИтого с НДС;136000;\n"
    ),
    # 100000 × 20 % + 10000 × 10 % = 21000
    outline="""#
- Дизайн: 1 fixed × 80000
- Книга: 1 fixed × 10000; VAT 10
- Лицензия: 1 fixed × 5000; VAT 0
- Код: 1 fixed × 20000""",
    total="136000",
    terms={"vat": "added 20"},
)

PERT = Sheet(
    name="pert",
    encoding="utf-16",
    text=("Task\tMin\tLikely\tMax\tRate\nResearch\t8\t10\t18\t50\nDesign\t20\t30\t40\t60\nTotal\t28\t40\t58\t\n"),
    # (8 + 40 + 18) / 6 = 11; (20 + 120 + 40) / 6 = 30
    outline="""#
- Research: 11 hours × 50; 8–10–18
- Design: 30 hours × 60; 20–30–40""",
    total="2350",
    hours="41",
    problems=(("column-spread", "B1"),),
)

MONTHS = Sheet(
    name="months",
    encoding="cp1251",
    text=(
        "Наименование;Ед. изм.;Кол-во;Цена;Сумма\r\nРазработчик;чел.-мес;2,5;300 000;750 000\r\nХостинг;мес.;12;500;6 000\r\n"
        "Баннер;шт.;3;1 000;3 000\r\nВыезд;день;2;20 000;40 000\r\nИтого;;;;799 000\r\n"
    ),
    outline="""#
- Разработчик: 2.5 months × 300000
- Хостинг: 12 мес. × 500
- Баннер: 3 шт. × 1000
- Выезд: 2 days × 20000""",
    total="799000",
    hours="416",
    problems=(("table-encoding-guessed", ""),),
)

BARE = Sheet(
    name="bare",
    encoding="utf-8",
    text="Логотип|8|2\u00a0500,00|20\u00a0000,00\nСайт|10,5|2\u202f000,00|21\u00a0000,00\nИтого|||41\u00a0000,00\n",
    outline="""#
- Логотип: 8 hours × 2500
- Сайт: 10.5 hours × 2000""",
    total="41000",
    hours="18.5",
    problems=(("estimate-no-headings", ""),),
)

SIGNED = Sheet(
    name="signed",
    encoding="koi8-r",
    text=(
        "Смета к договору 5;;;\nРабота;Часы;Ставка;Сумма\nЛоготип;8;1000;8000\nСайт;10;1000;9000\nИтого;18;;17000\n"
        "Условия оплаты: аванс 30 %, 70 % по факту;;;\nИсполнитель: ____;;Заказчик: ____;\n"
    ),
    outline="""#
- Логотип: 8 hours × 1000
- Сайт: 10 hours × 1000""",
    total="18000",
    hours="18",
    problems=(
        ("table-encoding-guessed", ""),
        ("estimate-sum-differs", "D4"),
        ("estimate-note-left-out", "A7"),
        ("estimate-total-differs", "D5"),
    ),
    terms={"payments": "Аванс 30%, По факту 70%"},
)

TEXTS = (HOURS, DOLLARS, RANGES, OPTIONS, VARIANTS, PACKAGES, RATES_OF_VAT, PERT, MONTHS, BARE, SIGNED)
