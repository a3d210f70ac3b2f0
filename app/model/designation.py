"""What a proposal is called by: its number, and from the second one on its revision."""

from typing import Protocol

from app.model.proposal import Proposal


class Words(Protocol):
    """Speaks the language of a document, as far as numbers of proposals need it."""

    def __call__(self, msgid: str, **values: object) -> str:
        """Return the words for an English phrase with its placeholders filled."""


def designation(words: Words, proposal: Proposal) -> str:
    """Return "No. 42", or "No. 42, revision 2"; nothing where there is no number."""
    if not proposal.number:
        return ""
    if proposal.revision > 1:
        return words("No. {number}, revision {revision}", number=proposal.number, revision=proposal.revision)
    return words("No. {number}", number=proposal.number)


def reference(words: Words, proposal: Proposal) -> str:
    """Return the same without the sign before the number, for the names of files and for what machines read."""
    if not proposal.number or proposal.revision == 1:
        return proposal.number
    return words("{number}, revision {revision}", number=proposal.number, revision=proposal.revision)
