"""Problems found while laying out."""

WORDINGS: dict[str, str] = {
    "text-missing-glyphs": "The brandbook's fonts have no glyph for: {characters}. Change the text or add a fallback face.",
}

WORDINGS_RU: dict[str, str] = {
    "text-missing-glyphs": "В шрифтах брендбука нет знаков: {characters}. Измените текст или добавьте запасной шрифт.",
}
