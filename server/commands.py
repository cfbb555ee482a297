"""The one command handler: load how things stand, let a rule decide, append what it decided."""

import asyncio
import hmac
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, get_type_hints
from uuid import UUID
from weakref import WeakValueDictionary
from zoneinfo import ZoneInfo

import msgspec

from server.database import Database, Rehearsal
from server.ids import new_id
from server.log import Entry, KeyUse, Log
from server.okr import authority
from server.okr.events import Fact
from server.okr.now import ActorNow, Guard, OrganizationNow
from server.okr.organizations import CreateOrganization, create_organization
from server.okr.pulses_now import Ballot
from server.okr.refusals import (
    ChangedMeanwhile,
    Invalid,
    KeyWasUsed,
    NotAllowed,
    Objections,
    Refused,
)
from server.okr.standing import Decision, Standing, alignments_stream
from server.okr.texts import storable
from server.said import digest, words
from server.zones import zoned

ATTEMPTS = 5
KEY_LENGTH = 200
SALT_BYTES = 16

Rule = Callable[[Standing, Any], Decision]


@dataclass(kw_only=True)
class Actor:
    """For whom a command is carried out; whoever arrives is nobody in the organization yet."""

    organization_id: UUID
    id: UUID
    arrives: bool = False


@dataclass(kw_only=True)
class Manner:
    """How a command is to be carried out; ``at`` only where the clock is simulated."""

    idempotency_key: str | None = None
    expected_version: int | None = None
    dry_run: bool | None = False
    at: datetime | None = None


@dataclass(kw_only=True)
class Done:
    """What was written, now or when the same key was first used."""

    facts: list[Fact]
    position: int


class Loaded(msgspec.Struct):
    """The answer of the query `standings`."""

    position: int
    time_zone: str
    actor: ActorNow | None
    administrators: list[UUID]
    organization: OrganizationNow
    standings: list[dict[str, msgspec.Raw]]


