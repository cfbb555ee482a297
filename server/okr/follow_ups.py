"""Rules about what is left for later: parking it, and coming back to it."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.now import Guard
from server.okr.refusals import (
    CycleIsClosed,
    Invalid,
    NotAllowed,
    Objections,
    WrongState,
)
from server.okr.standing import Decision, Standing, need, stated
from server.okr.terms import CycleState, Permission, Text

ABOUT = ("objective_id", "key_result_id", "team_id", "obstacle_id")
NOT_YOURS = "You have no hand in what this is about."


@dataclass(kw_only=True)
class ParkItem(terms.FollowUp):
    """Leave something for a later cycle, where it will be found."""

    for_cycle_id: Annotated[UUID, "The cycle it waits for."]
    objective_id: Annotated[UUID | None, "The objective it is about."] = None
    key_result_id: Annotated[UUID | None, "The key result it is about."] = None
    team_id: Annotated[UUID | None, "The team it is about."] = None
    obstacle_id: Annotated[UUID | None, "The obstacle that can wait."] = None


@dataclass(kw_only=True)
class ResolveFollowUp:
    """Say what came of something that was left for later."""

    follow_up_id: Annotated[UUID, "Which one."]
    outcome: Annotated[Text, "What came of it."]


def park_item(standing: Standing, said: ParkItem) -> Decision:
    """What can wait is about one thing at most, and waits for a cycle that is not over."""
    named = stated(standing, said, ABOUT)
    if said.obstacle_id is not None:
        need(standing.key_result, "obstacle_id")
    cycle = need(standing.for_cycle, "for_cycle_id")
    objections = Objections()
    checks.unversioned(objections, standing)
    checks.named(objections, said.text, "text")
    for name in named[1:]:
        objections.append(Invalid("Name one thing that it is about.", name))
    objections.when(
        cycle.state is CycleState.CLOSED, CycleIsClosed("The cycle is closed.", "for_cycle_id")
    )
    objections.when(not _may(standing, said.team_id), NotAllowed(NOT_YOURS))
    objections.settle()
    fact = events.ItemParked(
        follow_up_id=standing.new_id(),
        text=said.text,
        kind=said.kind,
        for_cycle_id=cycle.id,
        objective_id=said.objective_id,
        key_result_id=standing.key_result.id if standing.key_result else None,
        team_id=said.team_id,
        obstacle_id=said.obstacle_id,
    )
    return Decision(facts=[fact], guards=[Guard(stream=cycle.id)])


def resolve_follow_up(standing: Standing, said: ResolveFollowUp) -> Decision:
    """Its author and whoever has a hand in what it is about say what came of it."""
    follow_up = need(standing.follow_up, "follow_up_id")
    if follow_up.objective_id is not None:
        need(standing.objective, "follow_up_id")
    standing.expect(follow_up.version)
    objections = Objections()
    own = follow_up.author_id == standing.actor.id
    may = own or _may(standing, follow_up.team_id)
    objections.when(not may, NotAllowed(NOT_YOURS))
    objections.when(not follow_up.open, WrongState("It was resolved already.", "follow_up_id"))
    checks.named(objections, said.outcome, "outcome")
    objections.settle()
    fact = events.FollowUpResolved(
        follow_up_id=follow_up.id, objective_id=follow_up.objective_id, outcome=said.outcome
    )
    return Decision(facts=[fact], guards=[Guard(stream=follow_up.id)])


def _may(standing: Standing, team_id: UUID | None) -> bool:
    """Whether the actor has a hand in what it is about; what is about nothing is anybody's."""
    actor = standing.actor
    hands = [authority.plans(actor)]
    if standing.key_result is not None:
        hands.append(authority.works_on(actor, standing.key_result))
    if standing.objective is not None:
        hands.append(authority.works_for(actor, standing.objective))
    if team_id is not None:
        hands.append(authority.belongs(actor, team_id))
    if len(hands) == 1:
        hands.append(Permission.CONTRIBUTE in actor.permissions)
    return any(hands)
