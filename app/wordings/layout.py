"""Problems found while laying out."""

WORDINGS: dict[str, str] = {
    "text-missing-glyphs": "The brandbook's fonts have no glyph for: {characters}. Change the text or add a fallback face.",
    "ink-on-picture": "Type in the brandbook's colour {color} cannot be read on every photograph, however it is shaded: "
    "{other} was taken. Choose a lighter or darker colour “on-picture” in the palette.",
    "cover-title-cut": "The title of {length} characters does not fit on the cover even in small type: it was cut. Shorten it.",
    "text-off-page": "The text is far too long for its place: it ends at the edge of the page, before “{text}”. Shorten it.",
    "team-nobody": "The team has no page, because nobody works on the estimate yet. Choose people for its sections, or here.",
    "code-link-unusable": "There is no QR code, because “{link}” is not an address of the web. Type it like https://studio.com/offer.",
    "code-link-long": "There is no QR code, because no telephone reads one of {length} characters. Use {limit} at most.",
}

WORDINGS_RU: dict[str, str] = {
    "text-missing-glyphs": "В шрифтах брендбука нет знаков: {characters}. Измените текст или добавьте запасной шрифт.",
    "ink-on-picture": "Цвет {color} из брендбука не читается на фотографиях, сколько их ни затемняй: "
    "взят {other}. Выберите для «on-picture» в палитре цвет светлее или темнее.",
    "cover-title-cut": "Название не помещается на обложку даже мелко и обрезано; знаков в нём: {length}. Сократите его.",
    "text-off-page": "Текст слишком длинный для своего места: он обрывается у края страницы перед «{text}». Сократите его.",
    "team-nobody": "Страницы команды нет: в смете пока никто не работает. Назначьте людей разделам сметы или выберите их здесь.",
    "code-link-unusable": "QR-код не нарисован: «{link}» — не веб-адрес. Введите его в виде https://studio.ru/offer.",
    "code-link-long": "QR-код не нарисован: такой длинный адрес не прочтёт ни один телефон. "
    "Знаков в нём: {length}; нужно не больше {limit}.",
}
