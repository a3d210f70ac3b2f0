"""What only insiders may see is in nothing that leaves the house.

Every way out is a row of WAYS_OUT: PDFs of each preset, workbooks, the clipboard; whatever else is made for a client is a
row of the same table.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.exchange.view import View
from app.exchange.workbook import workbook
from app.model.client import Client
from app.model.estimate import Contingency, Discount, Estimate, LineItem, Period, Pricing, Surcharge, Vat, VatMode
from app.model.exchange import Exchange
from app.model.notation import parse
from app.model.package import Package
from app.model.payment import Payment
from app.model.proposal import Proposal
from app.model.rate import Rate
from app.model.sections import SECTION_KINDS, Detail, EstimatePages, Packages, Section, kind_of
from app.pipeline import Pipeline, Preset
from tests import canary, samples
from widgets.estimate.clipboard import as_text, lines_of
from widgets.models.estimate_columns import INSIDE, Column
from widgets.session import Session

D = Decimal


def pdf(preset: Preset, brandbook: str) -> Callable[[Proposal, Path], bytes]:
    """Return what builds a PDF."""
    return lambda proposal, folder: Pipeline().build(replace(proposal, brandbook=brandbook), folder, preset).pdf


def spreadsheet(detail: Detail) -> Callable[[Proposal, Path], bytes]:
    """Return what exports a workbook."""
    return lambda proposal, folder: workbook(proposal, View(detail=detail))


def cells(proposal: Proposal, folder: Path) -> bytes:
    """Copy the whole estimate to the clipboard."""
    session = Session()
    session.proposal = proposal
    columns = [column for column in Column if column not in INSIDE]
    return as_text(lines_of(session, proposal.estimate.sections, columns)).encode("utf-8")


WAYS_OUT: dict[str, Callable[[Proposal, Path], bytes]] = {
    "pdf for screens": pdf(Preset.SCREEN, "ekran"),
    "pdf": pdf(Preset.STANDARD, "kurs"),
    "pdf for print": pdf(Preset.PRINT, "salon"),
    "pdf for archives": pdf(Preset.ARCHIVE, "kurs"),
    **{f"workbook, {detail}": spreadsheet(detail) for detail in Detail},
    "cells on the clipboard": cells,
}
"""Everything that makes something for a client: from a proposal and the folder of its pictures to bytes."""


ONLY_IN_LIBRARY = {"ClientCard.note"}
"""Internal fields of what a proposal does not hold."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures of the samples."""
    place = tmp_path_factory.mktemp("canary")
    samples.pictures(place)
    return place


def estimate(language: str) -> Estimate:
    """Return an estimate of everything that can be priced and agreed."""
    plain = samples.estimate(language, 2, 4, 2)
    first, second = plain.sections
    more = (
        LineItem(id="m1", title="Outstaffing", pricing=Pricing.MONTHS, quantity=D(3), people=D(2), role="dev"),
        LineItem(id="m2", title="Support", quantity=D(20), rate=D(3000), period=Period.MONTH),
        LineItem(id="m3", title="Domain", pricing=Pricing.FIXED, rate=D(1990), period=Period.YEAR, vat=D(0)),
        LineItem(id="m4", title="Logo", rate=D(9000), alternative="logo", discount=Discount(percent=D(5), reason="friends")),
        LineItem(id="m5", title="Logo and guide", rate=D(19000), alternative="logo"),
        LineItem(id="m6", title="Film", rate=D(90000), optional=True),
        LineItem(id="m7", title="Site", rate=D(90000), packages=("k2",)),
    )
    return replace(
        plain,
        sections=(first, replace(second, level=2, items=(*second.items, *more), discount=Discount(amount=D(100)))),
        rates=(Rate(id="dev", amount=D(40), currency="USD", title="Developer"), Rate(id="p0", amount=D(5000))),
        surcharges=(Surcharge(id="u1", title="Urgency", percent=D(20)),),
        contingency=Contingency(percent=D(5), reason="unknown"),
        vat=Vat(mode=VatMode.ADDED, rate=D(20)),
        packages=(Package(id="k1", title="Small"), Package(id="k2", title="Large")),
        package="k2",
        payments=(Payment(id="t1", title="Start", percent=D(50)), Payment(id="t2", title="End")),
        exchanges=(Exchange(currency="USD", rate=D("92.51"), date=samples.proposal().date),),
        equivalent="USD",
    )


