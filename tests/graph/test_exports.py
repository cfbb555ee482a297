"""Taking the log away over HTTP: by cursors, in every format, and known to its keepers."""

import gzip
import hashlib
import tracemalloc
from contextlib import aclosing

import asyncpg
import pytest

from server.audit.export import pieces
from server.audit.taking import Taking
from server.audit.verify import verify
from server.commands import Handler
from server.okr.terms import ExportFormat
from server.queries import query
from tests.entries import append, arrival, entry
from tests.graph.erased import entrusted, latest, position
from tests.graph.office import Office
from tests.graph.taking import FORMATS, cursor_of, facts, listed, taken
from tests.samples import Organization

LONG = "A long name " * 800


@pytest.mark.row("R2-70")
async def test_an_auditor_takes_a_log_away_that_verifies_and_says_who_did_what(
    office: Office,
) -> None:
    auditor = await entrusted(office, "AUDIT")
    await office.check_in(await office.started(), "12", note="As planned")
    head = await position(office.admin)

    answer = await taken(auditor)

    assert answer.headers["content-type"] == "application/x-ndjson"
    assert verify(answer.text.removesuffix("\n").split("\n")).facts == head
    (report,) = [each for each in facts(answer) if each["type"] == "CheckInRecorded"]
    assert report["actorId"] == str(office.admin.person_id)
    assert report["private"]["note"]["value"] == "As planned"
    assert answer.headers["okrlog-cursor"] == cursor_of(facts(answer)[-1])


@pytest.mark.parametrize("form", FORMATS)
async def test_that_the_log_left_is_a_fact(office: Office, form: str) -> None:
    auditor, head = await entrusted(office, "AUDIT"), 5

    answer = await taken(auditor, format=form)

    (noted,) = await listed(office.admin)
    assert noted == {
        "firstPosition": 1,
        "lastPosition": head,
        "format": form.upper(),
        "sha256": hashlib.sha256(answer.content).hexdigest(),
        "complete": True,
        "author": {"id": str(auditor.person_id)},
    }
    assert facts(await taken(auditor, after=answer.headers["okrlog-cursor"]))[0]["type"] == (
        "LogExported"
    )
    assert len(await listed(office.admin)) == 1


async def test_an_export_goes_on_behind_a_cursor_and_ends_at_another(office: Office) -> None:
    await office.started()
    whole = facts(await taken(office.admin))
    low, high = whole[1], whole[4]

    some = facts(await taken(office.admin, after=cursor_of(low), until=cursor_of(high)))
    rest = facts(await taken(office.admin, after=cursor_of(high), until=cursor_of(whole[-1])))

    assert whole == whole[:2] + some + rest
    nothing = await taken(office.admin, after=cursor_of(high), until=cursor_of(high))
    assert (nothing.status_code, nothing.content) == (200, b"")


async def test_asking_for_the_head_of_an_answer_takes_nothing_away(office: Office) -> None:
    headers = {"Authorization": f"Bearer {office.admin.token}"}
    answer = await office.admin.http.head("/audit/events", headers=headers)

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["okrlog-cursor"].startswith("1.3.")
    assert await listed(office.admin) == []


async def test_it_is_packed_for_who_takes_it_so(office: Office) -> None:
    await office.started()

    packed = await taken(office.admin, headers={"Accept-Encoding": "gzip"})
    plain = await taken(office.admin, headers={"Accept-Encoding": "gzip;q=0"})

    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text[: len(packed.text)]
    assert gzip.compress(packed.content) < packed.content


async def test_only_auditors_and_administrators_take_it_away_and_see_who_did(
    office: Office,
) -> None:
    person, redactor = await office.person(), await entrusted(office)
    await taken(office.admin)

    for client in (person, redactor):
        answer = await taken(client)
        assert answer.status_code == 403
        assert answer.json()["errors"][0]["extensions"] == {"code": "NOT_ALLOWED"}
    assert len(await listed(office.admin)) == 1
    assert await listed(person) == []
    nobody = await office.admin.http.get("/audit/events")
    assert nobody.status_code == 401


async def test_the_history_tells_nobody_else_what_left_and_what_is_gone(
    office: Office, owner: asyncpg.Connection
) -> None:
    redactor, person = await entrusted(office), await office.person()
    await office.check_in(await office.started(), "12", note="Too much")
    event = await latest(owner, office, "CheckInRecorded")
    await redactor.do("redactEvent", "redaction { id }", eventId=event, reason="A name.")
    await taken(office.admin)

    told = "{ organization { events(last: 2) { nodes { __typename } } } }"
    kinds = [{"__typename": "EventRedacted"}, {"__typename": "LogExported"}]
    assert (await office.admin.ask(told))["organization"]["events"]["nodes"] == kinds
    hidden = (await person.ask(told))["organization"]["events"]["nodes"]
    assert not [each for each in hidden if each in kinds]


