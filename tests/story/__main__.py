"""Plays the story of the window and takes pictures of its steps.

`python -m tests.story FOLDER [--language ru|en] [--hand mouse|keys]`; both languages by default, the mouse in Russian and the
keys in English.
"""

import argparse
import sys
from pathlib import Path

from tests.story.playing import HANDS, play


def main(arguments: list[str]) -> int:
    """Play what is asked for, and print the steps with the keys that each took."""
    parser = argparse.ArgumentParser(prog="python -m tests.story")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=tuple(HANDS))
    parser.add_argument("--hand", choices=tuple(HANDS.values()))
    asked = parser.parse_args(arguments)
    for language in (asked.language,) if asked.language else HANDS:
        told = play(asked.folder, language, asked.hand or HANDS[language])
        for step in told.steps:
            sys.stdout.write(f"{step['seconds']:6.2f} s  {step['keys']:4} keys  {step['picture']}\n")
        sys.stdout.write(f"{language}, {told.hand}: {told.keys} keys besides the texts; reopened: {told.says}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
