"""Problems of brandbooks."""

WORDINGS: dict[str, str] = {
    "brand-unknown-key": "The brandbook has a key that nothing reads. Check its spelling or remove it.",
    "brand-wrong-value": "The brandbook says {value} here; expected: {expected}. The default is used.",
    "brand-style-missing": "The brandbook has no text style “{style}”. Body text is used in its place.",
    "brand-style-like": "This text style is “like” {style}, which does not exist or leads in a circle.",
    "brand-newer-schema": "The brandbook was made for a newer Blesna (format {schema}). Update Blesna to use it.",
    "brand-unreadable": "There is no readable {path} in this brandbook's folder.",
    "brand-too-large": "{path} is larger than {limit} bytes, so it was not read.",
    "brand-not-toml": "{path} is not valid TOML: {reason}.",
    "brand-font-missing": "The font file {path} is not in the brandbook. Another face is used.",
    "brand-no-faces": "The brandbook names no usable font. Inter is used.",
    "brand-logo-missing": "The logo file {path} is not in the brandbook's folder.",
    "brand-low-contrast": "“{text}” on “{ground}” has a contrast of only {ratio} : 1; small text needs 4.5 : 1.",
    "svg-unreadable": "The drawing cannot be read: {reason}.",
    "svg-too-large": "The drawing is larger than {limit} bytes and was not read.",
    "svg-ignored": "The drawing has parts that a logo cannot have ({elements}); they were left out. Convert them to paths.",
    "brand-not-found": "There is no brandbook “{name}”. There are: {known}.",
}

WORDINGS_RU: dict[str, str] = {
    "brand-unknown-key": "В брендбуке есть ключ, который никто не читает. Проверьте написание или удалите его.",
    "brand-wrong-value": "В брендбуке здесь стоит {value}, а нужно: {expected}. Взято значение по умолчанию.",
    "brand-style-missing": "В брендбуке нет текстового стиля «{style}». Вместо него взят основной текст.",
    "brand-style-like": "Этот стиль повторяет {style}, которого нет или который ведёт по кругу.",
    "brand-newer-schema": "Брендбук сделан для более новой Блесны (формат {schema}). Обновите программу.",
    "brand-unreadable": "В папке брендбука нет читаемого файла {path}.",
    "brand-too-large": "Файл {path} больше {limit} байт и не прочитан.",
    "brand-not-toml": "Файл {path} — не TOML: {reason}.",
    "brand-font-missing": "Файла шрифта {path} нет в брендбуке. Взят другой шрифт.",
    "brand-no-faces": "В брендбуке нет ни одного годного шрифта. Взят Inter.",
    "brand-logo-missing": "Файла логотипа {path} нет в папке брендбука.",
    "brand-low-contrast": "Контраст «{text}» на «{ground}» всего {ratio} : 1, мелкому тексту нужно 4,5 : 1.",
    "svg-unreadable": "Рисунок не читается: {reason}.",
    "svg-too-large": "Рисунок больше {limit} байт и не прочитан.",
    "svg-ignored": "В рисунке есть то, чего в логотипе быть не может ({elements}); это пропущено. Переведите в контуры.",
    "brand-not-found": "Брендбука «{name}» нет. Есть: {known}.",
}
