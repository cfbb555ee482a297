"""What somebody does to the database itself, as its superuser and with triggers off, is found."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from server.audit.export import lines
from server.audit.issuing import Issuer, NotTheSignedLog
from server.audit.notes import Signer
from server.commands import Handler
from server.database import Database
from server.log import Log
from server.migrate import owner_of
from server.settings import Settings
from tests.audit.verifiers import NOTHING, Signed, javascript, python
from tests.conftest import Clone
from tests.samples import Organization

REPORT, LAST = 9, 10
BODY = "the body is not the one that was recorded"
HEADER = "the header is not the one that was recorded"
NEW_DIGEST = "body_digest = sha256(convert_to(replace(body, '\"12\"', '\"13\"'), 'UTF8'))"
HIGHER = "body = replace(body, '\"12\"', '\"13\"')"
REWRITTEN = """
  with recursive written as (
    select e.position, e.chain from log.event e where e.org_id = $1 and e.position = 8
    union all
    select e.position, state_1.chained(w.chain, e)
    from written w join log.event e on e.org_id = $1 and e.position = w.position + 1
  )
  update log.event e set chain = w.chain
  from written w where e.org_id = $1 and e.position = w.position
"""


@pytest.fixture(scope="module")
async def url(clone: Clone) -> AsyncIterator[str]:
    """A database that nobody else works in."""
    async with clone() as url:
        yield url


@pytest.fixture(scope="module")
async def issuer(url: str, signer: Signer) -> AsyncIterator[Issuer]:
    async with Database(Settings(), url) as database:
        yield Issuer(database=database, signer=signer)


@pytest.fixture
async def intruder(url: str) -> AsyncIterator[asyncpg.Connection]:
    """The superuser, whom no trigger stops."""
    async with owner_of(url) as owner:
        await owner.execute("set session_replication_role = replica")
        yield owner


@pytest.fixture
async def acme(issuer: Issuer) -> Organization:
    """A report at position 9, and one fact more."""
    handler = Handler(database=issuer.database, log=Log(issuer.database))
    organization = await Organization.begin(handler)
    await organization.check_in(await organization.key_result(), 12, note="As planned.")
    await organization.person()
    return organization


async def found(
    folder: Path, issuer: Issuer, organization: Organization, signed: Signed = NOTHING
) -> str:
    """What both verifiers tell of the next export."""
    exported = [line async for line in lines(issuer.database, organization.id)]
    told = python(exported, signed)
    assert told == javascript(folder, exported, signed)
    return told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (f"update log.event set {HIGHER}", BODY),
        (f"update log.event set {HIGHER}, {NEW_DIGEST}", HEADER),
        ("update log.event set actor_id = gen_random_uuid()", HEADER),
        ("update log.event set recorded_at = recorded_at + interval '1 microsecond'", HEADER),
        ("update log.event set type = 'CheckInRetracted'", HEADER),
        ("update log.event set stream_id = gen_random_uuid()", HEADER),
        ("update log.event set version = 7", HEADER),
        ("update log.event set chain = sha256(chain)", HEADER),
        ("update log.private set value = 'Better.'", "note is not the text that was recorded"),
        ("update log.private set salt = sha256(salt)", "note is not the text that was recorded"),
        ("delete from log.private", "private fields are missing or added"),
        ("update log.private set salt = null, value = null", ""),
    ],
)
async def test_a_change_of_one_fact_is_found_in_the_next_export(
    acme: Organization,
    issuer: Issuer,
    intruder: asyncpg.Connection,
    tmp_path: Path,
    change: str,
    told: str,
) -> None:
    assert await found(tmp_path, issuer, acme) == ""
    await intruder.execute(f"{change} where org_id = $1 and position = $2", acme.id, REPORT)
    expected = f"position {REPORT}: {told}" if told else ""
    assert await found(tmp_path, issuer, acme) == expected


async def test_a_fact_that_was_deleted_is_found(
    acme: Organization, issuer: Issuer, intruder: asyncpg.Connection, tmp_path: Path
) -> None:
    await intruder.execute(
        "delete from log.event where org_id = $1 and position = $2", acme.id, REPORT
    )
    assert await found(tmp_path, issuer, acme) == (
        f"position {LAST}: position {REPORT} should stand here"
    )


async def test_facts_that_changed_places_are_found(
    acme: Organization, issuer: Issuer, intruder: asyncpg.Connection, tmp_path: Path
) -> None:
    for table in ("event", "private"):
        for before, after in ((4, 99), (5, 4), (99, 5)):
            await intruder.execute(
                f"update log.{table} set position = $3 where org_id = $1 and position = $2",
                *(acme.id, before, after),
            )
    assert await found(tmp_path, issuer, acme) == f"position 4: {HEADER}"


async def test_a_fact_that_was_moved_to_another_organization_is_found_in_both(
    acme: Organization, issuer: Issuer, intruder: asyncpg.Connection, tmp_path: Path
) -> None:
    other = await Organization.begin(acme.handler)
    for table in ("event", "private"):
        await intruder.execute(
            f"update log.{table} set org_id = $2, position = 4 where org_id = $1 and position = $3",
            *(acme.id, other.id, LAST - 1),
        )
    await intruder.execute("update log.head set position = 4 where org_id = $1", other.id)
    assert await found(tmp_path, issuer, other) == f"position 4: {HEADER}"
    assert await found(tmp_path, issuer, acme) == (
        f"position {LAST}: position {REPORT} should stand here"
    )


async def test_a_cut_tail_and_a_rewritten_chain_need_a_checkpoint(
    acme: Organization, issuer: Issuer, intruder: asyncpg.Connection, tmp_path: Path
) -> None:
    signed = Signed(key=issuer.signer.verifier, checkpoints=[await issuer.note(acme.id)])
    await intruder.execute(
        f"update log.event set {HIGHER}, {NEW_DIGEST} where org_id = $1 and position = $2",
        *(acme.id, REPORT),
    )
    await intruder.execute(REWRITTEN, acme.id)
    assert await found(tmp_path, issuer, acme) == ""
    assert await found(tmp_path, issuer, acme, signed) == (
        f"position {LAST}: the facts up to here are not those that were signed"
    )
    await intruder.execute(
        "delete from log.event where org_id = $1 and position = $2", acme.id, LAST
    )
    assert await found(tmp_path, issuer, acme) == ""
    assert await found(tmp_path, issuer, acme, signed) == (
        f"position {LAST}: it is missing: the log was signed up to position {LAST}"
    )
    with pytest.raises(NotTheSignedLog):
        await issuer.note(acme.id)
