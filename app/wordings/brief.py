"""Problems of requests, and what is still to be asked."""

WORDINGS: dict[str, str] = {
    "brief-unreadable": "The file cannot be read: {reason}. Check that it exists and that you may open it.",
    "brief-too-large": "The file is too large for a request. Save the answers alone into a new file.",
    "brief-bad-json": "This is no valid JSON: line {line}, column {column}. Export the answers again.",
    "brief-folder-taken": "There is a proposal in this folder already. Name another folder.",
    "brief-nothing": "No questions with answers were found. Needed: a table with the questions in its first row, "
    "a JSON of a form, or lines of “Question: answer”.",
    "brief-which": "There are {count} requests here. Say which one: --row 1 … --row {count}; --list shows them.",
    "brief-no-row": "There is no request {row}: the file has {count}, counted from 1 without the heading.",
    "brief-deadline-unclear": "No date was understood in “{text}”. Look at it and set the dates of the plan yourself.",
    "brief-deadline-assumed": "“{text}” names no day; {date} was taken as the deadline. Ask the client where the day matters.",
    "brief-deadline-past": "The deadline {date} has passed already. Ask the client.",
    "brief-budget-unclear": "No amount was understood in “{text}”.",
    "brief-no-template": "No rule tells which service is asked for; the template “{template}” was taken. "
    "Choose another with --template.",
    "brief-other-currency": "The budget ({budget}) is in another currency than the estimate ({currency}): compare them yourself.",
    "brief-over-budget": "The estimate comes to {total}, more than the client's budget ({budget}). "
    "Cut the scope, or say so in the letter.",
    "brief-open-company": "To ask: the name of the company.",
    "brief-open-contact": "To ask: who reads the proposal and decides.",
    "brief-open-reach": "To ask: an e-mail address or a telephone number.",
    "brief-open-service": "To ask: what is wanted.",
    "brief-open-wishes": "To ask: the task in a few sentences, and works that they like.",
    "brief-open-budget": "To ask: the budget, or at least its limits.",
    "brief-open-deadline": "To ask: by when the result is needed, and why then.",
    "brief-open-time-zone": "To ask: the time zone for calls.",
    "template-unreadable": "The template cannot be read: {reason}.",
    "template-broken": "This is no template: an object with title, letter, story and estimate is needed.",
    "template-unknown": "There is no template “{name}” in the language {language}. There are: {known}.",
}

WORDINGS_RU: dict[str, str] = {
    "brief-unreadable": "Файл не читается: {reason}. Проверьте, что он на месте и что у вас есть доступ.",
    "brief-too-large": "Файл слишком велик для заявки. Сохраните ответы в отдельный файл.",
    "brief-bad-json": "Это не JSON: строка {line}, столбец {column}. Выгрузите ответы ещё раз.",
    "brief-folder-taken": "В этой папке уже есть предложение. Укажите другую.",
    "brief-nothing": "Вопросов с ответами не нашлось. Нужна таблица с вопросами в первой строке, JSON формы "
    "или строки вида «Вопрос: ответ».",
    "brief-which": "Здесь несколько заявок: {count}. Укажите, какая нужна: --row 1 … --row {count}; список покажет --list.",
    "brief-no-row": "Заявки {row} нет: в файле их {count}, счёт с первой, без строки заголовков.",
    "brief-deadline-unclear": "В сроке «{text}» не нашлось даты. Посмотрите сами и расставьте даты в плане.",
    "brief-deadline-assumed": "В сроке «{text}» нет дня; взято {date}. Если день важен, уточните у клиента.",
    "brief-deadline-past": "Срок {date} уже прошёл. Уточните у клиента.",
    "brief-budget-unclear": "В бюджете «{text}» не нашлось суммы.",
    "brief-no-template": "Не удалось понять, какая услуга нужна; взят шаблон «{template}». "
    "Другой можно выбрать через --template.",
    "brief-other-currency": "Бюджет ({budget}) не в той валюте, что смета ({currency}): сравните сами.",
    "brief-over-budget": "По смете выходит {total}, это больше бюджета клиента ({budget}). "
    "Сократите состав или скажите об этом в письме.",
    "brief-open-company": "Спросить: название компании.",
    "brief-open-contact": "Спросить: кто читает предложение и принимает решение.",
    "brief-open-reach": "Спросить: почту или телефон.",
    "brief-open-service": "Спросить: что нужно сделать.",
    "brief-open-wishes": "Спросить: задачу в нескольких предложениях и примеры, которые нравятся.",
    "brief-open-budget": "Спросить: бюджет или хотя бы его границы.",
    "brief-open-deadline": "Спросить: к какому сроку нужен результат и почему.",
    "brief-open-time-zone": "Спросить: часовой пояс для созвонов.",
    "template-unreadable": "Шаблон не читается: {reason}.",
    "template-broken": "Это не шаблон: нужен объект с title, letter, story и estimate.",
    "template-unknown": "Шаблона «{name}» на языке {language} нет. Есть: {known}.",
}
