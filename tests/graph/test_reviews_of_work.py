"""Reviews of sprints, milestones and the programme itself, through the running server."""

from typing import Any

import pytest

from tests.graph.office import Office
from tests.graph.test_add_work_item import planned
from tests.graph.test_link_work import tied
from tests.graph.test_plan_meeting import planned as met
from tests.graph.test_record_review import review

CAME = {"question": "OUTCOME", "text": "Nine of ten stories."}
CHARTER = (
    "OUTCOMES",
    "MEASURING",
    "KPIS",
    "COMMUNICATION",
    "MONITORING",
    "RESOURCES",
    "INTEGRATION",
    "RISKS",
)


@pytest.mark.row("R2-61")
async def test_a_sprint_ends_with_a_review_in_which_stakeholders_give_feedback(
    office: Office,
) -> None:
    sprint = await planned(office, title="First", kind="SPRINT")
    bob, eve = await office.person(), await office.person()
    who = [str(each.person_id) for each in (bob, eve)]
    meeting = await met(office, "SPRINT", participantIds=who)
    said = [
        {"question": "FEEDBACK", "text": text, "byPersonId": each}
        for text, each in zip(("It is too slow.", "I like it."), who, strict=True)
    ]
    about: dict[str, Any] = {"workItemId": sprint, "meetingId": meeting, "participantIds": who}

    bare = {"kind": "SPRINT", "answers": said, **about}
    refused = await office.admin.refused("recordReview", "review", **bare)
    assert refused == [("INVALID", "input.answers")]
    await review(office, "SPRINT", answers=[CAME, *said], **about)

    shows = """reviews { nodes { kind meeting { id } participants { id }
      answers { question text by { id } } } }"""
    seen = await office.seen("WorkItem", sprint, shows)
    (found,) = seen["reviews"]["nodes"]
    assert found["meeting"] == {"id": meeting}
    assert [each["id"] for each in found["participants"]] == who
    assert found["answers"] == [
        CAME | {"by": None},
        *(
            {"question": "FEEDBACK", "text": each["text"], "by": {"id": each["byPersonId"]}}
            for each in said
        ),
    ]
    seen = await office.seen("Meeting", meeting, "reviews { kind workItem { id } }")
    assert seen == {"reviews": [{"kind": "SPRINT", "workItem": {"id": sprint}}]}


@pytest.mark.row("R2-62")
async def test_a_milestone_review_looks_at_its_sprints_and_says_whether_it_is_on_pace(
    office: Office,
) -> None:
    milestone = await planned(office, title="Launch", kind="MILESTONE", endsOn="2026-11-30")
    sprints = [await planned(office, title=each, kind="SPRINT") for each in ("One", "Two")]
    for sprint in sprints:
        await tied(office, "FEEDS", sprint, toWorkItemId=milestone)
    about: dict[str, Any] = {"workItemId": milestone}

    bare = await office.admin.refused("recordReview", "review", kind="MILESTONE", **about)
    assert bare == [("INVALID", "input.onPace")]
    decision = {"workItemId": milestone, "decision": "ADJUST", "reason": "Two sprints were lost."}
    await review(office, "MILESTONE", onPace=False, decisions=[decision], **about)
    await review(office, "MILESTONE", onPace=True, sprintIds=sprints[1:], **about)

    shows = "reviews { nodes { onPace sprints { id } decisions { decision workItem { id } } } }"
    seen = await office.seen("WorkItem", milestone, shows)
    taken = [{"decision": "ADJUST", "workItem": {"id": milestone}}]
    assert seen["reviews"]["nodes"] == [
        {"onPace": False, "sprints": [{"id": each} for each in sprints], "decisions": taken},
        {"onPace": True, "sprints": [{"id": sprints[1]}], "decisions": []},
    ]


