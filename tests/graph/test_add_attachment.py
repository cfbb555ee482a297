"""Attaching what stands outside to objectives and key results, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

TALK: dict[str, Any] = {
    "kind": "DISCUSSION",
    "title": "What schools told us",
    "uri": "https://talk.example/schools/7",
    "note": "Two of three want a visit first.",
}
FOUND = """query ($filter: AttachmentFilter) { organization { attachments(filter: $filter) {
  totalCount nodes { title objective { key } keyResult { key } } } } }"""


async def found(reader: Client, **narrowed: str) -> list[Any]:
    shown = (await reader.ask(FOUND, filter=narrowed))["organization"]["attachments"]
    assert shown["totalCount"] == len(shown["nodes"])
    nodes: list[Any] = shown["nodes"]
    return nodes


@pytest.mark.row("R0-18")
async def test_a_partner_and_what_it_waits_for_outside_stand_with_a_key_result(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective)
    said: dict[str, Any] = {"keyResultId": key_result, "note": "They lend us the hall."}
    await office.attached(**said, title="The Lakeside community")
    await office.attached(keyResultId=key_result, kind="DEPENDENCY", title="The permit of the city")
    shows = "attachments { nodes { kind title note author { name } objective { id } } }"
    nodes = (await office.seen("KeyResult", key_result, shows))["attachments"]["nodes"]
    common = {"author": {"name": "Ada"}, "objective": {"id": objective}}
    assert nodes == [
        {
            "kind": "PARTNER",
            "title": "The Lakeside community",
            "note": "They lend us the hall.",
            **common,
        },
        {"kind": "DEPENDENCY", "title": "The permit of the city", "note": None, **common},
    ]
    of_objective = await office.seen("Objective", objective, "attachments { totalCount }")
    assert of_objective == {"attachments": {"totalCount": 2}}
    partners = await found(await office.person(), kind="PARTNER")
    assert [each["title"] for each in partners] == ["The Lakeside community"]


@pytest.mark.row("R1-45")
async def test_a_talk_leads_to_its_goals_and_a_key_to_the_goal(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective)
    secret = await office.objective(await office.cycle("2027"), visibility="PRIVATE")
    await office.attached(**TALK, objectiveId=objective)
    await office.attached(**TALK, keyResultId=key_result)
    await office.attached(**TALK, objectiveId=secret)

    reader = await office.person()
    talked_about = await found(reader, uri=TALK["uri"])
    assert talked_about == [
        {"title": TALK["title"], "objective": {"key": "2026-Q4-O1"}, "keyResult": None},
        {
            "title": TALK["title"],
            "objective": {"key": "2026-Q4-O1"},
            "keyResult": {"key": "2026-Q4-O1-KR1"},
        },
    ]
    document = """query ($objective: String!, $keyResult: String!) { organization {
      objective(key: $objective) { id attachments(filter: { kind: DISCUSSION }) { totalCount } }
      keyResult(key: $keyResult) { id } } }"""
    keys = {"objective": "2026-Q4-O1", "keyResult": "2026-Q4-O1-KR1"}
    assert (await reader.ask(document, **keys))["organization"] == {
        "objective": {"id": objective, "attachments": {"totalCount": 2}},
        "keyResult": {"id": key_result},
    }
    nothing = {"objective": None, "keyResult": None}
    keys = {"objective": "2027-O1", "keyResult": "2027-O1-KR1"}
    assert (await reader.ask(document, **keys))["organization"] == nothing
    shown = (await office.admin.ask(document, **keys))["organization"]["objective"]
    assert shown["id"] == secret


async def test_what_cannot_be_followed_and_what_is_over_is_refused(office: Office) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)

    async def refused(**said: Any) -> list[tuple[str, str]]:
        stated: dict[str, Any] = TALK | {"objectiveId": objective} | said
        return await office.admin.refused("addAttachment", "attachment", **stated)

    assert await refused(uri="see there") == [("INVALID", "input.uri")]
    assert await refused(uri=None) == [("INVALID", "input.uri")]
    assert await refused(title=" ") == [("INVALID", "input.title")]
    key_result = await office.key_result(objective)
    assert await refused(keyResultId=key_result) == [("INVALID", "input.objectiveId")]
    assert await refused(objectiveId=cycle) == [("NOT_FOUND", "input.objectiveId")]
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)
    assert await refused() == [("CYCLE_IS_CLOSED", "input.objectiveId")]
