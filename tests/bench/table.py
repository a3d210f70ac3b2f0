"""The table: what is asked of Blesna, beside its peers, medians of one run."""

from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.contents import other_bytes, pages
from tests.bench.likeness import mean_likeness
from tests.bench.measured import Run, middle
from tests.bench.rivals import SCREEN_DPI, Rivals

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One figure and its limit, both in `unit`. Without a limit the figure is there for comparison."""

    size: str
    name: str
    value: float
    unit: str
    limit: float | None = None
    means: str = ""

    def __str__(self) -> str:
        value = _figure(self.value, self.unit)
        if self.limit is None:
            return f"| {self.size} | {self.name} | {value} | | | |"
        word = "yes" if self.value <= self.limit else f"no, × {self.value / self.limit:.2f}"
        return f"| {self.size} | {self.name} | {value} | {_figure(self.limit, self.unit)} | {self.means} | {word} |"


def _figure(value: float, unit: str) -> str:
    if unit == "s":
        return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"
    return f"{value:.4f}" if unit == "SSIM" else f"{value:.2f} {unit}"


HEADING = "| size | what | measured | limit | which is | met |\n|---|---|---|---|---|---|"


def exports(size: str, rivals: Rivals, times: int) -> list[Row]:
    """Compare whole processes from the originals, and with prepared pictures."""
    own = middle(times, lambda: rivals.blesna(fresh=True))
    typst_scaled = middle(times, rivals.typst_scaled)
    prepared = middle(max(times, 3), lambda: rivals.blesna(fresh=False))
    typst = middle(max(times, 3), rivals.typst)
    factor = 1.3 if size == "L" else 1.1
    rows = [
        Row(size, "Blesna from the originals", own.seconds, "s", factor * typst_scaled.seconds, f"{factor} × scaling + Typst"),
        Row(size, "— processor time", own.cpu, "s"),
        Row(size, "scaling + Typst", typst_scaled.seconds, "s"),
        Row(size, "— processor time", typst_scaled.cpu, "s"),
        Row(size, "Blesna, pictures prepared", prepared.seconds, "s", 2 * typst.seconds, "2 × Typst"),
        Row(size, "— processor time", prepared.cpu, "s"),
        Row(size, "Typst, pictures prepared", typst.seconds, "s"),
        Row(size, "— processor time", typst.cpu, "s"),
    ]
    return [*rows, *_slow_exports(size, rivals, own, times)]


def _slow_exports(size: str, rivals: Rivals, own: Run, times: int) -> list[Row]:
    most = {"S": 250.0, "M": 250.0, "L": 400.0}[size]
    rows = [Row(size, "Blesna's memory from the originals", own.memory / MB, "MB", most, "fixed")]
    if size == "L":
        return rows
    weasyprint = middle(1 if times < 5 else 3, rivals.weasyprint)
    platypus = middle(times, rivals.platypus)
    return [
        *rows,
        Row(size, "Blesna beside WeasyPrint", own.seconds, "s", 0.2 * weasyprint.seconds, "0.2 × WeasyPrint"),
        Row(size, "WeasyPrint, own scaling", weasyprint.seconds, "s"),
        Row(size, "ReportLab platypus, pictures prepared", platypus.seconds, "s"),
        Row(size, "WeasyPrint's memory", weasyprint.memory / MB, "MB"),
    ]


def edits(size: str, rivals: Rivals, times: int, of_m: dict[str, float]) -> list[Row]:
    """Compare exports and previews in one process after an edit. `of_m` remembers the figures of M for L."""
    own = median(rivals.blesna_warm(times))
    rows = []
    if size == "L":
        if "warm" in of_m:
            rows.append(Row(size, "Blesna, export after an edit", own, "s", 6 * of_m["warm"], "6 × M"))
    else:
        weasyprint = median(rivals.peer_warm("weasyprint", min(times, 3)))
        platypus = median(rivals.peer_warm("platypus", times))
        typst = median(rivals.peer_warm("typst", times))
        of_m["warm"] = own
        rows = [
            Row(size, "Blesna, export after an edit", own, "s", 0.15 * weasyprint, "0.15 × WeasyPrint"),
            Row(size, "— and", own, "s", platypus, "ReportLab platypus"),
            Row(size, "WeasyPrint, export after an edit, pictures prepared", weasyprint, "s"),
            Row(size, "ReportLab platypus, export after an edit", platypus, "s"),
            Row(size, "Typst, export after an edit", typst, "s"),
        ]
    return [*rows, *_previews(size, rivals, times, of_m)]


def _previews(size: str, rivals: Rivals, times: int, of_m: dict[str, float]) -> list[Row]:
    rows = []
    for text in (False, True):
        name = "typing" if text else "a line item"
        found = rivals.blesna_preview(times, text=text)
        own, alone = median(found["edits"]), median(found["alone"])
        typst = median(rivals.typst_preview(times, text=text))
        factor = 0.5 if size == "L" else 1.0
        rows.append(Row(size, f"Blesna, {name} to pixels", own, "s", factor * typst, f"{factor} × Typst"))
        rows.append(Row(size, "— and", own, "s", 2.5 * alone, "2.5 × pdfium alone"))
        if size == "L" and f"preview-{text}" in of_m:
            rows.append(Row(size, "— and", own, "s", 1.3 * of_m[f"preview-{text}"], "1.3 × M"))
        elif size == "M":
            of_m[f"preview-{text}"] = own
        rows.append(Row(size, f"Typst, {name} to pixels", typst, "s"))
    return rows


def sizes(size: str, rivals: Rivals) -> list[Row]:
    """Compare the files that were made, and how much their pictures look like the originals."""
    for missing, make in (("typst", rivals.typst_scaled), ("weasyprint", rivals.weasyprint)):
        if not rivals.file(missing).is_file():
            make()
    rivals.blesna(fresh=False)
    rivals.blesna(fresh=False, dpi=SCREEN_DPI)
    own, typst, weasyprint = (rivals.file(who) for who in ("blesna", "typst", "weasyprint"))
    smaller = min(_mb(typst), _mb(weasyprint))
    looks = {who: mean_likeness(rivals.file(who), rivals.work) for who in ("blesna", "typst", "weasyprint")}
    least = max(looks["typst"], looks["weasyprint"]) - 0.01
    return [
        Row(size, f"Blesna's file, {pages(own)} pages, 300 dpi", _mb(own), "MB", 0.8 * smaller, "0.8 × the smaller peer"),
        Row(size, "— for screens", _mb(rivals.file("screen")), "MB", 0.4 * smaller, "0.4 × the smaller peer"),
        Row(size, "— what is not a photograph", other_bytes(own) / MB, "MB", 0.2, "fixed, for files without tags"),
        Row(size, "— unlikeness of the pictures (1 − SSIM)", 1 - looks["blesna"], "SSIM", 1 - least, "the peers' + 0.01"),
        Row(size, f"Typst's file, {pages(typst)} pages", _mb(typst), "MB"),
        Row(size, "— unlikeness", 1 - looks["typst"], "SSIM"),
        Row(size, f"WeasyPrint's file, {pages(weasyprint)} pages", _mb(weasyprint), "MB"),
        Row(size, "— unlikeness", 1 - looks["weasyprint"], "SSIM"),
    ]


def _mb(file: Path) -> float:
    return file.stat().st_size / MB
