"""A draft from a template alone, or from nothing but the texts of a draft: no request, no estimate of somebody's own."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.intake.brief.understanding import BriefRead
from app.model.internal import Internal
from app.sources.athome import at_home
from app.sources.drafts import draft, today
from app.sources.from_brief import TEMPLATES, filled
from app.sources.result import Opened
from app.sources.templates import BUNDLED, load

if TYPE_CHECKING:
    from app.store.workspace import Workspace


def draft_from_template(name: str, language: str, workspace: "Workspace | None" = None) -> Opened:
    """Make a draft of a template, with its letter, approach and usual hours; without a name it has the texts of a draft alone.

    With a workspace the draft gets its next number, and the studio's own templates go before those that Blesna brings along.
    """
    day = today()
    base, problems = draft(language, day)
    if base is None:
        return Opened(None, Path(), problems)
    base = at_home(replace(base, number=workspace.next_number(day.year) if workspace else ""), workspace)
    if not name:
        return Opened(base, Path(), problems)
    folders = (*((workspace.folder / TEMPLATES,) if workspace else ()), BUNDLED)
    template, wrong = load(name, language, folders)
    if template is None:
        return Opened(None, Path(), (*problems, *wrong))
    proposal = replace(filled(base, template, BriefRead()), brief=Internal(None))
    return Opened(proposal, Path(), (*problems, *wrong))
