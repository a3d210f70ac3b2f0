"""Which faces a brand has, as their files were just seen: whoever types does not wait for looks at the disk with every letter."""

from collections.abc import Callable

from app.brand.tokens import Brand


class Typesets:
    """Looks at the files of a brand's fonts once in a moment."""

    def __init__(self, clock: Callable[[], float], glance: float) -> None:
        """Trust what was seen for `glance` seconds of the `clock`."""
        self._clock, self._glance = clock, glance
        self._known: tuple[float, Brand, str] | None = None

    def of(self, brand: Brand) -> str:
        """Return what is equal where the faces of brands are."""
        now, known = self._clock(), self._known
        if known is None or known[1] is not brand or now - known[0] >= self._glance:
            known = self._known = now, brand, brand.typeset
        return known[2]

    def refresh(self) -> None:
        """Look at every file again when it is wanted next."""
        self._known = None
