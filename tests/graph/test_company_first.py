"""The company goes first, and takes on little, where that was agreed; through the server."""

from typing import Any

import pytest

from tests.graph.client import Answer, Client
from tests.graph.office import Office

FINDINGS = "findings(filter: { on: %s }) { nodes { code node { id } } }"
SPAN: Answer = {"startsOn": "2027-01-01", "endsOn": "2027-03-31"}


async def agree(office: Office, **said: Any) -> None:
    await office.admin.do("changePolicy", "organization { id }", reason="We agreed.", **said)


async def found(
    office: Office, cycle: str, on: str = "2026-12-31", by: Client | None = None
) -> set[tuple[str, str]]:
    """What is said of the company's turn in a cycle, with what it is about."""
    seen = await office.seen("Cycle", cycle, FINDINGS % f'"{on}"', by)
    codes = ("BEFORE_COMPANY", "COMPANY_LATE", "COMPANY_OVERLOADED", "UNRANKED")
    nodes = seen["findings"]["nodes"]
    return {(each["code"], each["node"]["id"]) for each in nodes if each["code"] in codes}


@pytest.mark.row("R2-20")
async def test_a_team_that_does_not_wait_for_the_company_is_warned_or_refused(
    office: Office,
) -> None:
    cycle = await office.cycle("2027-Q1", **SPAN, started=False)
    company = await office.team("COMPANY")
    team = await office.team(parentId=company)
    early = await office.objective(cycle, ownerTeamId=team, active=False)
    assert await found(office, cycle) == set()

    await agree(office, companyFirst="WARN")
    active = await office.objective(cycle, ownerTeamId=team)
    both = {("BEFORE_COMPANY", early), ("BEFORE_COMPANY", active)}
    assert await found(office, cycle) == both

    await agree(office, companyFirst="REFUSE")
    said = {"cycleId": cycle, "title": "Early", "ownerTeamId": team}
    refused = office.admin.refused
    assert await refused("createObjective", "objective", **said) == [
        ("WRONG_STATE", "input.cycleId")
    ]
    assert await refused("activateObjective", "objective", objectiveId=early) == [
        ("WRONG_STATE", "input.objectiveId")
    ]

    await office.objective(cycle, ownerTeamId=company)
    await office.admin.do("activateObjective", "objective { id }", objectiveId=early)
    await office.objective(cycle, ownerTeamId=team)
    assert await found(office, cycle) == set()


async def test_the_company_is_late_from_the_first_day_of_the_cycle(office: Office) -> None:
    cycle = await office.cycle("2027-Q1", **SPAN)
    await agree(office, companyFirst="WARN")
    company = await office.team("COMPANY")
    draft = await office.objective(cycle, ownerTeamId=company, active=False)
    late = {("COMPANY_LATE", cycle)}

    assert await found(office, cycle, "2026-12-31") == set()
    assert await found(office, cycle, "2027-01-01") == late
    await office.admin.do("activateObjective", "objective { id }", objectiveId=draft)
    assert await found(office, cycle, "2027-01-01") == set()


async def test_the_company_takes_on_no_more_than_was_agreed(office: Office) -> None:
    cycle = await office.cycle("2027-Q1", **SPAN)
    company = await office.team("COMPANY")
    drafts = [
        await office.objective(cycle, ownerTeamId=company, active=False, priorityRank=rank)
        for rank in (1, 2, 3, 4)
    ]
    assert await found(office, cycle) == {("COMPANY_OVERLOADED", cycle)}

    await agree(office, companyLimit="REFUSE")
    for each in drafts[:3]:
        await office.admin.do("activateObjective", "objective { id }", objectiveId=each)
    told = await office.admin.refused("activateObjective", "objective", objectiveId=drafts[3])
    assert told == [("LIMIT_REACHED", "input.objectiveId")]

    await office.admin.do(
        "changePolicy", "organization { id }", reason="More.", cycleId=cycle, companyMost=4
    )
    await office.admin.do("activateObjective", "objective { id }", objectiveId=drafts[3])
    assert await found(office, cycle) == set()


