"""The words beneath a reference."""

from app.layout.scene import Scene
from app.model.reference import Origin, Reference
from app.model.richtext import Run


def facts(scene: Scene, work: Reference) -> str:
    """Return client, year and, for other people's work, who made it."""
    parts = [work.client, work.year]
    if work.origin is Origin.THIRD_PARTY:
        parts.append(scene.words("by {author}", author=work.credit) if work.credit else scene.words("not our work"))
    elif work.credit:
        parts.append(work.credit)
    # No line begins with a dot.
    return "\u00a0· ".join(filter(None, parts))


def why_runs(work: Reference) -> tuple[Run, ...]:
    """Return why the work is shown, and where to see it."""
    runs = [Run(work.why)] if work.why else []
    if work.link:
        runs += [Run(" ")] if runs else []
        runs.append(Run(work.link.split("://")[-1].rstrip("/"), link=work.link))
    return tuple(runs)
