"""Words, names and amounts of a proposal are in no log and no report, whatever fails."""

import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.model.client import Client
from app.model.internal import Internal
from app.store.source import write_proposal
from tests import canary, samples

ROOT = Path(__file__).resolve().parents[2]
WORDS = ("QZJ-romashka", "ЖЩЪ-ромашка")
AMOUNT = "918273"

FAILURES = {
    "reading": "import app.store.source as m; m.parse_source = boom",
    "decoding": "import app.store.codec as m; m.decode = boom; import app.store.source as n; n.decode = boom",
    "building": "import app.pipeline as m; m.Pipeline.build = boom",
    "painting": "import app.pdf.document as m; m._paint = boom",
}


@pytest.mark.parametrize("failing", FAILURES)
def test_nothing_that_was_typed_is_in_a_log_or_a_report(failing: str, tmp_path: Path) -> None:
    folder, state = tmp_path / f"{WORDS[0]} {WORDS[1]}", tmp_path / "work" / "state"
    folder.mkdir()
    state.mkdir(parents=True)
    aviary = canary.planted(replace(samples.proposal(), title=WORDS[0], client=Client(name=WORDS[1])))
    section = aviary.proposal.estimate.sections[0]
    dear = replace(section, items=(replace(section.items[0], title=WORDS[0], rate=Decimal(AMOUNT)), *section.items[1:]))
    samples.pictures(folder)
    legal = replace(aviary.proposal, brief=Internal(None), people=samples.proposal().people)
    write_proposal(folder, replace(legal, estimate=replace(legal.estimate, sections=(dear,))))
    code = (
        "import sys, main\n"
        "def boom(*given, **more):\n"
        "    try:\n        open(str(given) + str(more))\n"
        "    except Exception as first:\n        raise RuntimeError(given, more, sys.argv) from first\n"
        f"{FAILURES[failing]}\n"
        "sys.exit(main.main(sys.argv[1:], main.open_window))"
    )
    command = [
        sys.executable,
        "-c",
        code,
        "export",
        str(folder),
        "-o",
        str(tmp_path / f"{WORDS[0]}.pdf"),
        "--draft",
        "--password",
        "parol-QZJ",
    ]
    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "elsewhere")}
    done = subprocess.run(
        [*command, "--workspace", str(tmp_path / "work")], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert "Blesna failed" in done.stderr
    written = sorted((state / "log").iterdir())
    assert [path.name.partition("-")[0] for path in written] == ["blesna", "blesna.log"]
    for path in written:
        data = path.read_bytes()
        assert b"RuntimeError" in data
        assert not [word for word in (*WORDS, AMOUNT, "parol", str(tmp_path)) if word.encode() in data]
        assert aviary.found(data) == []
    assert not list((tmp_path / "elsewhere").rglob("*.txt"))
