"""What a studio has at hand before it starts: a logo, six pictures, the answers of a form, an estimate in a spreadsheet.

Everything is drawn and written by the test itself.
"""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image, ImageDraw

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 96" width="320" height="96">
<path d="M8 88 L48 8 L88 88 Z" fill="#0F4C4A"/><circle cx="48" cy="62" r="13" fill="#F2A541"/>
<path d="M112 24h14v48h34v12h-48zM176 24h46v12h-32v10h28v12h-28v14h32v12h-46zM236 24h20l24 38V24h14v60h-20l-24-38v38h-14z"
 fill="#0F4C4A"/></svg>"""
COLORS = ("#0F4C4A", "#F2A541")
PICTURE = (1200, 800)
_GROUNDS = ("#173F5F", "#20639B", "#3CAEA3", "#F6D55C", "#ED553B", "#6B4E71")

Cell = str | float
"""A text or a number of a table."""


@dataclass(frozen=True)
class Words:
    """The texts of one language."""

    studio: str
    client: str
    form: tuple[tuple[str, ...], ...]
    table: tuple[tuple[Cell, ...], ...]
    people: tuple[tuple[str, str], ...]
    pictures: tuple[str, ...]
    blocks: tuple[str, str]
    corrected: str


WORDS = {
    "ru": Words(
        studio="Студия «Лен»",
        client="Маяк",
        form=(
            ("Отметка времени", "Компания", "Как вас зовут", "Почта", "Что нужно сделать", "Бюджет", "Когда нужно"),
            (
                "01.11.2026 10:12", "ООО «Первый причал»", "Анна Белова", "anna@prichal.example", "Фирменный стиль",
                "400 000 ₽", "к весне",
            ),
            (
                "03.11.2026 18:40", "Морской музей «Маяк»", "Дарья Волкова", "dasha@mayak.example",
                "Сайт музея с афишей и билетами", "1 500 000 ₽", "к маю 2027",
            ),
        ),
        table=(
            ("Этап", "Роль", "Часы", "Ставка"),
            ("Исследование", "", "", ""),
            ("Интервью с посетителями", "Исследователь", 16, 3200.0),
            ("Карта пути гостя", "Исследователь", 8.5, 3200.0),
            ("Дизайн", "", "", ""),
            ("Макеты главной и афиши", "Дизайнер", 40, 3500.0),
            ("Покупка билета", "Дизайнер", 24, 3500.0),
            ("Разработка", "", "", ""),
            ("Вёрстка", "Разработчик", 56, 3800.0),
            ("Связь с кассой", "Разработчик", 32, 3800.0),
        ),
        people=(("Ирина Лужина", "Арт-директор"), ("Пётр Ольхов", "Разработчик")),
        pictures=("Причал на рассвете", "Дом у воды", "Парусная школа", "Северный форт", "Рыбный рынок", "Старый кран"),
        blocks=("Миссия", "Студия в цифрах"),
        corrected="Музейный",
    ),
    "en": Words(
        studio="Linen Studio",
        client="Beacon",
        form=(
            ("Timestamp", "Company", "Your name", "E-mail", "What do you need", "Budget", "When"),
            ("2026-11-01 10:12", "First Pier Ltd", "Ann Bell", "ann@pier.example", "An identity", "8 000 EUR", "in spring"),
            (
                "2026-11-03 18:40", "Beacon Maritime Museum", "Dasha Volkova", "dasha@beacon.example",
                "A web site with listings and tickets", "30 000 EUR", "by May 2027",
            ),
        ),
        table=(
            ("Task", "Role", "Hours", "Rate"),
            ("Research", "", "", ""),
            ("Interviews with visitors", "Researcher", 16, 64.0),
            ("Map of a guest's way", "Researcher", 8.5, 64.0),
            ("Design", "", "", ""),
            ("Home page and listings", "Designer", 40, 70.0),
            ("Buying a ticket", "Designer", 24, 70.0),
            ("Development", "", "", ""),
            ("Front end", "Developer", 56, 76.0),
            ("Connection to the box office", "Developer", 32, 76.0),
        ),
        people=(("Irene Meadow", "Art director"), ("Peter Alder", "Developer")),
        pictures=("Pier at dawn", "House by the water", "School of sailing", "Northern fort", "Fish market", "Old crane"),
        blocks=("Who we are in figures", "Two minutes for a basket"),
        corrected="museum",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Materials:
    """The files of a story."""

    words: Words
    logo: Path
    form: Path
    pictures: tuple[Path, ...]

    @property
    def plain(self) -> str:
        """The estimate as a spreadsheet puts it on the clipboard for those who take text."""
        return "\n".join("\t".join(_said(cell) for cell in row) for row in self.words.table) + "\n"

    @property
    def html(self) -> str:
        """The same with its cells, as LibreOffice Calc 7.4 writes them (see `tests/widgets/clipboard`)."""
        rows = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in self.words.table)
        generator = '<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>'
        return (
            f'<!DOCTYPE html><html><head>{generator}</head><body><table cellspacing="0" border="0">{rows}</table></body></html>'
        )


def make(folder: Path, language: str) -> Materials:
    """Draw and write everything into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    words = WORDS[language]
    logo, form = folder / "logo.svg", folder / "form.csv"
    logo.write_text(LOGO, "utf-8")
    form.write_text("".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in words.form), "utf-8")
    pictures = tuple(_picture(folder / f"{name}.jpg", i) for i, name in enumerate(words.pictures))
    return Materials(words, logo, form, pictures)


def _picture(file: Path, which: int) -> Path:
    """Draw a sky, a sun and hills, each picture in colours of its own."""
    wide, high = PICTURE
    ground, other = _GROUNDS[which], _GROUNDS[(which + 2) % len(_GROUNDS)]
    image = Image.new("RGB", PICTURE, ground)
    pen = ImageDraw.Draw(image)
    pen.ellipse((700 - 90 * which, 120, 960 - 90 * which, 380), fill="#FFF4E0")
    pen.polygon([(0, high), (0, 560), (wide // 3, 380 + 30 * which), (2 * wide // 3, 620), (wide, 430), (wide, high)], fill=other)
    for i in range(5):
        left = 120 + 210 * i
        pen.rectangle((left, 640 - 40 * ((i + which) % 3), left + 90, high), fill="#2B2D42")
    image.save(file, quality=88)
    return file


def _said(cell: Cell) -> str:
    return cell if isinstance(cell, str) else f"{cell:g}"


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return f'<td align="left">{escape(cell) or "<br>"}</td>'
    return f'<td align="right" sdval="{cell:g}" sdnum="1033;">{cell:g}</td>'
