"""Commands that export a source: Blesna's and the peers', each as a process of its own."""

import json
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.measured import Run, both, run
from tests.bench.peers.environment import python
from tests.bench.places import CACHE


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

    def blesna(self, *, fresh: bool, preset: str = "print") -> Run:
        """Export by Blesna from the originals (`fresh`), or with pictures that an earlier export prepared.

        The preset *print* has 300 dots an inch, as the peers' photographs, and bleed and crop marks besides.
        """
        if fresh:
            shutil.rmtree(self._cache, ignore_errors=True)
        return run([sys.executable, "-m", "tests.bench.exporting", self.source, self.file(preset), preset, self._cache])

    def untagged(self) -> Path:
        """Return a file as for a print shop, but without tags for those who have it read to them."""
        run([sys.executable, "-m", "tests.bench.untagged", self.source, self.file("untagged"), self._cache])
        return self.file("untagged")

    def blesna_warm(self, times: int) -> list[float]:
        """Return the seconds of exports by Blesna in one process, each after an edit."""
        command = [sys.executable, "-m", "tests.bench", "warm", self.source, self.file("warm"), str(times)]
        made = run([*command, "--preset", "print", "--cache", self._cache])
        found: list[float] = json.loads(made.last_line)["warm_s"]
        return found

    def blesna_preview(self, times: int, *, text: bool = False) -> dict[str, list[float]]:
        """Return the seconds from edits to pixels, and those that pdfium alone took."""
        command = [sys.executable, "-m", "tests.bench", "preview", self.source, str(times)]
        made = run([*command, "--cache", self._cache, "--alone", *(["--text"] if text else [])])
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

    @property
    def _cache(self) -> Path:
        return CACHE / f"prints-{self.source.name}"


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
