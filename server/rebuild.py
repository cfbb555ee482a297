"""The state as a text of SQL: loaded into schemas of its own, filled by replay, compared, and swapped in."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import asyncpg

from server.database import SQL, query, search_path

CHUNK = 500


@dataclass(kw_only=True)
class Rebuilt:
    """One organization's replay: how many facts, and which tables came out otherwise than they were live."""

    organization_id: UUID
    facts: int
    differences: list[str]


class StateDiffers(Exception):
    """Replaying the same facts gave another state; nothing was swapped in."""


def state_files() -> Iterator[Path]:
    """The text of the state in the order in which it is loaded: types, tables, functions, folds."""
    functions = sorted((SQL / "functions").glob("*.sql"))
    yield from (path for path in functions if path.name[0].isdigit())
    yield from sorted((SQL / "state").glob("*.sql"))
    yield from (path for path in functions if not path.name[0].isdigit())
    yield from sorted((SQL / "projections").glob("*.sql"))


def view_files() -> list[Path]:
    """The text of what is shown, in the order of its numbers."""
    return sorted((SQL / "views").glob("*.sql"))


def text_digest() -> bytes:
    """SHA-256 over the whole text of the state: another digest asks for a replay."""
    digest = hashlib.sha256()
    for path in (*state_files(), *view_files()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.digest()


class StateBuilder:
    """Makes, fills, compares and swaps versions of the state; works on the owner's connection."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._db = connection

    async def latest(self) -> asyncpg.Record | None:
        """Number and digest of the newest version."""
        return await self._db.fetchrow(query("latest_state_version"))

    async def renew(self) -> list[Rebuilt]:
        """A new text: replayed twice to be sure that it is deterministic, then swapped in."""
        latest = await self.latest()
        before = None if latest is None else int(latest["version"])
        version = await self._create()
        rebuilt: list[Rebuilt] = []
        while behind := await self._behind(version):
            shadows = [await self._replay(each, version) for each in behind]
            await self._prove(shadows, version)
            for each in shadows:
                each.differences = await self._compare(each, before, version) if before else []
                await self._swap(each, version)
            rebuilt += shadows
        await self._drop_idle(version, keep=before)
        return rebuilt

    async def rebuild(self) -> list[Rebuilt]:
        """The same text: swapped in only where every table of every organization came out equal."""
        before = int((await self._db.fetchrow(query("latest_state_version")))["version"])
        version = await self._create()
        shadows = [await self._replay(each, version) for each in await self._behind(version)]
        for each in shadows:
            each.differences = await self._compare(each, before, version)
        if any(each.differences for each in shadows):
            await self._discard(version)
            return shadows
        for each in shadows:
            await self._swap(each, version)
        await self._drop_idle(version, keep=before)
        return shadows

    async def _create(self) -> int:
        async with self._db.transaction():
            version = int(await self._db.fetchval(query("note_state_version"), text_digest()))
            await self._db.execute(query("create_state"), version)
            await self._db.execute(query("trust_function_bodies"))
            await self._look_in(version)
            await self._load(state_files())
            await self._db.execute(query("set_search_path"), search_path(version))
            await self._load(view_files())
            await self._db.execute(query("open_state"), version)
        return version

    async def _load(self, paths: Iterable[Path]) -> None:
        for path in paths:
            try:
                await self._db.execute(path.read_text())
            except asyncpg.PostgresError as error:
                error.add_note(f"while loading {path.name}")
                raise

    async def _look_in(self, version: int) -> None:
        await self._db.execute(
            query("set_search_path"), f"state_{version}, state_{version}_now, log, pg_temp"
        )

    async def _replay(self, organization_id: UUID, version: int) -> Rebuilt:
        """Fold the log up to where it stands now, committing now and then, so that no transaction grows long."""
        await self._look_in(version)
        head = int(await self._db.fetchval(query("head_position"), organization_id))
        for start in range(0, head, CHUNK):
            await self._db.execute(
                query("replay"), organization_id, start, min(start + CHUNK, head)
            )
            if start == 0:
                await self._db.execute(query("analyze_state"))
        return Rebuilt(organization_id=organization_id, facts=head, differences=[])

    async def _swap(self, shadow: Rebuilt, version: int) -> None:
        """Fold the last facts while nobody appends, then let the organization use the new version."""
        async with self._db.transaction():
            head = await self._db.fetchrow(query("lock_head"), shadow.organization_id)
            await self._look_in(version)
            await self._db.execute(
                query("replay"), shadow.organization_id, shadow.facts, head["position"]
            )
            await self._db.execute(query("swap_state"), shadow.organization_id, version)

    async def _compare(self, shadow: Rebuilt, before: int, version: int) -> list[str]:
        """The tables that differ as of the position up to which the shadow was folded."""
        ours = await self._digests(shadow, version)
        theirs = await self._digests(shadow, before)
        return [
            name
            for name in sorted(ours.keys() | theirs.keys())
            if ours.get(name) != theirs.get(name)
        ]

    async def _digests(self, shadow: Rebuilt, version: int) -> dict[str, bytes]:
        await self._look_in(version)
        rows = await self._db.fetch(query("state_digest"), shadow.organization_id, shadow.facts)
        return {row["name"]: row["digest"] for row in rows}

    async def _prove(self, shadows: list[Rebuilt], version: int) -> None:
        """Replay once more and compare: a fold that looks at a clock or a die would show here."""
        second = await self._create()
        try:
            for shadow in shadows:
                await self._replay(shadow.organization_id, second)
                if differences := await self._compare(shadow, version, second):
                    raise StateDiffers(
                        f"Two replays differ in {', '.join(differences)}; nothing was swapped in."
                    )
        except BaseException:
            await self._discard(version)
            raise
        finally:
            await self._discard(second)

    async def _behind(self, version: int) -> list[UUID]:
        """Organizations that do not use this version yet."""
        heads = await self._db.fetch(query("heads"))
        return [row["org_id"] for row in heads if row["state_version"] != version]

    async def _discard(self, version: int) -> None:
        await self._db.execute(query("drop_state"), version)
        await self._db.execute(query("forget_state_version"), version)

    async def _drop_idle(self, version: int, keep: int | None) -> None:
        """Servers that have not noticed yet still read the version before; older ones are gone."""
        for row in await self._db.fetch(query("idle_state_versions"), version):
            if row["version"] != keep:
                await self._db.execute(query("drop_state"), row["version"])
