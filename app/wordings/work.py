"""The words of what is told about keeping the work of an open proposal."""

WORDINGS: dict[str, str] = {
    "work-no-lock": "Others will not see that {file} is open here: {reason}. Make sure that nobody else works on it.",
    "work-taken-over": "{user} on {host} has taken this proposal over. Close it here, or save a copy.",
    "work-replayed": "The last save of {file} had been interrupted; it was finished from the journal.",
    "work-restored": "{file} was damaged. Its last state was restored from the journal; what was damaged is {aside}.",
    "work-restored-version": "{file} was damaged. It was restored from the version {version}; what was damaged is {aside}.",
    "work-lost": "{file} cannot be read, and there is neither a journal nor a version to restore it from. It was left as it is.",
    "work-no-journal": "The journal could not be written or read: {reason}. The proposal itself is not affected.",
    "work-journal-damaged": "Damaged lines of {file} were passed over: {lines}.",
    "work-folder-read-only": "The folder {folder} can only be read. You can look at the proposal, but not change it.",
    "work-read-only": "{folder} was opened for reading only; nothing was saved. Save a copy to change it.",
    "work-changed-since": "{file} was changed since {who} saved it last; what was saved then is kept as the version {version}.",
    "work-no-version": "The earlier state could not be kept as a version: {reason}.",
    "version-damaged": "The version {version} is damaged or is none; choose another one.",
}

WORDINGS_RU: dict[str, str] = {
    "work-no-lock": "Другие не увидят, что {file} открыто здесь: {reason}. Убедитесь, что никто больше над ним не работает.",
    "work-taken-over": "{user} на компьютере {host} забрал это предложение себе. Закройте его здесь или сохраните копию.",
    "work-replayed": "Последнее сохранение {file} было прервано; оно завершено по журналу.",
    "work-restored": "Файл {file} был повреждён. Последнее состояние восстановлено из журнала; повреждённый файл — {aside}.",
    "work-restored-version": "Файл {file} был повреждён. Он восстановлен из версии {version}; повреждённый файл — {aside}.",
    "work-lost": "{file} не читается, и нет ни журнала, ни версии, из которых его можно восстановить. Файл оставлен как есть.",
    "work-no-journal": "Журнал не удалось записать или прочитать: {reason}. Самого предложения это не касается.",
    "work-journal-damaged": "Повреждённые строки файла {file} пропущены: {lines}.",
    "work-folder-read-only": "Папка {folder} доступна только для чтения. Предложение можно смотреть, но не менять.",
    "work-read-only": "{folder} открыто только для чтения; ничего не сохранено. Чтобы менять, сохраните копию.",
    "work-changed-since": "{file} изменился после сохранения, которое сделал(а) {who}; то состояние — версия {version}.",
    "work-no-version": "Прежнее состояние не удалось сохранить как версию: {reason}.",
    "version-damaged": "Версия {version} повреждена или это не версия; выберите другую.",
}
