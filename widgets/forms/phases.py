"""The phases of a timeline as cards."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from app.edits import timeline
from app.i18n import phrase
from app.model.proposal import Proposal
from app.model.sections import Phase
from widgets.deeds import section_hours
from widgets.desk import Desk
from widgets.forms.cards import CardList, Cards
from widgets.forms.form import Form
from widgets.forms.rows import ITEMS
from widgets.words import tr, tr_plural


def phases(desk: Desk, path: str) -> CardList:
    """The phases of a timeline; `path` is that of their list."""
    section = path.split("/")[1]

    def proposed(proposal: Proposal) -> Proposal | None:
        filled = timeline.fill_from_estimate(proposal, section, section_hours(desk.session))
        return None if filled is proposal else filled

    return CardList(
        desk,
        path,
        Cards(
            title=lambda phase: str(phase.title),
            subtitle=when,
            icon=lambda phase: None,
            form=lambda item: Form(desk, item, ITEMS[Phase], f"{item}/title"),
            add=lambda proposal: timeline.add_phase(proposal, section, timeline.new_phase(proposal, section)),
            remove=lambda proposal, step: timeline.remove_phase(proposal, section, str(step)),
            move=lambda proposal, step, index: timeline.move_phase(proposal, section, str(step), index),
            duplicate=lambda proposal, step: timeline.duplicate_phase(proposal, section, str(step)),
            start=proposed,
            adds=phrase("Add a phase"),
            added=phrase("Add a phase"),
            removed=phrase("Remove “{title}”"),
            moved=phrase("Move “{title}”"),
            duplicated=phrase("Duplicate “{title}”"),
            starts=phrase("Take the parts of the estimate"),
            none=phrase("No phases yet. Each is a bar over its weeks; one of 0 weeks is a milestone."),
        ),
    )


def when(phase: Phase) -> str:
    """Say which weeks a phase takes, counted from 1: “Weeks 2–4 · 2.5 weeks”, “Milestone after week 3”."""
    started, ended = _whole(phase.start, ROUND_FLOOR), _whole(phase.start + phase.weeks, ROUND_CEILING)
    if phase.weeks <= 0:
        if not phase.start:
            return tr("Milestone at the beginning")
        inside = phase.start % 1
        return tr("Milestone in week {week}", week=started + 1) if inside else tr("Milestone after week {week}", week=started)
    first = started + 1
    weeks = tr("Week {week}", week=first) if ended == first else tr("Weeks {first}–{last}", first=first, last=ended)
    return weeks if phase.weeks == ended - started else f"{weeks} · {tr_plural('{n} week', '{n} weeks', phase.weeks)}"


def _whole(weeks: Decimal, rounding: str) -> int:
    return int(weeks.to_integral_value(rounding))
