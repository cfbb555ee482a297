"""Rules about the goals of a mentorship: the mentee's own, PRIVATE, and agreed by both."""

from typing import TYPE_CHECKING, Any

from server.okr.left_now import ObjectiveLeft
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import Invalid, NotAllowed, Objections, WrongState
from server.okr.standing import Standing, need
from server.okr.terms import MentorshipState, ObjectiveState, ObjectiveType, Visibility

if TYPE_CHECKING:
    from server.okr.objectives import CreateObjective, EditObjective


def growing(
    objections: Objections, standing: Standing, said: "CreateObjective"
) -> tuple[dict[str, Any], list[Guard]]:
    """What an objective is besides that is for a mentorship; the mentee is who sets it."""
    if said.mentorship_id is None:
        alone = said.objective_type is ObjectiveType.MENTORSHIP
        objections.when(alone, Invalid("Name the mentorship that it is for.", "mentorship_id"))
        return {}, []
    mentorship = need(standing.mentorship, "mentorship_id")
    over = mentorship.state is MentorshipState.ENDED
    objections.when(over, WrongState("The mentorship is ENDED.", "mentorship_id"))
    mentees = mentorship.mentee_id == standing.actor.id
    objections.when(not mentees, NotAllowed("The mentee sets their own goals."))
    others = said.owner_person_id != mentorship.mentee_id
    objections.when(others, Invalid("It is the mentee's own.", "owner_person_id"))
    about = {
        "objective_type": ObjectiveType.MENTORSHIP,
        "visibility": Visibility.PRIVATE,
        "mentorship_id": mentorship.id,
    }
    return about, mentorship.grounds


def carried(standing: Standing, left: ObjectiveLeft) -> dict[str, Any]:
    """For whom it goes on: for the same mentorship, unless that is over."""
    if left.objective_type is not ObjectiveType.MENTORSHIP:
        return {}
    mentorship = standing.mentorship
    if mentorship is None or mentorship.state is MentorshipState.ENDED:
        return {"objective_type": ObjectiveType.OUTCOME}
    return {"mentorship_id": mentorship.id}


def stays(objections: Objections, objective: ObjectiveNow, said: "EditObjective") -> None:
    """What is for a mentorship stays so, and no other objective becomes so."""
    if objective.mentor_id is None:
        becomes = said.objective_type is ObjectiveType.MENTORSHIP
        objections.when(becomes, Invalid("Create it for the mentorship.", "objective_type"))
        return
    for name, kept in (
        ("objective_type", ObjectiveType.MENTORSHIP),
        ("visibility", Visibility.PRIVATE),
        ("owner_person_id", objective.owner_person_id),
    ):
        changed = getattr(said, name)
        told = f"It is for a mentorship, and stays {kept}."
        told = "It stays the mentee's own." if name == "owner_person_id" else told
        objections.when(changed and changed != kept, WrongState(told, name))
    objections.when(said.owner_team_id, WrongState("It stays the mentee's own.", "owner_team_id"))


def agreed_together(objections: Objections, objective: ObjectiveNow, path: str) -> None:
    """What both agreed on is changed by what one proposes and the other accepts."""
    begun = objective.mentor_id is not None and objective.state is ObjectiveState.ACTIVE
    told = "Mentor and mentee agreed on this together: propose the change to the other."
    objections.when(begun, WrongState(told, path))
