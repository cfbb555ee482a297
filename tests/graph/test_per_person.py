"""Key results of which the same is expected of each member of a team."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

HOURS = {"kind": "AT_LEAST", "unit": "hours", "target": "10", "reading": "SUM"}


async def training(
    office: Office, combine: str, *names: str, metric: dict[str, Any] = HOURS
) -> tuple[str, str, list[Client]]:
    """A team, a key result of which each member does the same, and its members."""
    team = await office.team()
    people = [await office.member(team) for _ in names]
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    return team, await office.key_result(objective, metric | {"perPerson": combine}), people


async def stands(office: Office, key_result: str) -> Any:
    """What a second reader sees."""
    seen = await office.seen("KeyResult", key_result, "current progress { value formula }")
    assert seen["current"] is None
    assert seen["progress"]["formula"] == "per_person/1"
    return seen["progress"]["value"]


async def joins(office: Office, team: str, person: Client) -> None:
    said = {"teamId": team, "personId": str(person.person_id), "role": "MEMBER"}
    await office.admin.do("addTeamMember", "team { id }", **said)


async def leaves(office: Office, team: str, person: Client) -> None:
    said = {"teamId": team, "personId": str(person.person_id)}
    await office.admin.do("removeTeamMember", "team { id }", **said)


async def then(office: Office, key_result: str, position: str) -> tuple[Any, set[str]]:
    """Where it stood at a position, and whose it was."""
    document = """query ($id: ID!, $at: Position!) { node(id: $id, asOf: {position: $at}) {
      ... on KeyResult { progress { value } people { person { id } } } } }"""
    seen = (await (await office.person()).ask(document, id=key_result, at=position))["node"]
    return seen["progress"]["value"], {each["person"]["id"] for each in seen["people"]}


@pytest.mark.row("R1-104")
async def test_each_salesperson_does_ten_hours(office: Office) -> None:
    team, hours, (ann, bob) = await training(office, "ALL", "Ann", "Bob")
    assert await stands(office, hours) is None
    await office.check_in(hours, "4", ann)
    assert await stands(office, hours) == "0"
    last = await office.check_in(hours, "6", ann)
    assert await stands(office, hours) == "0.5"
    await office.check_in(hours, "11", bob)
    assert await stands(office, hours) == "1"

    shows = """people { person { id } current progress }
      progress { inputs { role node { id } value weight counted because } }"""
    before = await office.seen("KeyResult", hours, shows)
    cam = await office.member(team)
    assert await stands(office, hours) == "0.666666666667"
    seen = await office.seen("KeyResult", hours, shows)
    reached = {each["person"]["id"]: (each["current"], each["progress"]) for each in seen["people"]}
    assert reached == {
        str(ann.person_id): ("10", "1"),
        str(bob.person_id): ("11", "1"),
        str(cam.person_id): (None, None),
    }
    told = {"role": "PERSON", "weight": "1", "counted": True, "because": None}
    inputs: list[Any] = [
        {"node": {"id": person}, "value": value, **told} for person, (_, value) in reached.items()
    ]
    assert seen["progress"]["inputs"] == sorted(inputs, key=lambda each: each["node"]["id"])

    await leaves(office, team, cam)
    assert await stands(office, hours) == "1"
    assert await office.seen("KeyResult", hours, shows) == before
    await ann.do("retractCheckIn", "checkIn { id }", checkInId=last, reason="Not mine.")
    assert await stands(office, hours) == "0.5"
    await office.admin.do("deactivatePerson", "person { id }", personId=str(ann.person_id))
    assert await stands(office, hours) == "1"


@pytest.mark.row("R1-104")
async def test_the_least_or_the_mean_of_people_counts(office: Office) -> None:
    team, hours, (ann, bob) = await training(office, "MINIMUM", "Ann", "Bob")
    made = await office.check_in(hours, "4", ann)
    assert await stands(office, hours) is None
    await office.check_in(hours, "8", bob)
    assert await stands(office, hours) == "0.4"
    said = {"metric": HOURS | {"perPerson": "MEAN"}, "reason": "Agreed.", "category": "OTHER"}
    await office.admin.do("reviseKeyResult", "keyResult { id }", keyResultId=hours, **said)
    assert await stands(office, hours) == "0.6"
    cam = await office.member(team)
    assert await stands(office, hours) == "0.6"
    corrected = {"checkInId": made, "value": "6", "reason": "Two more."}
    assert await cam.refused("correctCheckIn", "checkIn", **corrected) == [("NOT_ALLOWED", "")]
    await office.admin.do("correctCheckIn", "checkIn { id }", **corrected)
    assert await stands(office, hours) == "0.7"


@pytest.mark.row("R1-104")
async def test_people_are_those_of_the_team_that_owns_it(office: Office) -> None:
    _, hours, (ann,) = await training(office, "ALL", "Ann")
    await office.check_in(hours, "10", ann)
    seen = await office.seen("KeyResult", hours, "objective { id }")
    other = await office.team()
    bob = await office.member(other)
    await office.admin.do(
        "editObjective",
        "objective { id }",
        objectiveId=seen["objective"]["id"],
        ownerTeamId=other,
        reason="It moved.",
    )
    assert await stands(office, hours) is None
    await office.check_in(hours, "10", bob)
    assert await stands(office, hours) == "1"


@pytest.mark.row("R1-104")
async def test_everybody_reports_for_themselves_alone(office: Office) -> None:
    _, hours, (ann,) = await training(office, "ALL", "Ann")
    said = {"keyResultId": hours, "value": "10"}
    assert await office.admin.refused("recordCheckIn", "checkIn", **said) == [("NOT_ALLOWED", "")]
    assert await ann.refused("recordCheckIn", "checkIn", **said, whole=True) == [
        ("INVALID", "input.whole")
    ]
    part = {"keyResultId": hours, "personId": str(ann.person_id), "target": "4"}
    assert await office.admin.refused("assignContributor", "keyResult", **part) == [
        ("WRONG_STATE", "input.keyResultId")
    ]
    change = {"keyResultId": hours, "metric": HOURS, "reason": "So.", "category": "OTHER"}
    assert await office.admin.refused("reviseKeyResult", "keyResult", **change) == [
        ("WRONG_STATE", "input.metric.perPerson")
    ]
    assert await stands(office, hours) is None


@pytest.mark.row("R1-104")
async def test_who_comes_or_leaves_after_the_end_changes_nothing(office: Office) -> None:
    team, hours, (ann, bob) = await training(office, "ALL", "Ann", "Bob")
    made = await office.check_in(hours, "10", ann)
    whole = str(office.actor.organization_id)
    before = (await office.seen("Organization", whole, "position"))["position"]
    await leaves(office, team, ann)
    assert await stands(office, hours) is None
    assert await then(office, hours, before) == ("0.5", {str(ann.person_id), str(bob.person_id)})
    await joins(office, team, ann)
    assert await stands(office, hours) == "0.5"

    objective = (await office.seen("KeyResult", hours, "objective { id }"))["objective"]["id"]
    await office.admin.do("closeObjective", "objective { id }", objectiveId=objective)
    await office.member(team)
    await leaves(office, team, bob)
    await office.admin.do("deactivatePerson", "person { id }", personId=str(ann.person_id))
    assert await stands(office, hours) == "0.5"
    shows = "people { person { id } progress } objective { progress { value } }"
    seen = await office.seen("KeyResult", hours, shows)
    reached = {each["person"]["id"]: each["progress"] for each in seen["people"]}
    assert reached == {str(ann.person_id): "1", str(bob.person_id): None}
    assert seen["objective"]["progress"]["value"] == "0.5"
    wrong = {"checkInId": made, "value": "9", "reason": "She counted twice."}
    await office.admin.do("correctCheckIn", "checkIn { id }", **wrong)
    assert await stands(office, hours) == "0"


@pytest.mark.row("R1-104")
async def test_an_earlier_day_joins_the_series_of_its_person(office: Office) -> None:
    rising = {"kind": "INCREASE", "baseline": "0", "target": "10"}
    _, calls, (ann, bob) = await training(office, "MEAN", "Ann", "Bob", metric=rising)
    await office.check_in(calls, "6", ann)
    await office.check_in(calls, "8", ann, occurredOn="2026-10-02")
    await office.check_in(calls, "2", bob, occurredOn="2026-10-01")
    assert await stands(office, calls) == "0.4"
    later = await office.check_in(calls, "9", bob)
    assert await stands(office, calls) == "0.75"
    said = {"checkInId": later, "reason": "That was his team."}
    await bob.do("retractCheckIn", "checkIn { id }", **said)
    assert await stands(office, calls) == "0.4"


async def test_it_counts_as_a_part_and_in_its_objective(office: Office) -> None:
    team = await office.team()
    ann = await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    whole = await office.key_result(objective, {"kind": "COMPOUND", "combine": "MINIMUM"})
    hours = HOURS | {"perPerson": "MEAN"}
    part = await office.key_result(objective, hours, partOfId=whole)
    await office.check_in(part, "5", ann)
    await office.member(team)
    shows = "progress { value } objective { progress { value } }"
    seen = await office.seen("KeyResult", whole, shows)
    assert (seen["progress"]["value"], seen["objective"]["progress"]["value"]) == ("0.5", "0.5")


async def test_people_of_a_private_objective_are_seen_by_who_takes_part(office: Office) -> None:
    team = await office.team()
    ann = await office.member(team)
    objective = await office.objective(
        await office.cycle(), ownerTeamId=team, visibility="PRIVATE", by=office.admin
    )
    hours = await office.key_result(objective, HOURS | {"perPerson": "ALL"})
    await office.check_in(hours, "10", ann)
    assert await office.seen("KeyResult", hours, "people { progress }") is None
    assert await office.seen("KeyResult", hours, "people { progress }", ann) == {
        "people": [{"progress": "1"}]
    }
    said = {"keyResultId": hours, "value": "10"}
    stranger = await office.person()
    assert await stranger.refused("recordCheckIn", "checkIn", **said) == [
        ("NOT_FOUND", "input.keyResultId")
    ]


async def test_each_member_owes_a_report_of_their_own(office: Office) -> None:
    await office.admin.do(
        "changePolicy", "organization { id }", reason="Agreed.", checkInEvery="WEEKLY"
    )
    _, hours, people = await training(office, "ALL", "Ann", "Bob", "Cam")
    owes = 'dueCheckIns(filter: {on: "2026-12-31"}, first: 2%s)'
    listed = f"{owes} {{ totalCount nodes {{ person {{ id }} dueOn }} pageInfo {{ endCursor }} }}"
    organization = str(office.actor.organization_id)
    some = (await office.seen("Organization", organization, listed % ""))["dueCheckIns"]
    after = f', after: "{some["pageInfo"]["endCursor"]}"'
    rest = (await office.seen("Organization", organization, listed % after))["dueCheckIns"]
    found = [each["person"]["id"] for each in (*some["nodes"], *rest["nodes"])]
    assert some["totalCount"] == 3
    assert sorted(found) == sorted(str(each.person_id) for each in people)

    await office.check_in(hours, None, people[0])
    shows = 'dueCheckIns(filter: {on: "2099-12-31"}) { nodes { dueOn lastReportedOn } }'
    seen = [
        (await office.seen("Person", str(each.person_id), shows))["dueCheckIns"]["nodes"]
        for each in people
    ]
    assert [bool(each["lastReportedOn"]) for (each,) in seen] == [True, False, False]


@pytest.mark.parametrize(
    ("metric", "value", "progress"),
    [
        (HOURS | {"perPerson": "ALL"}, None, "0.5"),
        (HOURS | {"perPerson": "MEAN"}, "5", "0.5"),
        (HOURS | {"perPerson": "MINIMUM", "baseline": "2"}, "6", "0.5"),
        ({"kind": "AT_MOST", "target": "3", "perPerson": "MEAN"}, None, None),
    ],
)
async def test_what_is_expected_of_them_grows_day_by_day(
    office: Office, metric: dict[str, Any], value: str | None, progress: str | None
) -> None:
    objective = await office.objective(await office.cycle(), ownerTeamId=await office.team())
    hours = await office.key_result(objective, metric, dueOn="2026-10-31")
    shows = 'expected(on: "2026-10-16") { value progress because }'
    expected = (await office.seen("KeyResult", hours, shows))["expected"]
    assert (expected["value"], expected["progress"]) == (value, progress)
    assert (expected["because"] is None) == (progress is not None)


async def test_its_sentence_says_that_it_is_of_each(office: Office) -> None:
    objective = await office.objective(await office.cycle(), ownerTeamId=await office.team())
    hours = await office.key_result(
        objective, HOURS | {"perPerson": "ALL"}, verb="Keep", counted="training"
    )
    assert await office.seen("KeyResult", hours, "statement") == {
        "statement": "Keep training at or above 10 hours each"
    }


async def test_an_objective_that_expects_it_of_each_stays_with_a_team(office: Office) -> None:
    _, hours, _ = await training(office, "ALL", "Ann")
    objective = (await office.seen("KeyResult", hours, "objective { id }"))["objective"]["id"]
    given = {"objectiveId": objective, "reason": "She asked."}
    given["ownerPersonId"] = str(office.admin.person_id)
    assert await office.admin.refused("editObjective", "objective", **given) == [
        ("WRONG_STATE", "input.ownerPersonId")
    ]
    said = {"keyResultId": hours, "reason": "Not needed."}
    await office.admin.do("withdrawKeyResult", "keyResult { id }", **said)
    await office.admin.do("editObjective", "objective { id }", **given)


async def test_only_a_plain_target_of_a_team_is_expected_of_each(office: Office) -> None:
    team = await office.team()
    cycle = await office.cycle()
    own, shared = await office.objective(cycle), await office.objective(cycle, ownerTeamId=team)
    hours = HOURS | {"perPerson": "ALL"}
    for said in (
        {"objectiveId": own, "metric": hours},
        {"objectiveId": shared, "metric": hours | {"per": "P1W"}},
        {"objectiveId": shared, "metric": hours | {"reading": "TIME_IN_BOUNDS"}},
        {"objectiveId": shared, "metric": {"kind": "DONE", "perPerson": "ALL"}},
    ):
        assert await office.admin.refused("addKeyResult", "keyResult", title="Hours", **said) == [
            ("INVALID", "input.metric.perPerson")
        ]
