"""Whoever says which version they decided on is refused once the noun has moved on."""

import asyncio
from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from server.commands import Manner, Rule
from server.ids import new_id
from server.okr import (
    alignments,
    check_ins,
    contributions,
    cycles,
    key_results,
    objectives,
    people,
    teams,
    terms,
)
from server.okr.refusals import ChangedMeanwhile, Refused
from tests.entries import meeting
from tests.samples import Organization, done

Case = tuple[str, UUID, Rule, dict[str, Any]]


async def person_renamed(at: Organization) -> Case:
    ann = (await at.person()).person_id
    return "people", ann, people.rename_person, {"person_id": ann, "name": "Anna"}


async def token_revoked(at: Organization) -> Case:
    ann = (await at.person()).person_id
    return "people", ann, people.revoke_token, {"person_id": ann, "token_id": new_id()}


async def person_deactivated(at: Organization) -> Case:
    ann = (await at.person()).person_id
    return "people", ann, people.deactivate_person, {"person_id": ann}


async def permission_granted(at: Organization) -> Case:
    ann = (await at.person()).person_id
    said = {"person_id": ann, "permission": terms.Permission.MANAGE}
    return "people", ann, people.grant_permission, said


async def team_edited(at: Organization) -> Case:
    team = (await at.team()).team_id
    return "teams", team, teams.edit_team, {"team_id": team, "name": "Blue"}


async def member_added(at: Organization) -> Case:
    team = (await at.team()).team_id
    said = {"team_id": team, "person_id": (await at.person()).person_id}
    return "teams", team, teams.add_team_member, said


async def cycle_started(at: Organization) -> Case:
    cycle = (await at.cycle("2027", started=False)).cycle_id
    return "cycles", cycle, cycles.start_cycle, {"cycle_id": cycle}


async def objective_edited(at: Organization) -> Case:
    objective = (await at.objective()).objective_id
    said = {"objective_id": objective, "title": "Higher", "reason": "Why not."}
    return "objectives", objective, objectives.edit_objective, said


async def key_result_added(at: Organization) -> Case:
    objective = (await at.objective()).objective_id
    said = {"objective_id": objective, "title": "Ship it", "metric": done()}
    return "objectives", objective, key_results.add_key_result, said


async def objective_aligned(at: Organization) -> Case:
    low, high = await at.objective(), await at.objective()
    said = {"objective_id": low.objective_id, "to_objective_id": high.objective_id}
    return "objectives", low.objective_id, alignments.align_objective, said


async def key_result_revised(at: Organization) -> Case:
    key_result = (await at.key_result()).key_result_id
    said = {
        "key_result_id": key_result,
        "title": "Sharper",
        "reason": "Why not.",
        "category": terms.RevisionCategory.OTHER,
    }
    return "key_results", key_result, key_results.revise_key_result, said


async def check_in_recorded(at: Organization) -> Case:
    key_result = (await at.key_result()).key_result_id
    return "key_results", key_result, check_ins.record_check_in, {"key_result_id": key_result}


async def contributor_assigned(at: Organization) -> Case:
    key_result = (await at.key_result()).key_result_id
    said = {
        "key_result_id": key_result,
        "person_id": at.actor.id,
        "target": Decimal(5),
    }
    return "key_results", key_result, contributions.assign_contributor, said


async def alignment_revised(at: Organization) -> Case:
    alignment = (await at.align(await at.objective(), await at.objective())).alignment_id
    said = {"alignment_id": alignment, "weight": Decimal(2)}
    return "alignments", alignment, alignments.revise_alignment, said


CASES = [
    person_renamed,
    token_revoked,
    person_deactivated,
    permission_granted,
    team_edited,
    member_added,
    cycle_started,
    objective_edited,
    key_result_added,
    objective_aligned,
    key_result_revised,
    check_in_recorded,
    contributor_assigned,
    alignment_revised,
]
Make = Callable[[Organization], Awaitable[Case]]


async def version_of(organization: Organization, table: str, noun: UUID) -> int:
    text = f"select version from {table} where org_id = $1 and id = $2"
    return int((await organization.rows(text, noun))[0]["version"])


@pytest.mark.parametrize("case", CASES)
async def test_of_many_who_expect_one_version_one_succeeds(
    organization: Organization, case: Make
) -> None:
    table, noun, rule, said = await case(organization)
    version = await version_of(organization, table, noun)
    manner = Manner(expected_version=version)
    before = len(await organization.log())
    together = meeting(organization, 4)
    outcomes = await asyncio.gather(
        *(together.do(rule, manner, **said) for _ in range(4)), return_exceptions=True
    )
    reasons = [reason for each in outcomes if isinstance(each, Refused) for reason in each.reasons]
    assert len(await organization.log()) == before + 1
    assert [type(each) for each in reasons] == [ChangedMeanwhile] * 3
    assert {getattr(each, "current_version", None) for each in reasons} == {version + 1}
    assert await version_of(organization, table, noun) == version + 1


async def test_what_comes_under_a_cycle_leaves_its_version(organization: Organization) -> None:
    cycle = await organization.cycle(started=False)
    await organization.objective(cycle=cycle)
    await organization.do(cycles.start_cycle, Manner(expected_version=1), cycle_id=cycle.cycle_id)


async def test_another_version_than_the_present_one_is_refused(organization: Organization) -> None:
    ann = await organization.person()
    for version in (0, 2):
        with pytest.raises(Refused) as caught:
            await organization.do(
                people.rename_person,
                Manner(expected_version=version),
                person_id=ann.person_id,
                name="Anna",
            )
        (reason,) = caught.value.reasons
        assert isinstance(reason, ChangedMeanwhile)
        assert (reason.current_version, reason.path) == (1, ["command", "expected_version"])
