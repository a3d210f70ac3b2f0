"""Commands that export a source: Blesna's and the peers', each as a process of its own."""

import json
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.measured import Run, both, run
from tests.bench.peers.environment import python
from tests.bench.places import CACHE
from tests.bench.plan import PRINT_DPI

SCREEN_DPI = 150


@dataclass(slots=True)
class Rivals:
    """Everybody who can print one source. Files go to `out`."""

    source: Path
    work: Path
    out: Path = field(default_factory=lambda: _made(CACHE / "out"))
    peers: Path = field(default_factory=python)

    def file(self, who: str) -> Path:
        """Return the PDF that somebody made."""
        return self.out / f"{self.source.name}-{who}.pdf"

    def blesna(self, *, fresh: bool, dpi: int = PRINT_DPI) -> Run:
        """Export by Blesna from the originals (`fresh`), or with pictures that an earlier export prepared."""
        cache = self._cache(dpi)
        if fresh:
            shutil.rmtree(cache, ignore_errors=True)
        name = "blesna" if dpi == PRINT_DPI else "screen"
        return run([sys.executable, "-m", "tests.bench.exporting", self.source, self.file(name), str(dpi), cache])

    def blesna_warm(self, times: int) -> list[float]:
        """Return the seconds of exports by Blesna in one process, each after an edit."""
        cache = self._cache(PRINT_DPI)
        return self._warm([sys.executable, "-m", "tests.bench", "warm", self.source, self.file("warm"), str(times)], cache)

    def blesna_preview(self, times: int, *, text: bool = False) -> dict[str, list[float]]:
        """Return the seconds from edits to pixels, and those that pdfium alone took."""
        command = [sys.executable, "-m", "tests.bench", "preview", self.source, str(times), "--dpi", str(PRINT_DPI)]
        made = run([*command, "--cache", self._cache(PRINT_DPI), "--alone", *(["--text"] if text else [])])
        found: dict[str, list[float]] = json.loads(made.last_line)
        return found

    def scale(self) -> Run:
        """Prepare the photographs for peers that cannot scale."""
        return self._peer("scale", self.work)

    def typst(self) -> Run:
        """Export by Typst with prepared photographs."""
        return self._peer("with_typst", "export", self.work, self.file("typst"))

    def typst_scaled(self) -> Run:
        """Prepare the photographs and export by Typst."""
        shutil.rmtree(self.work / "scaled", ignore_errors=True)
        return both(self.scale(), self.typst())

    def typst_preview(self, times: int, *, text: bool = False) -> list[float]:
        """Return the seconds from edits to pixels by Typst and pdfium."""
        words = ["text"] if text else []
        made = self._peer("with_typst", "preview", self.work, str(times), *words)
        found: list[float] = json.loads(made.last_line)["edits"]
        return found

    def weasyprint(self, *, scaled: bool = False) -> Run:
        """Export by WeasyPrint, from the originals or with prepared photographs."""
        return self._peer("with_weasyprint", "scaled" if scaled else "export", self.work, self.file("weasyprint"))

    def platypus(self) -> Run:
        """Export by a plain ReportLab script with prepared photographs."""
        return self._peer("with_platypus", "export", self.work, self.file("platypus"))

    def peer_warm(self, name: str, times: int) -> list[float]:
        """Return the seconds of exports by a peer in one process, each after an edit."""
        made = self._peer(f"with_{name}", "warm", self.work, self.file(f"{name}-warm"), str(times))
        found: list[float] = json.loads(made.last_line)["warm_s"]
        return found

    def _peer(self, module: str, *words: str | Path) -> Run:
        return run([self.peers, "-m", f"tests.bench.peers.{module}", *words])

    def _warm(self, command: list[str | Path], cache: Path) -> list[float]:
        found: list[float] = json.loads(run([*command, "--dpi", str(PRINT_DPI), "--cache", cache]).last_line)["warm_s"]
        return found

    def _cache(self, dpi: int) -> Path:
        return CACHE / f"prints-{self.source.name}-{dpi}"


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
