"""What is looked at in the database, each with what to do where it is not as it should be."""

import asyncio
import json
import time
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

import asyncpg

from server.app import Urls
from server.database import OLDEST
from server.directory import Directory
from server.migrate import owner_of
from server.pools import ROLE
from server.queries import SQL, query
from server.rebuild import text_digest
from server.settings import Settings
from server.tenants import connected

CHANNEL = "okrlog_doctor"
HEARD_WITHIN = 5.0
CLOCK_SECONDS = 1.0
MUST_BE_ON = ("fsync", "full_page_writes")
TENSES_ASKED = 2


@dataclass(frozen=True, kw_only=True)
class Finding:
    """How something is, in a sentence or two."""

    state: str
    told: str


def good(told: str) -> Finding:
    """Nothing has to be done."""
    return Finding(state="ok", told=told)


def note(told: str) -> Finding:
    """Somebody should know."""
    return Finding(state="note", told=told)


def bad(told: str) -> Finding:
    """Somebody has to do something."""
    return Finding(state="bad", told=told)


async def version(owner: asyncpg.Connection, _: Settings) -> Finding:
    """An older one is not connected to at all."""
    number = int(await owner.fetchval(query("server_version")))
    return good(f"PostgreSQL {number // 10_000}.{number % 10_000}; {OLDEST // 10_000} is needed.")


async def clock(owner: asyncpg.Connection, _: Settings) -> Finding:
    """Tokens expire by our clock, facts are dated by that of the database."""
    before = time.time()
    there: float = (await owner.fetch(query("clock")))[0][0]
    after = time.time()
    apart = max(before - there, there - after, 0.0)
    if apart > CLOCK_SECONDS:
        return bad(
            f"the database is {apart:.1f} seconds away from this machine. "
            "Let both set their clocks by NTP."
        )
    return good("that of the database and ours agree.")


async def durability(owner: asyncpg.Connection, _: Settings) -> Finding:
    """What is acknowledged has to be on disk."""
    said = {row["name"]: row["setting"] for row in await owner.fetch(query("durability"))}
    off = [name for name in MUST_BE_ON if said[name] != "on"]
    if off:
        return bad(f"{' and '.join(off)} is off: a crash can destroy the log. Switch it on.")
    if said["synchronous_commit"] == "off":
        return note(
            "synchronous_commit is off: a crash can lose what was acknowledged just before it. "
            "Switch it on unless that is meant."
        )
    return good("what is acknowledged is on disk.")


async def migrations(owner: asyncpg.Connection, _: Settings) -> Finding:
    """The log's are numbered files, the state has a digest of its text."""
    if not await owner.fetchval(query("is_prepared")):
        return bad("the database is empty. Run `okrlog migrate`.")
    applied = {row["name"] for row in await owner.fetch(query("applied_migrations"))}
    known = {path.name for path in (SQL / "migrations").glob("*.sql")}
    if known - applied:
        return bad(f"{len(known - applied)} of the log are missing. Run `okrlog migrate`.")
    if applied - known:
        return note("the database is of a newer version than this one. Run that one here, too.")
    latest = await owner.fetchrow(query("latest_state_version"))
    if latest is None or latest["digest"] != text_digest():
        return bad("the state is that of another version. Run `okrlog migrate`.")
    return good("none is missing.")


async def walls(owner: asyncpg.Connection, _: Settings) -> Finding:
    """Between organizations, in every table that has rows of one."""
    open_ = [row["name"] for row in await owner.fetch(query("tables_without_walls"), ROLE)]
    if open_:
        return bad(
            f"{', '.join(open_[:3])} can be read or written by whoever asks. Somebody changed it: "
            "find out who, and run `okrlog rebuild`; for a table of the log, restore its policy."
        )
    return good("requests see one organization at a time, and write nothing but by `append`.")


async def connections(owner: asyncpg.Connection, settings: Settings) -> Finding:
    """Of one server, at its most."""
    [row] = await owner.fetch(query("connections"))
    each = TENSES_ASKED * settings.pool_size + settings.tree_pool_size + TENSES_ASKED
    needed = each * settings.workers
    told = f"{row['used']} of {row['most']} are in use, and a server here may take {needed}"
    if needed > row["most"] and not settings.pooled:
        return bad(
            f"{told}. Raise max_connections, lower OKRLOG_POOL_SIZE, or put a pooler between."
        )
    return good(f"{told}.")


async def open_logs(owner: asyncpg.Connection, _: Settings) -> Finding:
    """Whether there is anything to serve."""
    if not await owner.fetchval(query("is_prepared")):
        return note("none.")
    heads = await owner.fetch(query("heads"))
    if not heads:
        return note("there is no organization. Run `okrlog organization create`.")
    facts = sum(head["position"] for head in heads)
    return good(f"{len(heads)} with {facts:,} facts.")


async def directory(urls: Urls, settings: Settings) -> Finding:
    """Whether it leads to where each log is, and no log is anywhere else."""
    listed = Directory(settings.directory)
    places: dict[UUID, set[str]] = {each: set() for each in listed.organizations}
    for name, each in urls.all.items():
        async with owner_of(each.owner) as owner:
            for mark in await owner.fetch(query("marks")):
                places.setdefault(mark["org_id"], set())
            for head in await owner.fetch(query("heads")):
                places.setdefault(head["org_id"], set()).add(name)
    for organization_id, found in places.items():
        meant = listed.name_of(organization_id)
        if found != {meant}:
            where = " and ".join(sorted(found)) or "nowhere"
            return bad(
                f"it leads to {meant!r} for {organization_id}, whose log is {where}. "
                "Correct the entry; where a move was cut short, say it again."
            )
    return good(f"it leads to the logs of {len(places)} organizations on {len(urls.all)} servers.")


async def rights(url: str, *, pooled: bool) -> Finding:
    """Of the login of requests: it needs one role, and should be no more."""
    connection = await connected(url, statement_cache_size=0 if pooled else 100)
    try:
        [row] = await connection.fetch(query("rights"), ROLE)
    finally:
        await connection.close()
    login = row["login"]
    if not row["member"]:
        return bad(f"{login} may not act as {ROLE}. Let its owner run: grant {ROLE} to {login};")
    if row["passes"]:
        return bad(f"{ROLE} passes row-level security. Run: alter role {ROLE} nobypassrls;")
    if row["is_super"]:
        return note(
            f"{login} is a superuser. Have requests use a login of their own, which is in {ROLE}, "
            "and say that of the owner in OKRLOG_OWNER_DATABASE_URL."
        )
    return good(f"{login} acts as {ROLE}, which passes no wall.")


async def feed(urls: Urls, settings: Settings) -> Finding:
    """Whether what one process tells another one hears."""
    if not settings.notifications:
        return note("switched off: what others record is looked for every second.")
    heard = asyncio.Event()
    listening = await connected(urls.direct)
    telling = await connected(urls.requests, statement_cache_size=0)
    try:
        await listening.add_listener(CHANNEL, lambda *_: heard.set())
        await telling.fetch(query("notify"), CHANNEL, json.dumps({}))
        async with asyncio.timeout(HEARD_WITHIN):
            await heard.wait()
    except TimeoutError:
        where = urlsplit(urls.direct).path.removeprefix("/")
        return bad(
            f"what is told by way of OKRLOG_DATABASE_URL is not heard in {where!r}. Name the same "
            "database in OKRLOG_DIRECT_DATABASE_URL, without a pooler."
        )
    finally:
        await listening.close()
        await telling.close()
    return good("what one process tells another one hears.")