async def test_an_auditor_changes_nothing(office: Office) -> None:
    auditor = await entrusted(office, "AUDIT")
    said = {"personId": str(auditor.person_id), "permission": "CONTRIBUTE"}
    await office.admin.do("revokePermission", "person { id }", **said)
    cycle = await office.cycle()

    drafted = {"cycleId": cycle, "title": "Mine", "ownerPersonId": str(auditor.person_id)}
    assert await auditor.refused("createObjective", "objective", **drafted) == [("NOT_ALLOWED", "")]
    assert await auditor.refused("addPerson", "person", name="Eve") == [("NOT_ALLOWED", "")]


async def test_a_cursor_that_is_not_of_this_log_is_told_apart(
    office: Office, other_office: Office
) -> None:
    await office.started()
    elsewhere = facts(await taken(other_office.admin))[-1]
    here = facts(await taken(office.admin))[-1]
    head = await position(office.admin)
    ahead = f"1.{head + 7}.{here['chain'][:16]}"

    for wrong, status, told in (
        ("nonsense", 400, {"code": "INVALID"}),
        ("-1", 400, {"code": "INVALID"}),
        (cursor_of(elsewhere), 404, {"code": "NOT_FOUND", "head": head}),
        (ahead, 404, {"code": "NOT_FOUND", "head": head}),
    ):
        for name in ("after", "until"):
            answer = await taken(office.admin, **{name: wrong})
            assert answer.status_code == status
            assert answer.json()["errors"][0]["extensions"] == told
    assert f"position {head}" in (await taken(office.admin, after=ahead)).text


async def test_what_is_not_known_is_told_with_what_is(office: Office) -> None:
    unknown = await taken(office.admin, format="xml")
    assert unknown.status_code == 400
    for form in FORMATS:
        assert form in unknown.json()["errors"][0]["message"]
    mistyped = await taken(office.admin, formt="csv")
    assert mistyped.status_code == 400
    assert "after, until, format" in mistyped.json()["errors"][0]["message"]


async def test_a_redaction_lists_what_had_left_with_the_words(
    office: Office, owner: asyncpg.Connection
) -> None:
    redactor, auditor = await entrusted(office), await entrusted(office, "AUDIT")
    before = facts(await taken(office.admin))
    await office.check_in(await office.started(), "12", note="Too much")
    event = await latest(owner, office, "CheckInRecorded")
    await taken(auditor, after=cursor_of(before[-1]), format="csv")

    shows = "redaction { exports { nodes { format author { id } } } }"
    made = await redactor.do("redactEvent", shows, eventId=event, reason="It names somebody.")

    left = [{"format": "CSV", "author": {"id": str(auditor.person_id)}}]
    assert made["exports"]["nodes"] == left


async def test_a_cursor_of_a_branch_that_was_lost_is_told_with_the_common_ancestor(
    office: Office, owner: asyncpg.Connection
) -> None:
    kept = facts(await taken(office.admin))
    head = await position(office.admin)
    lost = f"1.{head + 3}.0123456789abcdef"
    await owner.execute(query("begin_epoch"), "a restore", office.actor.organization_id, 1, None)
    await office.person()

    answer = await taken(office.admin, after=lost)

    assert answer.status_code == 409
    told = {"code": "LOG_FORKED", "head": head + 1, "ancestor": head}
    assert answer.json()["errors"][0]["extensions"] == told
    assert facts(await taken(office.admin, after=cursor_of(kept[-1])))[-1]["epoch"] == 2


async def test_what_left_before_a_reader_went_away_is_a_fact_too(
    office: Office, handler: Handler
) -> None:
    await office.started()
    taking = Taking(
        handler=handler,
        organization_id=office.actor.organization_id,
        person_id=None,
        after=0,
        until=await position(office.admin),
        format=ExportFormat.CSV,
    )
    async with aclosing(taking.sent()) as sent:
        async for _ in sent:
            break

    (noted,) = await listed(office.admin)
    assert (noted["firstPosition"], noted["complete"]) == (1, False)
    assert noted["author"] is None  # whoever operates the server is nobody here


async def test_memory_stays_flat_however_long_the_log_is(office: Office, handler: Handler) -> None:
    organization = Organization(handler=handler, actor=office.actor)
    for _ in range(120):
        await append(organization, entry(organization, *(arrival(LONG) for _ in range(50))))
    head, most, whole = await position(office.admin), 0, 0
    tracemalloc.start()
    try:
        async for piece in pieces(handler.database, office.actor.organization_id, until=head):
            whole += len(piece.lines)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert whole > 60_000_000
    assert most < whole / 2
