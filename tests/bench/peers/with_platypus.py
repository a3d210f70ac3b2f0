"""A plain ReportLab script with prepared photographs. `export FOLDER OUT`, `warm FOLDER OUT N`."""

import json
import sys
import time
from html import escape
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Image, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from tests.bench.peers.reading import FONTS, MM, Content, money, paragraphs, price, quantity, total, work_pages

rl_config.useA85 = 0
"""ASCII85 in Python takes ten seconds; nobody who measures leaves it on."""

FACES = {
    "text": "inter/Inter_400Regular.ttf",
    "bold": "inter/Inter_600SemiBold.ttf",
    "lead": "inter-tight/InterTight_500Medium.ttf",
    "display": "inter-tight/InterTight_900Black.ttf",
}
BODY = ParagraphStyle("body", fontName="text", fontSize=9.2, leading=4 * MM, spaceAfter=4)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=8.2, textColor=HexColor("#666666"))
STRONG = ParagraphStyle("strong", parent=BODY, fontName="bold")
LEAD = ParagraphStyle("lead", parent=BODY, fontName="lead", fontSize=17, leading=8 * MM)
TITLE = ParagraphStyle("title", parent=BODY, fontName="display", fontSize=27, leading=32, spaceAfter=8)
PART = ParagraphStyle("part", parent=TITLE, fontSize=18, leading=22)
WIDTH = A4[0] - 30 * MM


def said(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(escape(text), style)


def photo(figure: dict[str, Any]) -> Image:
    """Return a photograph, as wide as the type area at most."""
    share = min(1.0, WIDTH / figure["width"], 640 / figure["height"])
    return Image(str(figure["path"]), figure["width"] * share, figure["height"] * share)


def rich(text: str) -> list[Flowable]:
    return [said(words, STRONG if kind == "h" else BODY) for kind, words in paragraphs(text)]


def head(section: dict[str, Any]) -> list[Flowable]:
    return [said(section.get("kicker", ""), STRONG), said(section["title"], TITLE), said(section.get("lead", ""), LEAD)]


def flow(content: Content) -> list[Flowable]:
    """Return everything in its order."""
    out: list[Flowable] = []
    for section in content.data["sections"]:
        out.extend([*MAKERS[section["kind"]](content, section), PageBreak()])
    return out


def cover(content: Content, section: dict[str, Any]) -> list[Flowable]:
    data = content.data
    return [said(data["title"], TITLE), said(data["subtitle"], LEAD), photo(content.figure("sections/cover/picture"))]


def letter(content: Content, section: dict[str, Any]) -> list[Flowable]:
    person = content.people[content.data["manager"]]
    face = photo(content.figure(f"people/{person['id']}/photo", "circle"))
    return [said(section["greeting"], TITLE), *rich(section["text"]), face, said(person["name"], STRONG), said(person["role"])]


def story(content: Content, section: dict[str, Any]) -> list[Flowable]:
    out = [*head(section), *rich(section["text"])]
    for i, picture in enumerate(section["pictures"]):
        out.extend([photo(content.figure(f"sections/{section['id']}/pictures/{i}")), said(picture["caption"], SMALL)])
    return out


def estimate(content: Content, section: dict[str, Any]) -> list[Flowable]:
    out = head(section)
    for number, part in enumerate(content.data["estimate"]["sections"], 1):
        out.extend([Spacer(1, 6 * MM), said(f"{number}. {part['title']}", PART), said(part["description"], SMALL)])
        out.append(Table([[_face(content, name) for name in part["people"]]], hAlign="LEFT"))
        rows = [["Работы", "Объём", "Стоимость"]]
        for item in part["items"]:
            words = [said(item["title"], STRONG)] + ([said(item["description"], SMALL)] if item.get("description") else [])
            rows.append([words, quantity(item), money(price(item))])
        subtotal = sum(price(item) for item in part["items"] if not item.get("optional"))
        rows.append(["Итого по разделу", "", money(subtotal)])
        style = [("FONT", (0, 0), (-1, -1), "text", 9), ("ALIGN", (1, 0), (-1, -1), "RIGHT"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        out.append(Table(rows, colWidths=(WIDTH - 60 * MM, 25 * MM, 35 * MM), repeatRows=1, style=style))
    return [*out, PageBreak(), said("Итого", LEAD), said(money(total(content)), TITLE)]


def _face(content: Content, name: str) -> list[Flowable]:
    return [photo(content.face(name)), said(content.people[name]["name"], SMALL)]


def team(content: Content, section: dict[str, Any]) -> list[Flowable]:
    cells = []
    for name in section["members"]:
        person = content.people[name]
        words = [said(person["name"], STRONG), said(person["role"], SMALL), said(person["about"], SMALL)]
        cells.append([photo(content.figure(f"people/{name}/photo")), *words])
    rows = [cells[i : i + 3] + [""] * (3 - len(cells[i : i + 3])) for i in range(0, len(cells), 3)]
    return [*head(section), Table(rows, colWidths=(WIDTH / 3,) * 3, style=[("VALIGN", (0, 0), (-1, -1), "TOP")])]


def references(content: Content, section: dict[str, Any]) -> list[Flowable]:
    out = head(section)
    for works in work_pages(content, section):
        for item, figure in works:
            out.extend(
                [photo(figure), said(item["title"], PART), said(f"{item['client']}, {item['year']}", SMALL), said(item["why"])]
            )
        out.append(PageBreak())
    return out[:-1]


def terms(_content: Content, section: dict[str, Any]) -> list[Flowable]:
    return [said(section["title"], TITLE), *rich(section["text"])]


def acceptance(content: Content, section: dict[str, Any]) -> list[Flowable]:
    return [*head(section), *rich(section["text"]), said(money(total(content)), TITLE)]


MAKERS = {
    "cover": cover,
    "letter": letter,
    "story": story,
    "estimate": estimate,
    "team": team,
    "references": references,
    "terms": terms,
    "acceptance": acceptance,
}


def export(content: Content, out: Path) -> None:
    """Write the PDF."""
    for name, file in FACES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    margins = {"leftMargin": 15 * MM, "rightMargin": 15 * MM, "topMargin": 20 * MM, "bottomMargin": 17 * MM}
    SimpleDocTemplate(str(out), pagesize=A4, **margins).build(flow(content))


def warm(folder: Path, out: Path, times: int) -> dict[str, list[float]]:
    """Write the PDF again after each edit of the first line item."""
    content = Content(folder, scaled=True)
    seconds = []
    for count in range(times + 1):
        started = time.perf_counter()
        content.edited(count)
        export(content, out)
        seconds.append(time.perf_counter() - started)
    return {"warm_s": seconds[1:]}


if __name__ == "__main__":
    command, folder, out, *rest = sys.argv[1:]
    if command == "warm":
        print(json.dumps(warm(Path(folder), Path(out), int(rest[0]))))
    else:
        export(Content(Path(folder), scaled=True), Path(out))
