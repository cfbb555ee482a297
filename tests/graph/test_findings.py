"""Findings through the running server: what is worth a second look, as its reader sees it."""

from typing import Any

import pytest

from server.okr.findings import FindingCode
from tests.graph.client import Client
from tests.graph.office import Office

ALL = """query ($filter: FindingFilter) { organization { findings(filter: $filter) {
  totalCount nodes { code severity message node { id } } } } }"""
OF_WORK = {
    "UNALIGNED",
    "ORPHANED",
    "LACKS_COMPANY_PARENT",
    "LACKS_DEPARTMENT_PARENT",
    "NO_CONTRIBUTION_STATEMENT",
    "STARVED",
    "NOT_A_METRIC",
    "SPLITS_TARGET",
    "TARGETS_UNDER",
    "TARGETS_OVER",
}
RISING = {"kind": "INCREASE", "unit": "customers", "baseline": "0"}


async def found(office: Office, by: Client | None = None, **stated: Any) -> set[tuple[str, str]]:
    """Every finding as its code and what it is about, as somebody else sees it."""
    reader = by or await office.person()
    seen = (await reader.ask(ALL, filter=stated))["organization"]["findings"]
    assert seen["totalCount"] == len(seen["nodes"])
    return {(each["code"], each["node"]["id"]) for each in seen["nodes"] if each["code"] in OF_WORK}


async def of(office: Office, kind: str, noun: str, by: Client | None = None) -> set[str]:
    """The codes that were found about one thing."""
    seen = await office.seen(kind, noun, "findings { code }", by)
    return {each["code"] for each in seen["findings"]} & OF_WORK


async def levels(office: Office) -> tuple[str, str, str, str]:
    """A cycle, and an objective each of company, department and team; none is aligned."""
    cycle, owners = await office.cycle(), []
    above: dict[str, str] = {}
    for kind in ("COMPANY", "DEPARTMENT", "TEAM"):
        team = await office.team(kind, **above)
        owners.append(await office.objective(cycle, ownerTeamId=team))
        above = {"parentId": team}
    company, department, team = owners
    return cycle, company, department, team


async def support(office: Office, objective: str, key_result: str, **said: Any) -> str:
    """An alignment with a key result."""
    made = await office.admin.do(
        "alignObjective",
        "alignment { id }",
        objectiveId=objective,
        toKeyResultId=key_result,
        **said,
    )
    return str(made["id"])


async def test_a_finding_says_what_it_is_about_how_much_it_matters_and_what_would_be_right(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    seen = await (await office.person()).ask(ALL, filter={"code": "UNALIGNED"})

    assert seen["organization"]["findings"]["nodes"] == [
        {
            "code": "UNALIGNED",
            "severity": "WARNING",
            "message": FindingCode.UNALIGNED.meaning,
            "node": {"id": objective},
        }
    ]


@pytest.mark.row("R1-93")
async def test_an_objective_is_told_which_parent_it_lacks_until_it_has_both(
    office: Office,
) -> None:
    _, company, department, team = await levels(office)
    lacking = {"LACKS_COMPANY_PARENT", "LACKS_DEPARTMENT_PARENT"}
    assert await of(office, "Objective", team) == {"UNALIGNED", "ORPHANED", *lacking}
    assert await of(office, "Objective", department) == {"UNALIGNED", "ORPHANED"}
    assert await of(office, "Objective", company) == set()

    await office.align(team, department)
    assert await of(office, "Objective", team) == {"ORPHANED", "LACKS_COMPANY_PARENT"}
    await support(office, team, await office.key_result(company))

    assert await of(office, "Objective", team) == set()
    document = """{ organization {
      company: objectives(filter: { lacksParentAt: COMPANY }) { nodes { id } }
      department: objectives(filter: { lacksParentAt: DEPARTMENT }) { nodes { id } } } }"""
    assert (await (await office.person()).ask(document))["organization"] == {
        level: {"nodes": [{"id": company}, {"id": department}]}
        for level in ("company", "department")
    }
    seen = await office.seen("Objective", team, "alignments { to { __typename } }")
    assert seen["alignments"] == [
        {"to": {"__typename": "Objective"}},
        {"to": {"__typename": "KeyResult"}},
    ]


@pytest.mark.row("R2-67")
async def test_work_that_leads_nowhere_and_key_results_without_work_are_found(
    office: Office,
) -> None:
    cycle, company, department, team = await levels(office)
    key_result = await office.key_result(company)
    assert await found(office, code="ORPHANED", cycleId=cycle) == {
        ("ORPHANED", department),
        ("ORPHANED", team),
    }
    assert await found(office, code="STARVED", cycleId=cycle) == {("STARVED", key_result)}

    await office.align(team, department)
    await support(office, department, key_result)
    assert await found(office, code="ORPHANED") == set()
    assert await found(office, code="STARVED") == set()

    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=department, reason="Not now."
    )
    assert await found(office, code="ORPHANED") == {("ORPHANED", team)}


