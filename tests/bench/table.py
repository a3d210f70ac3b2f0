"""The table: what is asked of Blesna, beside its peers."""

from dataclasses import dataclass

from tests.bench.figures import MB, Edits, Exports, Files


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
        value = told(self.value, self.unit)
        if self.limit is None:
            return f"| {self.size} | {self.name} | {value} | | | |"
        word = "yes" if self.value <= self.limit else f"no, × {self.value / self.limit:.2f}"
        return f"| {self.size} | {self.name} | {value} | {told(self.limit, self.unit)} | {self.means} | {word} |"


def told(value: float, unit: str) -> str:
    """Write a figure with its unit."""
    if unit == "s":
        return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"
    return f"{value:.4f}" if unit == "SSIM" else f"{value:.2f} {unit}"


HEADING = "| size | what | measured | limit | which is | met |\n|---|---|---|---|---|---|"


def of_exports(size: str, found: Exports) -> list[Row]:
    """Return the rows of whole processes."""
    own, typst = found.originals["blesna"], found.originals["typst"]
    prepared, beside = found.prepared["blesna"], found.prepared["typst"]
    factor, most = (1.3, 400.0) if size == "L" else (1.1, 250.0)
    rows = [
        Row(size, "Blesna from the originals", own.seconds, "s", factor * typst.seconds, f"{factor} × scaling + Typst"),
        Row(size, "— processor time", own.cpu, "s"),
        Row(size, "scaling + Typst", typst.seconds, "s"),
        Row(size, "— processor time", typst.cpu, "s"),
        Row(size, "Blesna's memory from the originals", own.memory / MB, "MB", most, "fixed"),
        Row(size, "Blesna, pictures prepared", prepared.seconds, "s", 2 * beside.seconds, "2 × Typst"),
        Row(size, "— processor time", prepared.cpu, "s"),
        Row(size, "Typst, pictures prepared", beside.seconds, "s"),
        Row(size, "— processor time", beside.cpu, "s"),
    ]
    if "weasyprint" in found.originals:
        slow = found.originals["weasyprint"]
        rows += [
            Row(size, "Blesna beside WeasyPrint", own.seconds, "s", 0.2 * slow.seconds, "0.2 × WeasyPrint"),
            Row(size, "WeasyPrint, own scaling", slow.seconds, "s"),
            Row(size, "WeasyPrint's memory", slow.memory / MB, "MB"),
        ]
    if "platypus" in found.prepared:
        rows.append(Row(size, "ReportLab platypus, pictures prepared", found.prepared["platypus"].seconds, "s"))
    return rows


def of_edits(size: str, found: Edits, of_m: Edits | None) -> list[Row]:
    """Return the rows of edits. `of_m` are those of M, which L is compared with."""
    own = found.warm["blesna"]
    rows = []
    if "weasyprint" in found.warm:
        rows += [
            Row(size, "Blesna, export after an edit", own, "s", 0.15 * found.warm["weasyprint"], "0.15 × WeasyPrint"),
            Row(size, "— and", own, "s", found.warm["platypus"], "ReportLab platypus"),
            Row(size, "WeasyPrint, export after an edit, pictures prepared", found.warm["weasyprint"], "s"),
            Row(size, "ReportLab platypus, export after an edit", found.warm["platypus"], "s"),
            Row(size, "Typst, export after an edit", found.warm["typst"], "s"),
        ]
    elif of_m:
        rows.append(Row(size, "Blesna, export after an edit", own, "s", 6 * of_m.warm["blesna"], "6 × M"))
    rows += _of_pixels(size, "a line item", found.item, of_m.item if of_m else None)
    return rows + _of_pixels(size, "typing", found.text, of_m.text if of_m else None)


def _of_pixels(size: str, name: str, found: dict[str, float], of_m: dict[str, float] | None) -> list[Row]:
    own, factor = found["blesna"], 0.5 if size == "L" else 1.0
    rows = [
        Row(size, f"Blesna, {name} to pixels", own, "s", factor * found["typst"], f"{factor} × Typst"),
        Row(size, "— and", own, "s", 2.5 * found["pdfium"], "2.5 × pdfium alone"),
    ]
    if size == "L" and of_m:
        rows.append(Row(size, "— and", own, "s", 1.3 * of_m["blesna"], "1.3 × M"))
    return [*rows, Row(size, f"Typst, {name} to pixels", found["typst"], "s")]


def of_files(size: str, found: Files) -> list[Row]:
    """Return the rows of finished files."""
    own, screen, typst, weasyprint = (found.looks[who] for who in ("print", "screen", "typst", "weasyprint"))
    smaller = min(typst.megabytes, weasyprint.megabytes)
    least = max(typst.likeness, weasyprint.likeness) - 0.01
    return [
        Row(size, f"Blesna's file, {own.pages} pages, 300 dpi", own.megabytes, "MB", 0.8 * smaller, "0.8 × the smaller peer"),
        Row(size, "— for screens", screen.megabytes, "MB", 0.4 * smaller, "0.4 × the smaller peer"),
        Row(size, "— what is not a photograph, without tags", found.other, "MB", 0.2, "fixed"),
        Row(size, "— unlikeness of the pictures (1 − SSIM)", 1 - own.likeness, "SSIM", 1 - least, "the peers' + 0.01"),
        Row(size, f"Typst's file, {typst.pages} pages", typst.megabytes, "MB"),
        Row(size, "— unlikeness", 1 - typst.likeness, "SSIM"),
        Row(size, f"WeasyPrint's file, {weasyprint.pages} pages", weasyprint.megabytes, "MB"),
        Row(size, "— unlikeness", 1 - weasyprint.likeness, "SSIM"),
    ]
