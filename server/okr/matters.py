"""What cases and meetings can be about, who has a hand in that, and until when."""

from typing import Protocol
from uuid import UUID

from server.okr import authority
from server.okr.cases_now import About
from server.okr.now import ActorNow, Guard
from server.okr.refusals import CycleIsClosed, Invalid, Objections
from server.okr.standing import Standing, stated
from server.okr.terms import CycleState, Permission

ABOUT = ("objective_id", "key_result_id", "team_id", "cycle_id")


class Saying(Protocol):
    """A command that may name what it is about."""

    objective_id: UUID | None
    key_result_id: UUID | None
    team_id: UUID | None
    cycle_id: UUID | None


def about(objections: Objections, standing: Standing, said: Saying) -> About:
    """What a command is about: at most one thing, and beside a team a cycle."""
    named = stated(standing, said, ABOUT)
    objections.when(
        len(named) > 1 and named != ["team_id", "cycle_id"],
        Invalid("It is about one thing; beside a team it may name a cycle.", *named[-1:]),
    )
    key_result = standing.key_result if said.key_result_id else None
    objective = key_result.objective if key_result else standing.objective
    cycle = objective.cycle if objective else standing.cycle
    closed = cycle is not None and cycle.state is CycleState.CLOSED
    objections.when(closed, CycleIsClosed(None, *named[-1:]))
    return About(
        objective=objective,
        key_result=key_result,
        team_id=said.team_id,
        cycle_id=said.cycle_id,
    )


def has_a_hand(actor: ActorNow, of: About) -> bool:
    """Whether somebody has a hand in it; what is about nothing is anybody's who contributes."""
    hands = [authority.plans(actor)]
    if of.key_result is not None:
        hands.append(authority.works_on(actor, of.key_result))
    elif of.objective is not None:
        hands.append(authority.works_for(actor, of.objective))
    elif of.team_id is not None:
        hands.append(authority.belongs(actor, of.team_id))
    elif of.cycle_id is not None:
        hands.append(authority.reviews(actor))
    else:
        hands.append(contributes(actor))
    return any(hands)


def contributes(actor: ActorNow) -> bool:
    """Whether somebody may say anything at all."""
    return Permission.CONTRIBUTE in actor.permissions


def grounds(of: About) -> list[Guard]:
    """What a decision about something new rests on."""
    return of.objective.grounds if of.objective else []
