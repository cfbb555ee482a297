"""Drafting an objective through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

DRAFT = """
  key title description state level ambition objectiveType visibility origin version revisionCount
  owner { ... on Person { id } ... on Team { id } } accountable { id } cycle { id }
  progress { value } score { computed } keyResults { id } alignments { id }"""


async def test_everybody_sees_a_draft_as_it_was_stated(office: Office) -> None:
    cycle, team, bob = await office.cycle(), await office.team(), await office.person()
    stated: dict[str, Any] = {
        "title": "Customers stay",
        "description": "Because they are glad to.",
        "ambition": "COMMITTED",
        "objectiveType": "LEARNING",
        "visibility": "ORGANIZATION",
    }

    objective = await office.objective(
        cycle,
        active=False,
        ownerTeamId=team,
        accountablePersonId=str(bob.person_id),
        **stated,
    )

    assert await office.seen("Objective", objective, DRAFT) == stated | {
        "key": "2026-Q4-O1",
        "state": "DRAFT",
        "level": "TEAM",
        "origin": "TOP_DOWN",
        "version": 1,
        "revisionCount": 0,
        "owner": {"id": team},
        "accountable": {"id": str(bob.person_id)},
        "cycle": {"id": cycle},
        "progress": {"value": None},
        "score": None,
        "keyResults": [],
        "alignments": [],
    }


async def test_what_is_not_said_has_a_default(office: Office) -> None:
    objective = await office.objective(await office.cycle(), active=False, ambition=None)

    assert await office.seen(
        "Objective", objective, "ambition objectiveType visibility description accountable { id }"
    ) == {
        "ambition": "ASPIRATIONAL",
        "objectiveType": "OUTCOME",
        "visibility": "ORGANIZATION",
        "description": None,
        "accountable": None,
    }


async def test_keys_are_counted_within_a_cycle_and_never_used_again(office: Office) -> None:
    cycle, next_cycle = await office.cycle(), await office.cycle("2027-Q1", started=False)
    given_up = await office.objective(cycle)
    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=given_up, reason="Not now."
    )

    keys = [
        (await office.seen("Objective", await office.objective(each), "key"))["key"]
        for each in (cycle, cycle, next_cycle)
    ]

    assert keys == ["2026-Q4-O2", "2026-Q4-O3", "2027-Q1-O1"]


@pytest.mark.parametrize("kind", ["COMPANY", "DEPARTMENT", "TEAM"])
async def test_the_level_of_a_teams_objective_is_the_teams_kind(office: Office, kind: str) -> None:
    team = await office.team(kind)

    objective = await office.objective(await office.cycle(), ownerTeamId=team)

    assert await office.seen("Objective", objective, "level") == {"level": kind}


async def test_the_level_of_a_persons_objective_is_individual(office: Office) -> None:
    objective = await office.objective(await office.cycle())

    assert await office.seen("Objective", objective, "level") == {"level": "INDIVIDUAL"}


async def origin(office: Office, by: Client, **owner: str) -> str:
    """Where an objective comes from that somebody drafts."""
    cycle = await office.cycle()
    objective = await office.objective(cycle, active=False, by=by, **owner)
    return str((await office.seen("Objective", objective, "origin"))["origin"])


async def test_what_a_manager_above_the_team_drafts_is_top_down(office: Office) -> None:
    department = await office.team("DEPARTMENT")
    team = await office.team(parentId=department)
    above = await office.member(department, "MANAGER")

    assert await origin(office, above, ownerTeamId=team) == "TOP_DOWN"


@pytest.mark.parametrize("role", ["MEMBER", "MANAGER"])
async def test_what_the_team_itself_drafts_is_bottom_up(office: Office, role: str) -> None:
    team = await office.team()
    person = await office.member(team, role)

    assert await origin(office, person, ownerTeamId=team) == "BOTTOM_UP"


async def test_what_an_administrator_drafts_from_outside_the_team_is_top_down(
    office: Office,
) -> None:
    assert await origin(office, office.admin, ownerTeamId=await office.team()) == "TOP_DOWN"


async def test_what_an_administrator_drafts_in_their_own_team_is_bottom_up(office: Office) -> None:
    team = await office.team()
    await office.admin.do(
        "addTeamMember", "team { id }", teamId=team, personId=str(office.admin.person_id)
    )

    assert await origin(office, office.admin, ownerTeamId=team) == "BOTTOM_UP"


async def test_what_people_draft_for_themselves_is_bottom_up(
    office: Office, other_office: Office
) -> None:
    assert await origin(office, await office.person()) == "BOTTOM_UP"
    assert await origin(other_office, other_office.admin) == "BOTTOM_UP"


async def test_what_a_manager_drafts_for_a_member_is_top_down(office: Office) -> None:
    team = await office.team()
    manager, member = await office.member(team, "MANAGER"), await office.member(team)

    person = str(member.person_id)
    assert await origin(office, manager, ownerPersonId=person) == "TOP_DOWN"


async def test_where_an_objective_came_from_stays_when_people_move(office: Office) -> None:
    department = await office.team("DEPARTMENT")
    team = await office.team(parentId=department)
    above = await office.member(department, "MANAGER")
    objective = await office.objective(
        await office.cycle(), active=False, by=above, ownerTeamId=team
    )

    await office.admin.do("editTeam", "team { id }", teamId=team, parentId=None)

    assert await office.seen("Objective", objective, "origin") == {"origin": "TOP_DOWN"}


async def test_nobody_drafts_for_people_and_teams_they_do_not_lead(office: Office) -> None:
    cycle, department = await office.cycle(), await office.team("DEPARTMENT")
    team = await office.team(parentId=department)
    bob, member = await office.person(), await office.member(team)

    async def refused(actor: Client, **owner: str) -> list[tuple[str, str]]:
        said = {"cycleId": cycle, "title": "Objective"} | owner
        return await actor.refused("createObjective", "objective", **said)

    assert await refused(bob, ownerTeamId=team) == [("NOT_ALLOWED", "")]
    assert await refused(bob, ownerPersonId=str(member.person_id)) == [("NOT_ALLOWED", "")]
    assert await refused(member, ownerTeamId=department) == [("NOT_ALLOWED", "")]


async def test_an_objective_has_one_owner(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    both = {"ownerTeamId": team, "ownerPersonId": str(office.admin.person_id)}
    said = {"cycleId": cycle, "title": "Objective"}

    for owners in ({}, {"ownerTeamId": None, "ownerPersonId": None}, both):
        assert await office.admin.refused("createObjective", "objective", **said, **owners) == [
            ("INVALID", "input.ownerTeamId")
        ]


@pytest.mark.parametrize("title", ["", " \n "])
async def test_a_title_has_something_to_read(office: Office, title: str) -> None:
    owner = str(office.admin.person_id)
    assert await office.admin.refused(
        "createObjective",
        "objective",
        cycleId=await office.cycle(),
        title=title,
        ownerPersonId=owner,
    ) == [("INVALID", "input.title")]


@pytest.mark.parametrize("takes_part", ["ownerPersonId", "accountablePersonId", "member"])
async def test_only_who_takes_part_sees_what_is_private(office: Office, takes_part: str) -> None:
    cycle, team = await office.cycle(), await office.team()
    bob = await office.member(team) if takes_part == "member" else await office.person()
    owner: dict[str, Any] = {} if takes_part == "ownerPersonId" else {"ownerTeamId": team}
    named: dict[str, Any] = {} if takes_part == "member" else {takes_part: str(bob.person_id)}
    objective = await office.objective(cycle, visibility="PRIVATE", **owner, **named)

    assert await office.seen("Objective", objective, "title") is None
    assert await office.seen("Objective", objective, "visibility", by=bob) == {
        "visibility": "PRIVATE"
    }
    assert await office.seen("Cycle", cycle, "objectives { totalCount }") == {
        "objectives": {"totalCount": 0}
    }
