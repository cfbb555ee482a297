"""Moves an organization to another PostgreSQL server: copied while it is written, then frozen.

Where its head is, there it is served. Before it is frozen all is as it was; while it is frozen it
is nowhere, and nothing of it changes; once its head is set on the other server it is there.
"""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import asyncpg

from server.migrate import count
from server.queries import query
from server.rebuild import Rebuilt, StateBuilder, Told

PIECE = 5_000
"""Facts that are copied at once."""
FEW = 250
"""So many may come after the last look before an organization is frozen."""
NOTHING = bytes(32)

GROWING = {
    "event": query("copy_events"),
    "private": query("copy_words"),
    "command": query("copy_commands"),
}
BESIDE = {
    "epoch": query("copy_epochs"),
    "ballot": query("copy_ballots"),
    "subtree": query("copy_subtrees"),
    "checkpoint": query("copy_checkpoints"),
    "api_key_use": query("copy_key_uses"),
    "delivery": query("copy_deliveries"),
}
"""What is little, or changes: it is copied once nothing of it changes any more."""


class CannotMove(Exception):
    """An organization stays where it is; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Server:
    """One of the two, and its owner's connection."""

    name: str
    owner: asyncpg.Connection

    async def head(self, organization_id: UUID) -> asyncpg.Record | None:
        """The organization's head, if it is here."""
        return await self.owner.fetchrow(query("head"), organization_id)

    async def mark(self, organization_id: UUID) -> asyncpg.Record | None:
        """Where it went, if it was here."""
        return await self.owner.fetchrow(query("moved"), organization_id)

    async def latest(self) -> asyncpg.Record:
        """The newest version of the state, which its owner has just brought up to date."""
        return (await self.owner.fetch(query("latest_state_version")))[0]


@dataclass(kw_only=True)
class Move:
    """One organization on its way from one server to another."""

    organization_id: UUID
    source: Server
    target: Server
    told: Told
    _there: StateBuilder = field(init=False)

    def __post_init__(self) -> None:
        self._there = StateBuilder(self.target.owner, self.told)

    async def carry_out(self) -> int:
        """Whatever an earlier attempt left; answers its position. Raises CannotMove."""
        head = await self.source.head(self.organization_id)
        mark = await self.source.mark(self.organization_id)
        settled = await self.target.head(self.organization_id)
        self._check(head, mark, settled)
        if settled is not None:
            return int(settled["position"])
        if mark is not None:
            await _check_is_kept(self.organization_id, self.source, mark)
        version = await self._version(head)
        await self.target.owner.execute(query("forget"), self.organization_id)
        shadow = Rebuilt(organization_id=self.organization_id, before=0, facts=0)
        if mark is None:
            await self._copy_most(shadow, version)
            mark = await leave(self.organization_id, self.source, self.target.name)
        try:
            await self._copy_rest(shadow, version, mark)
        except BaseException:
            await thaw(self.organization_id, self.source)
            raise
        await settle(self.organization_id, self.target, mark, version)
        return int(mark["position"])

    def _check(self, head: Any, mark: Any, settled: Any) -> None:
        """Raises CannotMove unless it is here, or on its way there."""
        whose = self.organization_id
        if head is None and mark is None:
            raise CannotMove(f"There is no organization {whose} on {self.source.name}.")
        if head is not None and settled is not None:
            raise CannotMove(f"{whose} is on {self.source.name} and on {self.target.name}.")
        if head is None and mark["server"] != self.target.name:
            raise CannotMove(f"{whose} is on its way to {mark['server']}: finish that first.")

    async def _version(self, head: asyncpg.Record | None) -> int:
        """The version of the state that it will use: of the same text, or nothing is comparable."""
        ours, theirs = await self.source.latest(), await self.target.latest()
        if ours["digest"] != theirs["digest"]:
            raise CannotMove(
                f"{self.source.name} and {self.target.name} are not of the same release: "
                "run `okrlog migrate`."
            )
        if head is not None and head["state_version"] != ours["version"]:
            raise CannotMove(
                f"{self.organization_id} does not use the newest state of {self.source.name}: "
                "run `okrlog migrate`."
            )
        return int(theirs["version"])

    async def _copy_most(self, shadow: Rebuilt, version: int) -> None:
        """While everybody goes on writing; compared on both sides."""
        while (head := await self._position()) - shadow.facts > FEW or not shadow.facts:
            await self._copy(shadow, version, head)
        await count(self.target.owner)
        await self._compare(shadow, version)

    async def _copy_rest(self, shadow: Rebuilt, version: int, mark: asyncpg.Record) -> None:
        """What came since, and all that stands beside the log."""
        last = shadow.facts
        await self._copy(shadow, version, mark["position"])
        await self._compare_logs(last, mark["position"])
        async with self.target.owner.transaction():
            for table, text in BESIDE.items():
                rows = await self.source.owner.fetch(text, self.organization_id)
                await _insert(self.target, table, rows)
        ends = await self.target.owner.fetchval(
            query("chain_at"), self.organization_id, mark["position"]
        )
        if ends != mark["chain"]:
            raise CannotMove(f"The copy on {self.target.name} ends with another chain.")

    async def _copy(self, shadow: Rebuilt, version: int, position: int) -> None:
        """Facts with all that belongs to them, folded there; nobody sees them yet."""
        for start in range(shadow.facts, position, PIECE):
            end = min(start + PIECE, position)
            async with self.target.owner.transaction():
                for table, text in GROWING.items():
                    values = self.organization_id, start, end
                    await _insert(self.target, table, await self.source.owner.fetch(text, *values))
            await self._check_chain(version, start, end)
            await self._there.follow(shadow, version, end)

    async def _check_chain(self, version: int, after: int, until: int) -> None:
        """Computed anew from what arrived."""
        await self._there.look_in(version)
        before = NOTHING
        if after:
            values = self.organization_id, after
            before = await self.target.owner.fetchval(query("chain_at"), *values)
        values_ = self.organization_id, after, until, before
        broken = await self.target.owner.fetchval(query("chain_break"), *values_)
        if broken is not None:
            raise CannotMove(f"The chain does not fit at position {broken}.")

    async def _compare(self, shadow: Rebuilt, version: int) -> None:
        """What was copied, and every table of the state on both sides as of the last fact of it."""
        await self._compare_logs(0, shadow.facts)
        here = (await self.source.latest())["version"]
        digests = []
        for builder, used in ((StateBuilder(self.source.owner), here), (self._there, version)):
            await builder.look_in(used)
            digests.append(await builder.digests(shadow, used))
        ours, theirs = digests
        if differing := [name for name in ours if ours[name] != theirs.get(name)]:
            raise CannotMove(f"The state there differs in {', '.join(differing)}.")

    async def _compare_logs(self, after: int, until: int) -> None:
        values = self.organization_id, after, until
        ours = await self.source.owner.fetch(query("copied_digest"), *values)
        if ours != await self.target.owner.fetch(query("copied_digest"), *values):
            raise CannotMove("What was copied differs.")

    async def _position(self) -> int:
        head = await self.source.head(self.organization_id)
        if head is None:
            raise CannotMove(f"{self.organization_id} has gone from {self.source.name}.")
        return int(head["position"])


