"""What is said in random histories about what people ask of each other and agree on.

Allowed or not is for the rules to say.
"""

from uuid import UUID

from server.okr import (
    agreements,
    events,
    key_result_proposals,
    participants,
    proposals,
    requests,
)
from server.okr.terms import ObstacleKind, ParticipantRole, Stance
from tests.chance import Chance, step
from tests.steps import Said
from tests.steps_of_work import revision

ASKED = (
    events.ContributionRequested,
    events.HelpRequested,
    events.RevisionProposed,
    events.KeyResultProposed,
)

ANSWERED = (events.RequestAccepted, events.RequestDeclined, events.RequestWithdrawn)


@step(participants.add_participant, 6)
def _(chance: Chance) -> Said:
    role = chance.one_of(*ParticipantRole)
    by_team = role is ParticipantRole.SHARES or chance.perhaps(0.2)
    return {
        "objective_id": chance.objective(),
        "role": role,
        "person_id": None if by_team else chance.person(),
        "team_id": chance.any(events.TeamAdded).team_id if by_team else None,
    }


@step(participants.remove_participant, 1)
def _(chance: Chance) -> Said:
    return {"participant_id": chance.any(events.ParticipantAdded).participant_id}


@step(agreements.sign_off_objective, 6)
def _(chance: Chance) -> Said:
    # People sign only what is theirs.
    made = [chance.any(events.ObjectiveCreated) for _ in range(6)]
    own = [each for each in made if each.owner_person_id == chance.actor]
    return {
        "objective_id": (own or made)[0].objective_id,
        "stance": chance.one_of(*Stance),
        "comment": chance.maybe(chance.text, 0.8),
    }


@step(requests.request_contribution, 4)
def _(chance: Chance) -> Said:
    return {
        "key_result_id": chance.key_result(),
        "target": chance.number(1, 50),
        "text": chance.text(),
    }


@step(requests.request_help, 4)
def _(chance: Chance) -> Said:
    measured = chance.perhaps(0.5)
    return {
        "key_result_id": chance.key_result() if measured else None,
        "objective_id": None if measured else chance.objective(),
        "of_person_id": chance.maybe(chance.person, 0.3),
        "text": chance.text(),
    }


@step(proposals.propose_revision, 4)
def _(chance: Chance) -> Said:
    adjusting = [
        each
        for fact in chance.facts[events.CheckInRecorded]
        for each in fact.obstacles
        if each.kind is ObstacleKind.ADJUSTMENT
    ]
    from_report = bool(adjusting) and chance.perhaps(0.1)
    return {
        **revision(chance),
        "comment_id": None,
        "obstacle_id": chance.dice.choice(adjusting).id if from_report else None,
    }


@step(key_result_proposals.propose_key_result, 4)
def _(chance: Chance) -> Said:
    objective = chance.objective()
    proposed = chance.facts[events.KeyResultProposed]
    others = [each.request_id for each in proposed if each.objective_id == objective]
    return {
        "objective_id": objective,
        "title": chance.text(),
        "metric": chance.metric([]),
        "weight": chance.weight(),
        "owner_person_id": chance.maybe(chance.person, 0.3),
        "merged_request_ids": others[-2:] if chance.perhaps(0.3) else [],
        "text": chance.text(),
    }


@step(requests.offer_help, 3)
def _(chance: Chance) -> Said:
    return {"request_id": asked(chance), "text": chance.text()}


@step(requests.accept_request, 3)
def _(chance: Chance) -> Said:
    return {"request_id": asked(chance), "answer": chance.maybe(chance.text)}


@step(requests.decline_request)
def _(chance: Chance) -> Said:
    return {"request_id": asked(chance), "reason": chance.text()}


@step(requests.withdraw_request)
def _(chance: Chance) -> Said:
    return {"request_id": asked(chance)}


def asked(chance: Chance) -> UUID:
    """Something that somebody asked for, most often not answered yet."""
    answered = {fact.request_id for kind in ANSWERED for fact in chance.facts[kind]}
    asked: list[UUID] = [fact.request_id for kind in ASKED for fact in chance.facts[kind]]
    waiting = [each for each in asked if each not in answered]
    if waiting and chance.perhaps(0.9):
        return chance.dice.choice(waiting)
    return chance.any(*ASKED).request_id
