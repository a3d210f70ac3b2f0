"""What a document says about itself, as XMP (ISO 16684-1)."""

from datetime import datetime
from html import escape

from app.layout.page import DocumentInfo
from app.pdf.sound import sound

HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
)
ARCHIVE = (
    '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>"
)


def packet(info: DocumentInfo, producer: str, when: datetime | None, *, archive: bool = False) -> bytes:
    """Return the packet: Dublin Core, dates and producer; in an `archive` also that the file is PDF/A-2b (ISO 19005-2, 6.6.4)."""
    parts = [
        _alternatives("dc:title", info.title, info.language),
        _alternatives("dc:description", info.subject, info.language),
        _list("dc:creator", "Seq", (info.author,)),
        _list("dc:subject", "Bag", info.keywords),
        _list("dc:language", "Bag", (info.language,)),
        _text("pdf:Keywords", ", ".join(info.keywords)),
        _text("pdf:Producer", producer),
        _text("xmp:CreatorTool", producer),
    ]
    if when:
        written = when.isoformat(timespec="seconds")
        parts += [_text("xmp:CreateDate", written), _text("xmp:ModifyDate", written), _text("xmp:MetadataDate", written)]
    body = "".join(parts)
    return (
        f'{HEAD}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {SPACES}>{body}</rdf:Description>{ARCHIVE if archive else ""}'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _clean(text: str) -> str:
    """Leave out what XML cannot hold, and escape what it would read as markup."""
    return escape(sound(text), quote=False)


def _text(name: str, text: str) -> str:
    return f"<{name}>{_clean(text)}</{name}>" if text else ""


def _alternatives(name: str, text: str, language: str) -> str:
    if not text:
        return ""
    told = f'<rdf:li xml:lang="{escape(language)}">{_clean(text)}</rdf:li>' if language else ""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{_clean(text)}</rdf:li>{told}</rdf:Alt></{name}>'


def _list(name: str, kind: str, texts: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{_clean(text)}</rdf:li>" for text in texts if text)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""
