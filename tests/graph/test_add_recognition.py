"""Recognizing through the running server what was achieved, and by whom."""

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

LOOKING_BACK = [
    {"question": "LEARNED", "text": "Call first."},
    {"question": "WENT_WELL", "text": "The calls."},
    {"question": "CAN_IMPROVE", "text": "The list."},
]
NODES = "recognitions { nodes { text author { name } } }"


async def recognize(by: Client, text: str, **of: str) -> str:
    made = await by.do("addRecognition", "recognition { id }", text=text, **of)
    return str(made["id"])


@pytest.mark.row("R1-24")
async def test_accomplishments_of_all_kinds_are_acknowledged(office: Office) -> None:
    ann, bob, team = await office.person("Ann"), await office.person("Bob"), await office.team()
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective)
    of = {
        "Objective": objective,
        "KeyResult": key_result,
        "Person": str(bob.person_id),
        "Team": team,
    }

    for kind, noun in of.items():
        await recognize(ann, f"Well done, {kind}.", **{f"{kind[0].lower()}{kind[1:]}Id": noun})

    for kind, noun in of.items():
        seen = (await office.seen(kind, noun, NODES))["recognitions"]["nodes"]
        texts = [each["text"] for each in seen]
        assert f"Well done, {kind}." in texts
        assert {each["author"]["name"] for each in seen} == {"Ann"}
    whole = (await office.seen("Objective", objective, NODES))["recognitions"]["nodes"]
    assert [each["text"] for each in whole] == ["Well done, Objective.", "Well done, KeyResult."]


@pytest.mark.row("R1-91")
async def test_what_a_person_achieved_is_recognized_by_others_and_has_no_amount(
    office: Office,
) -> None:
    ann, bob = await office.person("Ann"), await office.person("Bob")
    key_result = await office.started()
    of = {"personId": str(bob.person_id), "keyResultId": key_result}

    await recognize(ann, "He called every single one.", **of)

    shows = "recognitions { nodes { text keyResult { id } team { id } } }"
    seen = await office.seen("Person", str(bob.person_id), shows)
    said = {"text": "He called every single one.", "keyResult": {"id": key_result}, "team": None}
    assert seen["recognitions"]["nodes"] == [said]
    own = {**of, "text": "I was good."}
    assert await bob.refused("addRecognition", "recognition", **own) == [
        ("INVALID", "input.personId")
    ]
    kind = '{ __type(name: "Recognition") { fields { name type { name ofType { name } } } } }'
    fields = (await ann.ask(kind))["__type"]["fields"]
    numbers = {"Int", "Float", "Decimal"}
    assert [
        each["name"]
        for each in fields
        if numbers & {each["type"]["name"], (each["type"]["ofType"] or {}).get("name")}
    ] == ["version"]


@pytest.mark.row("R1-87")
async def test_a_review_celebrates_and_learns(office: Office) -> None:
    team = await office.team()
    member = await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    said = {"objectiveId": objective, "kind": "RETROSPECTIVE", "answers": LOOKING_BACK}
    review = (await member.do("recordReview", "review { id }", **said))["id"]

    await recognize(member, "We got there together.", teamId=team, reviewId=review)

    shows = "recognitions { nodes { text team { id } } } answers { question text }"
    seen = await office.seen("Review", review, shows)
    assert seen["recognitions"]["nodes"] == [
        {"text": "We got there together.", "team": {"id": team}}
    ]
    assert seen["answers"] == LOOKING_BACK
    lessons = "recognitions { nodes { review { answers { text } } } }"
    (of_team,) = (await office.seen("Team", team, lessons))["recognitions"]["nodes"]
    assert {"text": "Call first."} in of_team["review"]["answers"]


async def test_what_is_recognized_in_private_is_seen_by_participants_alone(office: Office) -> None:
    ann, bob = await office.person("Ann"), await office.person("Bob")
    objective = await office.objective(await office.cycle(), by=ann, visibility="PRIVATE")
    said = {"objectiveId": objective, "kind": "RETROSPECTIVE", "answers": LOOKING_BACK}
    review = (await ann.do("recordReview", "review { id }", **said))["id"]

    await recognize(ann, "Thank you.", personId=str(bob.person_id), reviewId=review)

    count = "recognitions { totalCount }"
    assert await office.seen("Person", str(bob.person_id), count, bob) == {
        "recognitions": {"totalCount": 0}
    }
    assert await office.seen("Person", str(bob.person_id), count, ann) == {
        "recognitions": {"totalCount": 1}
    }
    unseen = {"reviewId": review, "personId": str(ann.person_id), "text": "You too."}
    assert await bob.refused("addRecognition", "recognition", **unseen) == [
        ("NOT_FOUND", "input.reviewId")
    ]


async def test_it_says_of_whom_or_what(office: Office) -> None:
    bob, team = await office.person("Bob"), await office.team()
    said = {"text": "Well done."}
    assert await bob.refused("addRecognition", "recognition", **said) == [
        ("INVALID", "input.objectiveId")
    ]
    both = {**said, "personId": str(office.admin.person_id), "teamId": team}
    assert await bob.refused("addRecognition", "recognition", **both) == [
        ("INVALID", "input.teamId")
    ]
