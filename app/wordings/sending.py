"""The words of sending."""

WORDINGS: dict[str, str] = {
    "revision-rebuilt-otherwise": "Revision {revision} comes out differently now: it was made by version {then}, this is {now}.",
    "status-forbidden": "What is {present} cannot become {wanted}.",
    "status-send-first": "Only sending makes a draft a sent proposal: main.py send freezes what the client gets.",
    "revision-is-frozen": "This is a revision as it was sent; nothing in it is changed. Open the proposal itself.",
    "send-nobody": "Nobody is named to whom the proposal goes.",
}

WORDINGS_RU: dict[str, str] = {
    "revision-rebuilt-otherwise": "Редакция {revision} выходит теперь иной: её делала версия {then}, а эта — {now}.",
    "status-forbidden": "Из «{present}» нельзя сделать «{wanted}».",
    "status-send-first": "Отправленным черновик делает только отправка: main.py send сохраняет то, что получит клиент.",
    "revision-is-frozen": "Это редакция в том виде, в каком её отправили; в ней ничего не меняют. Откройте само предложение.",
    "send-nobody": "Не сказано, кому отправляется предложение.",
}
