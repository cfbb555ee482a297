"""What was said while an objective was private stays with its participants when it is opened."""

from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office

OF_OBJECTIVE = """query ($id: ID!) { node(id: $id) { ... on Objective {
  title revisionCount revisions { reason }
  comments { totalCount nodes { text } } requests { totalCount nodes { text } }
  signOffs { totalCount nodes { comment } } } } }"""
OF_KEY_RESULT = """query ($id: ID!) { node(id: $id) { ... on KeyResult {
  title current revisionCount revisions { reason } } } }"""


async def seen(client: Client, document: str, noun: str) -> Any:
    return (await client.ask(document, id=noun))["node"]


def listed(**nodes: str) -> list[dict[str, str]]:
    return [{name: each} for name, each in nodes.items()]


async def test_what_was_said_in_private_is_for_participants_also_when_it_is_opened(
    office: Office,
) -> None:
    ann = await office.person("Ann")
    objective = await office.objective(await office.cycle(), by=ann, visibility="PRIVATE")
    key_result = await office.key_result(objective, by=ann)
    for words in ("In private", "Openly"):
        said = {"objectiveId": objective}
        await ann.do("addComment", "comment { id }", text=words, **said)
        await ann.do("requestHelp", "request { id }", text=words, **said)
        doubts = {"stance": "DISAGREE", "comment": words}
        await ann.do("signOffObjective", "signOff { id }", **said, **doubts)
        why = {"keyResultId": key_result, "reason": words, "category": "OTHER"}
        await ann.do("reviseKeyResult", "keyResult { id }", title=words, **why)
        title = {"title": words, "reason": words, "visibility": "ORGANIZATION"}
        await ann.do("editObjective", "objective { id }", **said, **title)

    stranger = await seen(await office.person(), OF_OBJECTIVE, objective)
    assert stranger["title"] == "Openly"
    assert (stranger["revisionCount"], stranger["revisions"]) == (1, listed(reason="Openly"))
    for name, key in (("comments", "text"), ("requests", "text"), ("signOffs", "comment")):
        assert stranger[name] == {"totalCount": 1, "nodes": [{key: "Openly"}]}, name
    participant = await seen(ann, OF_OBJECTIVE, objective)
    assert participant["revisionCount"] == len(participant["revisions"]) == 2
    for name in ("comments", "requests", "signOffs"):
        assert participant[name]["totalCount"] == 2, name

    stranger = await seen(await office.person(), OF_KEY_RESULT, key_result)
    assert stranger["title"] == "Openly"
    assert (stranger["revisionCount"], stranger["revisions"]) == (1, listed(reason="Openly"))
    assert (await seen(ann, OF_KEY_RESULT, key_result))["revisionCount"] == 2


async def test_an_offer_to_what_was_asked_in_private_is_not_seen_by_others(office: Office) -> None:
    ann, bob = await office.person("Ann"), await office.person("Bob")
    objective = await office.objective(await office.cycle(), by=ann, visibility="PRIVATE")
    wanted = await office.help_wanted(ann, objectiveId=objective)
    opened = {"objectiveId": objective, "visibility": "ORGANIZATION", "reason": "So."}
    await ann.do("editObjective", "objective { id }", **opened)
    shows = "request { id offers { nodes { id } } }"
    made = await ann.command("offerHelp", shows, {"requestId": wanted, "text": "I can."})
    (offer,) = made["request"]["offers"]["nodes"]

    document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert await bob.ask(document, ids=[wanted, offer["id"]]) == {"nodes": [None, None]}
    ids = {"nodes": [{"id": wanted}, offer]}
    assert await ann.ask(document, ids=[wanted, offer["id"]]) == ids
