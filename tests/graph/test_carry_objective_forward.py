"""Carrying objectives forward into a later cycle through the running server."""

from typing import Any

from tests.graph.client import Client
from tests.graph.office import RISING, Office

NEXT = {"startsOn": "2027-01-01", "endsOn": "2027-03-31"}
SHOWN = "objective { id }"
METRIC = """title weight carriedFrom { id } progress { value }
  metric { kind baseline baselineSource target by milestones { title done } }"""


async def cycles(office: Office) -> tuple[str, str]:
    """A running cycle and the one that is planned after it."""
    return await office.cycle(), await office.cycle("2027-Q1", started=False, **NEXT)


async def carry(office: Office, objective: str, cycle: str, **said: Any) -> str:
    stated = {"objectiveId": objective, "cycleId": cycle} | said
    return str((await office.admin.do("carryObjectiveForward", SHOWN, **stated))["id"])


async def refused(office: Office, by: Client | None = None, **said: Any) -> list[tuple[str, str]]:
    return await (by or office.admin).refused("carryObjectiveForward", "objective", **said)


async def measured(office: Office, objective: str, by: Client | None = None) -> Any:
    seen = await office.seen("Objective", objective, f"keyResults {{ {METRIC} }}", by)
    return seen["keyResults"]


async def test_what_a_cycle_left_unfinished_goes_on_in_the_next_from_where_it_ended(
    office: Office,
) -> None:
    cycle, later = await cycles(office)
    objective = await office.objective(cycle, title="Grow", description="Why.", priorityRank=1)
    short = await office.key_result(objective, title="Customers", weight="3")
    reached = await office.key_result(objective, title="Reached")
    kept = await office.key_result(objective, {"kind": "AT_LEAST", "target": "99"}, title="Kept")
    given_up = await office.key_result(objective, title="Given up")
    await office.admin.do(
        "withdrawKeyResult", "keyResult { id }", keyResultId=given_up, reason="Not worth it."
    )
    for key_result, value in ((short, "16"), (reached, "21"), (kept, "100")):
        await office.check_in(key_result, value)
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    anew = await carry(office, objective, later, note="Three months were too few.")

    words = """key title description state priorityRank cycle { key } owner { ... on Person { id } }
      links { nodes { kind note to { id } } }"""
    assert await office.seen("Objective", anew, words) == {
        "key": "2027-Q1-O1",
        "title": "Grow",
        "description": "Why.",
        "state": "DRAFT",
        "priorityRank": None,
        "cycle": {"key": "2027-Q1"},
        "owner": {"id": str(office.admin.person_id)},
        "links": {
            "nodes": [
                {
                    "kind": "CARRIED_FROM",
                    "note": "Three months were too few.",
                    "to": {"id": objective},
                }
            ]
        },
    }
    first, second = await measured(office, anew)
    assert (first["title"], first["weight"], first["carriedFrom"]) == (
        "Customers",
        "3",
        {"id": short},
    )
    assert first["metric"] | {"by": None} == {
        "kind": "INCREASE",
        "baseline": "16",
        "baselineSource": "2026-Q4-O1-KR1",
        "target": "20",
        "by": None,
        "milestones": [],
    }
    assert first["progress"] == {"value": None}
    assert (second["title"], second["carriedFrom"]) == ("Kept", {"id": kept})
    back = "linkedBy { nodes { kind from { id } } } progress { value }"
    before = await office.seen("Objective", objective, back)
    assert before["linkedBy"] == {"nodes": [{"kind": "CARRIED_FROM", "from": {"id": anew}}]}


