"""The content as Typst sources, a file for each section, so that an edit touches as little as can be."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.peers.reading import Content, money, paragraphs, price, quantity, total, work_pages

TEMPLATE = Path(__file__).with_name("template.typ")


def said(text: str) -> str:
    """Return a text as a Typst string: never as markup."""
    return json.dumps(text, ensure_ascii=False)


def rewrite(content: Content, kind: str) -> None:
    """Write the file of the first section of a kind anew."""
    folder = content.folder / "typst"
    section = next(section for section in content.data["sections"] if section["kind"] == kind)
    put(folder / f"{section['id']}.typ", f'#import "template.typ": *\n{MAKERS[kind](content, section, folder)}')


def write(content: Content) -> Path:
    """Write all files and return the main one."""
    folder = content.folder / "typst"
    folder.mkdir(exist_ok=True)
    put(folder / "template.typ", TEMPLATE.read_text("utf-8"))
    parts = dict(files(content, folder))
    for name, text in parts.items():
        put(folder / f"{name}.typ", f'#import "template.typ": *\n{text}')
    includes = "\n#pagebreak(weak: true)\n".join(f'#include "{name}.typ"' for name in parts)
    put(folder / "main.typ", f'#import "template.typ": *\n#show: style\n{includes}\n')
    return folder / "main.typ"


def put(file: Path, text: str) -> None:
    """Write a file if it is to change."""
    if not file.is_file() or file.read_text("utf-8") != text:
        file.write_text(text, "utf-8")


def files(content: Content, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of each section's file."""
    for section in content.data["sections"]:
        yield section["id"], MAKERS[section["kind"]](content, section, folder)


def photo(figure: dict[str, Any], folder: Path) -> str:
    """Return path, width and height as arguments."""
    path = os.path.relpath(figure["path"], folder)
    return f"{said(path)}, {figure['width']}pt, {figure['height']}pt"


def round_photo(figure: dict[str, Any], folder: Path) -> str:
    return f"face({said(os.path.relpath(figure['path'], folder))}, {figure['width']}pt)"


def rich(text: str) -> str:
    """Return paragraphs as content."""
    out = []
    for kind, words in paragraphs(text):
        wrap = {"h": "heading(level: 3, {})", "li": "list({})", "p": "[#{}]"}[kind]
        out.append("#" + wrap.format(said(words)) if kind != "p" else f"#{said(words)}")
    return "[" + "\n\n".join(out) + "]"


def cover(content: Content, section: dict[str, Any], folder: Path) -> str:
    data = content.data
    meta = f"{data['client']['name']} · {data['date']} · {data['studio']['name']}"
    words = ", ".join(said(text) for text in (section["kicker"], data["title"], data["subtitle"], meta))
    return f"#cover({photo(content.figure('sections/cover/picture'), folder)}, {words})"


def letter(content: Content, section: dict[str, Any], folder: Path) -> str:
    person = content.people[content.data["manager"]]
    contact = content.data["contact"]
    address = said(f"{contact['name']}\n{contact['role']}\n{content.data['client']['name']}\n{content.data['date']}")
    portrait = round_photo(content.figure(f"people/{person['id']}/photo", "circle"), folder)
    reach = said(f"{person['phone']} · {person['email']}")
    return (
        f"#letter({said(section['greeting'])}, {address}, {rich(section['text'])}, {portrait}, "
        f"{said(person['name'])}, {said(person['role'])}, {reach})"
    )


def story(content: Content, section: dict[str, Any], folder: Path) -> str:
    out = [f"#head({said(section['kicker'])}, {said(section['title'])}, {said(section['lead'])})"]
    figures = ", ".join(f"number({said(f['value'])}, {said(f['label'])})" for f in section.get("figures", ()))
    if figures:
        out.append(f"#grid(columns: (1fr, 1fr), {figures})")
    shown = [content.figure(f"sections/{section['id']}/pictures/{i}") for i in range(len(section["pictures"]))]
    body = f"#pad(left: 48mm, columns(2, gutter: 6mm, {rich(section['text'])}))"
    plates = []
    for figure, picture in zip(shown, section["pictures"], strict=True):
        if figure["height"] > 800:
            plates.append(f"#page(margin: 0pt, header: none, background: photo({photo(figure, folder)}), [])")
        else:
            out.append(f"#bleed({photo(figure, folder)})\n#caption({said(picture['caption'])})")
            if len(out) == 2 + bool(figures):
                out.append(body)
    if body not in out:
        out.append(body)
    if section.get("quote"):
        plates.append(f"#quote-page({said(section['quote'])}, {said(section['quote_by'])})")
    return "\n\n".join([*out, *plates])


