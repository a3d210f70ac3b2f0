"""Words for the problems of fonts and text."""

WORDINGS: dict[str, str] = {
    "font-missing": "The font file {file} is not there. Another face stands in for it; put the file back or choose another font.",
    "font-unreadable": "The font file {file} cannot be read ({reason}). Another face stands in for it; check its access rights.",
    "font-too-large": "The font file {file} is larger than {limit} MB and was not read. Another face stands in for it; "
    "use a font with fewer characters.",
    "font-broken": "The file {file} is not a usable TrueType or OpenType font. Another face stands in for it; replace the file.",
    "font-unknown": "There is no face called {face}. Another face stands in for it; add it to the fonts of the brandbook.",
    "font-axis-unknown": "The font {file} has no axis {axis}; its value has no effect. Correct the brandbook's font axes.",
    "font-feature-unreadable": "The OpenType feature {feature} was not understood. Write it like tnum, -liga or ss01=1.",
}

WORDINGS_RU: dict[str, str] = {
    "font-missing": "Нет файла шрифта {file}. Вместо него взят другой шрифт; верните файл или выберите другой шрифт.",
    "font-unreadable": "Файл шрифта {file} не читается ({reason}). Вместо него взят другой шрифт; проверьте права на файл.",
    "font-too-large": "Файл шрифта {file} больше {limit} МБ и не прочитан. Вместо него взят другой шрифт; "
    "возьмите шрифт с меньшим числом знаков.",
    "font-broken": "Файл {file} — не пригодный шрифт TrueType или OpenType. Вместо него взят другой шрифт; замените файл.",
    "font-unknown": "Нет начертания с именем {face}. Вместо него взято другое; добавьте его в шрифты брендбука.",
    "font-axis-unknown": "У шрифта {file} нет оси {axis}, её значение ничего не меняет. Исправьте оси шрифта в брендбуке.",
    "font-feature-unreadable": "Возможность OpenType {feature} не понята и пропущена. Пишите её так: tnum, -liga или ss01=1.",
}
