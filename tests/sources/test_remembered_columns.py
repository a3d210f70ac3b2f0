"""Columns that somebody has set for one file are read the same way in the next file of its source."""

from pathlib import Path

from app.intake.mapping import preview, with_meaning
from app.intake.table import read_table
from app.model.mapping import ColumnMeaning
from app.sources.drafts import new_from_estimate
from app.store.workspace import Workspace

TEXT = "Работа;Оценка;Дней;Ставка\nЛого;8;1;1000\n"


def test_a_new_proposal_reads_columns_as_they_were_set(tmp_path: Path) -> None:
    opened = Workspace.open(tmp_path / "workspace")
    assert opened.workspace is not None
    (tmp_path / "Смета 2026-11.csv").write_text(TEXT, "utf-8")
    chosen = with_meaning(preview(read_table(tmp_path / "Смета 2026-11.csv")).mapping, 2, ColumnMeaning.OTHER)
    assert not opened.workspace.library.mappings.put(chosen).problems
    later = tmp_path / "Смета 2026-12.csv"
    later.write_text(TEXT.replace("Лого", "Книга"), "utf-8")
    made = new_from_estimate(later, "ru", opened.workspace)
    assert made.proposal is not None
    (item,) = made.proposal.estimate.sections[0].items
    assert (item.title, item.pricing.value, item.quantity) == ("Книга", "days", 1)
    assert "mapping-remembered" in [found.code for found in made.problems]
    without = new_from_estimate(later, "ru")
    assert without.proposal is not None
    assert without.proposal.estimate.sections[0].items[0].pricing.value == "hours"