@dataclass(kw_only=True)
class Handler:
    """Carries commands out; the same for requests, the demo and the command line."""

    database: Database
    log: Log
    new_id: Callable[[], UUID] = field(default=new_id)
    _turns: WeakValueDictionary[UUID, asyncio.Lock] = field(
        default_factory=WeakValueDictionary, init=False, repr=False
    )

    async def carry_out(
        self, actor: Actor, rule: Rule, said: Any, manner: Manner | None = None
    ) -> Done:
        """Decide and append, or answer what was done when the same key was first used.

        Raises Refused with every known reason.
        """
        manner = manner or Manner()
        _check(said, manner)
        key = await self._claim(actor, rule, said, manner.idempotency_key)
        if isinstance(key, Done):
            return key
        try:
            return await self._decide(actor, rule, said, manner, key)
        except Refused:
            # What stands in the way may be the very same command, done since the key was looked up.
            done = await self._claim(actor, rule, said, manner.idempotency_key)
            if isinstance(done, Done):
                return done
            raise

    @asynccontextmanager
    async def rehearse(
        self, actor: Actor, rule: Rule, said: Any, manner: Manner
    ) -> AsyncIterator[tuple[Done, Rehearsal]]:
        """What a command would do, open to be read for as long as it is looked at; then it is gone.

        It is decided afresh, whatever its key stands for. Raises Refused with every known reason.
        """
        _check(said, manner)
        for _ in range(ATTEMPTS):
            entry = await self._decided(actor, rule, said, manner, tried=True)
            async with self.log.rehearsed(entry) as (outcome, rehearsal):
                if outcome.status == "appended":
                    yield Done(facts=entry.facts, position=outcome.last), rehearsal
                    return
        raise Refused([ChangedMeanwhile(manner.expected_version or 0)])

    async def _decide(
        self, actor: Actor, rule: Rule, said: Any, manner: Manner, key: KeyUse | None
    ) -> Done:
        """Decide anew while facts that matter come between, five times at most.

        From the second time on they take turns: of many who want the same, most would be late.
        """
        turn = self._turns.setdefault(actor.organization_id, asyncio.Lock())
        for attempt in range(ATTEMPTS):
            async with turn if attempt else nullcontext():
                entry = await self._decided(actor, rule, said, manner)
                entry.key = key
                outcome = await self.log.append(entry)
            if outcome.status == "appended":
                return Done(facts=entry.facts, position=outcome.last)
            if outcome.status == "repeated":
                return await self.carry_out(actor, rule, said, manner)
        raise Refused([ChangedMeanwhile(manner.expected_version or 0)])

    async def _decided(
        self, actor: Actor, rule: Rule, said: Any, manner: Manner, *, tried: bool = False
    ) -> Entry:
        """What the rule decides as things stand, and what that rests on.

        What is only tried knows how many answered a pulse, not what: it would tell it one by one.
        """
        standing = await self._standing(actor, said, manner)
        if tried:
            standing.ballots = [Ballot() for _ in standing.ballots]
        if authority.only_reads(standing.actor):
            raise Refused([NotAllowed("This program may only read.")])
        decision = rule(standing, said)
        entry = self._entry(actor, standing, decision, manner)
        entry.guards += [
            *_as_expected(standing, decision, said, manner),
            *authority.guards(standing.actor),
        ]
        return entry

    async def create_organization(
        self, said: CreateOrganization, at: datetime | None = None
    ) -> Actor:
        """Begin an organization's log; answers its first administrator."""
        objections = Objections()
        zoned(objections, said.time_zone, "time_zone")
        objections.settle()
        actor = Actor(organization_id=self.new_id(), id=self.new_id())
        standing = Standing(
            organization_id=actor.organization_id,
            position=0,
            actor=ActorNow(id=actor.id, permissions=[], member_of=[], manages=[]),
            administrators=[],
            today=date.min,
            new_id=self.new_id,
        )
        _check(said, Manner())
        decision = create_organization(standing, said)
        entry = self._entry(actor, standing, decision, Manner(at=at))
        entry.begins = said.clock
        await self.database.look_up_newest()
        await self.log.append(entry)
        return actor

    async def _standing(self, actor: Actor, said: Any, manner: Manner) -> Standing:
        items = getattr(said, "check_ins", None)
        asked = [words(each) for each in ([said] if items is None else items)]
        row = await self.database.fetch_newest(
            actor.organization_id, "standings", actor.id, msgspec.json.encode(asked).decode()
        )
        loaded = msgspec.json.decode(row["standings"], type=Loaded) if row else None
        if loaded is not None and actor.arrives:
            loaded.actor = loaded.actor or authority.nobody_yet(actor.id)
        if loaded is None or loaded.actor is None:
            raise Refused([NotAllowed("You are no longer part of this organization.")])
        now = (manner.at or datetime.now(UTC)).astimezone(ZoneInfo(loaded.time_zone))
        common: dict[str, Any] = {
            "organization_id": actor.organization_id,
            "position": loaded.position,
            "actor": loaded.actor,
            "administrators": loaded.administrators,
            "organization": loaded.organization,
            "today": now.date(),
            "new_id": self.new_id,
            "expected_version": manner.expected_version,
        }
        standings = [Standing(**common, **_seen(each)) for each in loaded.standings]
        return standings[0] if items is None else Standing(**common, items=standings)

    def _entry(self, actor: Actor, standing: Standing, decision: Decision, manner: Manner) -> Entry:
        return Entry(
            id=self.new_id(),
            organization_id=actor.organization_id,
            actor_id=actor.id,
            decided_at=standing.position,
            facts=decision.facts,
            fact_ids=[self.new_id() for _ in decision.facts],
            ballot=decision.ballot,
            at=manner.at,
        )

    async def _claim(
        self, actor: Actor, rule: Rule, said: Any, key: str | None
    ) -> KeyUse | Done | None:
        """What the key stands for now, or what was done when it was first used."""
        if key is None:
            return None
        used = await self.database.fetch_row(actor.organization_id, "used_key", key)
        salt = used["salt"] if used else secrets.token_bytes(SALT_BYTES)
        if salt is None:
            # Words of that command were redacted: what it said can no longer be compared.
            raise Refused([KeyWasUsed(None, "command", "idempotency_key")])
        stands_for = digest(salt, actor.id, rule.__name__, said)
        if used is None:
            return KeyUse(text=key, salt=salt, digest=stands_for)
        if not hmac.compare_digest(used["digest"], stands_for):
            raise Refused([KeyWasUsed(None, "command", "idempotency_key")])
        facts = await self.log.facts(
            actor.organization_id, used["first_position"], used["last_position"]
        )
        return Done(facts=facts, position=used["last_position"])


def _check(said: Any, manner: Manner) -> None:
    """What no rule could take: text that cannot be stored, keys that cannot be printed."""
    objections = Objections()
    storable(objections, said)
    key = manner.idempotency_key
    printable = key is None or (0 < len(key) <= KEY_LENGTH and key.isprintable())
    objections.when(
        not printable,
        Invalid("A key has 1 to 200 printable characters.", "command", "idempotency_key"),
    )
    objections.settle()


def _as_expected(standing: Standing, decision: Decision, said: Any, manner: Manner) -> list[Guard]:
    """Where the client expects a version, any fact in the streams concerned counts."""
    items = getattr(said, "check_ins", None) or [said]
    versioned = manner.expected_version is not None or any(
        getattr(each, "expected_version", None) is not None for each in items
    )
    if not versioned:
        return decision.guards
    streams = {each.stream for each in decision.guards if each.stream} | {
        alignments_stream(standing.organization_id)
    }
    anywhere = [each for each in decision.guards if each.stream is None]
    return [*anywhere, *(Guard(stream=each) for each in streams)]


def _seen(loaded: dict[str, msgspec.Raw]) -> dict[str, Any]:
    """Each part read as what it is, straight from the text: numbers stay exact."""
    return {name: msgspec.json.decode(value, type=STANDING[name]) for name, value in loaded.items()}


STANDING = get_type_hints(Standing)
