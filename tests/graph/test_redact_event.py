"""Taking words out of the history through the running server: they are gone for good."""

import asyncpg

from server.audit.export import lines
from server.audit.verify import verify
from server.database import Database
from tests.graph.erased import as_of, entrusted, latest, places_of, position
from tests.graph.office import Office
from tests.graph.pulses import answered, opened

SECRET = "What nobody may read"
SHOWS = "redaction { id eventPosition fields reason author { id } person { id } }"
WORDS = "... on CheckIn { value note obstacles { text } }"


async def test_words_are_gone_everywhere_and_in_the_past_too(
    office: Office, owner: asyncpg.Connection
) -> None:
    redactor, key_result = await entrusted(office), await office.started()
    obstacles = [f"{SECRET}, too"]
    report = await office.check_in(key_result, "12", note=SECRET, obstacles=obstacles)
    before = await position(office.admin)
    event = await latest(owner, office, "CheckInRecorded")
    assert await places_of(owner, SECRET)

    made = await redactor.do("redactEvent", SHOWS, eventId=event, reason="It was about someone.")

    assert (made["eventPosition"], made["fields"]) == (before, ["note", "obstacles.0.text"])
    assert await places_of(owner, SECRET) == []
    gone = {"value": "12", "note": None, "obstacles": [{"text": "[redacted]"}]}
    assert await office.seen("CheckIn", report, "value note obstacles { text }") == gone
    assert await as_of(await office.person(), before, report, WORDS) == gone
    progress = await office.seen("KeyResult", key_result, "current")
    assert progress == {"current": "12"}


async def test_the_log_still_verifies_and_says_what_was_redacted(
    office: Office, owner: asyncpg.Connection, database: Database
) -> None:
    redactor = await entrusted(office)
    await office.check_in(await office.started(), "12", note=SECRET)
    event = await latest(owner, office, "CheckInRecorded")

    await redactor.do("redactEvent", SHOWS, eventId=event, reason="It was about someone.")

    exported = [line async for line in lines(database, office.actor.organization_id)]
    assert verify(exported).facts == await position(office.admin)
    assert not any(SECRET in line for line in exported)
    (redacted,) = [line for line in exported if '"type":"CheckInRecorded"' in line]
    assert '"private":{"note":null}' in redacted


async def test_only_the_fields_that_are_named_are_redacted(
    office: Office, owner: asyncpg.Connection
) -> None:
    redactor = await entrusted(office)
    cycle = await office.cycle()
    objective = await office.objective(cycle, title=SECRET, description="What stands behind it")
    event = await latest(owner, office, "ObjectiveCreated")

    said = {"eventId": event, "fields": ["title"], "reason": "A name stood there."}
    await redactor.do("redactEvent", SHOWS, **said)

    shown = await office.seen("Objective", objective, "title description redactedFields")
    beside = {"description": "What stands behind it"}
    assert shown == beside | {"title": "[redacted]", "redactedFields": ["title"]}
    await office.admin.do(
        "editObjective", "objective { id }", objectiveId=objective, title="New", reason="So."
    )
    shown = await office.seen("Objective", objective, "title description redactedFields")
    assert shown == beside | {"title": "New", "redactedFields": []}
    assert await redactor.refused("redactEvent", "redaction", **said) == [
        ("INVALID", "input.fields.0")
    ]


async def test_the_same_words_elsewhere_stay(office: Office, owner: asyncpg.Connection) -> None:
    redactor, key_result = await entrusted(office), await office.started()
    first = await office.check_in(key_result, "12", note="As planned")
    event = await latest(owner, office, "CheckInRecorded")
    second = await office.check_in(key_result, "13", note="As planned")

    await redactor.do("redactEvent", SHOWS, eventId=event, reason="A slip.")

    assert await office.seen("CheckIn", first, "note") == {"note": None}
    assert await office.seen("CheckIn", second, "note") == {"note": "As planned"}


async def test_the_key_of_a_redacted_command_was_used(
    office: Office, owner: asyncpg.Connection
) -> None:
    redactor = await entrusted(office)
    said = {"objectiveId": await office.objective(await office.cycle()), "text": SECRET}
    keyed = {"idempotencyKey": "once"}
    await office.admin.command("addComment", "comment { id }", said, keyed)
    event = await latest(owner, office, "CommentAdded")

    await redactor.do("redactEvent", SHOWS, eventId=event, reason="It was about someone.")

    again = await office.admin.command("addComment", "comment { id }", said, keyed)
    assert [each["code"] for each in again["refusals"]] == ["KEY_WAS_USED"]


async def test_who_may_not_redact_learns_of_no_fact(
    office: Office, other_office: Office, owner: asyncpg.Connection
) -> None:
    await office.check_in(await office.started(), "12", note=SECRET)
    event = await latest(owner, office, "CheckInRecorded")
    redactor, stranger = await entrusted(office), await entrusted(other_office)
    told = {"eventId": event, "reason": "So."}

    for known in (told, told | {"eventId": office.admin.person_id.hex}):
        reasons = await office.admin.refused("redactEvent", "redaction", **known)
        assert reasons == [("NOT_ALLOWED", ""), ("NOT_FOUND", "input.eventId")]
    assert await stranger.refused("redactEvent", "redaction", **told) == [
        ("NOT_FOUND", "input.eventId")
    ]
    assert await redactor.refused("redactEvent", "redaction", eventId=event, reason=" ") == [
        ("REASON_IS_MISSING", "input.reason")
    ]


async def test_redactions_are_shown_to_those_who_look_after_the_history(
    office: Office, owner: asyncpg.Connection
) -> None:
    redactor, auditor = await entrusted(office), await entrusted(office, "AUDIT")
    await office.check_in(await office.started(), "12", note=SECRET)
    event = await latest(owner, office, "CheckInRecorded")
    made = await redactor.do("redactEvent", SHOWS, eventId=event, reason="It was about someone.")

    listed = "{ organization { redactions { totalCount nodes { id reason } } } }"
    shown = {"totalCount": 1, "nodes": [{"id": made["id"], "reason": "It was about someone."}]}
    nothing = {"totalCount": 0, "nodes": []}
    for client, expected in (
        (auditor, shown),
        (office.admin, shown),
        (await office.person(), nothing),
    ):
        answer = await client.ask(listed)
        assert answer["organization"]["redactions"] == expected


async def test_whether_an_answer_to_a_pulse_has_a_name_is_not_found_out_by_redacting_it(
    office: Office, owner: asyncpg.Connection
) -> None:
    redactor, cycle = await entrusted(office), await office.cycle()
    pulse = await opened(office, cycle, "TRUST", "LEARNED")
    for named in (True, False):
        who = await office.person()
        made = await answered(who, pulse, named=named, TRUST=2, LEARNED=SECRET)
        said = {"eventId": await latest(owner, office, "PulseAnswered"), "reason": "A name."}
        first = {"fields": ["answers.1.text"]}

        told = await redactor.do("redactEvent", "redaction { fields }", **said, **first)
        again = await redactor.refused("redactEvent", "redaction", **said, **first)
        rest = await redactor.do("redactEvent", "redaction { fields }", **said)
        over = await redactor.refused("redactEvent", "redaction", **said)
        assert (told, rest) == (first, {"fields": ["answers.0.text"]})
        assert again == [("INVALID", "input.fields.0")]
        assert over == [("WRONG_STATE", "input.eventId")]
        left = [{"text": "[redacted]"}] * 2 if named else []
        assert await office.seen("PulseAnswer", made, "answers { text }", who) == {"answers": left}
