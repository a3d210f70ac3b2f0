"""Which looks are guarded: every brandbook that ships, and the variants of masters that none of them chooses."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Book:
    """A brandbook, as it ships or with some settings changed.

    `changed` maps a section of the sample to a label for its look and to what is changed for it: tables of the brandbook and
    their values. Only these sections are looked at then; without changes all are.
    """

    name: str
    brand: str
    changed: dict[str, tuple[str, dict[str, dict[str, object]]]] = field(default_factory=dict)

    @property
    def tables(self) -> dict[str, dict[str, object]]:
        """Return everything that is changed, by table."""
        return {table: values for _, tables in self.changed.values() for table, values in tables.items()}

    def look(self, section: str) -> str:
        """Return what the look of a section is called."""
        label = f"-{self.changed[section][0]}" if section in self.changed else ""
        return f"{self.brand}-{section}{label}"


def _book(name: str, brand: str, **variants: str) -> Book:
    """Return a book with other variants: masters by name, `_` for `-`. The total belongs to the section of the estimate."""
    changed = {}
    for master, variant in variants.items():
        table = f"masters.{master.replace('_', '-')}"
        section = {"total": "estimate", "chrome": "acceptance"}.get(master, master.replace("_", "-"))
        key, _, value = variant.rpartition("=")
        settings: dict[str, object] = {key: int(value)} if key else {"variant": value}
        changed[section] = (variant.replace("=", "-"), {table: settings})
    return Book(name, brand, changed)


BOOKS = (
    Book("kurs", "kurs"),
    Book("salon", "salon"),
    Book("ekran", "ekran"),
    _book(
        "kurs, quiet", "kurs", cover="typographic", contents="leaders", letter="centred", opener="paper", story="columns=3",
        timeline="threads", total="plate", team="one-big", references="framed", terms="columns=2", acceptance="plate",
        back_cover="framed",
    ),
    _book("kurs, split", "kurs", cover="split", opener="framed", story="columns=1", back_cover="screen", chrome="centred"),
    _book(
        "salon, loud", "salon", cover="typographic", contents="poster", letter="column", opener="flood", story="columns=3",
        timeline="bars", total="flood", team="one-big", references="bleed", terms="columns=3", acceptance="poster",
        back_cover="flood",
    ),
    _book("salon, split", "salon", cover="split", opener="paper", story="columns=1", chrome="top"),
    _book(
        "ekran, loud", "ekran", cover="typographic", contents="leaders", opener="flood", story="magazine", estimate="faces-left",
        team="one-big", references="bleed", back_cover="flood",
    ),
    _book("ekran, split", "ekran", cover="split", contents="poster", opener="framed", total="flood", back_cover="framed"),
)  # fmt: skip
