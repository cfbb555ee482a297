"""A log is signed as far as it goes and is durable, and never again where it is another one."""

import asyncio
import json

import asyncpg
import pytest

from server.audit.checking import check
from server.audit.export import lines
from server.audit.issuing import Issuer, NotThatFar, NotTheSignedLog
from server.audit.lines import DoesNotVerify
from server.commands import Handler
from server.database import Database
from server.ids import new_id
from server.log import Log
from server.migrate import owner_of
from server.okr import events
from server.okr.export_words import ExportFormat
from server.queries import query
from server.settings import Settings
from tests.conftest import Clone
from tests.entries import append, entry
from tests.samples import Organization


async def exported(database: Database, organization: Organization) -> list[bytes]:
    return [f"{line}\n".encode() async for line in lines(database, organization.id)]


async def test_what_was_signed_fits_the_export(
    organization: Organization, database: Database, issuer: Issuer
) -> None:
    note = await issuer.note(organization.id)
    await organization.check_in(await organization.key_result(), 12)
    later = await issuer.note(organization.id)
    proof = await issuer.inclusion(organization.id, 2)
    facts = await exported(database, organization)

    told = check(facts, [note, later], [proof], issuer.signer.verifier)

    assert told.good[1:] == [
        "The checkpoint of position 3 fits.",
        f"The checkpoint of position {len(facts)} fits.",
        "The proof of position 2 fits.",
    ]
    assert told.beside == []


async def test_what_was_signed_is_the_beginning_of_what_is_signed_later(
    organization: Organization, issuer: Issuer
) -> None:
    note = await issuer.note(organization.id)
    await organization.key_result()
    proof = await issuer.growth(organization.id, 3)

    told = check(proof.encode().splitlines(keepends=True), [note], [], issuer.signer.verifier)

    [sentence] = told.good
    assert sentence.endswith("begins with that of position 3.")


async def test_a_log_that_stands_still_is_signed_once(
    organization: Organization, issuer: Issuer, owner: asyncpg.Connection
) -> None:
    notes = await asyncio.gather(*(issuer.note(organization.id) for _ in range(5)))
    assert len({*notes}) == 1
    assert (
        await owner.fetchval(
            "select count(*) from log.checkpoint where org_id = $1", organization.id
        )
        == 1
    )


async def test_that_the_log_was_taken_away_is_signed_with_the_next_fact_or_when_asked_for(
    organization: Organization, issuer: Issuer
) -> None:
    exported = events.LogExported(
        export_id=new_id(),
        first_position=1,
        last_position=3,
        format=ExportFormat.NDJSON,
        sha256="0" * 64,
        complete=True,
    )
    await append(organization, entry(organization, exported))
    assert (await issuer.checkpoint(organization.id)).position == 3
    assert "\n4\n" in await issuer.inclusion(organization.id, 4)
    assert (await issuer.checkpoint(organization.id)).position == 4
    await organization.person()
    assert (await issuer.checkpoint(organization.id)).position == 5


async def test_facts_that_nobody_signed_are_told(
    organization: Organization, database: Database, issuer: Issuer
) -> None:
    note = await issuer.note(organization.id)
    await organization.cycle()
    told = check(await exported(database, organization), [note], [], issuer.signer.verifier)
    assert told.beside == ["Nothing that was signed covers positions 4 to 5."]


async def test_a_range_is_anchored_where_it_begins_or_in_its_middle(
    organization: Organization, database: Database, issuer: Issuer
) -> None:
    note = await issuer.note(organization.id)
    await organization.cycle()
    facts = await exported(database, organization)
    key = issuer.signer.verifier
    for begin in (1, 2, 3):
        assert check(facts[begin:], [note], [], key).good[1:] == [
            "The checkpoint of position 3 fits."
        ]
    with pytest.raises(DoesNotVerify, match="position 3 says nothing of what begins at 5"):
        check(facts[4:], [note], [], key)
    assert check(facts[4:], [], [], None).beside[1:] == [
        "What is before position 5 was not checked."
    ]


async def test_a_proof_is_asked_of_what_is_there(
    organization: Organization, issuer: Issuer
) -> None:
    for ask in (issuer.inclusion, issuer.growth):
        with pytest.raises(NotThatFar, match="The log ends at position 3"):
            await ask(organization.id, 4)
    with pytest.raises(NotThatFar):
        await issuer.note(new_id())


async def test_a_log_that_was_rewritten_or_cut_is_not_signed(clone: Clone, issuer: Issuer) -> None:
    async with clone() as url, Database(Settings(), url) as database, owner_of(url) as owner:
        organization = await Organization.begin(Handler(database=database, log=Log(database)))
        await organization.cycle()
        own = Issuer(database=database, signer=issuer.signer)
        await own.note(organization.id)
        await owner.execute("set session_replication_role = replica")  # no trigger guards now
        for change in (
            "update log.event set chain = sha256(chain) where position = 5",
            "delete from log.event where position = 5",
            "update log.head set position = 4",
        ):
            await owner.execute(change)
            with pytest.raises(NotTheSignedLog, match="up to position 5: somebody changed"):
                await own.note(organization.id)


@pytest.mark.parametrize("table", ["checkpoint", "subtree"])
@pytest.mark.parametrize("change", ["update log.{} set org_id = org_id", "truncate log.{}"])
async def test_what_was_signed_is_final(owner: asyncpg.Connection, table: str, change: str) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="the log is final"):
        await owner.execute(change.format(table))


async def test_requests_keep_nothing_of_another_organization(
    organization: Organization, database: Database
) -> None:
    async with database.transaction(organization.id) as connection:
        for name, values in (
            ("keep_subtrees", [8, 0, [bytes(32)]]),
            ("keep_checkpoint", [1, bytes(32), bytes(32)]),
        ):
            with pytest.raises(asyncpg.PostgresError, match="is not the one of this transaction"):
                async with connection.transaction():
                    await connection.execute(query(name), new_id(), *values)


async def test_nothing_is_noted_that_is_not_in_the_log(
    organization: Organization, database: Database, owner: asyncpg.Connection
) -> None:
    async with database.transaction(organization.id) as connection:
        await connection.execute(query("keep_checkpoint"), organization.id, 3, bytes(32), bytes(32))
    assert not await owner.fetchval(
        "select count(*) from log.checkpoint where org_id = $1", organization.id
    )


async def test_what_is_signed_is_on_disk_though_commands_do_not_wait_for_it(
    organization: Organization, issuer: Issuer, owner: asyncpg.Connection
) -> None:
    """The databases of tests commit without waiting, so that their last facts may be in memory."""
    assert await owner.fetchval("show synchronous_commit") == "off"
    await organization.cycle()
    before = await owner.fetchval("select pg_current_wal_insert_lsn()::text")
    await issuer.note(organization.id)
    assert await owner.fetchval("select pg_current_wal_flush_lsn() >= $1::text::pg_lsn", before)


async def test_each_epoch_is_a_log_of_its_own_name(
    organization: Organization, issuer: Issuer, database: Database, owner: asyncpg.Connection
) -> None:
    first = await issuer.note(organization.id)
    await owner.fetch(query("begin_epoch"), "Tried out.", organization.id, 1, None)
    assert await issuer.note(organization.id) == first
    await organization.cycle()
    second = await issuer.note(organization.id)
    assert [note.split("\n")[0][-2:] for note in (first, second)] == ["/1", "/2"]
    facts = await exported(database, organization)
    assert [json.loads(fact)["epoch"] for fact in facts] == [1, 1, 1, 2, 2]
    assert len(check(facts, [first, second], [], issuer.signer.verifier).good) == 3
