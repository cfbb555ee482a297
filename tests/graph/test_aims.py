"""What objectives and key results are good for, and how high they aim; through the server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

STRETCH = {"kind": "INCREASE", "baseline": "0", "target": "10"}
LISTED = """query ($filter: ObjectiveFilter) { organization {
  objectives(filter: $filter) { totalCount nodes { id } } } }"""


@pytest.mark.row("R1-29")
@pytest.mark.row("R2-05")
async def test_ambition_expected_score_and_confidence_are_kept_from_the_start(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    start: dict[str, Any] = {
        "ambition": "COMMITTED",
        "expectedScore": "0.9",
        "startConfidence": "0.6",
    }
    promised = await office.key_result(objective, STRETCH, **start)
    daring = await office.key_result(
        objective, STRETCH, ambition="ASPIRATIONAL", expectedScore="0.7"
    )
    shows = "ambition expectedScore startConfidence"
    assert await office.seen("KeyResult", promised, shows) == start
    assert (await office.seen("KeyResult", daring, shows))["ambition"] == "ASPIRATIONAL"

    for key_result, value in ((promised, "9"), (daring, "7")):
        await office.check_in(key_result, value)
    reached = "attainment { state }"
    assert (await office.seen("KeyResult", daring, reached))["attainment"]["state"] == "REACHED"
    assert (await office.seen("KeyResult", promised, reached))["attainment"]["state"] != "REACHED"
    met = "met { met rule }"
    seen = (await office.seen("Objective", objective, met))["met"]
    assert seen == {
        "met": False,
        "rule": "Met once every key result that counts stands at 0.7 or above, "
        "those that are COMMITTED at 1.",
    }
    await office.check_in(promised, "10")
    assert (await office.seen("Objective", objective, met))["met"]["met"] is True

    said = {"keyResultId": daring, "reason": "We dare more.", "category": "NEW_INFORMATION"}
    await office.admin.do("reviseKeyResult", "keyResult { id }", **said, expectedScore="0.5")
    before = "revisions { statedBefore { expectedScore } statedAfter { expectedScore } }"
    (revision,) = (await office.seen("KeyResult", daring, before))["revisions"]
    assert revision["statedBefore"] == {"expectedScore": "0.7"}
    assert revision["statedAfter"] == {"expectedScore": "0.5"}
    told = await office.admin.refused("reviseKeyResult", "keyResult", **said, expectedScore="1.2")
    assert told == [("INVALID", "input.expectedScore")]


async def found(reader: Client, **narrowed: str) -> list[str]:
    """The objectives that somebody finds by a filter."""
    shown = (await reader.ask(LISTED, filter=narrowed))["organization"]["objectives"]
    assert shown["totalCount"] == len(shown["nodes"])
    return [each["id"] for each in shown["nodes"]]


@pytest.mark.row("R1-88")
async def test_people_set_objectives_to_grow_by_and_keep_them_to_themselves(
    office: Office,
) -> None:
    cycle, team = await office.cycle(), await office.team()
    member, other = await office.member(team), await office.member(team)
    mine: dict[str, Any] = {"ownerPersonId": str(member.person_id), "intent": "PERSONAL_GROWTH"}
    open_one = await office.objective(cycle, by=member, **mine)
    private = await office.objective(cycle, by=member, **mine, visibility="PRIVATE")
    business = await office.objective(cycle, ownerTeamId=team)

    assert await found(other, intent="PERSONAL_GROWTH") == [open_one]
    assert await found(member, intent="PERSONAL_GROWTH") == [open_one, private]
    assert await found(other, intent="BUSINESS") == [business]
    assert await office.seen("Objective", private, "intent", other) is None
    assert await office.seen("Objective", private, "intent", office.admin) is None

    said = {"objectiveId": business, "reason": "So."}
    for refused in (
        office.admin.refused("editObjective", "objective", **said, intent="PERSONAL_GROWTH"),
        office.admin.refused(
            "createObjective",
            "objective",
            cycleId=cycle,
            title="We grow",
            ownerTeamId=team,
            intent="PERSONAL_GROWTH",
        ),
    ):
        assert await refused == [("INVALID", "input.intent")]


@pytest.mark.row("R0-21")
async def test_what_was_taken_from_elsewhere_keeps_its_credit(office: Office) -> None:
    credit = "Adapted from the sample of the Riverbend library, CC BY 4.0"
    earlier = await office.cycle("2026-Q3", startsOn="2026-07-01", endsOn="2026-09-30")
    taken = await office.objective(earlier, source=credit)
    later = await office.cycle()
    assert await office.seen("Objective", taken, "source") == {"source": credit}

    carried = {"objectiveId": taken, "cycleId": later}
    made = await office.admin.do("carryObjectiveForward", "objective { id }", **carried)
    assert await office.seen("Objective", made["id"], "source") == {"source": credit}
    said = {"objectiveId": taken, "reason": "It was another sample.", "source": "Lakeside, CC0"}
    await office.admin.do("editObjective", "objective { id }", **said)
    shows = "source revisions { before { source } }"
    assert await office.seen("Objective", taken, shows) == {
        "source": "Lakeside, CC0",
        "revisions": [{"before": {"source": credit}}],
    }
    told = await office.admin.refused("editObjective", "objective", **said | {"source": " "})
    assert told == [("INVALID", "input.source")]


@pytest.mark.row("R1-95")
async def test_key_results_of_a_discipline_are_found_below_an_objective_of_the_company(
    office: Office,
) -> None:
    cycle, company, team = await office.cycle(), await office.team("COMPANY"), await office.team()
    top = await office.objective(cycle, ownerTeamId=company)
    away = await office.objective(cycle, ownerTeamId=company)
    design = await office.objective(cycle, ownerTeamId=team, discipline="UX")
    build = await office.objective(cycle, ownerTeamId=team)
    hidden = await office.objective(cycle, visibility="PRIVATE", discipline="UX")
    for each in (design, build, hidden):
        await office.align(each, top)
    easy = await office.key_result(design, discipline="UX")
    quick = await office.key_result(build, discipline="UX")
    await office.key_result(build, discipline="Operations")
    await office.key_result(hidden, discipline="UX")
    other = await office.key_result(away, discipline="UX")

    below = """lineage(direction: DOWN, discipline: "UX") {
      node { __typename ... on KeyResult { id } ... on Objective { id } } }"""
    seen = (await office.seen("Objective", top, below))["lineage"]
    assert {(each["node"]["__typename"], each["node"]["id"]) for each in seen} == {
        ("Objective", design),
        ("KeyResult", easy),
        ("KeyResult", quick),
    }
    listed = '{ organization { keyResults(filter: { discipline: "UX" }) { nodes { id } } } }'
    nodes = (await (await office.person()).ask(listed))["organization"]["keyResults"]["nodes"]
    assert {each["id"] for each in nodes} == {easy, quick, other}
    assert await found(await office.person(), discipline="UX") == [design]


@pytest.mark.row("R2-25")
@pytest.mark.row("R3-07")
async def test_a_metric_is_a_percent_a_number_or_milestones_and_a_change_may_be_relative(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    shows = "statement progress { value } metric { target }"
    stars = {"kind": "INCREASE", "unit": "stars", "baseline": "4.2", "target": "4.8"}
    more = {"kind": "INCREASE", "unit": "users", "baseline": "200", "changePercent": "30"}
    share = {"kind": "DECREASE", "quantity": "PERCENT", "unit": "%", "baseline": "9", "target": "5"}
    steps = {"kind": "MILESTONES", "milestones": [{"title": "Draft"}, {"title": "Launch"}]}
    for metric, value, target, progress in (
        (stars, "4.5", "4.8", "0.5"),
        (more, "230", "260", "0.5"),
        (share, "6", "5", "0.75"),
    ):
        made = await office.key_result(objective, metric)
        await office.check_in(made, value)
        seen = await office.seen("KeyResult", made, shows)
        assert (seen["metric"]["target"], seen["progress"]["value"]) == (target, progress)
    made = await office.key_result(objective, steps)
    milestones = await office.seen("KeyResult", made, "metric { milestones { id } }")
    first = milestones["metric"]["milestones"][0]["id"]
    await office.check_in(made, milestonesDone=[first])
    assert (await office.seen("KeyResult", made, shows))["progress"]["value"] == "0.5"


@pytest.mark.row("R1-14")
async def test_what_earlier_cycles_taught_is_told_while_an_objective_is_drafted(
    office: Office,
) -> None:
    earlier = await office.cycle("2026-Q3", startsOn="2026-07-01", endsOn="2026-09-30")
    objective = await office.objective(earlier)
    texts = ("Schools answer in May.", "The pairs talk.", "Write in April.")
    answers = [
        {"question": each, "text": text}
        for each, text in zip(("LEARNED", "WENT_WELL", "CAN_IMPROVE"), texts, strict=True)
    ]
    said = {"kind": "RETROSPECTIVE", "objectiveId": objective, "answers": answers}
    await office.admin.do("recordReview", "review { id }", **said)
    drafter = await office.person()
    draft = {
        "cycleId": await office.cycle(started=False),
        "title": "Schools answer at once",
        "ownerPersonId": str(drafter.person_id),
    }
    shows = "objective { title cycle { inputs { lessons { text } } } } refusals { code }"
    payload = await drafter.command("createObjective", shows, draft, {"dryRun": True})
    assert payload["objective"]["cycle"]["inputs"]["lessons"] == [
        {"text": texts[0]},
        {"text": texts[2]},
    ]
    assert await found(drafter, ownerPersonId=draft["ownerPersonId"]) == []


@pytest.mark.row("R3-03")
async def test_everybody_sees_what_their_work_leads_to_and_who_it_came_from(
    office: Office,
) -> None:
    cycle, company, team = await office.cycle(), await office.team("COMPANY"), await office.team()
    member = await office.member(team)
    top = await office.objective(cycle, ownerTeamId=company)
    below = await office.objective(cycle, ownerTeamId=team, by=member, active=False)
    given = await office.objective(cycle, ownerPersonId=str(member.person_id), active=False)
    await office.align(below, top, by=member)
    key_result = await office.key_result(below, by=member, ownerPersonId=str(member.person_id))
    document = """query ($from: ID!) { contributionPath(from: $from) {
      node { ... on Objective { id origin } ... on KeyResult { id } } } }"""
    path = (await (await office.person()).ask(document, **{"from": key_result}))["contributionPath"]
    assert [each["node"] for each in path] == [
        {"id": below, "origin": "BOTTOM_UP"},
        {"id": top, "origin": "TOP_DOWN"},
    ]
    assert (await office.seen("Objective", given, "origin"))["origin"] == "TOP_DOWN"
    typed = """mutation ($input: CreateObjectiveInput!) {
      createObjective(input: $input) { position } }"""
    said = {"title": "So", "cycleId": cycle, "origin": "BOTTOM_UP"}
    (error,) = await office.admin.errors(typed, input=said)
    assert "unknown field 'origin'" in error["message"]
