"""The words of what is wrong with a table of people and with a folder of works."""

WORDINGS: dict[str, str] = {
    "staff-no-names": "No column with names was found. Give the table a row of headings such as Name, Role, E-mail.",
    "staff-nobody": "There are headings but nobody below them. Add a row for each person.",
    "staff-no-name": "This row has no name and is left out. Type the name and read the file again.",
    "staff-twice": "{name} stands in the table twice. Untick one of them.",
    "staff-too-many": "Only the first {most} people are read. Split the table.",
    "staff-email": "“{text}” is no e-mail address; it was left out.",
    "staff-day": "“{text}” is no date; write it as 31.12.2026. It was left out.",
    "staff-rate": "“{text}” is no rate that can be taken; it was left out.",
    "staff-cost-alone": "The hour has a cost but no price, so neither was taken. Fill in the rate.",
    "staff-photo-missing": "The photo “{file}” is not beside the table. Put it into the same folder, or add it later.",
    "staff-there-already": "The library has {name} already.",
    "works-none": "There are no pictures in the folder {folder}. Blesna reads JPEG, PNG, WebP, AVIF, HEIC, TIFF, GIF and BMP.",
    "works-too-many": "Only the first {most} pictures are taken. Take the others from a folder of their own.",
}

WORDINGS_RU: dict[str, str] = {
    "staff-no-names": "Столбец с именами не найден. Добавьте строку заголовков: Имя, Роль, Почта.",
    "staff-nobody": "Заголовки есть, а людей под ними нет. Добавьте по строке на каждого.",
    "staff-no-name": "В этой строке нет имени, она пропущена. Впишите имя и прочитайте файл снова.",
    "staff-twice": "{name} встречается в таблице дважды. Снимите одну отметку.",
    "staff-too-many": "Прочитаны только первые {most} человек. Разделите таблицу.",
    "staff-email": "«{text}» — не адрес почты, он пропущен.",
    "staff-day": "«{text}» — не дата, пишите 31.12.2026. Она пропущена.",
    "staff-rate": "«{text}» — не ставка, которую можно взять; она пропущена.",
    "staff-cost-alone": "У часа есть себестоимость, но нет цены, поэтому не взято ни то ни другое. Заполните ставку.",
    "staff-photo-missing": "Фотографии «{file}» рядом с таблицей нет. Положите её в ту же папку или добавьте позже.",
    "staff-there-already": "В библиотеке уже есть {name}.",
    "works-none": "В папке {folder} нет картинок. Blesna читает JPEG, PNG, WebP, AVIF, HEIC, TIFF, GIF и BMP.",
    "works-too-many": "Взяты только первые {most} картинок. Остальные возьмите из отдельной папки.",
}
