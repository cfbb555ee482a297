"""An organization with a past: its facts are given their times, and read through the server."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Self

import httpx

from server.auth import Tokens
from server.commands import Handler, Manner, Rule
from server.okr.terms import Clock
from tests.graph.client import Client
from tests.samples import Organization


@dataclass(kw_only=True)
class Earlier:
    """Commands at given times, each carried out as a request would, and a reader."""

    organization: Organization
    admin: Client
    at: list[datetime] = field(default_factory=list)

    @classmethod
    async def begin(cls, http: httpx.AsyncClient, tokens: Tokens, handler: Handler) -> Self:
        beginning = datetime(2025, 1, 1, tzinfo=UTC)
        organization = await Organization.begin(handler, Clock.SIMULATED, beginning)
        actor = organization.actor
        token = tokens.issue(actor.organization_id, actor.id, 3600)
        admin = Client(http=http, token=token, person_id=actor.id)
        return cls(organization=organization, admin=admin)

    async def do(self, at: str, rule: Rule, **said: Any) -> Any:
        """Carry a command out at a time; answers its only fact."""
        moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
        return await self.organization.do(rule, Manner(at=moment), **said)

    async def seen(self, kind: str, noun_id: Any, shows: str, as_of: str | None = None) -> Any:
        """A noun as its administrator sees it, now or as of a time."""
        document = f"""query ($id: ID!, $asOf: AsOf) {{
          node(id: $id, asOf: $asOf) {{ ... on {kind} {{ {shows} }} }} }}"""
        moment = None if as_of is None else {"time": f"{as_of}Z"}
        return (await self.admin.ask(document, id=str(noun_id), asOf=moment))["node"]
