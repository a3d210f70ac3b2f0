"""The words of what is wrong with records of the library and with what was copied from it."""

WORDINGS: dict[str, str] = {
    "block-retired": "The block “{block}” is retired and is not inserted any more. Approve it again or choose another one.",
    "block-empty": "The block “{block}” has no text yet. Write one first.",
    "block-draft": "The block “{block}” is a draft that nobody has approved. Read it before it leaves.",
    "block-other-language": "The block “{block}” has no text in “{wanted}”; the one in “{found}” was inserted. Translate it.",
    "block-retired-in-use": "This text came from the block “{block}”, which is retired. Look whether it still holds.",
    "person-there-already": "{name} is in the proposal already.",
    "reference-there-already": "“{title}” is in this gallery already.",
    "client-language-differs": "{client} reads “{wanted}”, but the proposal is written in another language.",
    "client-currency-differs": "{client} counts in {wanted}, but the proposal's prices are in {found}; they were left so.",
    "reference-refused": "“{title}” may not be shown: permission was refused. Take it out.",
    "reference-asked": "Permission to show “{title}” was asked for but not given yet.",
    "reference-expired": "“{title}” may not be shown any more: the permission ended on {until}. Ask again or take it out.",
    "reference-expires": "The permission to show “{title}” ends on {until}, while the client may still be reading.",
}

WORDINGS_RU: dict[str, str] = {
    "block-retired": "Блок «{block}» снят с использования и больше не вставляется. Утвердите его снова или выберите другой.",
    "block-empty": "В блоке «{block}» ещё нет текста. Сначала напишите его.",
    "block-draft": "Блок «{block}» — черновик, его никто не утверждал. Прочитайте его перед отправкой.",
    "block-other-language": "У блока «{block}» нет текста на языке «{wanted}»; вставлен текст на «{found}». Переведите его.",
    "block-retired-in-use": "Текст взят из блока «{block}», который снят с использования. Проверьте, верен ли он ещё.",
    "person-there-already": "В предложении уже есть {name}.",
    "reference-there-already": "Работа «{title}» уже есть в этой галерее.",
    "client-language-differs": "{client} читает на языке «{wanted}», а предложение написано на другом.",
    "client-currency-differs": "{client} считает в {wanted}, а цены в предложении — в {found}. Они оставлены как есть.",
    "reference-refused": "Работу «{title}» показывать нельзя: в разрешении отказано. Уберите её.",
    "reference-asked": "Разрешение показать работу «{title}» запрошено, но ещё не получено.",
    "reference-expired": "Работу «{title}» больше нельзя показывать: разрешение кончилось {until}. Запросите снова или уберите.",
    "reference-expires": "Разрешение показывать работу «{title}» кончается {until}, а клиент может ещё читать предложение.",
}
