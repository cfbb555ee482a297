"""A server of one's own with the demo organization, for the examples."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from server.auth import Tokens
from server.database import Database
from server.keys import signing_key
from server.settings import Settings
from tests.conftest import WORKER
from tests.databases import RUN, Shared, cloned
from tests.demo import demo, kept, with_ids
from tests.documentation.examples import Example
from tests.graph.client import Answer, Client
from tests.graph.conftest import keys_dir
from tests.serving import running

__all__ = ["keys_dir"]


@dataclass(kw_only=True)
class Reader:
    """Somebody who tries what the documentation shows, in the demo organization."""

    address: str
    http: httpx.AsyncClient
    tokens: Tokens
    ids: dict[str, str]
    tried: dict[str, Answer]

    def client(self, person: str) -> Client:
        """A person's way to the server."""
        person_id = UUID(self.ids[person])
        return Client(http=self.http, token=self.token(person), person_id=person_id)

    def token(self, person: str) -> str:
        organization_id = UUID(self.ids["organization:cartwheel"])
        return self.tokens.issue(organization_id, UUID(self.ids[person]), 3_600)

    def said(self, example: Example) -> dict[str, Any]:
        """The variables of an example, with ids in the place of handles."""
        variables: dict[str, Any] = with_ids(example.variables, self.ids)
        return variables


@pytest.fixture(scope="session")
async def reader(shared: Shared, postgres: str, keys_dir: Path) -> AsyncIterator[Reader]:
    database_name = f"okrlog_test_{RUN}_{WORKER}_examples"
    async with (
        demo(shared, postgres, keys_dir) as told,
        cloned(postgres, database_name, told) as url,
        Database(Settings(), url) as database,
    ):
        tried = json.loads(kept(shared).read_text())
        with running(url, keys_dir) as address:
            async with httpx.AsyncClient(base_url=address, timeout=60) as http:
                yield Reader(
                    address=address,
                    http=http,
                    tokens=Tokens(key=signing_key(keys_dir, "tokens"), database=database),
                    ids=tried["ids"],
                    tried=tried["answers"],
                )
