"""An issuer, and a server that trusts it: for each way with newcomers an organization."""

import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from server.auth import Tokens
from server.commands import Handler
from server.database import Database
from server.identity.trust import Newcomers
from server.keys import signing_key
from tests.graph.conftest import an_office, keys_dir
from tests.graph.office import Office
from tests.identity.vouching import AUDIENCE, Issuer, vouching
from tests.serving import free_port, running

__all__ = ["keys_dir"]


@dataclass(kw_only=True)
class Trusting:
    """A running server, its issuer, and an organization for each way with newcomers."""

    address: str
    issuer: Issuer
    offices: dict[Newcomers, Office]

    def token(self, newcomers: Newcomers, subject: str, **otherwise: Any) -> str:
        """A token for somebody of one of the organizations."""
        said: dict[str, Any] = {"aud": f"{AUDIENCE}-{newcomers}"} | otherwise
        return self.issuer.token(subject, **said)


@pytest.fixture(scope="session")
def issuer() -> Iterator[Issuer]:
    with vouching(Issuer) as issuer:
        yield issuer


@pytest.fixture(scope="session")
async def trusting(
    database_url: str, database: Database, handler: Handler, keys_dir: Path
) -> AsyncIterator[Trusting]:
    """With an issuer of its own, whose keys stay as they are."""
    tokens = Tokens(key=signing_key(keys_dir, "tokens"), database=database)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with vouching(Issuer) as issuer:
        async with httpx.AsyncClient(base_url=address, timeout=60) as http:
            offices = {each: await an_office(http, tokens, handler) for each in Newcomers}
            issuers = json.dumps([of(issuer, *each) for each in offices.items()])
            with running(database_url, keys_dir, issuers=issuers, listens=port):
                yield Trusting(address=address, issuer=issuer, offices=offices)


def of(issuer: Issuer, newcomers: Newcomers, office: Office) -> dict[str, str]:
    """That the issuer is trusted for an organization, as a setting says it."""
    return {
        "issuer": issuer.url,
        "audience": f"{AUDIENCE}-{newcomers}",
        "organization": str(office.actor.organization_id),
        "newcomers": newcomers,
    }
