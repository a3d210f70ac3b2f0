"""Two revisions of a proposal side by side."""

from dataclasses import dataclass, fields

from app.comparing.changes import Change, How, changes
from app.comparing.figures import Figure, figures
from app.model.internal import Internal
from app.model.proposal import Proposal
from app.model.richtext import RichText
from app.totals import Totals, totals

_ASIDE = frozenset({"revision", "status", "history", "archived"})
_SECTION_STEPS = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a newer revision has otherwise than an older one.

    `changes` are all differences by their paths, `figures` the numbers that came out differently. Whether a proposal was
    sent or accepted is no difference.
    """

    changes: tuple[Change, ...] = ()
    figures: tuple[Figure, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def sections(self) -> tuple[Change, ...]:
        """Which sections of the document were added, removed or moved."""
        return tuple(one for one in self.changes if _is_section(one.path) and one.how is not How.CHANGED)

    @property
    def changed_sections(self) -> tuple[str, ...]:
        """The ids of the sections in which something changed, in the order of the document."""
        inside = (one.path.split("/") for one in self.changes if one.path.startswith("sections/") and not _is_section(one.path))
        return tuple(dict.fromkeys(steps[1] for steps in inside))

    @property
    def texts(self) -> tuple[Change, ...]:
        """The texts that changed, for a comparison word by word."""
        return tuple(one for one in self.changes if one.how is How.CHANGED and _is_text(one.old) and _is_text(one.new))

    @property
    def for_clients(self) -> tuple[Change, ...]:
        """The differences without those that are for insiders."""
        return tuple(one for one in self.changes if not isinstance(one.old, Internal) and not isinstance(one.new, Internal))


def compare(old: Proposal, new: Proposal, old_totals: Totals | None = None, new_totals: Totals | None = None) -> Comparison:
    """Compare an older revision with a newer one. Totals are computed where they are not handed in."""
    found: list[Change] = []
    for field in fields(Proposal):
        if field.name not in _ASIDE:
            found.extend(changes(getattr(old, field.name), getattr(new, field.name), field.name))
    if old.estimate == new.estimate and old.currency == new.currency:
        return Comparison(tuple(found))
    before = old_totals or totals(old.estimate, old.currency)
    after = new_totals or totals(new.estimate, new.currency)
    return Comparison(tuple(found), figures(old, before, new, after))


def _is_section(path: str) -> bool:
    steps = path.split("/")
    return len(steps) == _SECTION_STEPS and steps[0] == "sections"


def _is_text(value: object) -> bool:
    return isinstance(value, str | RichText)
