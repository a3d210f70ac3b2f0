"""The content as a web page for paper."""

from html import escape
from pathlib import Path
from typing import Any

from tests.bench.peers.reading import FONTS, Content, money, paragraphs, price, quantity, total, work_pages

STYLE = Path(__file__).with_name("style.css")


def page(content: Content) -> str:
    """Return the whole document."""
    makers = {
        "cover": cover,
        "letter": letter,
        "story": story,
        "estimate": estimate,
        "team": team,
        "references": references,
        "terms": terms,
        "acceptance": acceptance,
    }
    body = "\n".join(makers[section["kind"]](content, section) for section in content.data["sections"])
    style = STYLE.read_text("utf-8").replace("FONTS", FONTS.as_uri())
    return (
        f'<!doctype html><html lang="ru"><meta charset="utf-8"><title>КП</title><style>{style}</style><body>{body}</body></html>'
    )


def photo(figure: dict[str, Any], kind: str = "") -> str:
    """Return a photograph that fills its size; originals are cropped about their focus."""
    focus = f"{figure['focus_x']:.0%} {figure['focus_y']:.0%}"
    style = f"width:{figure['width']}pt;height:{figure['height']}pt;object-fit:cover;object-position:{focus}"
    return f'<img class="{kind}" src="{figure["path"].as_uri()}" style="{style}" alt="">'


def rich(text: str) -> str:
    tags = {"h": "h3", "li": "li", "p": "p"}
    return "".join(f"<{tags[kind]}>{escape(words)}</{tags[kind]}>" for kind, words in paragraphs(text))


def head(section: dict[str, Any]) -> str:
    kicker, lead = escape(section.get("kicker", "")), escape(section.get("lead", ""))
    return f'<p class="kicker">{kicker}</p><h1>{escape(section["title"])}</h1><p class="lead">{lead}</p>'


def cover(content: Content, section: dict[str, Any]) -> str:
    data = content.data
    return (
        f'<section class="cover">{photo(content.figure("sections/cover/picture"))}<div><p>{escape(section["kicker"])}</p>'
        f"<h1>{escape(data['title'])}</h1><h2>{escape(data['subtitle'])}</h2>"
        f"<p>{escape(data['client']['name'])} · {data['date']}</p></div></section>"
    )


def letter(content: Content, section: dict[str, Any]) -> str:
    person = content.people[content.data["manager"]]
    contact = content.data["contact"]
    face = photo(content.figure(f"people/{person['id']}/photo", "circle"), "face")
    return (
        f'<section><h1>{escape(section["greeting"])}</h1><div class="letter"><aside>{escape(contact["name"])}<br>'
        f"{escape(contact['role'])}<br>{content.data['date']}</aside><div>{rich(section['text'])}"
        f"{face}<b>{escape(person['name'])}</b><br>{escape(person['role'])}<br>{person['phone']}</div></div></section>"
    )


def story(content: Content, section: dict[str, Any]) -> str:
    figures = "".join(f"<td><b>{escape(f['value'])}</b><br>{escape(f['label'])}</td>" for f in section.get("figures", ()))
    out = [f"<section>{head(section)}<table class='figures'><tr>{figures}</tr></table>"]
    plates = []
    text = f'<div class="columns">{rich(section["text"])}</div>'
    for i, picture in enumerate(section["pictures"]):
        figure = content.figure(f"sections/{section['id']}/pictures/{i}")
        if figure["height"] > 800:
            plates.append(f'<section class="plate">{photo(figure)}</section>')
            continue
        out.append(f'<div class="bleed">{photo(figure)}</div><p class="caption">{escape(picture["caption"])}</p>')
        if i == 0:
            out.append(text)
    if text not in out:
        out.append(text)
    if section.get("quote"):
        plates.append(f'<section class="quote"><h1>{escape(section["quote"])}</h1>{escape(section["quote_by"])}</section>')
    return "".join([*out, "</section>", *plates])


def estimate(content: Content, section: dict[str, Any]) -> str:
    parts = content.data["estimate"]["sections"]
    body = "".join(part(content, one, number) for number, one in enumerate(parts, 1))
    rows = "".join(f"<tr><td>{escape(one['title'])}<td>{money(subtotal(one))}" for one in parts)
    return (
        f'<section>{head(section)}{body}</section><section class="total"><p>Итого</p><h1>{money(total(content))}</h1>'
        f"<table>{rows}</table></section>"
    )


def subtotal(one: dict[str, Any]) -> Any:
    return sum(price(item) for item in one["items"] if not item.get("optional"))


def part(content: Content, one: dict[str, Any], number: int) -> str:
    people = "".join(
        f'<p class="person">{photo(content.face(name), "face")}<br><b>{escape(content.people[name]["name"])}</b><br>'
        f"{escape(content.people[name]['role'])}</p>"
        for name in one["people"]
    )
    rows = "".join(
        f"<tr><td><b>{escape(item['title'])}</b><br><small>{escape(item.get('description', ''))}</small>"
        f"<td>{quantity(item)}<td><b>{money(price(item))}</b>"
        for item in one["items"]
    )
    return (
        f'<div class="part"><aside><b class="number">{number}</b>{people}</aside><div><h2>{escape(one["title"])}</h2>'
        f"<small>{escape(one['description'])}</small><table><thead><tr><th>Работы<th>Объём<th>Стоимость</thead>"
        f"<tbody>{rows}</tbody><tr><td>Итого по разделу<td><td><b>{money(subtotal(one))}</b></table></div></div>"
    )


def team(content: Content, section: dict[str, Any]) -> str:
    members = "".join(
        f'<div class="member">{photo(content.figure(f"people/{name}/photo"))}<h4>{escape(content.people[name]["name"])}</h4>'
        f"<p>{escape(content.people[name]['role'])}</p><small>{escape(content.people[name]['about'])}</small></div>"
        for name in section["members"]
    )
    return f'<section>{head(section)}<div class="team">{members}</div></section>'


def references(content: Content, section: dict[str, Any]) -> str:
    pages = []
    for works in work_pages(content, section):
        cells = "".join(
            f'<div class="{"wide" if figure["width"] > 400 else "narrow"}"><a href="{item["link"]}">{photo(figure)}</a>'
            f"<h4>{escape(item['title'])}</h4><p>{escape(item['client'])}, {item['year']}</p>"
            f"<small>{escape(item['why'])}</small></div>"
            for item, figure in works
        )
        pages.append(f'<div class="works bleed">{cells}</div>')
    return f'<section class="references">{head(section)}{"".join(pages)}</section>'


def terms(_content: Content, section: dict[str, Any]) -> str:
    return f'<section><h1>{escape(section["title"])}</h1><div class="terms">{rich(section["text"])}</div></section>'


def acceptance(content: Content, section: dict[str, Any]) -> str:
    data = content.data
    return (
        f'<section>{head(section)}{rich(section["text"])}<h1>{money(total(content))}</h1><div class="sign"><div>'
        f"{escape(data['studio']['legal_name'])}</div><div>{escape(data['client']['name'])}</div></div></section>"
    )
