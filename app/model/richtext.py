"""Rich text: paragraphs of runs. Its typed form is in `app.model.notation`."""

from dataclasses import dataclass
from enum import StrEnum


class ParagraphKind(StrEnum):
    """What a paragraph is, apart from how a brand draws it."""

    BODY = "body"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one emphasis. A newline inside `text` is a line break."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `number` is the ordinal of a NUMBER paragraph within its list, from 1."""

    runs: tuple[Run, ...]
    kind: ParagraphKind = ParagraphKind.BODY
    number: int = 0

    @property
    def text(self) -> str:
        """The words without emphasis or links."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class RichText:
    """A text of several paragraphs."""

    paragraphs: tuple[Paragraph, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paragraphs)

    @property
    def text(self) -> str:
        """The words of all paragraphs, a newline between them."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)
