"""Problems of what is looked at before a proposal leaves the house."""

WORDINGS: dict[str, str] = {
    "sign-off-changed": "“{section}” was changed after sign-off by {by}: {before} → {after} h ({items}). "
    "Have it signed again, or let it pass with a written reason.",
    "sign-off-scope": "The scope of “{section}” was changed after sign-off by {by} ({items}). "
    "Have it signed again, or let it pass with a written reason.",
    "sign-off-waived": "“{section}” was changed after sign-off: {before} → {after} h. {passed} let it pass: {reason}.",
    "sign-off-missing": "Nobody has signed the hours of “{section}”. The brandbook's rules want every section signed.",
    "signature-tampered": "The signature of {by} under “{section}” was changed by hand and does not hold. Have it signed again.",
    "spread-not-ordered": "“{item}”: the estimator's hours {points} are not in order. They go from the fewest to the most.",
    "hours-below-lowest": "“{item}” is sold for {hours} h; the estimator's lowest is {lowest} h.",
    "discount-beyond-limit": "All discounts together take off {value}%; the brandbook's rules allow {bound}%. "
    "Lower them, or ask the lead for approval.",
    "discount-approved": "All discounts together take off {value}%, more than {bound}%. {by} approved it: {reason}.",
    "margin-below-floor": "The margin is {value}%, below the {bound}% of the brandbook's rules. "
    "Raise the price, or ask the lead for approval.",
    "margin-approved": "The margin is {value}%, below {bound}%. {by} approved it: {reason}.",
    "margin-unknown": "The margin cannot be checked: the cost of {items} of the items that count is not known.",
    "discount-above-hundred": "A discount of {percent}% is more than the whole price. Type at most 100%.",
    "discount-above-price": "A discount of {amount} is more than the price of {price} that it is taken from.",
    "item-without-price": "“{item}” has no price: type one, or give its role a rate.",
    "estimate-nothing": "The estimate comes to nothing. Put work and prices into it, or hide its pages.",
    "section-empty": "Nothing is in “{section}”, and the client sees its name. Put work into it or take it out.",
    "item-untitled": "The work has no name, and the client sees a price without one. Type what it is.",
    "payments-too-little": "The payments leave {rest} of the total of {total} unpaid. Make them sum to the total.",
    "payments-too-much": "The payments come to {rest} more than the total of {total}. Make them sum to the total.",
    "equivalent-without-rate": "The total shall be told in {currency} too, but no rate of exchange is frozen for it.",
    "rate-without-exchange": "The rate “{rate}” is in {currency}, and no rate of exchange is frozen for it: "
    "it leaves {items} of the items without a price.",
    "rates-stale": "The rate card “{card}” held until {until}; the proposal is of {date}. Take the rates of a card that holds.",
    "rate-locked": "“{item}” is priced at {own}, but the lead has locked the rate “{rate}” at {locked}. "
    "Clear the price so that the rate holds.",
    "alternatives-chosen": "Several alternatives of “{group}” in “{section}” are chosen: {items}. Choose one.",
    "package-empty": "Nothing is in the package “{package}”. Put work into it or take it out.",
    "package-unknown": "“{item}” is in packages that there are not: {packages}. It counts nowhere else.",
    "package-chosen-unknown": "The package that shall count ({package}) is not among the packages. Choose one of them.",
    "surcharge-lost": "The surcharge “{surcharge}” is for a section that there is not any more ({section}). "
    "Choose a section or the whole.",
    "phase-lost": "The phase “{phase}” carries out a section that there is not any more ({section}). Choose another or none.",
    "offer-ends-before": "The offer would end on {until}, before its own date of {date}. Set a later day.",
    "offer-expired": "The offer expired on {until}. Set a later day until which it stands.",
    "vat-exempt-unexplained": "Prices are without VAT, and nothing says why. Type the reason: the client's bookkeeper will ask.",
    "person-left": "{name} left the team on {left}. Put somebody else in their place.",
    "person-without-photo": "{name} has no photo and is shown by initials. Add one.",
    "person-unknown": "“{section}” names a person who is not among the proposal's people ({person}).",
    "section-without-people": "Nobody is named for “{section}”: neither a person nor a role.",
}

