"""A letter as mail programs save it (EML, RFC 5322): encoded headers and text, plain or HTML."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser

from app.intake.encoding import decode
from app.model.brief import Answer

_BLOCKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "table", "ul", "ol"})
_UNSEEN = frozenset({"script", "style", "head", "title"})
_BROKEN = (LookupError, ValueError, AttributeError, TypeError, ArithmeticError)
"""What the parser of the standard library raises on headers and parts that nobody should have sent."""


def mail_text(data: bytes) -> tuple[tuple[Answer, ...], str]:
    """Return what the headers of a letter tell, as answers, and its text. A text without headers comes back as it is."""
    mail = message_from_bytes(data, policy=policy.default)
    if not isinstance(mail, EmailMessage) or not mail.keys():
        return (), decode(data)[0]
    return _told(mail), _body(mail)


def _told(mail: EmailMessage) -> tuple[Answer, ...]:
    try:
        sender = mail["From"].addresses[0]
        name, address = str(sender.display_name), str(sender.addr_spec)
    except _BROKEN:
        name, address = "", ""
    try:
        moment = mail["Date"].datetime.isoformat()
    except _BROKEN:
        moment = ""
    try:
        subject = str(mail["Subject"] or "")
    except _BROKEN:
        subject = ""
    told = (("Submitted at", moment), ("Name", name), ("E-mail", address.strip("<>@")), ("Subject", subject.strip()))
    return tuple(Answer(question=question, answer=answer) for question, answer in told if answer)


def _body(mail: EmailMessage) -> str:
    try:
        part = mail.get_body(("plain", "html"))
        if part is None:
            return ""
        kind, content = part.get_content_subtype(), part.get_payload(decode=True)
        charset = part.get_content_charset()
    except _BROKEN:
        return ""
    if not isinstance(content, bytes):
        return ""
    try:
        text = content.decode(charset) if charset else decode(content)[0]
    except (LookupError, UnicodeDecodeError):
        text = decode(content)[0]
    return _plain(text) if kind == "html" else text


def _plain(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.found)


class _Reader(HTMLParser):
    """Collects what is seen of a page, with a new line for every block."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line with a block, and look away within what is not seen."""
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line with a block."""
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag in _BLOCKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what is seen; line ends of the source are spaces."""
        if not self._unseen:
            self.found.append(" ".join(data.splitlines()) if data.strip() else " ")