async def test_several_objectives_of_the_company_have_a_rank(office: Office) -> None:
    cycle, company = await office.cycle("2027-Q1", **SPAN), await office.team("COMPANY")
    first = await office.objective(cycle, ownerTeamId=company)
    assert await found(office, cycle) == set()

    await office.objective(cycle, ownerTeamId=company, priorityRank=2)
    assert await found(office, cycle) == {("UNRANKED", first)}
    said = {"objectiveId": first, "priorityRank": 1, "reason": "So."}
    await office.admin.do("editObjective", "objective { id }", **said)
    assert await found(office, cycle) == set()


async def test_private_objectives_of_the_company_count_for_nobody(office: Office) -> None:
    cycle, company = await office.cycle("2027-Q1", **SPAN), await office.team("COMPANY")
    await agree(office, companyFirst="WARN")
    await office.objective(cycle, ownerTeamId=company, visibility="PRIVATE")

    for reader in (office.admin, await office.person()):
        assert await found(office, cycle, "2027-01-01", reader) == {("COMPANY_LATE", cycle)}


async def test_nobody_agrees_on_no_objective_at_all(office: Office) -> None:
    said = {"reason": "None.", "companyMost": 0}
    assert await office.admin.refused("changePolicy", "organization", **said) == [
        ("INVALID", "input.companyMost")
    ]


async def test_what_was_late_is_read_as_of_then(office: Office) -> None:
    cycle = await office.cycle("2027-Q1", **SPAN)
    company = await office.team("COMPANY")
    draft = await office.objective(cycle, ownerTeamId=company, active=False)
    await agree(office, companyFirst="WARN")
    document = f"""query ($id: ID!, $asOf: AsOf) {{ organization {{ position }}
      node(id: $id, asOf: $asOf) {{ ... on Cycle {{ {FINDINGS % '"2027-01-01"'} }} }} }}"""
    reader = await office.person()
    now = await reader.ask(document, id=cycle)
    await office.admin.do("activateObjective", "objective { id }", objectiveId=draft)

    then = await reader.ask(document, id=cycle, asOf={"position": now["organization"]["position"]})

    assert then["node"] == now["node"]
    assert "COMPANY_LATE" in {each["code"] for each in then["node"]["findings"]["nodes"]}


@pytest.mark.row("R3-09")
async def test_senior_management_sets_few_ranked_objectives_together_before_the_cycle(
    office: Office,
) -> None:
    cycle = await office.cycle("2027-Q1", **SPAN, started=False)
    company = await office.team("COMPANY")
    await agree(office, companyFirst="REFUSE", companyLimit="REFUSE", companyMost=3)
    colleague = await office.person("Grace")
    strategy = "Strategy 2030, chapter 2: be the first choice of schools."
    made = [
        await office.objective(
            cycle, ownerTeamId=company, active=False, priorityRank=rank, strategy=strategy
        )
        for rank in (2, 1, 3, 4)
    ]
    said = {"objectiveId": made[1], "personId": str(colleague.person_id), "role": "CO_AUTHOR"}
    await office.admin.do("addParticipant", "participant { id }", **said)
    assert await found(office, cycle, "2027-01-01") == {
        ("COMPANY_LATE", cycle),
        ("COMPANY_OVERLOADED", cycle),
    }

    for each in made[:3]:
        await office.admin.do("activateObjective", "objective { id }", objectiveId=each)
    told = await office.admin.refused("activateObjective", "objective", objectiveId=made[3])
    assert told == [("LIMIT_REACHED", "input.objectiveId")]
    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=made[3], reason="Too many."
    )

    assert await found(office, cycle, "2027-01-01") == set()
    authors = "participants(filter: { role: CO_AUTHOR }) { nodes { person { name } } }"
    shows = f"priorities(filter: {{ state: ACTIVE }}) {{ nodes {{ id strategy {authors} }} }}"
    seen = (await office.seen("Cycle", cycle, shows))["priorities"]["nodes"]
    assert [each["id"] for each in seen] == [made[1], made[0], made[2]]
    assert {each["strategy"] for each in seen} == {strategy}
    assert seen[0]["participants"]["nodes"] == [{"person": {"name": "Grace"}}]
