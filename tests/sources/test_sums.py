"""What proposals come to is computed once for each state of a file, and never believed of a damaged one."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import orjson

from app.sources.sums import FILE, Sums
from app.store.disk import Disk
from app.store.jsonfile import LARGEST_FILE
from app.store.source import write_proposal
from tests.widgets.proposals import small


class Counting(Disk):
    """Counts what is read."""

    def __init__(self) -> None:
        super().__init__()
        self.reads: list[str] = []

    def read(self, path: Path, largest: int = LARGEST_FILE) -> bytes:
        self.reads.append(path.name)
        return super().read(path, largest)


def test_the_total_is_that_of_the_estimate_and_read_once(tmp_path: Path) -> None:
    write_proposal(tmp_path / "one", small())
    disk = Counting()
    sums = Sums(tmp_path / "state", disk)
    found = sums.of(tmp_path / "one")
    assert found is not None
    assert (found.total, found.currency) == (Decimal(6500), "EUR")
    assert sums.of(tmp_path / "one") == found
    assert disk.reads.count("proposal.json") == 1


def test_it_is_remembered_beyond_the_program_and_forgotten_with_a_change(tmp_path: Path) -> None:
    write_proposal(tmp_path / "one", small())
    first = Sums(tmp_path / "state")
    found = first.of(tmp_path / "one")
    assert found is not None
    first.keep()
    file = tmp_path / "state" / FILE
    body = orjson.loads(file.read_bytes())
    body["sums"][found.digest] = ["1", "EUR"]  # what stands there is believed
    file.write_bytes(orjson.dumps(body))
    again = Sums(tmp_path / "state").of(tmp_path / "one")
    assert again is not None
    assert again.total == 1
    write_proposal(tmp_path / "one", replace(small(), title="Another"))
    changed = Sums(tmp_path / "state").of(tmp_path / "one")
    assert changed is not None
    assert changed.total == 6500


def test_damage_costs_a_computation_and_nothing_else(tmp_path: Path) -> None:
    write_proposal(tmp_path / "one", small())
    state = tmp_path / "state"
    state.mkdir()
    for nonsense in (b"{", b"[]", b'{"rules": 1, "sums": {"x": ["NaN", "EUR"], "y": 3}}'):
        (state / FILE).write_bytes(nonsense)
        found = Sums(state).of(tmp_path / "one")
        assert found is not None
        assert found.total == 6500


def test_what_cannot_be_read_has_no_sum(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "proposal.json").write_text("{", "utf-8")
    sums = Sums(tmp_path / "state")
    assert sums.of(tmp_path / "broken") is None
    assert sums.of(tmp_path / "nowhere") is None
