"""What `append` writes: gapless, chained, in order of time, whole or not at all."""

import asyncio
import hashlib
import json
import struct
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import asyncpg
import pytest
import rfc8785

from server.commands import Handler, Manner
from server.okr.check_ins import RecordCheckIn, RecordCheckIns, record_check_ins
from server.okr.events import PersonAdded, PersonDeactivated, PersonRenamed
from server.okr.now import Guard
from server.okr.people import add_person
from server.okr.terms import Clock
from server.queries import query
from tests.entries import append, arrival, entry, of_nobody, renaming, sqlstate
from tests.samples import Organization

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def header(event: asyncpg.Record) -> bytes:
    microseconds = (event["recorded_at"] - EPOCH) // timedelta(microseconds=1)
    return b"".join(
        (
            event["org_id"].bytes,
            struct.pack(">iq", event["epoch"], event["position"]),
            event["stream_id"].bytes,
            struct.pack(">i", event["version"]),
            event["event_id"].bytes,
            event["command_id"].bytes,
            struct.pack(">iq", event["schema_version"], microseconds),
            event["actor_id"].bytes,
        )
    )


async def busy(organization: Organization) -> None:
    """A day's work: commands of one fact and of many, one after another and at once."""
    key_results = [await organization.key_result() for _ in range(3)]
    await asyncio.gather(*(organization.check_in(each, 5) for each in key_results * 3))
    reports = [RecordCheckIn(key_result_id=each.key_result_id) for each in key_results]
    said = RecordCheckIns(check_ins=reports)
    await organization.handler.carry_out(organization.actor, record_check_ins, said)


async def test_positions_have_no_gap_whatever_failed_meanwhile(organization: Organization) -> None:
    for _ in range(3):
        await append(organization, entry(organization, arrival(), arrival()))
        with pytest.raises(asyncpg.PostgresError):
            await append(organization, entry(organization, arrival(), of_nobody()))
    positions = [event["position"] for event in await organization.log()]
    assert positions == list(range(1, 3 + 3 * 2 + 1))


async def test_organizations_count_for_themselves(handler: Handler) -> None:
    both = [await Organization.begin(handler) for _ in range(2)]
    await asyncio.gather(*(each.person() for each in both * 10))
    for each in both:
        assert [event["position"] for event in await each.log()] == list(range(1, 14))


async def test_the_head_stands_where_the_log_ends(organization: Organization) -> None:
    await busy(organization)
    *_, last = await organization.log()
    (head,) = await organization.rows("select * from log.head where org_id = $1")
    for name in ("epoch", "position", "chain", "recorded_at"):
        assert head[name] == last[name]


async def test_times_strictly_increase(organization: Organization) -> None:
    await busy(organization)
    times = [event["recorded_at"] for event in await organization.log()]
    assert all(earlier < later for earlier, later in pairwise(times))


async def test_the_chain_follows_from_the_documented_bytes(organization: Organization) -> None:
    await busy(organization)
    chain = bytes(32)
    for event in await organization.log():
        words = chain + header(event) + event["body_digest"] + event["type"].encode()
        chain = hashlib.sha256(words).digest()
        assert event["chain"] == chain


async def test_the_first_branch_begins_with_the_first_fact(organization: Organization) -> None:
    (branch,) = await organization.rows("select * from log.epoch where org_id = $1")
    assert (branch["epoch"], branch["first_position"]) == (1, 1)
    assert branch["previous_chain"] == bytes(32)


async def test_the_digest_is_that_of_the_body_as_it_stands(organization: Organization) -> None:
    await organization.person("Zoë “Ω” 🦊\n\t\\ \u2028")
    for event in await organization.log():
        body = event["body"].encode()
        assert event["body_digest"] == hashlib.sha256(body).digest()
        assert body == rfc8785.dumps(json.loads(body))


async def test_each_stream_counts_its_own_versions(organization: Organization) -> None:
    await busy(organization)
    last: dict[object, int] = {}
    for event in await organization.log():
        assert event["version"] == last.get(event["stream_id"], 0) + 1
        last[event["stream_id"]] = event["version"]
    assert max(last.values()) >= 4


async def test_a_command_is_one_run_of_positions_by_one_actor(organization: Organization) -> None:
    ann = await organization.person()
    await append(organization.by(ann), entry(organization.by(ann), arrival(), arrival()))
    first, second = (await organization.log())[-2:]
    assert first["command_id"] == second["command_id"]
    assert first["event_id"] != second["event_id"]
    assert {first["actor_id"], second["actor_id"]} == {ann.person_id}


async def test_words_of_people_stand_beside_the_log(organization: Organization) -> None:
    await organization.do(add_person, name="Grace", email="grace@example.org")
    *_, event = await organization.log()
    assert "Grace" not in event["body"]
    kept = await organization.rows(
        "select field, salt, value from log.private where org_id = $1 and position = $2",
        event["position"],
    )
    assert {row["field"]: row["value"] for row in kept} == {
        "name": "Grace",
        "email": "grace@example.org",
    }
    assert json.loads(event["body"])["private"] == {
        row["field"]: hashlib.sha256(row["salt"] + row["value"].encode()).hexdigest()
        for row in kept
    }


