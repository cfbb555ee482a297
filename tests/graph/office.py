"""An organization as tests fill it: each step is a mutation said to the running server."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx

from server.auth import Tokens
from server.commands import Actor
from tests.graph.client import Client

RISING = {"kind": "INCREASE", "unit": "customers", "baseline": "10", "target": "20"}


@dataclass(kw_only=True)
class Office:
    """Builders with defaults; a test states only what matters to it. All answer ids."""

    http: httpx.AsyncClient
    tokens: Tokens
    actor: Actor
    admin: Client

    async def person(self, name: str = "Bob", **said: Any) -> Client:
        """A new person with a token."""
        added = await self.admin.do("addPerson", "person { id }", name=name, **said)
        person_id = UUID(added["id"])
        token = self.tokens.issue(self.actor.organization_id, person_id, 3600)
        return Client(http=self.http, token=token, person_id=person_id)

    async def team(self, kind: str = "TEAM", **said: Any) -> str:
        """A new team."""
        stated = {"name": "Team", "kind": kind} | said
        return await self._id("addTeam", "team", stated)

    async def member(self, team_id: str, role: str = "MEMBER") -> Client:
        """A new person in a team."""
        person = await self.person()
        await self.admin.do(
            "addTeamMember",
            "team { id }",
            teamId=team_id,
            personId=str(person.person_id),
            role=role,
        )
        return person

    async def cycle(self, key: str = "2026-Q4", *, started: bool = True, **said: Any) -> str:
        """A new cycle, started unless said otherwise."""
        stated = {"key": key, "name": key, "startsOn": "2026-10-01", "endsOn": "2026-12-31"} | said
        cycle_id = await self._id("openCycle", "cycle", stated)
        if started:
            await self.admin.do("startCycle", "cycle { id }", cycleId=cycle_id)
        return cycle_id

    async def objective(
        self, cycle_id: str, *, active: bool = True, by: Client | None = None, **said: Any
    ) -> str:
        """A new objective, owned by the administrator unless said otherwise, and activated."""
        owned = {"ownerTeamId", "ownerPersonId"} & said.keys()
        owner = {} if owned else {"ownerPersonId": str((by or self.admin).person_id)}
        stated = {"cycleId": cycle_id, "title": "Objective"} | owner | said
        objective_id = await self._id("createObjective", "objective", stated, by)
        if active:
            await (by or self.admin).do(
                "activateObjective", "objective { id }", objectiveId=objective_id
            )
        return objective_id

    async def key_result(
        self,
        objective_id: str,
        metric: dict[str, Any] | None = None,
        by: Client | None = None,
        **said: Any,
    ) -> str:
        """A new key result, rising from 10 to 20 unless said otherwise."""
        stated = {
            "objectiveId": objective_id,
            "title": "Key result",
            "metric": metric or RISING,
        } | said
        return await self._id("addKeyResult", "keyResult", stated, by)

    async def check_in(
        self, key_result_id: str, value: str | None = None, by: Client | None = None, **said: Any
    ) -> str:
        """A new report."""
        stated = {"keyResultId": key_result_id, "value": value} | said
        return await self._id("recordCheckIn", "checkIn", stated, by)

    async def contributor(
        self, key_result_id: str, person: Client, target: str = "4", by: Client | None = None
    ) -> str:
        """A new part of a key result."""
        made = await (by or self.admin).do(
            "assignContributor",
            "keyResult { contributions(last: 1) { nodes { id } } }",
            keyResultId=key_result_id,
            personId=str(person.person_id),
            target=target,
        )
        return str(made["contributions"]["nodes"][0]["id"])

    async def help_wanted(self, by: Client | None = None, **said: Any) -> str:
        """A new request for help."""
        return await self._id("requestHelp", "request", {"text": "Please help."} | said, by)

    async def part_wanted(self, key_result_id: str, by: Client, target: str = "4") -> str:
        """A new request to contribute."""
        said = {"keyResultId": key_result_id, "target": target, "text": "Let me join."}
        return await self._id("requestContribution", "request", said, by)

    async def align(
        self, objective_id: str, to_objective_id: str, by: Client | None = None, **said: Any
    ) -> str:
        """A new alignment with another objective."""
        stated = {"objectiveId": objective_id, "toObjectiveId": to_objective_id} | said
        return await self._id("alignObjective", "alignment", stated, by)

    async def link(
        self, objective_id: str, to_objective_id: str, by: Client | None = None, **said: Any
    ) -> str:
        """A new link: the one follows the other unless said otherwise."""
        ends = {"objectiveId": objective_id, "toObjectiveId": to_objective_id}
        return await self._id("linkObjectives", "link", {"kind": "FOLLOWS"} | ends | said, by)

    async def aspiration(self, kind: str = "VISION", **said: Any) -> str:
        """A new vision, unless said otherwise."""
        stated = {"kind": kind, "title": "Every child has a mentor"} | said
        return await self._id("addAspiration", "aspiration", stated)

    async def serve(self, objective_id: str, aspiration_id: str, by: Client | None = None) -> str:
        """A new tie of an objective to what it serves."""
        ends = {"objectiveId": objective_id, "toAspirationId": aspiration_id}
        return await self._id("linkObjectives", "link", ends | {"kind": "SERVES"}, by)

    async def attached(self, by: Client | None = None, **said: Any) -> str:
        """A new partner of an objective or a key result, unless said otherwise."""
        stated = {"kind": "PARTNER", "title": "The city"} | said
        return await self._id("addAttachment", "attachment", stated, by)

    async def kpi(self, **said: Any) -> str:
        """A new KPI, of the organization unless said otherwise."""
        return await self._id("addKpi", "kpi", {"name": "Uptime", "unit": "%"} | said)

    async def measured(self, kpi_id: str, value: str, by: Client | None = None, **said: Any) -> str:
        """A new value of a KPI."""
        return await self._id(
            "recordKpiValue", "kpiValue", {"kpiId": kpi_id, "value": value} | said, by
        )

    async def hypothesis(self, by: Client | None = None, **said: Any) -> str:
        """A new hypothesis."""
        stated = {
            "problem": "Mentees wait.",
            "assumption": "Mentors overlook mail.",
            "statement": "If we call, fewer wait.",
        }
        return await self._id("addHypothesis", "hypothesis", stated | said, by)

    async def experiment(self, hypothesis_id: str, by: Client | None = None, **said: Any) -> str:
        """A new experiment."""
        stated = {"hypothesisId": hypothesis_id, "setup": "We call ten of them."} | said
        return await self._id("addExperiment", "experiment", stated, by)

    async def health_metric(self, value: str, by: Client | None = None, **of: Any) -> str:
        """A new health metric: healthy from 95 to 100, and of the organization unless said."""
        said = {"kpiId": await self.kpi(lower="95", upper="100"), **of}
        await self.measured(str(said["kpiId"]), value)
        return await self._id("addHealthMetric", "healthMetric", said, by)

    async def seen(self, kind: str, noun_id: str, shows: str, by: Client | None = None) -> Any:
        """A noun as somebody else sees it who has no part in it, unless said otherwise."""
        document = f"query ($id: ID!) {{ node(id: $id) {{ ... on {kind} {{ {shows} }} }} }}"
        return (await (by or await self.person()).ask(document, id=noun_id))["node"]

    async def started(self) -> str:
        """A key result that can be reported: in an active objective of a started cycle."""
        return await self.key_result(await self.objective(await self.cycle()))

    async def _id(
        self, mutation: str, noun: str, said: dict[str, Any], by: Client | None = None
    ) -> str:
        made = await (by or self.admin).do(mutation, f"{noun} {{ id }}", **said)
        return str(made["id"])
