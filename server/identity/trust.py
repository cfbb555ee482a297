"""Whose tokens are taken, for which organization, and what becomes of whoever is new."""

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from typing import Annotated
from urllib.parse import SplitResult, urlsplit
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


class Algorithm(StrEnum):
    """How tokens may be signed: with a key of which the server knows the public half alone."""

    RS256 = "RS256"
    RS384 = "RS384"
    RS512 = "RS512"
    PS256 = "PS256"
    PS384 = "PS384"
    PS512 = "PS512"
    ES256 = "ES256"
    ES384 = "ES384"
    ES512 = "ES512"
    ED25519 = "Ed25519"
    EDDSA = "EdDSA"


class Newcomers(StrEnum):
    """What becomes of somebody for whom an issuer vouches and whom nobody has linked yet."""

    REFUSE = "refuse"
    LINK = "link"
    CREATE = "create"
    LINK_OR_CREATE = "link-or-create"

    @property
    def link(self) -> bool:
        """Whether they are the person with the address that the issuer has verified."""
        return self in (Newcomers.LINK, Newcomers.LINK_OR_CREATE)

    @property
    def create(self) -> bool:
        """Whether they become a person of the organization."""
        return self in (Newcomers.CREATE, Newcomers.LINK_OR_CREATE)


@dataclass(frozen=True, kw_only=True)
class Patience:
    """Seconds for which keys are fresh, are taken while stale, and are not looked for again."""

    fresh: float
    stale: float
    pause: float


def is_safe(address: str) -> bool:
    """Whether nobody on the way can change what is answered there."""
    parts = urlsplit(address)
    return bool(parts.hostname) and (parts.scheme == "https" or is_of_this_machine(parts))


def is_of_this_machine(parts: SplitResult) -> bool:
    """Whether it is answered by this machine itself, as in development and tests."""
    if parts.scheme != "http":
        return False
    try:
        return ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return parts.hostname == "localhost"


def _safe(address: str) -> str:
    if not is_safe(address):
        raise ValueError("an issuer is named by its https:// address")
    return address


class Trusted(BaseModel):
    """An issuer of tokens, and the organization for whose people it vouches."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    issuer: Annotated[str, AfterValidator(_safe)]
    audience: Annotated[str, Field(min_length=1)]
    organization: UUID
    algorithms: Annotated[tuple[Algorithm, ...], Field(min_length=1)] = (Algorithm.RS256,)
    clients: tuple[str, ...] = ()
    claims: dict[str, str] = {}
    newcomers: Newcomers = Newcomers.REFUSE
    board: str | None = None
    """As which of the issuer's clients the board signs people in."""
