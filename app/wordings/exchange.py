"""Problems of tables that go out and come back, and of hours that were spent."""

WORDINGS: dict[str, str] = {
    "own-table-newer": "The table is of version {found}, made by a newer program; this one knows {known}. It was not read.",
    "own-row-unknown": "A row says that it is a “{kind}”, which means nothing here; it was passed over.",
    "own-cell-unread": "“{found}” cannot stand here; what was there before has been kept. Write a number that is not negative.",
    "own-amount-differs": (
        "The table shows {found}, but its own numbers come to {computed}, which count. Let it recalculate, or correct it."
    ),
}

WORDINGS_RU: dict[str, str] = {
    "own-table-newer": "Таблица версии {found} создана более новой программой, эта знает версию {known}. Таблица не прочитана.",
    "own-row-unknown": "Строка названа «{kind}», здесь это ничего не значит; она пропущена.",
    "own-cell-unread": "«{found}» здесь стоять не может; осталось то, что было. Напишите неотрицательное число.",
    "own-amount-differs": (
        "В таблице стоит {found}, а её же числа дают {computed}; взято второе. Пересчитайте таблицу или исправьте её."
    ),
}
