"""Sets the signs that typing leaves out: quotation marks, dashes, no-break spaces."""

from app.text.style import Span


def typograph_spans(spans: tuple[Span, ...], language: str) -> tuple[Span, ...]:
    """Return the spans with proper signs for the language."""
    return spans
