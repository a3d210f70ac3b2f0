"""Names of sections that there are not, and works that may not be shown."""

from collections.abc import Iterator

from app.blocks.permission import permission_problem
from app.model.sections import References, Timeline
from app.preflight.case import Case
from app.preflight.facts import named
from app.problems import Problem, error, problem


def references(case: Case) -> Iterator[Problem]:
    """Tell surcharges and phases for sections that the estimate does not have."""
    known = {section.id for section in case.estimate.sections}
    for surcharge in case.estimate.surcharges:
        if surcharge.section and surcharge.section not in known:
            title = named(surcharge.title, surcharge.id)
            yield error("surcharge-lost", f"estimate/surcharges/{surcharge.id}", surcharge=title, section=surcharge.section)
    for section in case.proposal.sections:
        if not isinstance(section, Timeline) or section.hidden:
            continue
        for phase in section.phases:
            if phase.part and phase.part not in known:
                where = f"sections/{section.id}/phases/{phase.id}"
                yield problem("phase-lost", where, phase=named(phase.title, phase.id), section=phase.part)


def permissions(case: Case) -> Iterator[Problem]:
    """Tell works without permission, on the day of leaving and as long as the offer stands."""
    for section in case.proposal.sections:
        if not isinstance(section, References) or section.hidden:
            continue
        for work in section.items:
            where = f"sections/{section.id}/items/{work.id}/permission"
            found = permission_problem(work, case.today, where, case.proposal.valid_until)
            if found is not None:
                yield found
