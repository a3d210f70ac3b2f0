"""Who receives a proposal, and who sends it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The person at the client who reads the proposal."""

    name: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """The company that asked. `requisites` are its legal details, a line each."""

    id: str = ""
    name: str = ""
    requisites: str = ""
    city: str = ""
    site: str = ""
    language: str = ""
    currency: str = ""
    time_zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Studio:
    """The agency that sends the proposal."""

    name: str = ""
    legal_name: str = ""
    tagline: str = ""
    address: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    site: str = ""
    requisites: str = ""
