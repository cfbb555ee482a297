"""Reading the graph through the running server: who and what there is, and how it connects."""

import re
from typing import Any

import pytest

from tests.graph.office import Office

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
OWNER = "owner { __typename ... on Team { kind } ... on Person { name } }"
TARGET = "to { __typename ... on Objective { title } ... on KeyResult { unit: title } }"


async def test_who_asks_is_told_who_they_are_and_what_they_may(office: Office) -> None:
    document = """{ viewer { person { id name } machine { id } organization { id name }
      permissions } }"""
    organization = {"id": str(office.actor.organization_id), "name": "Office"}
    bob = await office.person("Bob")

    assert await bob.ask(document) == {
        "viewer": {
            "person": {"id": str(bob.person_id), "name": "Bob"},
            "machine": None,
            "organization": organization,
            "permissions": ["READ", "CONTRIBUTE"],
        }
    }
    viewer = (await office.admin.ask(document))["viewer"]
    assert viewer["person"]["name"] == "Ada"
    assert "ADMINISTER" in viewer["permissions"]


async def test_an_answer_says_at_which_position_it_was_read(office: Office) -> None:
    document = "{ organization { position recordedAt clock timeZone } }"
    before = (await office.admin.ask(document))["organization"]
    payload = await office.admin.command("addPerson", "person { id }", {"name": "Bob"})
    after = (await office.admin.ask(document))["organization"]

    assert payload["position"] == before["position"] + 1 == after["position"]
    assert before["recordedAt"] < after["recordedAt"]
    assert MOMENT.fullmatch(after["recordedAt"])
    assert (after["clock"], after["timeZone"]) == ("REAL", "Europe/Zurich")


async def test_a_cycle_is_found_by_its_key(office: Office) -> None:
    year = await office.cycle("2026", startsOn="2026-01-01")
    quarter = await office.cycle("2026-Q4", parentId=year)
    document = """query ($key: String!) { organization { cycle(key: $key) {
      id startsOn endsOn parent { id } } } }"""

    seen = await office.admin.ask(document, key="2026-Q4")
    assert seen["organization"]["cycle"] == {
        "id": quarter,
        "startsOn": "2026-10-01",
        "endsOn": "2026-12-31",
        "parent": {"id": year},
    }
    for unknown in ("2026-q4", "2026-Q", "", "2027"):
        seen = await office.admin.ask(document, key=unknown)
        assert seen["organization"]["cycle"] is None


async def test_scores_have_bands_without_gaps(office: Office) -> None:
    document = "{ organization { policy { completionCutOff scoreBands { label from to } } } }"
    policy = (await office.admin.ask(document))["organization"]["policy"]

    assert policy == {
        "completionCutOff": "0.7",
        "scoreBands": [
            {"label": "Missed", "from": "0", "to": "0.3"},
            {"label": "Progress", "from": "0.3", "to": "0.7"},
            {"label": "Reached", "from": "0.7", "to": "1"},
        ],
    }


async def test_teams_stand_in_a_tree_with_the_people_in_them(office: Office) -> None:
    company = await office.team("COMPANY")
    department = await office.team("DEPARTMENT", parentId=company)
    first, second = [await office.team(parentId=department) for _ in range(2)]
    manager, member = await office.member(department, "MANAGER"), await office.member(department)
    await office.admin.do(
        "addTeamMember", "team { id }", teamId=second, personId=str(manager.person_id)
    )

    shows = """kind parent { id kind } children { id } managers { id }
      members { totalCount nodes { id } }"""
    leads, works = ({"id": str(each.person_id)} for each in (manager, member))
    assert await office.seen("Team", department, shows) == {
        "kind": "DEPARTMENT",
        "parent": {"id": company, "kind": "COMPANY"},
        "children": [{"id": first}, {"id": second}],
        "managers": [leads],
        "members": {"totalCount": 2, "nodes": [leads, works]},
    }
    seen = await office.seen("Person", leads["id"], "teams { id }")
    assert sorted(each["id"] for each in seen["teams"]) == sorted([department, second])


