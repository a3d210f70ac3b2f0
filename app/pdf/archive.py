"""Files for archives: PDF/A-2b (ISO 19005-2), which any reader will show alike in fifty years."""

from io import BytesIO

from pikepdf import Pdf, pdfa

from app.problems import Problem, Severity, problem

FLAVOUR = "2b"
MOST_RULES = 5


def conform(pdf: Pdf) -> None:
    """Give a document what PDF/A wants beyond its pages: the sRGB profile that its colours are meant in, pictures unsmoothed.

    The facts about the document are to be written anew afterwards: the library puts its own name and the time there.
    """
    pdfa.prepare(pdf, FLAVOUR)


def check(pdf: bytes) -> tuple[Problem, ...]:
    """Return what keeps a file from being PDF/A-2b: rules that it breaks, or what could not be checked."""
    report = pdfa.validate_written(BytesIO(pdf), FLAVOUR)
    found = []
    for code, severity, findings in (
        ("archive-broken", Severity.ERROR, report.violations),
        ("archive-unchecked", Severity.WARNING, report.unsupported),
    ):
        rules = list(dict.fromkeys(finding.rule for finding in findings))
        if rules:
            found.append(problem(code, "", severity, rules=", ".join(rules[:MOST_RULES]), first=findings[0].message))
    return tuple(found)
