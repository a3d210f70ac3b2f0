"""What must not leave the house: everything that is looked at before a proposal is exported for good.

It tells only what reading, layout and painting do not tell by themselves.
"""

from app.preflight.budget import against_budget
from app.preflight.look import preflight

__all__ = ["against_budget", "preflight"]
