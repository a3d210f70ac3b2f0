"""Keeps the translation catalogs: `python -m tests.tools.catalogs` reads the phrases from the code, updates and compiles.

Phrases of `app/` belong to the domain "document", those of `widgets/` to "interface". A phrase is the first argument
of a call of anything named `words`, `_words`, `tr` or `phrase`, or the first two of `plural` and `tr_plural`. Translations are
typed into the .po files.
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "assets" / "translations"
LANGUAGES = ("ru",)
DOMAINS = {"document": "app", "interface": "widgets"}
KEYWORDS = {"words": 1, "_words": 1, "phrase": 1, "tr": 1, "plural": 2, "tr_plural": 2}
"""Names of the functions that speak, and how many of their first arguments are phrases."""
HEADERS = ("Project-Id-Version", "Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")


class PlainCatalog(Catalog):
    """A catalog whose header has no dates and no names, so that equal phrases are equal bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The headers that gettext needs."""
        return [(name, value) for name, value in self._get_mime_headers() if name in HEADERS]

    @mime_headers.setter
    def mime_headers(self, headers: list[tuple[str, str]]) -> None:
        self._set_mime_headers(headers)


def extracted(domain: str) -> list[str | tuple[str, ...]]:
    """Return all phrases in the code of a domain.

    The syntax tree is read rather than the tokens, because a phrase may stand inside an f-string.
    """
    found = {phrase for path in sorted((ROOT / DOMAINS[domain]).rglob("*.py")) for phrase in phrases(path.read_text("utf-8"))}
    return sorted(found, key=str)


def phrases(code: str) -> Iterator[str | tuple[str, ...]]:
    """Yield the phrases that a module speaks."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        count = KEYWORDS.get(name, 0)
        said = [argument.value for argument in node.args[:count] if isinstance(argument, ast.Constant)]
        texts = tuple(text for text in said if isinstance(text, str))
        if count and len(texts) == count:
            yield texts if count > 1 else texts[0]


def po_path(domain: str, language: str) -> Path:
    """Return the path of a catalog's source."""
    return TRANSLATIONS / language / "LC_MESSAGES" / f"{domain}.po"


def current(domain: str, language: str) -> Catalog:
    """Return the catalog with exactly the phrases that the code has, and the translations that the .po file has."""
    path = po_path(domain, language)
    old = read_po(io.BytesIO(path.read_bytes() if path.exists() else b""), locale=language)
    new = PlainCatalog(
        locale=language, domain=domain, project="Blesna", version="1", charset="utf-8", fuzzy=False,
        header_comment=f"# Blesna: phrases of the {domain}, {language}.",
    )  # fmt: skip
    for msgid in extracted(domain):
        known = old.get(msgid)
        new.add(msgid, known.string if known and not known.fuzzy else "")
    return new


def po_bytes(catalog: Catalog) -> bytes:
    """Return the source text of a catalog."""
    out = io.BytesIO()
    write_po(out, catalog, width=120, no_location=True, sort_output=True)
    return out.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """Return the compiled form of a catalog."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """Return the phrases that have no translation, or not all plural forms."""
    return [str(message.id) for message in catalog if message.id and not is_whole(message.string)]


def is_whole(string: object) -> bool:
    """Tell whether a translation is there in all its plural forms."""
    return all(string) if isinstance(string, tuple | list) else bool(string)


def main() -> int:
    """Update every catalog; return 1 when phrases wait for a translation."""
    waiting = 0
    for language in LANGUAGES:
        for domain in DOMAINS:
            catalog = current(domain, language)
            path = po_path(domain, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(po_bytes(catalog))
            path.with_suffix(".mo").write_bytes(mo_bytes(catalog))
            for msgid in untranslated(catalog):
                waiting += 1
                sys.stdout.write(f"{path.relative_to(ROOT)}: no translation of {msgid!r}\n")
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
