"""Builders for tests: an organization in which people carry out commands as they would in life."""

from collections.abc import Awaitable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Self, get_type_hints

import pytest

from server.commands import Actor, Handler, Manner, Rule
from server.okr import events
from server.okr.alignments import align_objective
from server.okr.check_ins import record_check_in
from server.okr.contributions import assign_contributor
from server.okr.corrections import correct_check_in
from server.okr.cycles import open_cycle, start_cycle
from server.okr.key_results import add_key_result, revise_key_result
from server.okr.metrics import MetricInput, MilestoneInput
from server.okr.objectives import activate_objective, create_objective
from server.okr.organizations import CreateOrganization
from server.okr.people import add_person
from server.okr.refusals import Refused
from server.okr.teams import add_team, add_team_member
from server.okr.terms import (
    Clock,
    MetricKind,
    RevisionCategory,
    RollUp,
    TeamKind,
    TeamRole,
)
from tests.readings import Measured, Readings

Number = int | str | Decimal
Report = events.CheckInRecorded | events.CheckInCorrected


@dataclass(kw_only=True)
class Organization(Readings):
    """An organization on behalf of one of its people; ``by`` lets another one act.

    What a builder is not told has a default: a running cycle, the administrator as owner.
    """

    _running: list[events.CycleOpened] = field(default_factory=list)

    @classmethod
    async def begin(
        cls,
        handler: Handler,
        clock: Clock = Clock.REAL,
        at: datetime | None = None,
        time_zone: str = "UTC",
    ) -> Self:
        said = CreateOrganization(
            name="Acme", administrator_name="Ada", time_zone=time_zone, clock=clock
        )
        return cls(handler=handler, actor=await handler.create_organization(said, at))

    def by(self, person: events.PersonAdded) -> Self:
        return replace(self, actor=Actor(organization_id=self.id, id=person.person_id))

    def served_by(self, handler: Handler) -> Self:
        """The same person, served by another process."""
        return replace(self, handler=handler)

    async def do(self, rule: Rule, manner: Manner | None = None, /, **said: Any) -> Any:
        """Carry out a command; answers its only fact."""
        command = get_type_hints(rule)["said"](**said)
        (fact,) = (await self.handler.carry_out(self.actor, rule, command, manner)).facts
        return fact

    async def person(self, name: str = "Ann") -> events.PersonAdded:
        fact: events.PersonAdded = await self.do(add_person, name=name)
        return fact

    async def team(
        self, *members: events.PersonAdded, above: events.TeamAdded | None = None
    ) -> events.TeamAdded:
        parent_id = above.team_id if above else None
        fact: events.TeamAdded = await self.do(
            add_team, name="Team", kind=TeamKind.TEAM, parent_id=parent_id
        )
        for person in members:
            await self.member(fact, person)
        return fact

    async def member(
        self, team: events.TeamAdded, person: events.PersonAdded, role: TeamRole = TeamRole.MEMBER
    ) -> None:
        await self.do(add_team_member, team_id=team.team_id, person_id=person.person_id, role=role)

    async def cycle(self, key: str = "2026-Q4", *, started: bool = True) -> events.CycleOpened:
        fact: events.CycleOpened = await self.do(
            open_cycle,
            key=key,
            name=key,
            starts_on=date(2026, 10, 1),
            ends_on=date(2026, 12, 31),
        )
        if started:
            await self.do(start_cycle, cycle_id=fact.cycle_id)
        return fact

    async def running_cycle(self) -> events.CycleOpened:
        """The cycle that builders use unless they are told another."""
        if not self._running:
            self._running.append(await self.cycle())
        return self._running[0]

    async def objective(
        self,
        *,
        cycle: events.CycleOpened | None = None,
        team: events.TeamAdded | None = None,
        person: events.PersonAdded | None = None,
        draft: bool = False,
        **said: Any,
    ) -> events.ObjectiveCreated:
        cycle = cycle or await self.running_cycle()
        by_default = None if team else self.actor.id
        fact: events.ObjectiveCreated = await self.do(
            create_objective,
            cycle_id=cycle.cycle_id,
            owner_team_id=team.team_id if team else None,
            owner_person_id=person.person_id if person else by_default,
            **{"title": "Objective", **said},
        )
        if not draft:
            await self.do(activate_objective, objective_id=fact.objective_id)
        return fact

    async def key_result(
        self,
        objective: events.ObjectiveCreated | None = None,
        metric: MetricInput | None = None,
        *,
        owner: events.PersonAdded | None = None,
        weight: Number = 1,
    ) -> events.KeyResultAdded:
        objective = objective or await self.objective()
        fact: events.KeyResultAdded = await self.do(
            add_key_result,
            objective_id=objective.objective_id,
            title="Key result",
            metric=metric or increase(0, 100),
            owner_person_id=owner.person_id if owner else None,
            weight=Decimal(weight),
        )
        return fact

    async def measured(
        self, objective: events.ObjectiveCreated, value: Number, *, weight: Number = 1
    ) -> events.KeyResultAdded:
        """A key result from 0 to 1 that stands at a value."""
        key_result = await self.key_result(objective, increase(0, 1), weight=weight)
        await self.check_in(key_result, value)
        return key_result

    async def objective_at(self, value: Number) -> events.ObjectiveCreated:
        """An objective that one key result has brought to a value."""
        objective = await self.objective()
        await self.measured(objective, value)
        return objective

    async def align(
        self,
        supporter: events.ObjectiveCreated,
        supported: Measured,
        roll_up: RollUp = RollUp.MEAN,
        weight: Number = 1,
    ) -> events.ObjectiveAligned:
        to = (
            {"to_key_result_id": supported.key_result_id}
            if isinstance(supported, events.KeyResultAdded)
            else {"to_objective_id": supported.objective_id}
        )
        fact: events.ObjectiveAligned = await self.do(
            align_objective,
            objective_id=supporter.objective_id,
            roll_up=roll_up,
            weight=Decimal(weight),
            **to,
        )
        return fact

    async def contributor(
        self, key_result: events.KeyResultAdded, person: events.PersonAdded, target: Number = 10
    ) -> events.ContributorAssigned:
        fact: events.ContributorAssigned = await self.do(
            assign_contributor,
            key_result_id=key_result.key_result_id,
            person_id=person.person_id,
            target=Decimal(target),
        )
        return fact

    async def check_in(
        self,
        key_result: events.KeyResultAdded,
        value: Number | None = None,
        *,
        days_ago: int | None = None,
        **said: Any,
    ) -> events.CheckInRecorded:
        if days_ago is not None:
            said["occurred_on"] = datetime.now(UTC).date() - timedelta(days=days_ago)
        fact: events.CheckInRecorded = await self.do(
            record_check_in,
            key_result_id=key_result.key_result_id,
            value=None if value is None else Decimal(value),
            **said,
        )
        return fact

    async def correct(self, report: Report, value: Number | None) -> events.CheckInCorrected:
        fact: events.CheckInCorrected = await self.do(
            correct_check_in,
            check_in_id=report.check_in_id,
            reason="A slip of the pen.",
            value=None if value is None else Decimal(value),
        )
        return fact

    async def revise(self, key_result: events.KeyResultAdded, **said: Any) -> None:
        await self.do(
            revise_key_result,
            key_result_id=key_result.key_result_id,
            reason="We know better.",
            category=RevisionCategory.NEW_INFORMATION,
            **said,
        )


def increase(baseline: Number, target: Number) -> MetricInput:
    return MetricInput(kind=MetricKind.INCREASE, baseline=Decimal(baseline), target=Decimal(target))


def decrease(baseline: Number, target: Number) -> MetricInput:
    return MetricInput(kind=MetricKind.DECREASE, baseline=Decimal(baseline), target=Decimal(target))


def at_least(target: Number) -> MetricInput:
    return MetricInput(kind=MetricKind.AT_LEAST, target=Decimal(target))


def done() -> MetricInput:
    return MetricInput(kind=MetricKind.DONE)


def milestones(*weights: Number) -> MetricInput:
    steps = [MilestoneInput(title="Step", weight=Decimal(weight)) for weight in weights]
    return MetricInput(kind=MetricKind.MILESTONES, milestones=steps)


async def refusals(command: Awaitable[object]) -> list[str]:
    """The codes of the reasons for which a command is declined."""
    with pytest.raises(Refused) as caught:
        await command
    return [reason.code() for reason in caught.value.reasons]
