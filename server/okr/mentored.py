"""Rules about the goals of a mentorship: the mentee's own, PRIVATE, and agreed by both."""

from typing import Any
from uuid import UUID

from server.okr.left_now import ObjectiveLeft
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import Invalid, NotAllowed, Objections, WrongState
from server.okr.standing import Standing, need
from server.okr.terms import ABSENT, MentorshipState, ObjectiveState, ObjectiveType, Visibility


def growing(
    objections: Objections,
    standing: Standing,
    mentorship_id: UUID | None,
    owner_person_id: UUID | None,
    about: ObjectiveType,
) -> tuple[dict[str, Any], list[Guard]]:
    """What an objective is besides that is for a mentorship; the mentee is who sets it."""
    if mentorship_id is None:
        alone = about is ObjectiveType.MENTORSHIP
        objections.when(alone, Invalid("Name the mentorship that it is for.", "mentorship_id"))
        return {}, []
    mentorship = need(standing.mentorship, "mentorship_id")
    over = mentorship.state is MentorshipState.ENDED
    objections.when(over, WrongState("The mentorship is ENDED.", "mentorship_id"))
    mentees = mentorship.mentee_id == standing.actor.id
    objections.when(not mentees, NotAllowed("The mentee sets their own goals."))
    others = owner_person_id != mentorship.mentee_id
    objections.when(others, Invalid("It is the mentee's own.", "owner_person_id"))
    besides = {
        "objective_type": ObjectiveType.MENTORSHIP,
        "visibility": Visibility.PRIVATE,
        "mentorship_id": mentorship.id,
    }
    return besides, mentorship.grounds


def carried(standing: Standing, left: ObjectiveLeft) -> dict[str, Any]:
    """For whom it goes on: for the same mentorship, unless that is over."""
    if left.objective_type is not ObjectiveType.MENTORSHIP:
        return {}
    mentorship = standing.mentorship
    if mentorship is None or mentorship.state is MentorshipState.ENDED:
        return {"objective_type": ObjectiveType.OUTCOME}
    return {"mentorship_id": mentorship.id}


def stays(objections: Objections, objective: ObjectiveNow, said: dict[str, Any]) -> None:
    """What is for a mentorship stays so, and no other objective becomes so."""
    if objective.mentor_id is None:
        becomes = said.get("objective_type") is ObjectiveType.MENTORSHIP
        objections.when(becomes, Invalid("Create it for the mentorship.", "objective_type"))
        return
    kept = {
        "objective_type": ObjectiveType.MENTORSHIP,
        "visibility": Visibility.PRIVATE,
        "owner_person_id": objective.owner_person_id,
        "owner_team_id": None,
    }
    for name, stays_so in kept.items():
        told = "What is for a mentorship stays so: PRIVATE, and the mentee's own."
        changed = said.get(name, ABSENT) not in (ABSENT, None, stays_so)
        objections.when(changed, WrongState(told, name))


def agreed_together(objections: Objections, objective: ObjectiveNow, path: str) -> None:
    """What both agreed on is changed by what one proposes and the other accepts."""
    begun = objective.mentor_id is not None and objective.state is ObjectiveState.ACTIVE
    told = "Mentor and mentee agreed on this together: propose the change to the other."
    objections.when(begun, WrongState(told, path))
