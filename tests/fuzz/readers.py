"""What is fuzzed: each reader with the files that it begins from. Runs in a child process."""

import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "tests" / "intake" / "files"


def proposal(path: Path) -> None:
    """Open a proposal's source, sum it up and look for what forbids an export."""
    from app.store.source import parse_source
    from app.totals import totals

    read = parse_source(path.read_bytes(), path)
    if read.proposal is not None:
        totals(read.proposal.estimate, read.proposal.currency)


def pages(path: Path) -> None:
    """Make pages of a proposal's source."""
    from app.pipeline import Pipeline
    from app.problems import stops
    from app.store.source import parse_source

    read = parse_source(path.read_bytes(), path)
    if read.proposal is not None and not stops(read.problems):
        Pipeline().build(read.proposal, path.parent)


def bundle(path: Path) -> None:
    """Import a bundle into a new workspace."""
    from app.store.bundle.unpacking import import_bundle
    from app.store.workspace import Workspace

    with tempfile.TemporaryDirectory() as folder:
        opened = Workspace.open(Path(folder))
        assert opened.workspace is not None
        imported = import_bundle(opened.workspace, path)
        assert imported.folder is not None or imported.problems


def brandbook(path: Path) -> None:
    """Load a brandbook, and lay pages out with it where it can be used."""
    from app.brand.load import load_brand
    from app.pipeline import ASSETS
    from app.problems import stops

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "mine"
        place.mkdir()
        (place / "brandbook.toml").write_bytes(path.read_bytes())
        for logo in (ROOT / "brandbooks" / "kurs").glob("*.svg"):
            (place / logo.name).write_bytes(logo.read_bytes())
        loaded = load_brand(place, ASSETS)
        if loaded.brand is not None and not stops(loaded.problems):
            _with_brand(Path(folder))


def _with_brand(brandbooks: Path) -> None:
    from dataclasses import replace

    from app.pipeline import Pipeline
    from tests import samples

    made = replace(samples.proposal("ru", 1), brandbook="mine")
    Pipeline(brandbooks=(brandbooks,)).build(made, brandbooks)


def drawing(path: Path) -> None:
    """Read a logo."""
    from app.brand.svg import read_svg

    read_svg(path)


def spreadsheet(path: Path) -> None:
    """Read an estimate."""
    from app.intake.estimate import read_estimate
    from app.totals import totals

    read = read_estimate(path)
    if read.estimate is not None:
        totals(read.estimate, "RUB")


def brief(path: Path) -> None:
    """Read requests and understand each."""
    import datetime

    from app.intake.brief.reading import read_submissions
    from app.intake.brief.understanding import understand

    for submission in read_submissions(path).found[:20]:
        understand(submission, datetime.date(2026, 11, 21))


READERS: dict[str, Callable[[Path], None]] = {
    "proposal": proposal,
    "pages": pages,
    "bundle": bundle,
    "brandbook": brandbook,
    "drawing": drawing,
    "spreadsheet": spreadsheet,
    "brief": brief,
}
"""Everything that is fuzzed, by name."""

LETTER = """Имя: Анна Петрова
Компания: ООО «Ромашка»
Телефон: +7 495 123-45-67
Бюджет: от 300 000 до 500 тыс. руб.
Срок: до 15 марта, лучше через 2 недели
Задача: сайт и логотип, часовой пояс МСК+2

Добрый день! Нужен сайт к лету, бюджет около 1,5 млн.
"""
MAIL = (
    "From: =?utf-8?b?0JDQvdC90LA=?= <anna@example.org>\r\nSubject: Request\r\nMIME-Version: 1.0\r\n"
    "Date: Fri, 20 Nov 2026 10:00:00 +0300\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
    f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{LETTER}\r\n--b\r\n"
    "Content-Type: text/html\r\n\r\n<p>Budget: <b>5000</b></p>\r\n--b--\r\n"
)
CUSTOM = 'format = "custom"\nsize = [210, 297.5]\ndrawn_for = "A4"'
"""A page as no brandbook that ships has it."""
FORM = (
    '[{"fields": [{"label": "Name", "value": "Anna"}, {"label": "Budget", "value": {"min": 1000, "max": "2 000 €"}}]}, '
    '{"Email": "a@b.c"}]'
)
TABLE = "Имя;Почта;Бюджет;Срок\nАнна;a@b.ru;300 тыс;до 1 мая\nОлег;o@b.ru;от 5000 €;через неделю\n"


def seeds(folder: Path) -> dict[str, list[Path]]:
    """Write or find the files that mutations begin from."""
    sources = [ROOT / "assets" / "demo" / language / "proposal.json" for language in ("ru", "en")]
    sources += [*sorted((ROOT / "tests" / "store" / "golden").glob("proposal-*.json")), _everything(folder)]
    custom = (ROOT / "brandbooks" / "kurs" / "brandbook.toml").read_text("utf-8").replace('format = "A4"', CUSTOM)
    (folder / "custom.toml").write_text(custom, "utf-8")
    made = {"letter.txt": LETTER, "mail.eml": MAIL, "form.json": FORM, "answers.csv": TABLE}
    for name, text in made.items():
        (folder / name).write_text(text, "utf-8", newline="")
    return {
        "proposal": sources,
        "pages": sources,
        "bundle": [_bundle(folder)],
        "brandbook": [folder / "custom.toml", *sorted((ROOT / "brandbooks").glob("*/brandbook.toml"))],
        "drawing": sorted((ROOT / "brandbooks").glob("*/*.svg")),
        "spreadsheet": [path for path in sorted(FILES.iterdir()) if path.suffix in {".xlsx", ".ods", ".xls", ".csv"}],
        "brief": [folder / name for name in made],
    }


def _everything(folder: Path) -> Path:
    """Write a proposal with every kind of section and everything that can be priced."""
    from app.store.source import source_bytes
    from tests.test_canary import proposal as whole

    path = folder / "everything.json"
    path.write_bytes(source_bytes(whole()))
    return path


def _bundle(folder: Path) -> Path:
    from app.sources.opening import open_proposal
    from app.store.bundle.packing import pack
    from app.store.workspace import Workspace

    workspace = Workspace.open(folder / "workspace").workspace
    assert workspace is not None
    opened = open_proposal(str(ROOT / "assets" / "demo" / "en"))
    assert opened.proposal is not None
    from dataclasses import replace

    small = replace(opened.proposal, sections=opened.proposal.sections[:1], people=opened.proposal.people[:1])
    imported = workspace.import_source(opened.folder, small)
    assert imported.folder is not None
    target = folder / "seed.blesna"
    pack(workspace, imported.folder, target)
    return target