@pytest.mark.row("R2-63")
async def test_decisions_point_at_what_they_changed_priorities_and_times(office: Office) -> None:
    cycle = await office.cycle()
    objective = await office.objective(cycle)
    milestone = await planned(office, title="Launch", kind="MILESTONE", objectiveId=objective)
    why = {"decision": "ADJUST", "reason": "The market moved."}
    about = [{"workItemId": milestone, **why}, {"objectiveId": objective, **why}]
    made = await review(office, "MID_TERM", cycleId=cycle, decisions=about)

    shows = """decisions { carriedOut workItem { id endsOn } objective { id priorityRank }
      revision { id } }"""
    before = (await office.seen("Review", made, shows))["decisions"]
    assert [each["carriedOut"] for each in before] == [False, False]
    moved = {"workItemId": milestone, "endsOn": "2026-12-31"}
    await office.admin.do("editWorkItem", "workItem { id }", **moved)
    ranked = {"objectiveId": objective, "priorityRank": 1, "reason": "It comes first now."}
    await office.admin.do("editObjective", "objective { id }", **ranked)

    timeline, priority = (await office.seen("Review", made, shows))["decisions"]
    assert timeline["carriedOut"] is priority["carriedOut"] is True
    assert timeline["workItem"] == {"id": milestone, "endsOn": "2026-12-31"}
    assert priority["objective"] == {"id": objective, "priorityRank": 1}
    assert priority["revision"] is not None
    shows = "decisions { reason review { id } }"
    seen = await office.seen("WorkItem", milestone, shows)
    assert seen == {"decisions": [{"reason": why["reason"], "review": {"id": made}}]}


@pytest.mark.row("R1-109")
async def test_the_charter_of_the_programme_has_eight_answers_and_is_reviewed_each_cycle(
    office: Office,
) -> None:
    cycles = [
        await office.cycle(f"2027-Q{number}", startsOn=f"2027-0{number}-01", endsOn="2027-12-31")
        for number in (1, 2)
    ]
    eight = [{"question": each, "text": f"So: {each}."} for each in CHARTER]
    few = {"kind": "CHARTER", "cycleId": cycles[0], "answers": eight[1:]}
    refused = await office.admin.refused("recordReview", "review", **few)
    assert refused == [("INVALID", "input.answers")]

    first = await review(office, "CHARTER", cycleId=cycles[0], answers=eight)
    anew = [eight[0] | {"text": "We learn sooner."}, *eight[1:]]
    second = await review(office, "CHARTER", cycleId=cycles[1], answers=anew)

    document = """{ organization { reviews(filter: {kind: CHARTER}) {
      nodes { id cycle { id } answers { question text } } } } }"""
    seen = await (await office.person()).ask(document)
    nodes = seen["organization"]["reviews"]["nodes"]
    assert [(each["id"], each["cycle"]["id"]) for each in nodes] == [
        (first, cycles[0]),
        (second, cycles[1]),
    ]
    assert [each["answers"] for each in nodes] == [eight, anew]


@pytest.mark.row("R1-111")
async def test_what_members_said_about_the_programme_stays_with_its_reviews(office: Office) -> None:
    team, cycle = await office.team(), await office.cycle()
    member = await office.member(team)
    me = str(member.person_id)
    said = {"question": "FEEDBACK", "text": "Too many meetings.", "byPersonId": me}
    about: dict[str, Any] = {"teamId": team, "cycleId": cycle, "participantIds": [me]}
    absent = {"kind": "TEAM", "teamId": team, "answers": [said]}
    refused = await member.refused("recordReview", "review", **absent)
    assert refused == [("NOT_FOUND", "input.answers.0.byPersonId")]

    await review(office, "TEAM", member, answers=[said], followUps=[{"text": "One less."}], **about)

    shows = """reviews { nodes { answers { question text by { id } }
      followUps { text open } } }"""
    seen = await office.seen("Cycle", cycle, shows)
    entry = {"question": "FEEDBACK", "text": "Too many meetings.", "by": {"id": me}}
    assert seen["reviews"]["nodes"] == [
        {"answers": [entry], "followUps": [{"text": "One less.", "open": True}]}
    ]


async def test_reviews_of_work_for_what_is_private_are_hidden_with_it(office: Office) -> None:
    private = await office.objective(await office.cycle(), visibility="PRIVATE")
    sprint = await planned(office, title="First", kind="SPRINT", objectiveId=private)
    made = await review(office, "SPRINT", workItemId=sprint, answers=[CAME])
    stranger = await office.person()

    assert await office.seen("Review", made, "id", stranger) is None
    said = {"kind": "SPRINT", "workItemId": sprint, "answers": [CAME]}
    assert await stranger.refused("recordReview", "review", **said) == [
        ("NOT_FOUND", "input.workItemId")
    ]
    events = "{ organization { events(last: 1) { nodes { __typename } } } }"
    (last,) = (await stranger.ask(events))["organization"]["events"]["nodes"]
    assert last["__typename"] == "PersonAdded"
