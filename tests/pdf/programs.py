"""Other people's programs that read PDFs, as far as they are on this machine, and what they have to say about a file."""

import shutil
import subprocess
from pathlib import Path

COMMANDS = {
    "pdftoppm": ("-r", "20", "{pdf}", "{out}"),
    "pdfinfo": ("{pdf}",),
    "pdffonts": ("{pdf}",),
    "mutool": ("draw", "-q", "-r", "20", "-F", "png", "-o", "{out}%d.png", "{pdf}"),
    "gs": ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage", "{pdf}"),
    "qpdf": ("--check", "{pdf}"),
}
HERE = tuple(name for name in COMMANDS if shutil.which(name))
"""The programs that are on this machine."""
PASSWORD_OPTION = {
    "pdftoppm": "-upw",
    "pdfinfo": "-upw",
    "pdffonts": "-upw",
    "mutool": "-p",
    "gs": "-sPDFPassword={}",
    "qpdf": "--password={}",
}
_OF_ITS_BUILD = ("warning: ICC support is not available",)
"""What Debian's MuPDF says of itself, whatever it reads."""


def complaints(program: str, pdf: bytes, folder: Path, password: str = "") -> str:
    """Return what a program says on its way through a file, apart from what it was asked for."""
    path = folder / "shown.pdf"
    path.write_bytes(pdf)
    options = [option.format(pdf=path, out=folder / "page") for option in COMMANDS[program]]
    if password:
        form = PASSWORD_OPTION[program]
        place = 1 if program == "mutool" else 0
        options[place:place] = [form.format(password)] if "{}" in form else [form, password]
    done = subprocess.run([program, *options], capture_output=True, check=False, timeout=120)
    said = done.stderr.decode() + (done.stdout.decode() if program == "gs" else "")
    told = [line for line in said.splitlines() if line.strip() and line not in _OF_ITS_BUILD]
    return "\n".join(
        told if done.returncode == 0 else [f"{program} ended with {done.returncode}", *told, done.stdout.decode()[-500:]]
    )
