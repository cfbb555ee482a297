"""The state as a text of SQL: loaded into schemas, filled by replay, compared, and swapped in."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import asyncpg

from server.losses import PASSING
from server.pools import TENSES, search_path
from server.queries import SQL, query
from server.release import RELEASE, is_later

CHUNK = 250

Told = Callable[[UUID, int, int], None]
"""Hears of whose log so many facts were folded, and of how many."""


def unheard(*_: object) -> None:
    """Nobody listens."""


@dataclass(kw_only=True)
class Rebuilt:
    """One organization's replay: how many facts, and the tables that came out otherwise."""

    organization_id: UUID
    before: int
    facts: int
    differences: list[str] = field(default_factory=list)


class StateDiffers(Exception):
    """Replaying the same facts gave another state; nothing was swapped in."""


class CannotBeFolded(Exception):
    """The state cannot be told from this fact on; nothing was swapped in."""

    def __init__(self, organization_id: UUID, position: int, cause: Exception) -> None:
        super().__init__(
            f"The fact at position {position} of organization {organization_id} cannot be folded, "
            f"and is not left out: {str(cause).partition(chr(10))[0]}. Nothing was swapped in."
        )


class NoWayBack(Exception):
    """There is no version of the state that was used before the present one."""

    def __init__(self) -> None:
        super().__init__("There is no version of the state before this one to go back to.")


class MadeByALaterRelease(Exception):
    """The state belongs to a later release, which this one does not replace."""

    def __init__(self, later: str) -> None:
        super().__init__(
            f"The state was made by okrlog {later}, and this is {RELEASE}: it stays as it is. "
            "`okrlog rebuild --back` goes back to the version before."
        )


def state_files() -> Iterator[Path]:
    """The text of the state in the order in which it is loaded: types, tables, functions, folds."""
    functions = sorted((SQL / "functions").glob("*.sql"))
    yield from (path for path in functions if path.name[0].isdigit())
    yield from sorted((SQL / "state").glob("*.sql"))
    yield from (path for path in functions if not path.name[0].isdigit())
    yield from sorted((SQL / "projections").glob("*.sql"))


def view_files(tense: str) -> list[Path]:
    """The text of what is shown, in the order of its numbers: some of it for one tense alone."""
    views = SQL / "views"
    return sorted(
        (*views.glob("*.sql"), *(views / tense).glob("*.sql")), key=lambda each: each.name
    )


