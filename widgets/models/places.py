"""Which part of a proposal a path names, in words."""

import dataclasses
import re

from app.model.path import exists, get
from app.model.proposal import Proposal
from widgets.forms.kinds import title_of
from widgets.words import tr


def path_of(proposal: Proposal, where: str) -> str:
    """Return the path that a place of a problem names; the store writes `people[0].photo` for `people/0/photo`."""
    path = re.sub(r"\[(\d+)\]", r"/\1", where).replace(".", "/")
    if not where or exists(proposal, where):
        return where
    while "[" in where and path and not exists(proposal, path):
        path = path.rpartition("/")[0]
    return path if path and exists(proposal, path) else where


def place_words(proposal: Proposal, where: str) -> str:
    """Say it as “Estimate › Design › Wireframes”; a path that leads elsewhere, such as into a file, is said as it is."""
    where = path_of(proposal, where)
    steps = where.split("/")
    if not exists(proposal, steps[0]) or not where:
        return where
    firsts = {"estimate": tr("Estimate"), "people": tr("People"), "sections": ""}
    words = [firsts.get(steps[0], tr("Proposal"))]
    for depth in range(2, len(steps) + 1):
        path = "/".join(steps[:depth])
        if not exists(proposal, path):
            break
        node = get(proposal, path)
        if depth == 2 and steps[0] == "sections":
            words.append(title_of(node))
        else:
            words.append(_name(node))
    return " › ".join(filter(None, words))


def _name(node: object) -> str:
    """Return what a thing is called; an empty text for plain values."""
    if not dataclasses.is_dataclass(node):
        return ""
    return str(getattr(node, "title", "") or getattr(node, "name", ""))
