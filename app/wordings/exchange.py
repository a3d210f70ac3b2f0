"""Problems of tables that go out and come back, and of hours that were spent."""

WORDINGS: dict[str, str] = {
    "own-table-newer": "The table is of version {found}, made by a newer program; this one knows {known}. It was not read.",
    "own-row-unknown": "A row says that it is a “{kind}”, which means nothing here; it was passed over.",
    "own-cell-unread": "“{found}” cannot stand here; what was there before has been kept. Write a number that is not negative.",
    "own-amount-differs": (
        "The table shows {found}, but its own numbers come to {computed}, which count. Let it recalculate, or correct it."
    ),
    "spent-no-columns": (
        "No columns of tasks and hours are to be found. Head them “Task” and “Hours”, or as the tracker exports them."
    ),
    "spent-in-seconds": "The time spent stands in seconds here; it was read as such.",
    "spent-hours-unread": "“{found}” is no time; the row of “{task}” was left out. Write hours such as 1.5, 1:30 or 1h 30m.",
    "spent-unmatched": "“{task}” ({hours} h) is like no item of the estimate. Give both the same name, and read again.",
    "table-view-partial": (
        "The table was written without hours or items, so that it cannot be compared. "
        "Write a detailed one with hours, and edit that."
    ),
    "table-other-proposal": "This table was written from another proposal. Look twice before you take its changes over.",
    "table-extension": "What kind of table {file} shall be cannot be told. End its name with .xlsx, .csv or .tsv.",
    "change-unknown": "There is no change {id}. Choose among those that are listed, or “all”.",
    "diff-not-kept": (
        "The proposal was opened from an estimate alone; changes cannot be kept in it. Import it first, or name its folder."
    ),
}

WORDINGS_RU: dict[str, str] = {
    "own-table-newer": "Таблица версии {found} — от более новой программы, эта знает версию {known}. Таблица не прочитана.",
    "own-row-unknown": "Строка названа «{kind}», здесь это ничего не значит; она пропущена.",
    "own-cell-unread": "«{found}» здесь стоять не может; осталось то, что было. Напишите неотрицательное число.",
    "own-amount-differs": (
        "В таблице стоит {found}, а её же числа дают {computed}; взято второе. Пересчитайте таблицу или исправьте её."
    ),
    "spent-no-columns": (
        "Не нашлось столбцов с задачами и часами. Назовите их «Задача» и «Часы» или оставьте так, как выгружает трекер."
    ),
    "spent-in-seconds": "Затраченное время здесь в секундах, так оно и прочитано.",
    "spent-hours-unread": "«{found}» — не время, строка «{task}» пропущена. Напишите часы: 1,5, 1:30 или 1ч 30м.",
    "spent-unmatched": "«{task}» ({hours} ч) не похожа ни на одну позицию сметы. Назовите их одинаково и прочитайте снова.",
    "table-view-partial": (
        "В таблице нет часов или позиций, сравнить её нельзя. Выгрузите подробную таблицу с часами и правьте её."
    ),
    "table-other-proposal": "Эту таблицу выгрузили из другого предложения. Проверьте, прежде чем принимать её изменения.",
    "table-extension": "Неясно, какой таблицей должен стать {file}. Закончите имя на .xlsx, .csv или .tsv.",
    "change-unknown": "Изменения {id} нет. Выберите из перечисленных или «all».",
    "diff-not-kept": (
        "Предложение открыто из одной сметы, изменения сохранить некуда. Сначала импортируйте её или назовите папку."
    ),
}