async def test_steps_that_are_done_stay_behind_and_a_day_that_is_over_becomes_the_last_one(
    office: Office,
) -> None:
    cycle, later = await cycles(office)
    objective = await office.objective(cycle)
    steps = [{"title": "Begin"}, {"title": "End", "dueOn": "2026-12-01"}]
    stepwise = await office.key_result(objective, {"kind": "MILESTONES", "milestones": steps})
    await office.key_result(objective, {"kind": "BY_DATE", "by": "2026-11-30"})
    await office.key_result(objective, {"kind": "INCREASE", "changePercent": "10"})
    shows = "metric { milestones { id } }"
    begun = await office.seen("KeyResult", stepwise, shows)
    await office.check_in(stepwise, milestonesDone=[begun["metric"]["milestones"][0]["id"]])

    told = await measured(office, await carry(office, objective, later))

    assert [each["metric"]["milestones"] for each in told] == [
        [{"title": "End", "done": False}],
        [],
        [],
    ]
    assert told[1]["metric"]["by"] == "2027-03-31"
    assert (told[2]["metric"]["baseline"], told[2]["metric"]["target"]) == (None, None)


async def test_parts_go_on_with_their_whole(office: Office) -> None:
    cycle, later = await cycles(office)
    objective = await office.objective(cycle)
    whole = await office.key_result(objective, {"kind": "COMPOUND", "combine": "ALL"})
    done = await office.key_result(objective, partOfId=whole, title="Done")
    await office.key_result(objective, partOfId=whole, title="Left")
    await office.check_in(done, "20")

    anew = await carry(office, objective, later, keyResultIds=[whole])

    shows = "keyResults { carriedFrom { id } parts { title partOf { objective { id } } } }"
    assert await office.seen("Objective", anew, shows) == {
        "keyResults": [
            {
                "carriedFrom": {"id": whole},
                "parts": [{"title": "Left", "partOf": {"objective": {"id": anew}}}],
            }
        ]
    }


async def test_a_private_objective_stays_private_for_those_who_took_part(office: Office) -> None:
    cycle, later = await cycles(office)
    friend, stranger = await office.person(), await office.person()
    objective = await office.objective(cycle, visibility="PRIVATE")
    await office.key_result(objective)
    await office.admin.do(
        "addParticipant",
        "participant { id }",
        objectiveId=objective,
        personId=str(friend.person_id),
        role="STAKEHOLDER",
    )
    said: dict[str, Any] = {"objectiveId": objective, "cycleId": later}
    assert await refused(office, stranger, **said) == [("NOT_FOUND", "input.objectiveId")]

    anew = await carry(office, objective, later)

    shows = "visibility participants { nodes { role } } keyResults { title }"
    assert await office.seen("Objective", anew, shows, friend) == {
        "visibility": "PRIVATE",
        "participants": {"nodes": [{"role": "STAKEHOLDER"}]},
        "keyResults": [{"title": "Key result"}],
    }
    assert await office.seen("Objective", anew, shows, stranger) is None


async def test_only_who_could_create_it_there_carries_it_on(office: Office) -> None:
    cycle, later = await cycles(office)
    team = await office.team()
    member, stranger = await office.member(team), await office.person()
    objective = await office.objective(cycle, ownerTeamId=team)
    said: dict[str, Any] = {"objectiveId": objective, "cycleId": later}

    assert await refused(office, stranger, **said) == [("NOT_ALLOWED", "")]
    hers = await stranger.do(
        "carryObjectiveForward", SHOWN, **said, ownerPersonId=str(stranger.person_id)
    )
    shows = "owner { ... on Person { id } }"
    assert await office.seen("Objective", hers["id"], shows) == {
        "owner": {"id": str(stranger.person_id)}
    }
    other = await office.objective(cycle, ownerTeamId=team)
    await member.do("carryObjectiveForward", SHOWN, objectiveId=other, cycleId=later)


