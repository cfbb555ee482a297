"""Pairs of commands about requests, participants and sign-offs that exclude each other."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from server.okr import (
    agreements,
    contributions,
    key_results,
    objectives,
    participants,
    policies,
    proposals,
    requests,
    teams,
)
from server.okr.terms import (
    Curve,
    CurveKind,
    CurvePoint,
    ParticipantRole,
    RevisionCategory,
    Stance,
)
from tests.races import Race, race, say
from tests.samples import Organization, done, increase

WHY = {"reason": "We know better.", "category": RevisionCategory.OTHER}


async def asked(at: Organization) -> Any:
    """Somebody from elsewhere asks to take on a part of a key result."""
    key_result = (await at.key_result()).key_result_id
    said = {"key_result_id": key_result, "target": Decimal(1), "text": "Let me join."}
    return await at.by(await at.person()).do(requests.request_contribution, **said)


@race
async def the_same_wish_twice(at: Organization) -> Race:
    key_result = (await at.key_result()).key_result_id
    said = {"key_result_id": key_result, "target": Decimal(1), "text": "Let me join."}
    one = say(at, requests.request_contribution, "ALREADY_EXISTS", **said)
    return one, one


@race
async def an_acceptance_beside_a_refusal(at: Organization) -> Race:
    request = {"request_id": (await asked(at)).request_id}
    return (
        say(at, requests.accept_request, "WRONG_STATE", **request),
        say(at, requests.decline_request, "WRONG_STATE", reason="We are enough.", **request),
    )


@race
async def the_same_acceptance_twice(at: Organization) -> Race:
    one = say(at, requests.accept_request, "WRONG_STATE", request_id=(await asked(at)).request_id)
    return one, one


async def draft_of_two(at: Organization) -> tuple[Organization, UUID, UUID]:
    """A draft of a team of two, of whom one has to agree and does, and is who acts."""
    ann, bob = await at.person(), await at.person()
    team = await at.team(ann, bob)
    await at.do(policies.change_policy, reason="Together.", sign_off_quorum=Decimal("0.5"))
    draft = (await at.objective(team=team, draft=True)).objective_id
    agree = {"objective_id": draft, "stance": Stance.AGREE}
    await at.by(ann).do(agreements.sign_off_objective, **agree)
    return at.by(ann), draft, team.team_id


@race
async def a_beginning_beside_a_change_of_mind(at: Organization) -> Race:
    ann, draft, _ = await draft_of_two(at)
    disagree = {"stance": Stance.DISAGREE, "comment": "Not so."}
    return (
        say(at, objectives.activate_objective, "WRONG_STATE", objective_id=draft),
        say(ann, agreements.sign_off_objective, objective_id=draft, **disagree),
    )


@race
async def a_beginning_beside_a_new_member(at: Organization) -> Race:
    _, draft, team = await draft_of_two(at)
    joining = {"team_id": team, "person_id": (await at.person()).person_id}
    return (
        say(at, objectives.activate_objective, "WRONG_STATE", objective_id=draft),
        say(at, teams.add_team_member, **joining),
    )


@race
async def a_beginning_beside_a_higher_quorum(at: Organization) -> Race:
    _, draft, _ = await draft_of_two(at)
    more = {"reason": "Everybody.", "sign_off_quorum": Decimal(1)}
    return (
        say(at, objectives.activate_objective, "WRONG_STATE", objective_id=draft),
        say(at, policies.change_policy, **more),
    )


@race
async def sharing_beside_nobody_to_answer_for_it(at: Organization) -> Race:
    team, other = await at.team(), await at.team()
    shared = await at.objective(team=team, accountable_person_id=at.actor.id)
    objective = {"objective_id": shared.objective_id}
    share = {"role": ParticipantRole.SHARES, "team_id": other.team_id}
    nobody = {"accountable_person_id": None, "reason": "So."}
    return (
        say(at, participants.add_participant, "WRONG_STATE", **objective, **share),
        say(at, objectives.edit_objective, "WRONG_STATE", **objective, **nobody),
    )


@race
async def the_same_participant_twice(at: Organization) -> Race:
    said = {
        "objective_id": (await at.objective()).objective_id,
        "person_id": (await at.person()).person_id,
        "role": ParticipantRole.CO_AUTHOR,
    }
    one = say(at, participants.add_participant, "ALREADY_EXISTS", **said)
    return one, one


async def proposed(at: Organization, **said: Any) -> tuple[UUID, UUID]:
    """A key result, and what its owner proposes to change of it."""
    ann = await at.person()
    key_result = (await at.key_result(owner=ann)).key_result_id
    made = await at.by(ann).do(proposals.propose_revision, key_result_id=key_result, **said, **WHY)
    return key_result, made.request_id


@race
async def an_approval_beside_a_revision(at: Organization) -> Race:
    """Both may be: whichever comes later starts from what the other one left."""
    key_result, request = await proposed(at, title="Proposed", metric=increase(0, 50))
    revision = {"title": "Revised", "weight": Decimal(2), **WHY}
    return (
        say(at, requests.accept_request, request_id=request),
        say(at, key_results.revise_key_result, key_result_id=key_result, **revision),
    )


@race
async def an_approval_beside_a_revision_that_takes_its_ground(at: Organization) -> Race:
    points = [CurvePoint(on=date(2026, 11, 1), value=Decimal(40))]
    curve = Curve(kind=CurveKind.PHASED, points=points)
    key_result, request = await proposed(at, curve=curve)
    revise = key_results.revise_key_result
    return (
        say(at, requests.accept_request, "INVALID", request_id=request),
        say(at, revise, key_result_id=key_result, metric=done(), **WHY),
    )


@race
async def the_last_revision_without_approval_beside_an_approval(at: Organization) -> Race:
    await at.do(policies.change_policy, reason="Seldom.", revisions_before_approval=1)
    key_result, request = await proposed(at, title="Proposed")
    revise = key_results.revise_key_result
    return (
        say(at, revise, "LIMIT_REACHED", key_result_id=key_result, title="Revised", **WHY),
        say(at, requests.accept_request, request_id=request),
    )


@race
async def an_approval_beside_the_first_contributor(at: Organization) -> Race:
    key_result, request = await proposed(at, metric=done())
    part = {"key_result_id": key_result, "person_id": at.actor.id, "target": Decimal(1)}
    return (
        say(at, requests.accept_request, "WRONG_STATE", request_id=request),
        say(at, contributions.assign_contributor, "WRONG_STATE", **part),
    )


@race
async def the_same_approval_twice(at: Organization) -> Race:
    _, request = await proposed(at, title="Proposed")
    one = say(at, requests.accept_request, "WRONG_STATE", request_id=request)
    return one, one
