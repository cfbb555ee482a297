"""Recording what people answered and decided together, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

LEARNED = {"question": "LEARNED", "text": "Mentors need a room."}
WENT_WELL = {"question": "WENT_WELL", "text": "The pairs talk weekly."}
CAN_IMPROVE = {"question": "CAN_IMPROVE", "text": "Begin earlier."}
LOOKING_BACK = [LEARNED, WENT_WELL, CAN_IMPROVE]


async def review(office: Office, kind: str, by: Client | None = None, **said: Any) -> str:
    made = await (by or office.admin).do("recordReview", "review { id }", kind=kind, **said)
    return str(made["id"])


async def refused(office: Office, kind: str, by: Client | None = None, **said: Any) -> Any:
    return await (by or office.admin).refused("recordReview", "review", kind=kind, **said)


@pytest.mark.row("R3-20")
@pytest.mark.parametrize("about", ["objectiveId", "keyResultId"])
async def test_looking_back_answers_three_questions_about_an_objective_or_a_key_result(
    office: Office, about: str
) -> None:
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective)
    bob = await office.person("Bob")
    kind, noun = ("Objective", objective) if about == "objectiveId" else ("KeyResult", key_result)
    said: dict[str, Any] = {
        about: noun,
        "heldOn": "2026-11-20",
        "participantIds": [str(bob.person_id)],
    }

    assert await refused(office, "RETROSPECTIVE", answers=[LEARNED], **said) == [
        ("INVALID", "input.answers"),
        ("INVALID", "input.answers"),
    ]
    await review(office, "RETROSPECTIVE", answers=LOOKING_BACK, **said)

    shows = """reviews { nodes { kind heldOn author { name } participants { name }
      answers { question text asked } } }"""
    assert (await office.seen(kind, noun, shows))["reviews"]["nodes"] == [
        {
            "kind": "RETROSPECTIVE",
            "heldOn": "2026-11-20",
            "author": {"name": "Ada"},
            "participants": [{"name": "Bob"}],
            "answers": [each | {"asked": None} for each in LOOKING_BACK],
        }
    ]


async def test_what_is_missing_is_named(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    payload = await office.admin.command(
        "recordReview", "review { id }", {"kind": "RETROSPECTIVE", "objectiveId": objective}
    )
    assert [each["message"] for each in payload["refusals"]] == [
        "A RETROSPECTIVE review answers LEARNED: What we learned.",
        "A RETROSPECTIVE review answers WENT_WELL: What went well.",
        "A RETROSPECTIVE review answers CAN_IMPROVE: What can improve.",
    ]


@pytest.mark.row("R1-60")
async def test_a_sequence_is_planned_by_three_questions_that_stay_with_it(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    answers = [
        {"question": "CHUNKS", "text": "Market by market."},
        {"question": "DIRECTION", "text": "The first market pays."},
        {"question": "FIRST", "text": "Zurich."},
    ]

    assert await refused(office, "SEQUENCE", objectiveId=objective, answers=answers[:2]) == [
        ("INVALID", "input.answers")
    ]
    await review(office, "SEQUENCE", objectiveId=objective, answers=answers)

    following = await office.objective(await office.cycle("2027-Q1"))
    await office.link(following, objective)
    shows = """chain { objectives { id
      reviews { nodes { kind author { name } answers { question text } } } } }"""
    told = {"kind": "SEQUENCE", "author": {"name": "Ada"}, "answers": answers}
    for each in (objective, following):
        assert await office.seen("Objective", each, shows) == {
            "chain": {
                "objectives": [
                    {"id": objective, "reviews": {"nodes": [told]}},
                    {"id": following, "reviews": {"nodes": []}},
                ]
            }
        }


@pytest.mark.row("R1-86")
async def test_a_team_goes_through_what_is_in_its_way_and_decides_together(
    office: Office,
) -> None:
    cycle, team = await office.cycle(), await office.team()
    member = await office.member(team)
    objective = await office.objective(cycle, ownerTeamId=team)
    key_result = await office.key_result(objective)
    await office.check_in(key_result, "12", by=member, obstacles=["A wall", "A ditch"])
    elsewhere = await office.key_result(await office.objective(cycle))
    await office.check_in(elsewhere, "12", obstacles=["Not theirs"])
    document = """query ($id: ID!, $cycle: ID!) { node(id: $id) { ... on Team {
      agenda(cycleId: $cycle) { obstacles { id text } followUps { text } } } } }"""
    reader = await office.person()

    async def agenda() -> Any:
        return (await reader.ask(document, id=team, cycle=cycle))["node"]["agenda"]

    met = await agenda()
    assert [each["text"] for each in met["obstacles"]] == ["A wall", "A ditch"]
    held = await review(
        office,
        "TEAM",
        by=member,
        teamId=team,
        cycleId=cycle,
        participantIds=[str(member.person_id)],
        decisions=[{"keyResultId": key_result, "decision": "KEEP", "reason": "We dig."}],
        followUps=[{"text": "Buy a ladder."}],
    )
    await office.admin.do(
        "answerObstacle", "obstacle { id }", obstacleId=met["obstacles"][0]["id"], answer="Over."
    )

    left = await agenda()
    assert [each["text"] for each in left["obstacles"]] == ["A ditch"]
    assert left["followUps"] == [{"text": "Buy a ladder."}]
    shows = "agenda { text } decisions { decision } participants { id } team { id } cycle { id }"
    assert await office.seen("Review", held, shows) == {
        "agenda": [{"text": "A wall"}, {"text": "A ditch"}],
        "decisions": [{"decision": "KEEP"}],
        "participants": [{"id": str(member.person_id)}],
        "team": {"id": team},
        "cycle": {"id": cycle},
    }


@pytest.mark.row("R1-26")
async def test_what_one_cycle_taught_and_left_is_there_when_the_next_is_drafted(
    office: Office,
) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    following = await office.cycle(
        "2027-Q1", startsOn="2027-01-01", endsOn="2027-03-31", started=False
    )
    later = await office.cycle("2027-Q2", startsOn="2027-04-01", endsOn="2027-06-30", started=False)
    await review(
        office,
        "RETROSPECTIVE",
        objectiveId=objective,
        answers=LOOKING_BACK,
        followUps=[
            {"text": "Find a room.", "forCycleId": following},
            {"text": "Ask mentors earlier."},
        ],
    )

    shows = "inputs { followUps { id text open ofCycle { key } } lessons { question text } }"
    inputs = (await office.seen("Cycle", following, shows))["inputs"]
    assert [each["text"] for each in inputs["followUps"]] == [
        "Find a room.",
        "Ask mentors earlier.",
    ]
    assert inputs["followUps"][0]["ofCycle"] == {"key": "2026-Q4"}
    assert inputs["lessons"] == [LEARNED, CAN_IMPROVE]
    of_later = (await office.seen("Cycle", later, shows))["inputs"]
    assert [each["text"] for each in of_later["followUps"]] == ["Ask mentors earlier."]
    own = (await office.seen("Cycle", cycle, shows))["inputs"]
    assert own == {"followUps": [], "lessons": []}


async def test_who_has_a_hand_in_it_records_its_review(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    member, stranger = await office.member(team), await office.person()
    manager = await office.member(team, "MANAGER")
    objective = await office.objective(cycle, ownerTeamId=team)
    key_result = await office.key_result(objective)
    for said in ({"objectiveId": objective}, {"keyResultId": key_result}, {"teamId": team}):
        await review(office, "RETROSPECTIVE", by=member, answers=LOOKING_BACK, **said)
        assert await refused(
            office, "RETROSPECTIVE", by=stranger, answers=LOOKING_BACK, **said
        ) == [("NOT_ALLOWED", "")]
    whole: dict[str, Any] = {"cycleId": cycle, "answers": LOOKING_BACK}
    assert await refused(office, "RETROSPECTIVE", by=member, **whole) == [("NOT_ALLOWED", "")]
    await review(office, "RETROSPECTIVE", by=manager, **whole)
    stop = {"keyResultId": key_result, "decision": "STOP", "reason": "So."}
    own = await office.objective(cycle, by=stranger)
    assert await refused(office, "MID_TERM", by=stranger, objectiveId=own, decisions=[stop]) == [
        ("NOT_ALLOWED", "input.decisions.0")
    ]


@pytest.mark.parametrize(
    ("kind", "said", "path"),
    [
        ("RETROSPECTIVE", {}, "kind"),
        ("RETROSPECTIVE", {"objectiveId": "objective", "teamId": "team"}, "kind"),
        ("SEQUENCE", {"teamId": "team"}, "teamId"),
        ("TEAM", {"cycleId": "cycle"}, "teamId"),
        ("TEAM", {"teamId": "team", "heldOn": "2999-01-01"}, "heldOn"),
        ("TEAM", {"teamId": "team", "answers": [LEARNED | {"text": " "}]}, "answers.0.text"),
        (
            "TEAM",
            {"teamId": "team", "answers": [{"question": "OTHER", "text": "So."}]},
            "answers.0.asked",
        ),
        ("TEAM", {"teamId": "team", "followUps": [{"text": ""}]}, "followUps.0.text"),
    ],
)
async def test_what_a_review_cannot_be_is_told(
    office: Office, kind: str, said: dict[str, Any], path: str
) -> None:
    cycle, team = await office.cycle(), await office.team()
    ids = {"objective": await office.objective(cycle), "team": team, "cycle": cycle}
    stated: dict[str, Any] = {
        name: ids[value] if name.endswith("Id") else value for name, value in said.items()
    }
    asked = [
        {"question": each, "text": "So."}
        for each in ("LEARNED", "WENT_WELL", "CAN_IMPROVE", "CHUNKS", "DIRECTION", "FIRST")
    ]

    whole: dict[str, Any] = {"answers": asked, **stated}
    assert ("INVALID", f"input.{path}") in await refused(office, kind, **whole)


async def test_there_is_nothing_to_look_back_at_before_the_start(office: Office) -> None:
    cycle = await office.cycle(started=False)
    assert await refused(office, "RETROSPECTIVE", cycleId=cycle, answers=LOOKING_BACK) == [
        ("WRONG_STATE", "input.kind")
    ]


async def test_reviews_of_what_is_private_are_its_participants(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    private = await office.objective(cycle, visibility="PRIVATE")
    own = await review(
        office,
        "RETROSPECTIVE",
        objectiveId=private,
        answers=LOOKING_BACK,
        followUps=[{"text": "Psst."}],
    )
    of_team = await review(
        office,
        "TEAM",
        teamId=team,
        decisions=[{"objectiveId": private, "decision": "KEEP", "reason": "Psst."}],
    )
    following = await office.cycle("2027", startsOn="2027-01-01", endsOn="2027-12-31")
    shows = "answers { id } followUps { id } decisions { reason }"
    inside = await office.seen("Review", own, shows, by=office.admin)
    hidden = [own, *(each["id"] for name in ("answers", "followUps") for each in inside[name])]
    stranger = await office.person()

    document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert (await stranger.ask(document, ids=hidden))["nodes"] == [None] * len(hidden)
    assert await office.seen("Review", of_team, "decisions { reason }", by=stranger) == {
        "decisions": []
    }
    listed = "inputs { followUps { id } lessons { id } } reviews { totalCount }"
    assert await office.seen("Cycle", following, listed, by=stranger) == {
        "inputs": {"followUps": [], "lessons": []},
        "reviews": {"totalCount": 0},
    }
    seen = await office.seen("Cycle", following, listed, by=office.admin)
    assert len(seen["inputs"]["lessons"]) == 2
    assert await office.seen("Review", of_team, "decisions { reason }", by=office.admin) == {
        "decisions": [{"reason": "Psst."}]
    }