async def test_it_goes_on_once_in_a_cycle_that_comes_after(office: Office) -> None:
    cycle, later = await cycles(office)
    objective = await office.objective(cycle)
    reached = await office.key_result(objective)
    await office.check_in(reached, "20")
    said: dict[str, Any] = {"objectiveId": objective, "cycleId": later}
    earlier = await office.cycle("2025", startsOn="2025-01-01", endsOn="2025-12-31")

    invalid = [("INVALID", "input.cycleId")]
    assert await refused(office, **said | {"cycleId": cycle}) == invalid
    assert await refused(office, **said | {"cycleId": earlier}) == invalid
    named: dict[str, Any] = {"keyResultIds": [reached, objective]}
    assert await refused(office, **said, **named) == [
        ("WRONG_STATE", "input.keyResultIds.0"),
        ("NOT_FOUND", "input.keyResultIds.1"),
    ]
    anew = await carry(office, objective, later)
    assert await measured(office, anew) == []
    assert await refused(office, **said) == [("ALREADY_EXISTS", "input.cycleId")]
    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=anew, reason="Not like this."
    )
    again = await carry(office, objective, later)

    assert again != anew
    planned: dict[str, Any] = {"objectiveId": again, "cycleId": await office.cycle("2028")}
    assert ("WRONG_STATE", "input.objectiveId") in await refused(office, **planned)


async def test_trying_it_shows_what_would_be_and_the_same_key_carries_it_on_once(
    office: Office,
) -> None:
    cycle, later = await cycles(office)
    objective = await office.objective(cycle)
    await office.key_result(objective, RISING)
    said: dict[str, Any] = {"objectiveId": objective, "cycleId": later}
    shows = "objective { key keyResults { title } links { totalCount } }"

    tried = await office.admin.command("carryObjectiveForward", shows, said, {"dryRun": True})

    assert tried["objective"] == {
        "key": "2027-Q1-O1",
        "keyResults": [{"title": "Key result"}],
        "links": {"totalCount": 1},
    }
    count = {"linkedBy": {"totalCount": 0}}
    assert await office.seen("Objective", objective, "linkedBy { totalCount }") == count
    key = {"idempotencyKey": "once", "expectedVersion": 3}
    done = [await office.admin.command("carryObjectiveForward", SHOWN, said, key) for _ in range(2)]
    assert done[0] == done[1]
    assert done[0]["refusals"] == []
    count = {"linkedBy": {"totalCount": 1}}
    assert await office.seen("Objective", objective, "linkedBy { totalCount }") == count


async def test_what_each_member_is_to_reach_goes_on_for_those_who_are_there(office: Office) -> None:
    cycle, later = await cycles(office)
    team = await office.team()
    objective = await office.objective(cycle, ownerTeamId=team)
    metric = {"kind": "AT_LEAST", "target": "10", "perPerson": "ALL"}
    done = await office.key_result(objective, metric, title="Done")
    await office.key_result(objective, metric, title="Not yet")
    await office.check_in(done, "10", by=await office.member(team))
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    owner = str(office.admin.person_id)
    said: dict[str, Any] = {"objectiveId": objective, "cycleId": later, "ownerPersonId": owner}
    assert await refused(office, **said) == [("WRONG_STATE", "input.ownerPersonId")]
    anew = await carry(office, objective, later)
    shows = "keyResults { title people { progress } }"
    assert await office.seen("Objective", anew, shows) == {
        "keyResults": [{"title": "Not yet", "people": [{"progress": None}]}]
    }


async def test_what_follows_a_kpi_and_what_is_to_be_learned_goes_on_so(office: Office) -> None:
    cycle, later = await cycles(office)
    objective = await office.objective(cycle, objectiveType="LEARNING", ambition="LEARNING")
    percent = {"kind": "AT_LEAST", "unit": "%", "target": "99"}
    follows = await office.key_result(objective, percent, ambition="LEARNING")
    await office.key_result(objective)
    kpi = await office.kpi()
    said = {"keyResultId": follows, "kpiId": kpi, "reason": "It is the same."}
    await office.admin.do("bindKeyResult", "keyResult { id }", **said)

    anew = await carry(office, objective, later)

    shown = "objectiveType ambition keyResults { ambition kpi { id } }"
    assert await office.seen("Objective", anew, shown) == {
        "objectiveType": "LEARNING",
        "ambition": "LEARNING",
        "keyResults": [
            {"ambition": "LEARNING", "kpi": {"id": kpi}},
            {"ambition": None, "kpi": None},
        ],
    }
