"""Organizations made of facts alone, without any rule: measured are the log and its folds."""

import asyncio
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from server.ids import new_id
from server.log import Entry, Log
from server.okr import authority, events, terms
from server.okr.events import Fact
from server.okr.now import ActorNow, Guard

OF_KEY_RESULT = (
    events.KeyResultRevised,
    events.KeyResultWithdrawn,
    events.ContributorAssigned,
    events.ContributorRemoved,
)
FOUR_LEVELS = (1, 5, 19, 75)
AT_A_TIME = 16


@dataclass(kw_only=True)
class Reported:
    """A key result that check-ins are about, and its objective."""

    key_result_id: UUID
    objective_id: UUID


@dataclass(kw_only=True)
class Organization:
    """An active cycle with a tree of objectives; the lowest level has the key results."""

    id: UUID
    person_id: UUID
    cycle_id: UUID
    founding: list[Fact]
    reported: list[Reported]
    position: int = 0

    def entry(self, facts: list[Fact], guards: list[Guard] | None = None) -> Entry:
        """Facts as one command of the administrator."""
        return Entry(
            id=new_id(),
            organization_id=self.id,
            actor_id=self.person_id,
            decided_at=self.position,
            facts=facts,
            fact_ids=[new_id() for _ in facts],
            guards=guards or [],
        )

    async def found(self, log: Log) -> None:
        """Append all that comes before the first check-in."""
        entry = self.entry(self.founding)
        entry.begins = "REAL"
        self.position = (await log.append(entry)).last or 0

    async def check_in(self, log: Log) -> None:
        """Append a check-in with the guards that the rule of check-ins would have named."""
        about = random.choice(self.reported)
        outcome = await log.append(self.entry([check_in(about)], self._guards(about)))
        assert outcome.status == "appended"
        self.position = outcome.last or self.position

    def _guards(self, about: Reported) -> list[Guard]:
        actor = ActorNow(id=self.person_id, permissions=[], member_of=[], manages=[])
        return [
            Guard(stream=about.key_result_id, kinds=OF_KEY_RESULT),
            Guard(stream=about.objective_id),
            Guard(stream=self.cycle_id),
            *authority.guards(actor),
        ]


async def found_all(log: Log, organizations: Sequence[Organization]) -> None:
    """Begin their logs, some of them at a time."""
    for start in range(0, len(organizations), AT_A_TIME):
        await asyncio.gather(
            *(each.found(log) for each in organizations[start : start + AT_A_TIME])
        )


def organization(widths: Sequence[int], key_results: int = 1) -> Organization:
    """A tree with so many objectives on each level; each counts in the mean of the one above it."""
    made = Organization(
        id=new_id(), person_id=new_id(), cycle_id=new_id(), founding=[], reported=[]
    )
    made.founding += _beginning(made)
    above: list[UUID] = []
    for width in widths:
        level = [new_id() for _ in range(width)]
        for index, each in enumerate(level):
            made.founding += _objective(made, each)
            if above:
                made.founding.append(_alignment(each, above[index * len(above) // width]))
        above = level
    for objective_id in above:
        for _ in range(key_results):
            about = Reported(key_result_id=new_id(), objective_id=objective_id)
            made.reported.append(about)
            made.founding.append(_key_result(about))
    return made


def check_in(about: Reported) -> events.CheckInRecorded:
    """A report as people write it."""
    return events.CheckInRecorded(
        check_in_id=new_id(),
        key_result_id=about.key_result_id,
        contribution_id=None,
        occurred_on=date(2026, 10, 1),
        value=Decimal(random.randrange(100_000)) / 1000,
        confidence=Decimal(random.randrange(11)) / 10,
        status=terms.Status.ON_TRACK,
        note="Two more customers signed, and the third one asked for an offer.",
    )


def _beginning(made: Organization) -> Iterator[Fact]:
    yield events.OrganizationCreated(
        organization_id=made.id, name="Acme", time_zone="UTC", clock=terms.Clock.REAL
    )
    yield events.PersonAdded(person_id=made.person_id, name="Ada")
    yield events.PermissionGranted(person_id=made.person_id, permission=terms.Permission.ADMINISTER)
    yield events.CycleOpened(
        cycle_id=made.cycle_id,
        key="2026-Q4",
        name="Autumn",
        starts_on=date(2026, 10, 1),
        ends_on=date(2026, 12, 31),
    )
    yield events.CycleStarted(cycle_id=made.cycle_id)


def _objective(made: Organization, objective_id: UUID) -> Iterator[Fact]:
    yield events.ObjectiveCreated(
        objective_id=objective_id,
        cycle_id=made.cycle_id,
        owner_team_id=None,
        owner_person_id=made.person_id,
        accountable_person_id=None,
        origin=terms.Origin.BOTTOM_UP,
        title="Make our customers want to stay",
    )
    yield events.ObjectiveActivated(objective_id=objective_id)


def _alignment(objective_id: UUID, above: UUID) -> Fact:
    return events.ObjectiveAligned(
        alignment_id=new_id(),
        objective_id=objective_id,
        to_objective_id=above,
        to_key_result_id=None,
        roll_up=terms.RollUp.MEAN,
    )


def _key_result(each: Reported) -> Fact:
    return events.KeyResultAdded(
        key_result_id=each.key_result_id,
        objective_id=each.objective_id,
        owner_person_id=None,
        title="Win 100 customers",
        metric=terms.Metric(
            kind=terms.MetricKind.INCREASE,
            unit="customers",
            baseline=Decimal(0),
            target=Decimal(100),
        ),
    )
