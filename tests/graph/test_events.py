"""The log as typed facts: all of it, in order, as it was said, for whoever may learn of it."""

import json
from random import Random
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from server.commands import Handler
from server.facts import kinds
from server.okr.events import KeyResultAdded
from server.okr.terms import Clock
from server.queries import query
from tests.graph.both_ways import Reader, Said
from tests.graph.facts_in_full import everything, of_what_is_left, plain, said
from tests.graph.office import RISING, Office
from tests.histories import History
from tests.samples import Organization

SEED = 5
STEPS = 260
PAGE = 40
PAGE = 40
EVENTS = """
  query ($first: Int, $after: Cursor, $last: Int, $before: Cursor, $filter: EventFilter) {{
    organization {{
      events(first: $first, after: $after, last: $last, before: $before, filter: $filter) {{
        edges {{ cursor node {{ {shows} }} }} nodes {{ id }}
        pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }}"""
HEADERS = "__typename id position cursor recordedAt chain actor { id }"


@pytest.fixture(scope="module")
async def history(handler: Handler) -> History:
    """Much that happened, to all kinds of things."""
    history = await History.begin(handler, Random(SEED), Clock.SIMULATED)
    await history.go_on(STEPS)
    return history


@pytest.fixture(scope="module")
async def reader(history: History) -> Reader:
    """Who began the organization, and sees whatever is private: they drafted none of it."""
    organization = history.organization
    return await Reader.of(organization.handler, organization.id, organization.actor.id)


@pytest.fixture(scope="module")
async def hidden(history: History) -> set[int]:
    """Where something happened in a circle that the reader is not in."""
    text = """select m.from_position from mentions m
      join circles c on c.org_id = m.org_id and c.id = m.id and $2 <> all (c.people)
      where m.org_id = $1"""
    rows = await history.organization.rows(text, history.organization.actor.id)
    return {row["from_position"] for row in rows}


async def window(reader: Reader, shows: str = HEADERS, **asked: Any) -> dict[str, Any]:
    """A window of the log, answered in both ways alike."""
    document = EVENTS.format(shows=shows)
    both = await reader.both(Said(document=document, variables=asked))
    assert both.answer == both.oracle
    assert both.planned
    answer = json.loads(both.answer)
    assert answer["errors"] == []
    found: dict[str, Any] = answer["data"]["organization"]["events"]
    assert [each["node"]["id"] for each in found["edges"]] == [e["id"] for e in found["nodes"]]
    return found


async def forth(reader: Reader, shows: str = HEADERS, **asked: Any) -> list[dict[str, Any]]:
    """All facts that a person learns of, from the first to the last, window by window."""
    nodes: list[dict[str, Any]] = []
    after: str | None = "0"
    while after is not None:
        found = await window(reader, shows, first=PAGE, after=after, **asked)
        nodes += [each["node"] for each in found["edges"]]
        info = found["pageInfo"]
        after = info["endCursor"] if info["hasNextPage"] else None
    return nodes


async def test_every_fact_is_read_in_order_and_without_a_gap(
    history: History, reader: Reader, hidden: set[int]
) -> None:
    log = [each for each in await history.organization.log() if each["position"] not in hidden]
    shown = await forth(reader)
    seen = {each["position"]: each for each in shown}
    assert [*seen] == sorted(seen)
    for row in log:
        each = seen[row["position"]]
        assert each["__typename"] == row["type"]
        assert each["chain"] == row["chain"].hex()
        assert each["actor"] == {"id": str(row["actor_id"])}


@pytest.mark.parametrize("kind", kinds())
async def test_facts_say_what_was_said(
    history: History, reader: Reader, hidden: set[int], kind: str
) -> None:
    organization = history.organization
    facts = await organization.handler.log.facts(organization.id, 1, 10**6)
    shown = await forth(reader, everything(kind), filter={"types": [kind]})
    seen = [fact for position, fact in enumerate(facts, 1) if position not in hidden]
    told = [said(fact) for fact in seen if type(fact).__name__ == kind]
    for each, fact in zip(map(plain, shown), told, strict=True):
        assert each == of_what_is_left(fact, each)


async def test_windows_go_back_as_they_go_forth(reader: Reader) -> None:
    shown = await forth(reader)
    back: list[dict[str, Any]] = []
    before: str | None = shown[-1]["cursor"]
    while before is not None:
        found = await window(reader, last=PAGE, before=before)
        back = [each["node"] for each in found["edges"]] + back
        info = found["pageInfo"]
        before = info["startCursor"] if info["hasPreviousPage"] else None
    assert back == shown[:-1]
    newest = await window(reader, last=1)
    assert [each["cursor"] for each in newest["edges"]] == [shown[-1]["cursor"]]