def text_digest() -> bytes:
    """SHA-256 over the whole text of the state: another digest asks for a replay."""
    digest = hashlib.sha256()
    for path in (*state_files(), *(path for tense in TENSES for path in view_files(tense))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.digest()


class StateBuilder:
    """Makes, fills, compares and swaps versions of the state; works on the owner's connection."""

    def __init__(self, connection: asyncpg.Connection, told: Told = unheard) -> None:
        self._db = connection
        self._told = told
        self._folded: Counter[int] = Counter()
        self._analyzed: Counter[int] = Counter()

    async def latest(self) -> asyncpg.Record | None:
        """Number and digest of the newest version."""
        return await self._db.fetchrow(query("latest_state_version"))

    async def renew(self) -> list[Rebuilt]:
        """Bring every organization to the present text; replayed twice, to be sure of it.

        Raises MadeByALaterRelease.
        """
        latest = await self.latest()
        current = latest is not None and latest["digest"] == text_digest()
        if latest is not None and not current and is_later(latest["release"]):
            raise MadeByALaterRelease(latest["release"])
        version = int(latest["version"]) if latest and current else await self._create()
        rebuilt: list[Rebuilt] = []
        while shadows := await self._shadows(version):
            await self._prove(shadows, version)
            for each in shadows:
                each.differences = await self._compare(each, each.before, version)
                await self._swap(each, version)
            rebuilt += shadows
        await self._adopt(version, rebuilt)
        return rebuilt

    async def rebuild(self) -> list[Rebuilt]:
        """The same text: swapped in only where every table of every organization came out equal."""
        version = await self._create()
        shadows = await self._shadows(version)
        for each in shadows:
            each.differences = await self._compare(each, each.before, version)
        if any(each.differences for each in shadows):
            await self._discard(version)
            return shadows
        for each in shadows:
            await self._swap(each, version)
        await self._adopt(version, shadows)
        return shadows

    async def back(self) -> list[Rebuilt]:
        """Let every organization use the version of before again, with all that came since.

        Raises NoWayBack.
        """
        version = await self._db.fetchval(query("former_state_version"))
        if version is None:
            raise NoWayBack
        gone = [
            await self._replay(head, version, head["folded"])
            for head in await self._db.fetch(query("heads_beside"), version)
        ]
        for each in gone:
            each.differences = await self._compare(each, each.before, version)
            await self._swap(each, version)
        await self._db.execute(query("adopt_state_version"), version)
        return gone

    async def _create(self) -> int:
        async with self._db.transaction():
            values = text_digest(), RELEASE
            version = int(await self._db.fetchval(query("note_state_version"), *values))
            await self._db.execute(query("create_state"), version)
            await self._db.execute(query("trust_function_bodies"))
            await self.look_in(version)
            await self._load(state_files())
            for tense in TENSES:
                await self._db.execute(query("set_search_path"), search_path(version, tense))
                await self._load(view_files(tense))
            await self._db.execute(query("open_state"), version)
        return version

    async def _load(self, paths: Iterable[Path]) -> None:
        for path in paths:
            try:
                await self._db.execute(path.read_text())
            except asyncpg.PostgresError as error:
                error.add_note(f"while loading {path.name}")
                raise

    async def look_in(self, version: int) -> None:
        """Look up names in a version of the state."""
        await self._db.execute(
            query("set_search_path"), f"state_{version}, state_{version}_now, log, pg_temp"
        )

    async def _shadows(self, version: int) -> list[Rebuilt]:
        """A replay in this version of every organization that does not use it yet."""
        heads = await self._db.fetch(query("heads"))
        behind = [head for head in heads if head["state_version"] != version]
        return [await self._replay(head, version) for head in behind]

    async def _replay(self, head: asyncpg.Record, version: int, folded: int = 0) -> Rebuilt:
        """Fold the log up to its head, behind what is folded already."""
        shadow = Rebuilt(organization_id=head["org_id"], before=head["state_version"], facts=folded)
        await self.follow(shadow, version, head["position"])
        return shadow

    async def follow(self, shadow: Rebuilt, version: int, head: int) -> None:
        """Fold on up to a head, committing now and then: no transaction grows long."""
        await self.look_in(version)
        for start in range(shadow.facts, head, CHUNK):
            end = min(start + CHUNK, head)
            await self._fold(shadow.organization_id, start, end)
            await self._analyze(version, end - start)
            shadow.facts = end
            self._told(shadow.organization_id, end, head)

    async def _fold(self, organization_id: UUID, start: int, end: int) -> None:
        """Many facts at once; where one of them cannot be folded it is found, to be named."""
        try:
            await self._db.execute(query("replay"), organization_id, start, end)
        except PASSING:
            raise
        except asyncpg.PostgresError as error:
            if end - start == 1:
                raise CannotBeFolded(organization_id, end, error) from error
            middle = (start + end) // 2
            await self._fold(organization_id, start, middle)
            await self._fold(organization_id, middle, end)

    async def _analyze(self, version: int, folded: int) -> None:
        """As often as the facts have doubled: plans for the tables as they were go through them."""
        self._folded[version] += folded
        if self._folded[version] >= 2 * self._analyzed[version]:
            self._analyzed[version] = self._folded[version]
            await self._db.execute(query("analyze_state"))

    async def _swap(self, shadow: Rebuilt, version: int) -> None:
        """Fold the last facts while nobody appends; from then on the organization uses it.

        What came during replay and comparison is folded before: only the last few keep others
        waiting.
        """
        while (head := await self._head(shadow)) - shadow.facts > CHUNK:
            await self.follow(shadow, version, head)
        async with self._db.transaction():
            head = await self._db.fetchval(query("lock_head"), shadow.organization_id)
            await self.look_in(version)
            await self._db.execute(query("replay"), shadow.organization_id, shadow.facts, head)
            await self._db.execute(query("swap_state"), shadow.organization_id, version)

    async def _head(self, shadow: Rebuilt) -> int:
        head = await self._db.fetchrow(query("head"), shadow.organization_id)
        return int(head["position"]) if head else 0

    async def _compare(self, shadow: Rebuilt, before: int, version: int) -> list[str]:
        """The tables that differ as of the position up to which the shadow was folded.

        Both are added up by one text, that of the later version.
        """
        await self.look_in(max(version, before))
        ours = await self.digests(shadow, version)
        theirs = await self.digests(shadow, before)
        return [
            name
            for name in sorted(ours.keys() | theirs.keys())
            if ours.get(name) != theirs.get(name)
        ]

    async def digests(self, shadow: Rebuilt, version: int) -> dict[str, bytes]:
        """Of each table as of the last fact that was folded; names are looked up as they are."""
        values = shadow.organization_id, shadow.facts, f"state_{version}"
        rows = await self._db.fetch(query("state_digest"), *values)
        return {row["name"]: row["digest"] for row in rows}

    async def _prove(self, shadows: list[Rebuilt], version: int) -> None:
        """Replay once more and compare: a fold that looks at a clock or a die would show here."""
        second = await self._create()
        first = {each.organization_id: each for each in shadows}
        try:
            for again in await self._shadows(second):
                await self._prove_equal(first.get(again.organization_id), version, second)
        finally:
            await self._discard(second)

    async def _prove_equal(self, shadow: Rebuilt | None, version: int, second: int) -> None:
        """An organization that began since the first replay has nothing to be compared with."""
        if shadow and (differences := await self._compare(shadow, version, second)):
            tables = ", ".join(differences)
            raise StateDiffers(f"Two replays differ in {tables}; nothing was swapped in.")

    async def _adopt(self, version: int, rebuilt: list[Rebuilt]) -> None:
        """From here on new servers use it; those that have not noticed read the one before.

        That stays, to go back to.
        """
        await self._db.execute(query("adopt_state_version"), version)
        former = await self._db.fetchval(query("former_state_version"))
        kept = {version, former, *(each.before for each in rebuilt)}
        for row in await self._db.fetch(query("idle_state_versions"), version):
            if row["version"] not in kept:
                await self._db.execute(query("drop_state"), row["version"])

    async def _discard(self, version: int) -> None:
        await self._db.execute(query("drop_state"), version)
        await self._db.execute(query("forget_state_version"), version)
