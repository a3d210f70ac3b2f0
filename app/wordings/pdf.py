"""Words for what can be wrong while a PDF is written; those of missing pictures are with the store."""

WORDINGS: dict[str, str] = {
    "document-without-pages": "There are no pages to write. Add a section to the proposal.",
    "archive-broken": "The file is not fit for an archive: it breaks the PDF/A rules {rules} ({first}). "
    "Send it to Blesna's makers; the standard preset makes a file for everyday use.",
    "archive-unchecked": "Whether the file is fit for an archive could not be checked to the end: {rules} ({first}). "
    "Have it checked by the archive.",
    "archive-with-password": "A file for an archive cannot have a password. Leave the password out or choose another preset.",
    "password-empty": "The password is empty. Give one, or leave it out.",
    "password-too-long": "The password is longer than {limit} bytes. Choose a shorter one.",
    "password-unprintable": "The password has signs in it that cannot be typed everywhere. Choose another one.",
    "password-unreadable": "The password could not be read. Give one line of text in UTF-8.",
    "outline-level-jump": "The bookmark “{title}” skips a level; it was moved up so that the outline has no gap.",
    "link-refused": "The link “{address}” was left out: a proposal may link to web, e-mail and telephone addresses only.",
    "picture-empty": "The picture {file} is an empty file. Add it again.",
    "picture-not-a-picture": "The file {file} is not a picture, whatever its name says. Replace it.",
    "picture-damaged": "The picture {file} is damaged or cut off and cannot be shown. Get it again from its source.",
    "picture-too-large": "The picture {file} has too many pixels ({pixels}); at most {limit} million can be used. "
    "Make it smaller.",
    "picture-progressive-too-large": "The picture {file} has too many pixels ({pixels}) for a progressive JPEG; at most {limit} "
    "million can be used. Save it anew as an ordinary JPEG (not progressive), or make it smaller.",
    "picture-too-slow": "The picture {file} takes too long to read: it is built to stop programs, or damaged. "
    "Open it in a picture editor and save it anew.",
    "picture-low-resolution": "The picture {file} has only {dpi} dots an inch at its size on the page and will look soft "
    "in print; {least} or more are needed. Use a larger picture or show it smaller.",
}

WORDINGS_RU: dict[str, str] = {
    "document-without-pages": "Нет ни одной страницы. Добавьте в предложение раздел.",
    "archive-broken": "Файл не годится для архива: нарушены правила PDF/A {rules} ({first}). "
    "Пошлите его разработчикам Блесны; для повседневной работы есть обычный вид файла.",
    "archive-unchecked": "Не удалось до конца проверить, годится ли файл для архива: {rules} ({first}). "
    "Пусть его проверит сам архив.",
    "archive-with-password": "У файла для архива не может быть пароля. Уберите пароль или выберите другой вид файла.",
    "password-empty": "Пароль пуст. Задайте его или обойдитесь без него.",
    "password-too-long": "Пароль длиннее {limit} байт. Выберите покороче.",
    "password-unprintable": "В пароле есть знаки, которые не везде можно набрать. Выберите другой.",
    "password-unreadable": "Пароль не прочитался. Дайте одну строку текста в UTF-8.",
    "outline-level-jump": "Закладка «{title}» перескакивает через уровень; её подняли, чтобы в оглавлении не было дыры.",
    "link-refused": "Ссылка «{address}» убрана: из предложения можно ссылаться только на сайты, почту и телефоны.",
    "picture-empty": "Файл картинки {file} пуст. Добавьте её снова.",
    "picture-not-a-picture": "Файл {file} — не картинка, как бы он ни назывался. Замените его.",
    "picture-damaged": "Картинка {file} повреждена или обрезана, показать её нельзя. Возьмите её заново из источника.",
    "picture-too-large": "В картинке {file} слишком много точек ({pixels}); можно не больше {limit} млн. Уменьшите её.",
    "picture-progressive-too-large": "В картинке {file} слишком много точек ({pixels}) для прогрессивного JPEG: можно не больше "
    "{limit} млн. Сохраните её заново как обычный JPEG, не прогрессивный, или уменьшите.",
    "picture-too-slow": "Картинка {file} читается слишком долго: она нарочно так устроена или повреждена. "
    "Откройте её в редакторе картинок и сохраните заново.",
    "picture-low-resolution": "У картинки {file} на странице всего {dpi} точек на дюйм, в печати она будет мягкой; "
    "нужно {least} и больше. Возьмите картинку крупнее или поставьте её мельче.",
}
