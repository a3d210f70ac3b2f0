"""The words of sending."""

WORDINGS: dict[str, str] = {
    "revision-rebuilt-otherwise": "Revision {revision} comes out differently now: it was made by version {then}, this is {now}.",
    "status-forbidden": "What is {present} cannot become {wanted}.",
    "status-send-first": "Only sending makes a draft a sent proposal: main.py send freezes what the client gets.",
    "send-no-place": "Only a proposal that is kept in a folder of its own can be sent; import this one first.",
    "send-nobody": "Nobody is named to whom the proposal goes.",
}

WORDINGS_RU: dict[str, str] = {
    "revision-rebuilt-otherwise": "Редакция {revision} выходит теперь иной: её делала версия {then}, а эта — {now}.",
    "status-forbidden": "Из «{present}» нельзя сделать «{wanted}».",
    "status-send-first": "Отправленным черновик делает только отправка: main.py send сохраняет то, что получит клиент.",
    "send-no-place": "Отправить можно только предложение, у которого есть своя папка; сначала импортируйте это.",
    "send-nobody": "Не сказано, кому отправляется предложение.",
}
