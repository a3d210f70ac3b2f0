"""The real program in a process of its own, with a story at its window: `python -m tests.story.acting PART FOLDER LANGUAGE`.

Parts: `mouse` and `keys` play the story up to the exported PDF and go on typing, until somebody kills them; `again` looks
at what the program shows at its next start.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

SCREEN = Path(__file__).with_name("screen.json")
"""A screen that has room for the window: that of the platform without one is 800 × 800."""
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
os.environ.setdefault("DISPLAY", ":none")

import main  # noqa: E402, the platform is chosen before

if TYPE_CHECKING:
    from app.pipeline import Pipeline
    from app.store.workspace import Workspace
    from tests.story.player import Story


def run(part: str, folder: Path, language: str) -> int:
    """Start the program as `main.py` does, with a story at the window."""

    def open_window(workspace: "Workspace", pipeline: "Pipeline", reference: str, spoken: str) -> int:
        from PySide6.QtWidgets import QApplication

        from tests.story.player import Player, Until, main_window, picture
        from tests.story.telling import Teller, tell

        app = QApplication(sys.argv[:1])
        teller = Teller(folder, f"{language}-{part}")

        def whole() -> "Story":
            yield Until(main_window, "a window")
            yield from _story(part, folder, language, teller)

        def ended(wrong: str) -> None:
            if wrong:
                picture(folder / f"{language}-{part}-wrong.png")
                sys.stderr.write(wrong)
                sys.stderr.flush()
            tell(ended=not wrong)
            os._exit(1 if wrong else 0)

        player = Player(whole(), teller, ended)
        code = main.open_window(workspace, pipeline, reference, spoken)
        del player, app
        return code

    return main.main(["--workspace", str(folder / f"workspace-{language}"), "--lang", language], open_window)


def _story(part: str, folder: Path, language: str, teller: object) -> "Story":
    from tests.story import by_keys, by_mouse, reopening
    from tests.story.materials import make

    played = {"mouse": by_mouse.story, "keys": by_keys.story, "again": reopening.story}[part]
    return played(make(folder / f"files-{language}", language), folder, teller)  # type: ignore[operator, arg-type]


if __name__ == "__main__":
    main.leave(run(sys.argv[1], Path(sys.argv[2]).resolve(), sys.argv[3]))
