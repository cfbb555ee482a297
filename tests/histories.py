"""Random histories: every kind of command, by anybody, about anything, one by one and at once."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Self, get_type_hints
from uuid import UUID

from server.commands import Actor, Done, Handler, Manner, Rule
from server.okr import (
    alignments,
    cases,
    check_ins,
    contributions,
    cycles,
    events,
    health,
    holds,
    key_results,
    kpi_values,
    kpis,
    meetings,
    mentoring,
    mentorships,
    objectives,
    participants,
    people,
    policies,
    pulses,
    recoveries,
    redactions,
    requests,
    teams,
)
from server.okr.refusals import Refused
from server.okr.steps import add_step
from server.okr.terms import Clock, Demand, MetricKind, Permission
from server.queries import query
from tests import (
    steps,
    steps_of_aspirations,
    steps_of_attachments,
    steps_of_hypotheses,
    steps_of_identity,
    steps_of_kpis,
    steps_of_links,
    steps_of_matters,
    steps_of_mentoring,
    steps_of_people,
    steps_of_pulses,
    steps_of_redaction,
    steps_of_reviews,
    steps_of_talk,
    steps_of_undertakings,
    steps_of_work,
)
from tests.chance import HOW_OFTEN, STEPS, Chance, NothingThere
from tests.samples import Organization, refusals

__all__ = [
    "STEPS",
    "History",
    "steps",
    "steps_of_aspirations",
    "steps_of_attachments",
    "steps_of_hypotheses",
    "steps_of_identity",
    "steps_of_kpis",
    "steps_of_links",
    "steps_of_matters",
    "steps_of_mentoring",
    "steps_of_people",
    "steps_of_pulses",
    "steps_of_redaction",
    "steps_of_reviews",
    "steps_of_talk",
    "steps_of_undertakings",
    "steps_of_work",
    "two_histories",
]

ALARMING: list[Rule] = [
    kpis.add_kpi,
    kpi_values.record_kpi_value,
    health.add_health_metric,
    health.accept_health_action,
    recoveries.draft_recovery_objective,
]
OPENING: list[tuple[Rule, int]] = [
    (people.add_person, 3),
    (teams.add_team, 2),
    (teams.add_team_member, 3),
    (cycles.open_cycle, 1),
    (cycles.start_cycle, 1),
    (objectives.create_objective, 5),
    (objectives.activate_objective, 5),
    (key_results.add_key_result, 5),
    (alignments.align_objective, 4),
    (contributions.assign_contributor, 3),
    (check_ins.record_check_in, 6),
    (requests.request_help, 3),
    (mentorships.start_mentorship, 2),
    (mentoring.add_mentoring_entry, 8),
    (participants.add_participant, 1),
    (cases.open_case, 1),
    (meetings.plan_meeting, 1),
    (pulses.open_pulse, 1),
]
IN_CONFIDENCE = {
    rule for rule, draw in STEPS.items() if draw.__module__ == "tests.steps_of_mentoring"
}
REDACTING = (redactions.redact_event, redactions.forget_person)
BEGINNING = datetime(2025, 1, 2, tzinfo=UTC)
ATTEMPTS = 60
REDACTED = "select from log.command where org_id = $1 and last_position = $2 and salt is null"


@dataclass(kw_only=True)
class History:
    """What happens in one organization while dice decide who says what."""

    organization: Organization
    chance: Chance
    clock: Clock
    now: datetime
    done: Counter[Rule] = field(default_factory=Counter)
    refused: Counter[Rule] = field(default_factory=Counter)
    keyed: list[tuple[Actor, Rule, Any, Manner, Done]] = field(default_factory=list)

    @classmethod
    async def begin(cls, handler: Handler, dice: Random, clock: Clock = Clock.REAL) -> Self:
        now = datetime.now(UTC) if clock is Clock.REAL else BEGINNING
        at = None if clock is Clock.REAL else now
        organization = await Organization.begin(handler, clock, at)
        chance = Chance(dice=dice, today=now.date(), administrators={organization.actor.id})
        history = cls(organization=organization, chance=chance, clock=clock, now=now)
        for fact in await handler.log.facts(organization.id, 1, 3):
            chance.remember(fact)
        await history._open_again()
        return history

    async def go_on(self, commands: int, how_often: dict[Rule, int] = HOW_OFTEN) -> None:
        """So many more commands, one after another or a few at once."""
        while commands > 0:
            at_once = self.chance.one_of(1, 1, 1, 2, 5)
            chosen = self.chance.dice.choices([*how_often], [*how_often.values()], k=at_once)
            await asyncio.gather(*(self.try_once(rule, self.somebody(rule)) for rule in chosen))
            commands -= at_once

    async def complete(self) -> None:
        """Let happen what has not happened yet, so that nothing is left out."""
        await self._measure_in_every_way()
        # Nothing is redacted while a legal hold stands.
        await self.try_once(holds.release_legal_hold, self.entitled(holds.release_legal_hold))
        for rule in sorted(STEPS, key=lambda rule: rule is cycles.close_cycle):
            if not self.done[rule]:
                await self.try_on(rule)
            if not self.done[rule]:
                await self._let_cycles_close()
                await self._open_again()
                # The last one may be done, or be between two people alone.
                await self.try_on(add_step)
                await self.try_on(rule)
        await self._sound_an_alarm()

    async def _let_cycles_close(self) -> None:
        """None is closed without scores where that is agreed on."""
        change: Any = policies.ChangePolicy
        said = change(reason="So that one can be closed.", closing=Demand.NONE)
        await self.say(policies.change_policy, said, self.administrator())

    async def _measure_in_every_way(self) -> None:
        for _ in range(ATTEMPTS):
            added = self.chance.facts[events.KeyResultAdded]
            if {fact.metric.kind for fact in added} == set(MetricKind):
                return
            await self.try_once(key_results.add_key_result, self.administrator())

    async def _sound_an_alarm(self) -> None:
        """What is watched is seldom red: until it is, and something is done about it."""
        for _ in range(ATTEMPTS):
            for rule in ALARMING:
                if not all(self.done[each] for each in ALARMING):
                    await self.try_once(rule, self.administrator())

    async def try_on(self, rule: Rule) -> None:
        """Let an administrator try until it is done, or until it seems that it cannot be."""
        before = self.done[rule]
        for _ in range(ATTEMPTS):
            await self.try_once(rule, self.entitled(rule))
            if self.done[rule] > before:
                return

    async def _open_again(self) -> None:
        for rule, times in OPENING:
            for _ in range(times):
                await self.try_on(rule)
        await self.entrust()

    async def entrust(self) -> None:
        """Let somebody redact, which nobody gives to themselves, nor to a program."""
        while not self.chance.redactors:
            await self.try_once(people.add_person, self.administrator())
            someone = self.chance.person()
            said = people.GrantPermission(person_id=someone, permission=Permission.REDACT)
            await self.say(people.grant_permission, said, self.administrator())

    async def try_once(self, rule: Rule, actor: Actor) -> None:
        """Let somebody say something; it is done or refused."""
        self.chance.actor = actor.id
        try:
            said = get_type_hints(rule)["said"](**STEPS[rule](self.chance))
        except NothingThere:
            return
        await self.say(rule, said, actor)

    async def say(self, rule: Rule, said: Any, actor: Actor) -> None:
        """Let somebody say this; it is done or refused."""
        manner = self._manner()
        try:
            done = await self.organization.handler.carry_out(actor, rule, said, manner)
        except Refused:
            self.refused[rule] += 1
            return
        self.done[rule] += 1
        for fact in done.facts:
            self.chance.remember(fact, actor.id)
        self.chance.happened.append(await self.event_at(done.position))
        if manner.idempotency_key:
            self.keyed.append((actor, rule, said, manner, done))

    async def event_at(self, position: int) -> UUID:
        """The id of the fact at a position."""
        (row,) = await self.organization.rows(query("event_at"), position)
        found: UUID = row["event_id"]
        return found

    async def repeat(self) -> None:
        """Say again what was said under a key: nothing more happens."""
        for actor, rule, said, manner, done in self.keyed:
            again = self.organization.handler.carry_out(actor, rule, said, manner)
            if await self.organization.rows(REDACTED, done.position):
                assert await refusals(again) == ["KEY_WAS_USED"]
            else:
                assert await again == done

    def administrator(self) -> Actor:
        return self._actor(self.chance.dice.choice(sorted(self.chance.administrators)))

    def entitled(self, rule: Rule) -> Actor:
        """Somebody who may, most often: who redacts is no administrator for all that."""
        redactors = self.chance.redactors
        two = steps_of_mentoring.of_a_pair(self.chance) if rule in IN_CONFIDENCE else []
        if two:
            return self._actor(self.chance.dice.choice(two))
        if rule in REDACTING and redactors:
            return self._actor(self.chance.dice.choice(sorted(redactors)))
        others = self.chance.administrators - redactors
        if rule is holds.release_legal_hold and others:
            return self._actor(self.chance.dice.choice(sorted(others)))
        return self.administrator()

    def somebody(self, rule: Rule) -> Actor:
        if self.chance.perhaps(0.7):
            return self.entitled(rule)
        return self._actor(self.chance.person())

    def _actor(self, person_id: Any) -> Actor:
        return Actor(organization_id=self.organization.id, id=person_id)

    def _manner(self) -> Manner:
        manner = Manner()
        if self.chance.perhaps(0.1):
            manner.idempotency_key = f"key-{self.chance.dice.randrange(10**12)}"
        if self.chance.perhaps(0.05):
            manner.expected_version = self.chance.dice.randint(1, 6)
        if self.clock is Clock.SIMULATED:
            later = self.now + timedelta(hours=self.chance.one_of(0, 0, 1, 2, 5, 12))
            self.now = min(later, datetime.now(UTC))  # nothing is recorded in the future
            self.chance.today = self.now.date()
            manner.at = self.now - timedelta(hours=self.chance.one_of(0, 0, 2))
        return manner


async def two_histories(handler: Handler, seed: int, commands: int) -> list[History]:
    """Two organizations, one with measured and one with simulated times, entangled step by step."""
    dice = Random(seed)
    both = [await History.begin(handler, dice, clock) for clock in Clock]
    for _ in range(0, 2 * commands, 10):
        await dice.choice(both).go_on(10)
    for history in both:
        await history.complete()
        await history.repeat()
    return both
