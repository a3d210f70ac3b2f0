"""Problems of merge fields."""

WORDINGS: dict[str, str] = {
    "merge-field-unknown": "There is no field {{{field}}}. Choose one from the list that opens when you type {{, or double the "
    "braces if they mean themselves.",
    "merge-field-misspelt": "There is no field {{{field}}}. Perhaps {{{like}}} is meant?",
    "merge-field-empty": "The field {{{field}}} has no value. Fill in what it stands for, or type the words here.",
    "merge-field-in-itself": "The field {{{field}}} cannot stand in the title that it takes its value from.",
}

WORDINGS_RU: dict[str, str] = {
    "merge-field-unknown": "Поля {{{field}}} нет. Выберите поле из списка, который открывается по знаку {{, или удвойте скобки, "
    "если они нужны сами по себе.",
    "merge-field-misspelt": "Поля {{{field}}} нет. Может быть, имелось в виду {{{like}}}?",
    "merge-field-empty": "У поля {{{field}}} нет значения. Заполните то, что оно подставляет, или напишите слова здесь.",
    "merge-field-in-itself": "Поле {{{field}}} не может стоять в названии, из которого берётся его значение.",
}
