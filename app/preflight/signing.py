"""Hours that somebody has signed are the hours that are sent."""

from collections.abc import Iterator

from app.model.estimate import EstimateSection
from app.preflight.case import Case, place
from app.preflight.facts import listed, named, plain
from app.problems import Problem, Severity, error, problem
from app.signoff import Change, Changed, ItemChange, Tampered, Unsigned, status

REQUIRED = "required"


def signing(case: Case) -> Iterator[Problem]:
    """Tell sections that are not what was signed, and where the house wants it, those that nobody has signed."""
    estimate = case.estimate
    for section in estimate.sections:
        where, title = place(section), named(section.title, section.id)
        found = status(section, estimate.hours_a_day, estimate.hours_a_month)
        if isinstance(found, Changed):
            yield _changed(section, found)
        elif isinstance(found, Tampered):
            yield error("signature-tampered", where, section=title, by=found.signature.by)
        elif isinstance(found, Unsigned) and section.items and case.rules.sign_off == REQUIRED:
            yield error("sign-off-missing", where, section=title)


def _changed(section: EstimateSection, found: Changed) -> Problem:
    where, title, by = place(section), named(section.title, section.id), found.signature.by
    before, after, items = plain(found.before), plain(found.after), listed(map(_told, found.changes))
    if found.waiver is not None:
        passed, reason = found.waiver.by, found.waiver.reason
        return problem(
            "sign-off-waived",
            where,
            Severity.INFO,
            section=title,
            before=before,
            after=after,
            passed=passed,
            reason=reason,
        )
    if all(one.change is Change.SCOPE for one in found.changes):
        return error("sign-off-scope", where, section=title, by=by, items=items)
    return error("sign-off-changed", where, section=title, by=by, before=before, after=after, items=items)


def _told(change: ItemChange) -> str:
    title = named(change.title, change.id)
    if change.change is Change.LOWERED:
        return f"{title}: {plain(change.before)} → {plain(change.after)}"
    return {Change.ADDED: f"+ {title}", Change.REMOVED: f"− {title}"}.get(change.change, title)