async def test_the_same_words_never_get_the_same_commitment(organization: Organization) -> None:
    await asyncio.gather(*(organization.person("Grace") for _ in range(5)))
    salts = await organization.rows("select distinct salt from log.private where org_id = $1")
    values = await organization.rows("select value from log.private where org_id = $1")
    assert len(salts) == len(values)
    assert all(len(row["salt"]) == 16 for row in salts)


async def test_a_command_is_written_whole_or_not_at_all(organization: Organization) -> None:
    before = await written(organization)
    with pytest.raises(asyncpg.PostgresError) as caught:
        await append(organization, entry(organization, arrival(), of_nobody()))
    assert sqlstate(caught.value) == "OK004"
    assert await written(organization) == before


async def test_a_bad_command_takes_no_other_with_it(organization: Organization) -> None:
    entries = [entry(organization, arrival()) for _ in range(6)]
    entries[3].facts = [of_nobody()]
    outcomes = await asyncio.gather(
        *(organization.handler.log.append(each) for each in entries), return_exceptions=True
    )
    assert [index for index, each in enumerate(outcomes) if isinstance(each, Exception)] == [3]
    assert (await organization.kinds())[3:] == ["PersonAdded"] * 5


async def test_guards_are_checked_against_commands_of_the_same_call(
    organization: Organization,
) -> None:
    guard = Guard(stream=organization.actor.id)
    entries = [
        entry(organization, renaming(organization), decided_at=3, guards=[guard]) for _ in range(3)
    ]
    outcomes = await append(organization, *entries)
    assert [each.status for each in outcomes] == ["appended", "moved", "moved"]
    assert len(await organization.log()) == 4


async def test_a_guard_looks_at_its_stream_and_its_kinds_alone(organization: Organization) -> None:
    await append(organization, entry(organization, renaming(organization)))
    elsewhere = Guard(stream=arrival().person_id)
    otherwise = Guard(stream=organization.actor.id, kinds=(PersonAdded, PersonDeactivated))
    for guards, status in (
        ([elsewhere, otherwise], "appended"),
        ([Guard(stream=organization.actor.id, kinds=(PersonDeactivated, PersonRenamed))], "moved"),
        ([elsewhere, Guard(stream=organization.actor.id)], "moved"),
    ):
        late = entry(organization, arrival(), decided_at=3, guards=guards)
        (outcome,) = await append(organization, late)
        assert outcome.status == status


async def test_what_a_decision_was_based_on_does_not_move_it(organization: Organization) -> None:
    await append(organization, entry(organization, renaming(organization)))
    guards = [Guard(stream=organization.actor.id)]
    (outcome,) = await append(
        organization, entry(organization, arrival(), decided_at=4, guards=guards)
    )
    assert outcome.status == "appended"


async def test_a_transaction_writes_to_its_own_organization_alone(
    organization: Organization, handler: Handler
) -> None:
    other = await Organization.begin(handler)
    commands = json.dumps([entry(other, arrival()).as_json()])
    for admitted in (str(organization.id), ""):
        async with handler.database.transaction(organization.id) as connection:
            await connection.fetchval(query("set_organization"), admitted)
            with pytest.raises(asyncpg.PostgresError) as caught:
                await connection.fetchval(query("append"), other.id, commands)
        assert sqlstate(caught.value) == "OK002"
    assert len(await other.log()) == 3


async def test_measured_times_cannot_be_given(organization: Organization) -> None:
    before = await written(organization)
    with pytest.raises(asyncpg.PostgresError) as caught:
        await organization.do(add_person, Manner(at=datetime.now(UTC)), name="Ann")
    assert sqlstate(caught.value) == "OK001"
    assert await written(organization) == before


async def test_simulated_times_are_those_given(handler: Handler) -> None:
    organization = await Organization.begin(handler, Clock.SIMULATED, at=EPOCH)
    given = [EPOCH + timedelta(days=days) for days in (1, 2, 30)]
    for at in given:
        await organization.do(add_person, Manner(at=at), name="Ann")
    assert [event["recorded_at"] for event in await organization.log()][-3:] == given


async def test_simulated_times_still_increase(handler: Handler) -> None:
    organization = await Organization.begin(handler, Clock.SIMULATED, at=EPOCH)
    late, early = EPOCH + timedelta(days=2), EPOCH + timedelta(days=1)
    for at in (late, early, early):
        await organization.do(add_person, Manner(at=at), name="Ann")
    microsecond = timedelta(microseconds=1)
    times = [event["recorded_at"] for event in await organization.log()][-3:]
    assert times == [late, late + microsecond, late + 2 * microsecond]


async def test_nothing_is_recorded_in_the_future(handler: Handler) -> None:
    organization = await Organization.begin(handler, Clock.SIMULATED, at=EPOCH)
    future = datetime.now(UTC) + timedelta(minutes=1)
    with pytest.raises(asyncpg.PostgresError) as caught:
        await organization.do(add_person, Manner(at=future), name="Ann")
    assert sqlstate(caught.value) == "OK001"
    assert len(await organization.log()) == 3


async def written(organization: Organization) -> dict[str, list[asyncpg.Record]]:
    """All that the log holds of an organization."""
    return {
        table: await organization.rows(f"select * from log.{table} where org_id = $1 order by 1, 2")
        for table in ("head", "epoch", "event", "private", "command")
    }
