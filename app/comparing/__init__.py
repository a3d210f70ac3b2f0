"""What two revisions of a proposal differ in, as data."""

from app.comparing.changes import Change, How
from app.comparing.compare import Comparison, compare
from app.comparing.figures import Figure, Measure

__all__ = ["Change", "Comparison", "Figure", "How", "Measure", "compare"]