def estimate(content: Content, section: dict[str, Any], folder: Path) -> str:
    out = [f"#head({said(section['kicker'])}, {said(section['title'])}, {said(section['lead'])})"]
    rows = []
    for count, part in enumerate(content.data["estimate"]["sections"], 1):
        out.append(one_part(content, part, count, folder))
        subtotal = sum(price(item) for item in part["items"] if not item.get("optional"))
        rows.append(f"({said(part['title'])}, {said(money(subtotal))})")
    rows.append(f"({said('НДС 20 % в том числе')}, {said(money(total(content) / 6))})")
    return "\n".join(out) + f"\n#total-page({said(money(total(content)))}, ({', '.join(rows)},))"


def one_part(content: Content, part: dict[str, Any], count: int, folder: Path) -> str:
    people = []
    for name in part["people"]:
        person = content.people[name]
        portrait = round_photo(content.face(name), folder)
        people.append(f"person({portrait}, {said(person['name'])}, {said(person['role'])}, none)")
    rows = ", ".join(
        f"row({said(item['title'])}, {said(item.get('description', ''))}, {said(quantity(item))}, {said(money(price(item)))})"
        for item in part["items"]
    )
    subtotal = money(sum(price(item) for item in part["items"] if not item.get("optional")))
    return (
        f"#part({said(str(count))}, {said(part['title'])}, {said(part['description'])}, ({', '.join(people)},), "
        f"({rows},), {said(subtotal)})"
    )


def team(content: Content, section: dict[str, Any], folder: Path) -> str:
    members = []
    for name in section["members"]:
        person = content.people[name]
        words = ", ".join(said(person[key]) for key in ("name", "role", "about"))
        members.append(f"member({photo(content.figure(f'people/{name}/photo'), folder)}, {words})")
    head = f"#head({said(section['kicker'])}, {said(section['title'])}, {said(section['lead'])})"
    return f"{head}\n#grid(columns: {min(4, len(members))}, gutter: 4mm, {', '.join(members)})"


def references(content: Content, section: dict[str, Any], folder: Path) -> str:
    out = [f"#head({said(section['kicker'])}, {said(section['title'])}, {said(section['lead'])})"]
    for number, works in enumerate(work_pages(content, section)):
        if number:
            out.append("#pagebreak()")
        rows = []
        for item, figure in works:
            facts = f"{item['client']}, {item['year']}"
            words = ", ".join(said(text) for text in (item["title"], facts, item["why"], item["link"]))
            rows.append((figure["width"] > 400, f"work({photo(figure, folder)}, {words})"))
        wide = [f"#pad(x: -15mm - 8.5pt, {row})" for is_wide, row in rows if is_wide]
        narrow = [row for is_wide, row in rows if not is_wide]
        pair = f"#pad(x: -15mm - 8.5pt, grid(columns: (1fr, 1fr), gutter: 4mm, {', '.join(narrow)}))" if narrow else ""
        out.extend([*wide, pair])
    return "\n".join(out)


def terms(_content: Content, section: dict[str, Any], _folder: Path) -> str:
    return f"#terms({said(section['title'])}, {rich(section['text'])})"


def acceptance(content: Content, section: dict[str, Any], _folder: Path) -> str:
    data = content.data
    amount = said(money(total(content)))
    return (
        f"#head('', {said(section['title'])}, '')\n{rich(section['text'])[1:-1]}\n\n#display({amount}, size: 60pt)\n"
        f"#signatures({said(data['studio']['legal_name'])}, {said(data['client']['name'])})"
    ).replace("''", '""')


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
