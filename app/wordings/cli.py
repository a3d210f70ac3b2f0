"""Problems of the command line and of opening proposals."""

WORDINGS: dict[str, str] = {
    "workspace-unusable": "Blesna cannot keep proposals in this folder. Name another one with --workspace FOLDER.",
    "demo-missing": "The demonstration proposals are not where Blesna was installed. Install it again.",
    "no-screen": "There is no screen to open the window on. Use the commands; --help lists them.",
    "window-libraries": "The window cannot be opened: {reason}. Install what is missing; the commands work without it.",
    "window-lacks": "The window cannot be opened: this system lacks {libraries}. On Debian and Ubuntu install it with: "
    "apt install {packages}. The commands work without it.",
    "screen-unreachable": "The screen {screen} cannot be reached. Start Blesna from the desktop, or use the commands; "
    "--help lists them.",
    "proposal-not-found": (
        "There is no proposal “{reference}”. Give a proposal's folder, its proposal.json, an estimate, or a number from “list”."
    ),
    "proposal-held": "{user} has this proposal open on {host}; nothing was changed. Close it there, or change it there.",
    "proposal-held-by-somebody": "Somebody has this proposal open in another window or program; nothing was changed. "
    "Close it there, or change it there.",
    "restore-held": "{user} has a proposal open on {host}. Close the other windows before everything is exchanged.",
    "restore-held-by-somebody": "Somebody has a proposal open. Close the other windows before everything is exchanged.",
    "proposal-changed-meanwhile": "Somebody has changed this proposal just now; nothing was written. Look at it and try again.",
    "estimate-twice": "The proposal has sections of an estimate and names {file} too. The sections of {file} are used.",
    "estimate-other-currency": "{file} counts in {found}, the proposal in {expected}. Make both the same.",
    "estimate-person-unknown": "The estimate names “{name}”, who is not among the proposal's people. It is shown as a role.",
    "estimate-person-unclear": "The estimate names “{name}”, which fits {people}. Write the full name; it is shown as a role.",
    "draft-vat-unsaid": "The estimate says nothing about VAT, so the pages say “no VAT”. Choose the mode that is right.",
    "draft-broken": "The text of the draft in {language} cannot be read. Install Blesna again.",
}

WORDINGS_RU: dict[str, str] = {
    "workspace-unusable": "Блесна не может хранить предложения в этой папке. Укажите другую: --workspace ПАПКА.",
    "demo-missing": "Демонстрационных предложений нет там, куда установлена Блесна. Установите её заново.",
    "no-screen": "Экрана нет, окно не открыть. Пользуйтесь командами, их перечислит --help.",
    "window-libraries": "Окно не открыть: {reason}. Установите недостающее; команды работают и без него.",
    "window-lacks": "Окно не открыть: в системе нет {libraries}. В Debian и Ubuntu это ставит "
    "apt install {packages}. Команды работают и так.",
    "screen-unreachable": "До экрана {screen} не достучаться. Запустите Блесну с рабочего стола или пользуйтесь командами, "
    "их перечислит --help.",
    "proposal-not-found": "Предложения «{reference}» нет. Укажите папку предложения, её proposal.json, смету или номер из list.",
    "proposal-held": "{user} держит это предложение открытым ({host}); ничего не изменено. Закройте его там или правьте там.",
    "proposal-held-by-somebody": "Предложение открыто в другом окне или в другой программе; ничего не изменено. "
    "Закройте его там или правьте там.",
    "restore-held": "{user} держит предложение открытым ({host}). Закройте другие окна, прежде чем заменять всё сразу.",
    "restore-held-by-somebody": "Одно из предложений открыто. Закройте другие окна, прежде чем заменять всё сразу.",
    "proposal-changed-meanwhile": "Предложение только что кто-то изменил; ничего не записано. Посмотрите его и повторите.",
    "estimate-twice": "В предложении есть разделы сметы, и оно же называет {file}. Взяты разделы из {file}.",
    "estimate-other-currency": "{file} считает в {found}, а предложение — в {expected}. Сделайте валюту одной.",
    "estimate-person-unknown": "В смете назван(а) «{name}», среди людей предложения такого имени нет. Показано как роль.",
    "estimate-person-unclear": "В смете назван(а) «{name}», подходят {people}. Напишите имя полностью; пока показано как роль.",
    "draft-vat-unsaid": "В смете ничего не сказано об НДС, и на страницах стоит «без НДС». Выберите верный режим.",
    "draft-broken": "Текст черновика на языке {language} не читается. Установите Блесну заново.",
}