@pytest.mark.parametrize("kind", ["COMPANY", "DEPARTMENT", "TEAM"])
async def test_the_level_is_that_of_the_owning_team(office: Office, kind: str) -> None:
    team = await office.team(kind)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)

    assert await office.seen("Objective", objective, f"level {OWNER}") == {
        "level": kind,
        "owner": {"__typename": "Team", "kind": kind},
    }


async def test_what_a_person_owns_is_individual(office: Office) -> None:
    objective = await office.objective(await office.cycle())

    assert await office.seen("Objective", objective, f"level {OWNER}") == {
        "level": "INDIVIDUAL",
        "owner": {"__typename": "Person", "name": "Ada"},
    }


async def test_objectives_support_objectives_and_key_results(office: Office) -> None:
    cycle = await office.cycle()
    objective, above = await office.objective(cycle), await office.objective(cycle, title="Above")
    key_result = await office.key_result(above, title="Measured")
    await office.align(objective, above, rationale="It helps.", weight="0.50")
    await office.admin.do(
        "alignObjective", "alignment { id }", objectiveId=objective, toKeyResultId=key_result
    )

    shows = f"alignments {{ rollUp weight rationale {TARGET} from {{ id }} }}"
    source = {"from": {"id": objective}, "rollUp": "NONE"}
    assert (await office.seen("Objective", objective, shows))["alignments"] == [
        source
        | {"weight": "0.5", "rationale": "It helps."}
        | {"to": {"__typename": "Objective", "title": "Above"}},
        source
        | {"weight": "1", "rationale": None}
        | {"to": {"__typename": "KeyResult", "unit": "Measured"}},
    ]
    seen = await office.seen("Objective", above, "supporters { totalCount nodes { from { id } } }")
    assert seen["supporters"] == {"totalCount": 1, "nodes": [{"from": {"id": objective}}]}


async def test_confidence_is_the_weighted_mean_of_what_was_last_said(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    for weight, confidence in (("3", "0.9"), ("1", "0.1"), ("5", None)):
        key_result = await office.key_result(objective, weight=weight)
        await office.check_in(key_result, "11", confidence=confidence)

    assert await office.seen("Objective", objective, "confidence") == {"confidence": "0.7"}


DECIMALS = [
    ("0.10", "0.1"),
    ("007.000", "7"),
    ("-0", "0"),
    ("-0.000000000001", "-0.000000000001"),
    ("12345678901234567890123456.123456789012", "12345678901234567890123456.123456789012"),
    ("9" * 38, "9" * 38),
    (12, "12"),
]


@pytest.mark.parametrize(("said", "written"), DECIMALS)
async def test_numbers_are_exact_and_written_plainly(
    office: Office, said: Any, written: str
) -> None:
    key_result = await office.started()
    check_in = await office.check_in(key_result, said)

    assert await office.seen("CheckIn", check_in, "value") == {"value": written}
    assert await office.seen("KeyResult", key_result, "current") == {"current": written}


async def test_computed_numbers_are_rounded_half_away_from_zero_to_twelve_places(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    metric = {"kind": "INCREASE", "baseline": "0", "target": "3"}
    key_result = await office.key_result(objective, metric)
    for value, progress in (
        ("2", "0.666666666667"),
        ("-2", "-0.666666666667"),
        ("1", "0.333333333333"),
    ):
        await office.check_in(key_result, value)
        seen = await office.seen("KeyResult", key_result, "progress { raw }")
        assert seen == {"progress": {"raw": progress}}


async def test_a_payload_shows_what_a_query_shows_after_it(office: Office) -> None:
    key_result = await office.started()
    shows = """keyResult { version current lastCheckIn { value } progress { value }
      objective { title progress { value inputs { value node { id } } } } }"""
    payload = await office.admin.command(
        "recordCheckIn", f"checkIn {{ {shows} }}", {"keyResultId": key_result, "value": "12"}
    )

    (last,) = (await office.seen("KeyResult", key_result, "checkIns { nodes { id } }"))["checkIns"][
        "nodes"
    ]
    assert payload["checkIn"] == await office.seen("CheckIn", last["id"], shows)
    assert payload["checkIn"]["keyResult"]["objective"]["progress"]["value"] == "0.2"
