"""What insiders decide about an estimate: signing hours, letting changes pass, consenting to limits."""

import datetime
from dataclasses import replace
from decimal import Decimal

from app.edits.estimate import section_path
from app.edits.fields import set_value
from app.model.estimate import EstimateSection
from app.model.internal import Internal
from app.model.path import get
from app.model.proposal import Proposal
from app.model.signoff import Limit
from app.signoff import approve as consented
from app.signoff import sign
from app.signoff import waive as decided


def sign_section(proposal: Proposal, section_id: str, by: str, at: datetime.datetime) -> Proposal:
    """Sign the hours of a section as it stands; a signature that it has is replaced.

    Raises ValueError where no name is told or the moment has no time zone.
    """
    estimate = proposal.estimate
    section: EstimateSection = get(proposal, section_path(section_id))
    given = sign(section, by, at, estimate.hours_a_day, estimate.hours_a_month)
    return set_value(proposal, f"{section_path(section_id)}/signed", Internal(given))


def unsign_section(proposal: Proposal, section_id: str) -> Proposal:
    """Take the signature back; a decision about a change of what was signed goes with it."""
    section: EstimateSection = get(proposal, section_path(section_id))
    return set_value(proposal, section_path(section_id), replace(section, signed=Internal(None), waiver=Internal(None)))


def waive_change(proposal: Proposal, section_id: str, by: str, at: datetime.datetime, reason: str) -> Proposal:
    """Decide to send a section although it is not what was signed. Raises ValueError, see `app.signoff.waive`."""
    estimate = proposal.estimate
    section: EstimateSection = get(proposal, section_path(section_id))
    given = decided(section, by, at, reason, estimate.hours_a_day, estimate.hours_a_month)
    return set_value(proposal, f"{section_path(section_id)}/waiver", Internal(given))


def approve_limit(proposal: Proposal, limit: Limit, value: Decimal, by: str, at: datetime.datetime, reason: str) -> Proposal:
    """Consent to a discount or a margin beyond the house's limit. Raises ValueError, see `app.signoff.approve`."""
    return replace(proposal, estimate=consented(proposal.estimate, limit, value, by, at, reason))
