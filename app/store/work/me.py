"""Who works here: what others are told while a proposal is open, and what stands in its journal."""

import datetime
import getpass
import os
import platform
from dataclasses import dataclass

from app.store.durable import Clock, utc_now


@dataclass(frozen=True, slots=True)
class Me:
    """This process: its user, machine and number, where its window can be called forward (`socket`), and its clock."""

    user: str
    host: str
    pid: int
    socket: str = ""
    now: Clock = utc_now

    @property
    def name(self) -> str:
        """User and machine, as in `anna@studio`."""
        return f"{self.user}@{self.host}"

    def moment(self) -> datetime.datetime:
        """Return the present time in UTC."""
        return self.now().astimezone(datetime.UTC)


def myself(socket: str = "") -> Me:
    """Return this process as the system tells of it."""
    return Me(_user(), platform.node() or "–", os.getpid(), socket)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system that knows no users
        return "–"
