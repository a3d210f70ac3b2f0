"""What a document says about itself, as XMP (ISO 16684-1)."""

import re
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from app.layout.page import DocumentInfo

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
)


def packet(info: DocumentInfo, producer: str, when: datetime | None) -> bytes:
    """Return the packet: Dublin Core, dates and producer."""
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
        f'<rdf:Description rdf:about="" {SPACES}>{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _clean(text: str) -> str:
    """Leave out what XML cannot hold (XML 1.0, section 2.2)."""
    return NOT_XML.sub("", text)


def _text(name: str, text: str) -> str:
    return f"<{name}>{escape(_clean(text))}</{name}>" if text else ""


def _alternatives(name: str, text: str, language: str) -> str:
    if not text:
        return ""
    told = f"<rdf:li xml:lang={quoteattr(language)}>{escape(_clean(text))}</rdf:li>" if language else ""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(_clean(text))}</rdf:li>{told}</rdf:Alt></{name}>'


def _list(name: str, kind: str, texts: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{escape(_clean(text))}</rdf:li>" for text in texts if text)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""