async def test_filters_are_about_what_they_name(
    history: History, reader: Reader, hidden: set[int]
) -> None:
    organization = history.organization
    log = await organization.log()
    facts = await organization.handler.log.facts(organization.id, 1, 10**6)
    objective_of = {
        each.key_result_id: each.objective_id for each in facts if isinstance(each, KeyResultAdded)
    }
    about: dict[str, dict[UUID, set[int]]] = {"objectiveId": {}, "keyResultId": {}, "actorId": {}}
    for row, fact in zip(log, facts, strict=True):
        if row["position"] in hidden:
            continue
        named = vars(fact)
        key_result = named.get("key_result_id")
        objective = named.get("objective_id") or (key_result and objective_of.get(key_result))
        actor = row["actor_id"]
        for name, id_ in zip(about, (objective, key_result, actor), strict=True):
            about[name].setdefault(id_, set()).add(row["position"])
    for name, ids in about.items():
        some = [each for each in ids if each is not None][:6]
        for id_ in some:
            shown = await forth(reader, filter={name: str(id_)})
            found = {each["position"] for each in shown}
            assert found >= ids[id_] if name != "actorId" else found == ids[id_]


async def test_a_time_span_takes_in_its_beginning_and_not_its_end(reader: Reader) -> None:
    shown = await forth(reader)
    first, last = shown[7], shown[-5]
    found = await forth(reader, filter={"since": first["recordedAt"], "until": last["recordedAt"]})
    assert found == shown[7:-5]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"after": "1.100000.0123456789abcdef"}, "INVALID"),
        ({"before": "1.2.0123456789abcdef"}, "INVALID"),
        ({"filter": {"types": ["CheckInRecorded", "Nothing"]}}, "INVALID"),
        ({"first": 1, "last": 1}, "INVALID"),
        ({"first": 101}, "INVALID"),
    ],
)
async def test_what_cannot_be_asked_for_is_told(
    reader: Reader, asked: dict[str, Any], code: str
) -> None:
    both = await reader.both(Said(document=EVENTS.format(shows=HEADERS), variables=asked))
    assert both.answer == both.oracle
    [error] = json.loads(both.answer)["errors"]
    assert error["extensions"]["code"] == code


CHANGED = """__typename ... on ObjectiveEdited { before { title state } after { title state }
    changes { title } revision { before { title } after { title } } }
  ... on ObjectiveActivated { before { title state } after { title state } }
  ... on TeamEdited { before { name } after { name } }
  ... on PolicyChanged { before { completionCutOff } after { completionCutOff } }
  ... on PersonRenamed { before { name } after { name } }
  ... on CycleStarted { was: before { state } is: after { state } }
  ... on ContributionChanged { before { target } after { target } }
  ... on KeyResultRevised { before { weight } after { weight }
    revision { before { target } after { target } } }"""


async def test_what_changed_stands_beside_what_it_was_before(office: Office) -> None:
    admin, said = office.admin, {"reason": "So."}
    key_result = await office.started()
    shown = await office.seen("KeyResult", key_result, "objective { id cycle { id } }", admin)
    objective = shown["objective"]["id"]
    titles = {"title": "A better title"} | said
    await admin.do("editObjective", "objective { id }", objectiveId=objective, **titles)
    revised = {"weight": "2", "metric": RISING | {"target": "30"}, "category": "OTHER"} | said
    await admin.do("reviseKeyResult", "keyResult { id }", keyResultId=key_result, **revised)
    await admin.do("changePolicy", "organization { id }", completionCutOff="0.6", **said)
    team = await office.team()
    await admin.do("editTeam", "team { id }", teamId=team, name="Another name")
    document = f"query {{ organization {{ events(last: 100) {{ nodes {{ {CHANGED} }} }} }} }}"
    nodes = (await (await office.person()).ask(document))["organization"]["events"]["nodes"]

    def of(kind: str) -> dict[str, Any]:
        found: list[dict[str, Any]] = [each for each in nodes if each["__typename"] == kind]
        return found[-1]

    activated, edited = of("ObjectiveActivated"), of("ObjectiveEdited")
    was = activated["after"]["title"]
    assert (activated["before"]["state"], activated["after"]["state"]) == ("DRAFT", "ACTIVE")
    assert (edited["before"]["title"], edited["after"]["title"]) == (was, "A better title")
    assert edited["changes"] == {"title": "A better title"}
    assert edited["revision"]["before"] == {"title": was}
    assert of("PolicyChanged")["before"] == {"completionCutOff": "0.7"}
    assert of("PolicyChanged")["after"] == {"completionCutOff": "0.6"}
    assert of("CycleStarted")["was"] == {"state": "PLANNING"}
    assert of("CycleStarted")["is"] == {"state": "ACTIVE"}
    assert of("TeamEdited")["after"] == {"name": "Another name"}
    assert of("TeamEdited")["before"]["name"] != "Another name"
    assert of("KeyResultRevised")["before"] == {"weight": "1"}
    assert of("KeyResultRevised")["after"] == {"weight": "2"}
    assert of("KeyResultRevised")["revision"]["after"] == {"target": "30"}


async def test_a_log_that_went_another_way_names_where(
    organization: Organization, owner: asyncpg.Connection
) -> None:
    head = len(await organization.log())
    await owner.execute(query("begin_epoch"), "The disk was lost.", organization.id, 1, None)
    await organization.person()
    person = await Reader.of(organization.handler, organization.id, organization.actor.id)
    said = {"after": f"1.{head + 1}.0123456789abcdef"}

    both = await person.both(Said(document=EVENTS.format(shows=HEADERS), variables=said))

    assert both.answer == both.oracle
    [error] = json.loads(both.answer)["errors"]
    assert error["extensions"] == {
        "code": "LOG_FORKED",
        "argument": "after",
        "head": head + 1,
        "ancestor": head,
    }