def proposal(language: str = "ru") -> Proposal:
    """Return a proposal with every kind of section, the estimate in every view."""
    plain = samples.proposal(language, length=1, people=3)
    sections: list[Section] = []
    for section in plain.sections:
        if isinstance(section, EstimatePages):
            sections += [
                replace(section, id=f"e{i}", detail=detail, show_hours=i != 1, in_words=True, payments=True, summary=i == 0)
                for i, detail in enumerate(Detail)
            ]
            sections.append(Packages(id="packages", title="Packages", recommended="k2"))
        else:
            sections.append(section)
    return replace(plain, sections=tuple(sections), estimate=estimate(language))


def test_the_proposal_has_every_kind_of_section() -> None:
    assert {kind_of(section) for section in proposal().sections} == set(SECTION_KINDS)


def test_every_internal_field_of_the_model_has_its_canary() -> None:
    """A new internal field is found by itself; where this fails, the proposal above lacks the thing that has it."""
    found = canary.internal_fields()
    assert {"LineItem.cost", "Rate.cost", "Proposal.brief", "EstimateSection.signed"} <= found
    assert canary.planted(proposal()).places == found - ONLY_IN_LIBRARY


@pytest.mark.parametrize("way", WAYS_OUT)
def test_no_canary_gets_out(way: str, folder: Path) -> None:
    """Neither in streams, strings, metadata, bookmarks and attachments nor in the text as a reader copies it.

    Byte by byte the file is the one without them: not even a derived number, a longer line or another order tells of them.
    """
    plain = proposal("en" if way == "pdf for print" else "ru")
    aviary = canary.planted(plain)
    assert len(aviary.words) > 40
    assert len(aviary.numbers) > 20
    data = WAYS_OUT[way](aviary.proposal, folder)
    assert aviary.found(data) == []
    assert data == WAYS_OUT[way](plain, folder)


def test_a_canary_that_gets_out_is_heard(folder: Path) -> None:
    """The search finds words in metadata, text and bookmarks, and numbers as they are printed."""
    aviary = canary.planted(proposal())
    latin, cyrillic, price = aviary.words[0], aviary.words[3], Decimal(aviary.numbers[0])
    first = aviary.proposal.estimate.sections[0]
    loud = replace(
        aviary.proposal,
        title=latin,
        client=Client(name=cyrillic),
        estimate=replace(
            aviary.proposal.estimate, sections=(replace(first, items=(replace(first.items[0], quantity=D(1), rate=price),)),)
        ),
    )
    heard = aviary.found(WAYS_OUT["pdf"](loud, folder))
    assert {latin, cyrillic, str(price)} == {line.partition(" in ")[0] for line in heard}
    assert any(line.startswith(f"{latin} in text of page") for line in heard)
    assert any(line.startswith(f"{latin} in object") for line in heard)
    assert any(line.startswith(f"{price} in text of page") for line in heard)


def test_a_canary_in_a_bookmark_or_another_wrapping_is_heard(folder: Path, tmp_path: Path) -> None:
    import zipfile

    aviary = canary.planted(proposal())
    word, number = aviary.words[1], aviary.numbers[1]
    story = next(section for section in aviary.proposal.sections if kind_of(section) == "terms")
    terms = replace(story, title=word, text=parse(f"Ставка {number}"))  # type: ignore[arg-type]
    heard = aviary.found(WAYS_OUT["pdf for archives"](replace(aviary.proposal, sections=(terms,)), folder))
    assert f"{word} in bookmarks" in heard
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", f"<t>{word}</t>")
        archive.writestr("xl/sheet1.xml", f"<v>{number}.25</v>")
    heard = aviary.found((tmp_path / "a.xlsx").read_bytes())
    assert {line.partition(" in ")[0] for line in heard} == {word, number}
    for encoding in ("utf-8-sig", "utf-16", "cp1251"):
        assert len(aviary.found(f"a;{word};{number}".encode(encoding))) >= 2
