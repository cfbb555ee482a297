"""An organization with a past: its facts are given their times, and read through the server."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

import httpx

from server.auth import Tokens
from server.commands import Handler, Manner, Rule
from server.okr.cycles import open_cycle, start_cycle
from server.okr.key_results import add_key_result
from server.okr.metrics import MetricInput
from server.okr.objectives import activate_objective, create_objective
from server.okr.people import add_person
from server.okr.terms import Clock, MetricKind
from tests.graph.client import Client
from tests.samples import Organization


@dataclass(kw_only=True)
class Earlier:
    """Commands at given times, each carried out as a request would, and a reader."""

    organization: Organization
    reader: Client

    @classmethod
    async def begin(
        cls, http: httpx.AsyncClient, tokens: Tokens, handler: Handler, time_zone: str = "UTC"
    ) -> Self:
        beginning = datetime(2025, 1, 1, tzinfo=UTC)
        organization = await Organization.begin(handler, Clock.SIMULATED, beginning, time_zone)
        said = {"name": "Somebody else"}
        other = (await organization.do(add_person, Manner(at=beginning), **said)).person_id
        token = tokens.issue(organization.id, other, 3600)
        reader = Client(http=http, token=token, person_id=other)
        return cls(organization=organization, reader=reader)

    async def do(self, at: str, rule: Rule, **said: Any) -> Any:
        """Carry a command out at a time; answers its only fact."""
        moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
        return await self.organization.do(rule, Manner(at=moment), **said)

    async def seen(self, kind: str, noun_id: Any, shows: str, as_of: str | None = None) -> Any:
        """A noun as somebody else sees it, now or as of a time."""
        document = f"""query ($id: ID!, $asOf: AsOf) {{
          node(id: $id, asOf: $asOf) {{ ... on {kind} {{ {shows} }} }} }}"""
        moment = None if as_of is None else {"time": f"{as_of}Z"}
        return (await self.reader.ask(document, id=str(noun_id), asOf=moment))["node"]

    async def a_quarter(self) -> tuple[UUID, UUID]:
        """An objective and a key result from 0 to 100, in a quarter of ninety days."""
        at, owner = "2025-01-01T08:00", self.organization.actor.id
        span = {"starts_on": date(2025, 1, 1), "ends_on": date(2025, 4, 1)}
        cycle = await self.do(at, open_cycle, key="Q1", name="Q1", **span)
        of_cycle = {"cycle_id": cycle.cycle_id, "title": "Grow", "owner_person_id": owner}
        objective: UUID = (await self.do(at, create_objective, **of_cycle)).objective_id
        metric = MetricInput(kind=MetricKind.INCREASE, baseline=Decimal(0), target=Decimal(100))
        said = {"objective_id": objective, "title": "Customers", "metric": metric}
        key_result: UUID = (await self.do(at, add_key_result, **said)).key_result_id
        await self.do(at, start_cycle, cycle_id=cycle.cycle_id)
        await self.do(at, activate_objective, objective_id=objective)
        return objective, key_result
