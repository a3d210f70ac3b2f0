"""Loaded by every Python that a test starts, and by the tests themselves: nothing may reach the network."""

import sys

LOCAL = ("127.", "localhost", "::1")


class NetworkForbiddenError(RuntimeError):
    """Something tried to reach the network."""


def forbid(event: str, arguments: tuple[object, ...]) -> None:
    """Raise when a socket is about to leave this machine."""
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        address = (arguments[0],)
    else:
        return
    if isinstance(address, tuple) and address[0] and not str(address[0]).startswith(LOCAL):
        raise NetworkForbiddenError(f"{event} {address}")


sys.addaudithook(forbid)