WORDINGS_RU: dict[str, str] = {
    "sign-off-changed": "«{section}»: изменено после подписи ({by}): {before} → {after} ч ({items}). "
    "Подпишите заново или разрешите с письменной причиной.",
    "sign-off-scope": "«{section}»: состав работ изменён после подписи ({by}): {items}. "
    "Подпишите заново или разрешите с письменной причиной.",
    "sign-off-waived": "«{section}»: изменено после подписи: {before} → {after} ч. Разрешено ({passed}): {reason}.",
    "sign-off-missing": "Часы раздела «{section}» никем не подписаны, а правила брендбука требуют подписи под каждым разделом.",
    "signature-tampered": "Подпись под разделом «{section}» ({by}) исправлена вручную и не действует. Подпишите раздел заново.",
    "spread-not-ordered": "«{item}»: часы оценщика {points} стоят не по порядку. Нужно от наименьшего к наибольшему.",
    "hours-below-lowest": "«{item}»: продано {hours} ч, а наименьшая оценка — {lowest} ч.",
    "discount-beyond-limit": "Все скидки вместе снимают {value}\u00a0%, а правила брендбука разрешают {bound}\u00a0%. "
    "Уменьшите их или попросите согласия руководителя.",
    "discount-approved": "Все скидки вместе снимают {value}\u00a0%, больше {bound}\u00a0%. Согласовано ({by}): {reason}.",
    "margin-below-floor": "Маржа {value}\u00a0% ниже {bound}\u00a0%, заданных правилами брендбука. "
    "Поднимите цену или попросите согласия руководителя.",
    "margin-approved": "Маржа {value}\u00a0% ниже {bound}\u00a0%. Согласовано ({by}): {reason}.",
    "margin-unknown": "Маржу не проверить: неизвестна себестоимость позиций, которые входят в сумму (всего таких: {items}).",
    "discount-above-hundred": "Скидка {percent}\u00a0% больше всей цены. Укажите не больше 100\u00a0%.",
    "discount-above-price": "Скидка {amount} больше цены {price}, с которой она снимается.",
    "item-without-price": "У позиции «{item}» нет цены: впишите её или задайте ставку роли.",
    "estimate-nothing": "Смета ничего не стоит. Добавьте работы и цены или скройте её страницы.",
    "section-empty": "В разделе «{section}» ничего нет, а клиент увидит его название. Добавьте работы или удалите раздел.",
    "item-untitled": "У работы нет названия, клиент увидит цену без слов. Напишите, что это.",
    "payments-too-little": "Платежи не покрывают {rest} из суммы {total}. Сделайте так, чтобы они сходились с итогом.",
    "payments-too-much": "Платежей на {rest} больше, чем сумма {total}. Сделайте так, чтобы они сходились с итогом.",
    "equivalent-without-rate": "Итог нужно показать и в {currency}, но курс этой валюты не зафиксирован.",
    "rate-without-exchange": "Ставка «{rate}» задана в {currency}, а курс этой валюты не зафиксирован: "
    "без цены остаются позиции, всего {items}.",
    "rates-stale": "Карта ставок «{card}» действовала до {until}, а предложение — от {date}. Возьмите ставки из действующей.",
    "rate-locked": "«{item}»: стоит цена {own}, но руководитель закрепил ставку «{rate}»: {locked}. "
    "Очистите цену, чтобы действовала ставка.",
    "alternatives-chosen": "В разделе «{section}» выбрано несколько вариантов из группы «{group}»: {items}. Оставьте один.",
    "package-empty": "В пакет «{package}» ничего не входит. Добавьте в него работы или уберите его.",
    "package-unknown": "Позиция «{item}» входит в пакеты, которых нет: {packages}. Больше она нигде не учтена.",
    "package-chosen-unknown": "Пакета, по которому считать итог ({package}), нет среди пакетов. Выберите один из них.",
    "surcharge-lost": "Наценка «{surcharge}» относится к разделу, которого уже нет ({section}). Выберите другой или всю смету.",
    "phase-lost": "Этап «{phase}» относится к разделу, которого больше нет ({section}). Выберите другой или уберите связь.",
    "offer-ends-before": "Срок предложения кончается {until} — раньше его собственной даты {date}. Укажите день позже.",
    "offer-expired": "Срок предложения истёк {until}. Укажите новый день, до которого оно действует.",
    "vat-exempt-unexplained": "Цены без НДС, и не сказано почему. Впишите основание: бухгалтер клиента о нём спросит.",
    "person-left": "{name} больше не работает в команде, дата ухода — {left}. Назначьте кого-нибудь другого.",
    "person-without-photo": "{name}: нет фотографии, показаны инициалы. Добавьте её.",
    "person-unknown": "«{section}»: назван человек, которого нет среди людей предложения ({person}).",
    "section-without-people": "Для раздела «{section}» не назван никто: ни человек, ни роль.",
}