async def test_a_key_result_is_worked_on_once_somebody_reports_or_takes_a_part(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    reported, taken, idle = [await office.key_result(objective) for _ in range(3)]
    report = await office.check_in(reported, confidence="0.5")
    await office.contributor(taken, await office.person())
    assert await found(office, code="STARVED") == {("STARVED", idle)}

    await office.admin.do("retractCheckIn", "checkIn { id }", checkInId=report, reason="So.")
    assert await found(office, code="STARVED") == {("STARVED", idle), ("STARVED", reported)}


@pytest.mark.row("R3-12")
async def test_targets_that_are_only_split_are_found_and_are_not_copied_by_an_alignment(
    office: Office,
) -> None:
    cycle, company, department, team = await levels(office)
    number = await office.key_result(company, RISING | {"target": "100"})
    parts = [
        await office.key_result(each, RISING | {"target": target})
        for each, target in ((department, "60"), (team, "40"))
    ]
    for each in (department, team):
        await support(office, each, number)

    assert await of(office, "KeyResult", number) == {"SPLITS_TARGET"}
    shows = "keyResults { id metric { target } }"
    assert await office.seen("Objective", team, shows) == {
        "keyResults": [{"id": parts[1], "metric": {"target": "40"}}]
    }
    await office.key_result(team, {"kind": "AT_LEAST", "unit": "% loyal", "target": "90"})
    assert await of(office, "KeyResult", number) == set()
    assert await found(office, cycleId=cycle, code="SPLITS_TARGET") == set()


@pytest.mark.parametrize(
    ("targets", "code"),
    [(["4"], "TARGETS_UNDER"), (["4", "7"], "TARGETS_OVER"), (["4", "6"], None), ([], None)],
)
async def test_targets_of_contributors_are_held_against_that_of_the_key_result(
    office: Office, targets: list[str], code: str | None
) -> None:
    key_result = await office.started()
    await office.check_in(key_result, "10")
    for target in targets:
        await office.contributor(key_result, await office.person(), target)

    assert await of(office, "KeyResult", key_result) == ({code} if code else set())


@pytest.mark.row("R3-10")
async def test_how_a_team_can_contribute_most_is_stored_with_the_alignment(office: Office) -> None:
    _, company, _, team = await levels(office)
    alignment = await office.align(team, company)
    assert await of(office, "Alignment", alignment) == {"NO_CONTRIBUTION_STATEMENT"}

    said = {"contributionStatement": "We answer every new customer within the hour."}
    await office.admin.do("reviseAlignment", "alignment { id }", alignmentId=alignment, **said)

    shows = "contributionStatement findings { code }"
    assert await office.seen("Alignment", alignment, shows) == said | {"findings": []}


async def test_findings_are_narrowed_by_code_cycle_and_team(office: Office) -> None:
    cycle, company, department, team = await levels(office)
    await office.objective(await office.cycle("2027-Q1"))
    owner = (await office.seen("Objective", team, "owner { ... on Team { id } }"))["owner"]["id"]
    everything = await found(office)
    assert len(everything) == 10

    of_cycle = {each for each in everything if each[1] in (company, department, team)}
    assert await found(office, cycleId=cycle) == of_cycle
    assert await found(office, teamId=owner) == {each for each in of_cycle if each[1] == team}
    assert await found(office, teamId=owner, code="ORPHANED") == {("ORPHANED", team)}
    seen = await office.seen("Cycle", cycle, "findings { nodes { code node { id } } }")
    nodes = seen["findings"]["nodes"]
    told = {(each["code"], each["node"]["id"]) for each in nodes}
    assert {each for each in told if each[0] in OF_WORK} == of_cycle


async def test_findings_come_in_windows_in_an_order_that_lasts(office: Office) -> None:
    await levels(office)
    document = """query ($first: Int, $after: String) { organization {
      findings(first: $first, after: $after) {
        nodes { code node { id } } pageInfo { endCursor hasNextPage } } } }"""
    whole = (await office.admin.ask(document))["organization"]["findings"]["nodes"]
    assert len(whole) > 6

    seen: list[Any] = []
    after, more = None, True
    while more:
        page = (await office.admin.ask(document, first=4, after=after))["organization"]["findings"]
        seen += page["nodes"]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert seen == whole


async def test_a_finding_was_there_as_long_as_it_was_so(office: Office) -> None:
    cycle = await office.cycle()
    objective, above = await office.objective(cycle), await office.objective(cycle)
    document = """query ($id: ID!, $position: Position!) {
      organization { position }
      node(id: $id, asOf: { position: $position }) { ... on Objective { findings { code } } } }"""
    before = (await office.admin.ask(document, id=objective, position=1))["organization"]
    await office.align(objective, above)

    bob = await office.person()
    then = await bob.ask(document, id=objective, position=before["position"])
    assert "UNALIGNED" in {each["code"] for each in then["node"]["findings"]}
    assert "UNALIGNED" not in await of(office, "Objective", objective, bob)


async def test_findings_tell_nothing_of_what_their_reader_does_not_see(office: Office) -> None:
    cycle, company, department, _ = await levels(office)
    key_result = await office.key_result(company)
    private = await office.objective(cycle, visibility="PRIVATE")
    hidden = await office.key_result(private)
    alignment = await support(office, private, key_result)
    await office.align(department, private)
    await office.align(private, company)
    bob = await office.person()

    of_bob = await found(office, bob)
    assert not {private, hidden, alignment} & {noun for _, noun in of_bob}
    assert {("STARVED", key_result), ("UNALIGNED", department), ("ORPHANED", department)} <= of_bob
    of_admin = await found(office, office.admin)
    assert ("STARVED", hidden) in of_admin
    assert ("NO_CONTRIBUTION_STATEMENT", alignment) in of_admin
    assert not {("STARVED", key_result), ("UNALIGNED", department)} & of_admin
    assert ("ORPHANED", department) not in of_admin
