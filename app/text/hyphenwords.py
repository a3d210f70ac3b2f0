"""Words of the trade that the patterns break badly or not at all, by the beginning of the word.

A hyphen marks where the beginning may be broken; without one it is kept whole. What follows it is left to the patterns.
"""

_WORDS = """
ди-зай-н сайт бренд брен-динг бренд-бук веб-сайт лен-динг фронт-енд бэк-енд бэкенд фрейм-ворк он-лайн оф-лайн про-дакшн
пост-про-дакшн копи-райт маркет-плейс муд-борд гайд-лайн медиа-план чек-лист ви-део-ролик тех-под-держк бриф стек спринт
скетч фид-бэк ре-ди-зайн веб-дизайн ко-вор-кинг сто-ри-тел-линг диджи-тал айден-ти-к аккаунт мини-аппа мобайл юзер юза-би
web-site web-page web-cam front-end back-end home-page wire-frame guide-line brand-book mood-board work-flow re-design
story-tell-ing copy-writ-ing copy-writer ev-ery-thing every-where time-line dead-line out-line head-line layout logo-type
data-base photo-shoot key-word land-ing type-face type-set-ting budget project brand pitch
"""

BEGINNINGS: dict[str, tuple[int, ...]] = {}
"""Beginning of a word in small letters, ё as е -> how many letters stand before each break in it."""

for _word in _WORDS.split():
    _parts = _word.split("-")
    _lengths = [sum(map(len, _parts[: place + 1])) for place in range(len(_parts) - 1)]
    BEGINNINGS["".join(_parts)] = tuple(_lengths)
