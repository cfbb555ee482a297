"""Who learns of a fact: of what is about something private, its participants alone."""

from typing import Any

from server.database import Database
from tests.graph.client import Client
from tests.graph.confidence import career, way
from tests.graph.erased import entrusted
from tests.graph.office import Office
from tests.graph.secret import Secret

ALL = """query ($after: Cursor!, $asOf: AsOf) { organization(asOf: $asOf) {
  events(first: 100, after: $after) {
    nodes { __typename id position } pageInfo { hasNextPage endCursor } } } }"""
OF = """query ($id: ID!) { node(id: $id) { id
  ... on Objective { events(first: 100) { nodes { position } } }
  ... on KeyResult { events(first: 100) { nodes { position } } }
  ... on Person { events(first: 100) { nodes { position } } }
  ... on Team { events(first: 100) { nodes { position } } }
  ... on Cycle { events(first: 100) { nodes { position } } } } }"""
WITHHELD = """
  select e.position from log.event e
  where e.org_id = $1 and about_private(e.org_id, e.position) order by e.position"""


async def learned(client: Client, **as_of: Any) -> list[dict[str, Any]]:
    """All facts that somebody learns of."""
    found: list[dict[str, Any]] = []
    after: str | None = "0"
    while after is not None:
        data = await client.ask(ALL, after=after, asOf=as_of or None)
        window = data["organization"]["events"]
        found += window["nodes"]
        info = window["pageInfo"]
        after = info["endCursor"] if info["hasNextPage"] else None
    return found


def places(facts: list[dict[str, Any]]) -> set[int]:
    return {each["position"] for each in facts}


async def test_facts_about_what_is_private_are_for_its_participants_alone(
    secret: Secret, database: Database
) -> None:
    organization_id = secret.office.actor.organization_id
    rows = await database.read(organization_id, WITHHELD)
    withheld = {row["position"] for row in rows}
    assert withheld

    for client in secret.participants.values():
        assert withheld <= places(await learned(client))
    for client in secret.strangers.values():
        seen = await learned(client)
        assert not withheld & places(seen)
    member = await learned(next(iter(secret.participants.values())))
    stranger = await learned(secret.strangers["colleague"])
    assert [each for each in member if each["position"] not in withheld] == stranger


async def test_no_noun_and_no_id_leads_strangers_to_them(
    secret: Secret, database: Database
) -> None:
    rows = await database.read(secret.office.actor.organization_id, WITHHELD)
    withheld = {row["position"] for row in rows}
    participant, stranger = secret.participants["creator"], secret.strangers["colleague"]
    open_nouns = [secret.team, secret.cycle, secret.open_objective]
    open_nouns += [str(each.person_id) for each in secret.participants.values()]

    for noun in open_nouns:
        seen = (await stranger.ask(OF, id=noun))["node"]["events"]["nodes"]
        assert not withheld & places(seen)
    for each in await learned(participant):
        if each["position"] in withheld:
            seen = await stranger.ask("query ($id: ID!) { node(id: $id) { id } }", id=each["id"])
            assert seen == {"node": None}
            seen = await participant.ask("query ($id: ID!) { node(id: $id) { id } }", id=each["id"])
            assert seen == {"node": {"id": each["id"]}}


async def test_what_was_recorded_in_private_stays_so_when_it_is_opened(office: Office) -> None:
    bob = await office.person()
    objective = await office.objective(await office.cycle(), visibility="PRIVATE")
    while_private = places(await learned(office.admin)) - places(await learned(bob))
    said = {"objectiveId": objective, "reason": "So."}
    await office.admin.do("editObjective", "objective { id }", visibility="ORGANIZATION", **said)
    await office.key_result(objective)

    missing = places(await learned(office.admin)) - places(await learned(bob))
    assert missing == while_private
    assert missing
    opened = max(places(await learned(bob)))
    await office.admin.do("editObjective", "objective { id }", visibility="PRIVATE", **said)
    assert (await office.seen("Objective", objective, "id", bob)) is None
    hidden = places(await learned(office.admin)) - places(await learned(bob))
    assert hidden >= while_private | {opened}


async def test_later_facts_are_absent_from_the_past(office: Office) -> None:
    await office.started()
    now = await learned(office.admin)
    for position in (0, 1, len(now) // 2, len(now)):
        then = await learned(office.admin, position=position)
        assert then == [each for each in now if each["position"] <= position]


async def test_who_looks_after_the_log_learns_what_was_taken_out_of_it(office: Office) -> None:
    report = await office.check_in(await office.started(), "12", note="A secret.")
    assert report
    redactor, bob = await entrusted(office), await office.person()
    facts = await learned(office.admin)
    [event] = [each["id"] for each in facts if each["__typename"] == "CheckInRecorded"]
    await redactor.do("redactEvent", "redaction { id }", eventId=event, reason="Too much.")
    document = """query ($id: ID!) { node(id: $id) { ... on CheckInRecorded { note value } } }"""

    assert (await learned(redactor))[-1]["__typename"] == "EventRedacted"
    assert "EventRedacted" not in {each["__typename"] for each in await learned(bob)}
    assert (await bob.ask(document, id=event))["node"] == {"note": None, "value": "12"}


async def test_what_is_private_is_private_also_where_it_stands_in_a_list(office: Office) -> None:
    who, other, cycle = await office.person(), await office.person(), await office.cycle()
    own: dict[str, Any] = {"ownerPersonId": str(who.person_id), "active": False}
    secret = await office.objective(cycle, by=who, visibility="PRIVATE", **own)
    case = await career(who, kind="RISK")
    step = await way(who, case)
    await who.do("editStep", "step { id }", stepId=step, objectiveIds=[secret])

    names = [each["__typename"] for each in await learned(other)]
    assert (names.count("StepAdded"), names.count("StepEdited")) == (1, 0)
    assert "StepEdited" in {each["__typename"] for each in await learned(who)}

    team = await office.team()
    manager = await office.member(team, "MANAGER")
    hidden = await office.objective(cycle, by=manager, visibility="PRIVATE", active=False)
    said = {"decision": "STOP", "reason": "Nobody is to know.", "objectiveId": hidden}
    answers = [
        {"question": each, "text": "So."} for each in ("LEARNED", "WENT_WELL", "CAN_IMPROVE")
    ]
    stated = {"kind": "RETROSPECTIVE", "teamId": team, "answers": answers, "decisions": [said]}
    await manager.do("recordReview", "review { id }", **stated)
    assert "ReviewRecorded" not in {each["__typename"] for each in await learned(other)}
    assert "ReviewRecorded" in {each["__typename"] for each in await learned(manager)}
