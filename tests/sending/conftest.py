"""A workspace with a proposal that may be sent."""

import datetime
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from app.model.client import Client
from app.model.estimate import Estimate, EstimateSection, LineItem, Vat, VatMode
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.sections import Cover, EstimatePages
from app.pipeline import Pipeline
from app.sending.send import Order, Sent, send
from app.store.disk import Disk
from app.store.workspace import Workspace

NOON = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)
ORDER = Order(to="Ольга Ким", by="Анна", at=NOON)
OFFER = Proposal(
    title="Сайт гавани",
    date=NOON.date(),
    client=Client(name="ООО «Гавань»"),
    sections=(Cover(id="cover", picture=Picture(file="sea.jpg")), EstimatePages(id="est", title="Смета")),
    estimate=Estimate(
        vat=Vat(mode=VatMode.ADDED, rate=Decimal(20)),
        sections=(
            EstimateSection(
                id="s1", title="Дизайн", items=(LineItem(id="i1", title="Макеты", quantity=Decimal(10), rate=Decimal(5000)),)
            ),
        ),
    ),
)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """One chain for all tests here: it keeps fonts and brands that were loaded."""
    return Pipeline()


@dataclass
class Desk:
    """A workspace with one proposal in it."""

    workspace: Workspace
    pipeline: Pipeline
    folder: Path

    @property
    def proposal(self) -> Proposal:
        read = Workspace(self.workspace.path).read(self.folder)
        assert read.proposal is not None
        assert read.problems == ()
        return read.proposal

    def send(self, proposal: Proposal | None = None, order: Order = ORDER, disk: Disk | None = None) -> Sent:
        workspace = replace(self.workspace, disk=disk) if disk else self.workspace
        return send(workspace, self.pipeline, self.folder, proposal or self.proposal, order)

    def edit(self, **changes: object) -> Proposal:
        from app.edits.status import touched

        before = self.proposal
        after = touched(before, replace(before, **changes))  # type: ignore[arg-type]
        assert Workspace(self.workspace.path).save(self.folder, after) == ()
        return after


@pytest.fixture
def desk(tmp_path: Path, pipeline: Pipeline) -> Desk:
    source = tmp_path / "source"
    source.mkdir()
    Image.new("RGB", (1200, 1600), "#336699").save(source / "sea.jpg")
    workspace = Workspace.open(tmp_path / "work").workspace
    assert workspace is not None
    imported = workspace.import_source(source, OFFER)
    assert imported.folder and imported.problems == ()
    return Desk(workspace, pipeline, imported.folder)