async def leave(organization_id: UUID, source: Server, name: str) -> asyncpg.Record:
    """Its head goes, and a mark says where to: whoever asks for it is told to come again."""
    async with source.owner.transaction():
        await source.owner.fetchrow(query("lock_head"), organization_id)
        await source.owner.execute(query("mark_moved"), organization_id, name)
        await source.owner.execute(query("remove_head"), organization_id)
        return (await source.owner.fetch(query("moved"), organization_id))[0]


async def settle(organization_id: UUID, target: Server, mark: asyncpg.Record, version: int) -> None:
    """Its head is set, and with it everything is there."""
    head = [mark[name] for name in ("epoch", "position", "chain", "recorded_at", "clock")]
    async with target.owner.transaction():
        await target.owner.execute(query("unmark_moved"), organization_id)
        await target.owner.execute(query("settle_head"), organization_id, *head, version)


async def thaw(organization_id: UUID, source: Server) -> int:
    """It is where it was, as it was; its state is folded anew if that moved on meanwhile."""
    mark = await source.mark(organization_id)
    if mark is None:
        raise CannotMove(f"There is no organization {organization_id} on {source.name}.")
    await _check_is_kept(organization_id, source, mark)
    version = int((await source.latest())["version"])
    if mark["state_version"] != version:
        builder = StateBuilder(source.owner)
        await builder.look_in(version)
        await source.owner.execute(query("clear"), organization_id)
        shadow = Rebuilt(organization_id=organization_id, before=0, facts=0)
        await builder.follow(shadow, version, mark["position"])
    await settle(organization_id, source, mark, version)
    return int(mark["position"])


async def _check_is_kept(organization_id: UUID, source: Server, mark: asyncpg.Record) -> None:
    """Raises CannotMove where the log that a mark tells of was removed behind it."""
    values = organization_id, mark["position"]
    if await source.owner.fetchval(query("chain_at"), *values) != mark["chain"]:
        raise CannotMove(f"{source.name} has the log of {organization_id} no more: it was removed.")


async def _insert(target: Server, table: str, rows: list[asyncpg.Record]) -> None:
    if rows:
        await target.owner.copy_records_to_table(
            table, schema_name="log", records=map(tuple, rows), columns=list(rows[0].keys())
        )
