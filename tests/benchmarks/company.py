"""An organization as front ends show it: teams and people, objectives, key results, reports."""

import random
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice
from uuid import UUID

from server.ids import new_id
from server.log import Log
from server.okr import events, terms
from server.okr.events import Fact
from tests.benchmarks.generated import Organization

KEY_RESULTS = 3
CONTRIBUTORS = 2
PEOPLE = 40
TEAMS = 8
PRIVATE_EVERY = 50
FACTS_OF_A_COMMAND = 50
FIRST = 500
CYCLE = "2026-Q4"
DESCRIPTION = "Whoever has been with us for a year tells others: we want to be recommended."
NOTE = "Two more customers signed, and the third one asked for an offer."


@dataclass(kw_only=True)
class Company:
    """What happened in it before anybody reads, and who reads; the reports are their authors'."""

    made: Organization
    people: list[UUID]
    teams: list[UUID]
    chance: random.Random
    facts: list[Fact] = field(default_factory=list)
    reports: dict[UUID, list[Fact]] = field(default_factory=dict)

    @property
    def id(self) -> UUID:
        """The organization."""
        return self.made.id

    @property
    def viewer_id(self) -> UUID:
        """A member like others, who has no part in what is private."""
        return self.people[0]

    async def found(self, log: Log, settle: Callable[[], Awaitable[None]]) -> None:
        """Append everything, without any rule; early statistics save the folds from poor plans."""
        await self.made.found(log)
        await self._append(log, self.facts[:FIRST], self.made.person_id)
        await settle()
        await self._append(log, self.facts[FIRST:], self.made.person_id)
        await settle()
        for author, said in self.reports.items():
            await self._append(log, said, author)

    async def go_on(self, log: Log, facts: int) -> None:
        """Append so many facts that leave all objectives as they are."""
        names = (f"Ada {each}" for each in range(facts))
        renamed = (events.PersonRenamed(person_id=self.made.person_id, name=each) for each in names)
        await self._append(log, renamed, self.made.person_id)

    async def _append(self, log: Log, facts: Iterable[Fact], actor_id: UUID) -> None:
        rest = iter(facts)
        while some := list(islice(rest, FACTS_OF_A_COMMAND)):
            entry = self.made.entry(some)
            entry.actor_id = actor_id
            self.made.position = (await log.append(entry)).last


def company(objectives: int) -> Company:
    """So many objectives that the viewer sees, and some that are private to others."""
    made = Organization(
        id=new_id(), person_id=new_id(), cycle_id=new_id(), founding=[], reported=[]
    )
    whole = Company(
        made=made,
        people=[new_id() for _ in range(PEOPLE)],
        teams=[new_id() for _ in range(TEAMS)],
        chance=random.Random(objectives),
    )
    made.founding += _beginning(whole)
    for number in range(objectives):
        whole.facts += _objective(whole, number, terms.Visibility.ORGANIZATION)
        if number % PRIVATE_EVERY == 0:
            whole.facts += _objective(whole, number, terms.Visibility.PRIVATE)
    return whole


def _beginning(whole: Company) -> Iterator[Fact]:
    made = whole.made
    yield events.OrganizationCreated(
        organization_id=made.id, name="Acme", time_zone="UTC", clock=terms.Clock.REAL
    )
    yield events.PersonAdded(person_id=made.person_id, name="Ada")
    yield events.PermissionGranted(person_id=made.person_id, permission=terms.Permission.ADMINISTER)
    for number, person_id in enumerate(whole.people):
        yield events.PersonAdded(person_id=person_id, name=f"Member {number}")
    for number, team_id in enumerate(whole.teams):
        yield events.TeamAdded(team_id=team_id, name=f"Team {number}", kind=terms.TeamKind.TEAM)
        for person_id in whole.people[number :: len(whole.teams)]:
            yield events.TeamMemberAdded(
                team_id=team_id, person_id=person_id, role=terms.TeamRole.MEMBER
            )
    yield events.CycleOpened(
        cycle_id=made.cycle_id,
        key=CYCLE,
        name="Autumn",
        starts_on=date(2026, 10, 1),
        ends_on=date(2026, 12, 31),
    )
    yield events.CycleStarted(cycle_id=made.cycle_id)


def _objective(whole: Company, number: int, visibility: terms.Visibility) -> Iterator[Fact]:
    """It belongs to a team and to people among whom the viewer is not."""
    objective_id = new_id()
    others = 1 + whole.chance.randrange(TEAMS - 1)
    yield events.ObjectiveCreated(
        objective_id=objective_id,
        cycle_id=whole.made.cycle_id,
        owner_team_id=whole.teams[others],
        owner_person_id=None,
        accountable_person_id=whole.chance.choice(whole.people[1:]),
        origin=terms.Origin.TOP_DOWN,
        title=f"Make customers of kind {number} want to stay",
        description=DESCRIPTION,
        visibility=visibility,
    )
    yield events.ObjectiveActivated(objective_id=objective_id)
    for each in range(KEY_RESULTS):
        yield from _key_result(whole, objective_id, each)


def _key_result(whole: Company, objective_id: UUID, number: int) -> Iterator[Fact]:
    """With contributors of whom each has reported once."""
    key_result_id = new_id()
    yield events.KeyResultAdded(
        key_result_id=key_result_id,
        objective_id=objective_id,
        owner_person_id=None,
        title=f"Win {100 * (number + 1)} customers",
        metric=terms.Metric(
            kind=terms.MetricKind.INCREASE,
            unit="customers",
            baseline=Decimal(0),
            target=Decimal(100 * (number + 1)),
        ),
    )
    for person_id in whole.chance.sample(whole.people[1:], CONTRIBUTORS):
        assigned = events.ContributorAssigned(
            contribution_id=new_id(),
            key_result_id=key_result_id,
            person_id=person_id,
            target=Decimal(50),
            assigned=True,
        )
        yield assigned
        whole.reports.setdefault(person_id, []).append(_report(whole, assigned))


def _report(whole: Company, about: events.ContributorAssigned) -> Fact:
    return events.CheckInRecorded(
        check_in_id=new_id(),
        key_result_id=about.key_result_id,
        contribution_id=about.contribution_id,
        occurred_on=date(2026, 11, 1 + whole.chance.randrange(20)),
        value=Decimal(whole.chance.randrange(5_000)) / 100,
        confidence=Decimal(whole.chance.randrange(11)) / 10,
        status=terms.Status.ON_TRACK,
        note=NOTE,
    )
