"""Rules about careers: cases that are somebody's own, and shared with a mentor at most."""

from typing import Any, Protocol
from uuid import UUID

from server.okr import matters
from server.okr.cases_now import CaseNow
from server.okr.now import Guard, PersonNow
from server.okr.refusals import Invalid, NotAllowed, Objections, WrongState
from server.okr.standing import Standing, need
from server.okr.terms import ABSENT, Absent, CaseKind, Extent, MentorshipState


class Opening(matters.Saying, Protocol):
    """What a new case may name."""

    kind: CaseKind
    likelihood: Extent | None
    of_team_id: UUID | None
    owner_person_id: UUID | None
    mentorship_id: UUID | None


def shared(objections: Objections, standing: Standing, said: Opening) -> list[Guard]:
    """A career is about nobody else and is nobody else's; a mentorship says who sees it too."""
    mentorship = need(standing.mentorship, "mentorship_id") if said.mentorship_id else None
    if said.kind is not CaseKind.CAREER:
        stray = mentorship is not None
        objections.when(stray, Invalid("Only of a CAREER.", "mentorship_id"))
        return []
    for name in (*matters.ABOUT, "of_team_id"):
        named = getattr(said, name) is not None
        objections.when(named, Invalid("A CAREER is about nothing else.", name))
    _unweighed(objections, said.likelihood)
    others = said.owner_person_id not in (None, standing.actor.id)
    objections.when(others, Invalid("A CAREER is one's own.", "owner_person_id"))
    if mentorship is None:
        return []
    mentees = mentorship.mentee_id == standing.actor.id
    objections.when(not mentees, NotAllowed("The mentee says where they want to get."))
    over = mentorship.state is MentorshipState.ENDED
    objections.when(over, WrongState("The mentorship is ENDED.", "mentorship_id"))
    return mentorship.grounds


def taken_by(objections: Objections, standing: Standing, person: PersonNow) -> None:
    """A step of a career is nobody's who does not see it."""
    case = standing.case
    if case is not None and case.kind is CaseKind.CAREER:
        blind = person.id not in (case.owner_person_id, standing.actor.id)
        told = "A step of a CAREER is taken by whose it is, or by who adds it."
        objections.when(blind, Invalid(told, "owner_person_id"))


def stays(
    objections: Objections, case: CaseNow, changes: dict[str, Any], owner: UUID | None | Absent
) -> None:
    """What few people see becomes nothing else, and nothing else becomes that."""
    kind = changes.get("kind", case.kind)
    becomes = CaseKind.CAREER in (kind, case.kind) and kind not in (None, case.kind)
    objections.when(becomes, WrongState("A CAREER stays one, and nothing becomes one.", "kind"))
    if case.kind is CaseKind.CAREER:
        _unweighed(objections, changes.get("likelihood"))
    given = case.kind is CaseKind.CAREER and owner not in (ABSENT, case.owner_person_id)
    objections.when(given, WrongState("A CAREER stays with whose it is.", "owner_person_id"))


def _unweighed(objections: Objections, likelihood: Extent | None) -> None:
    told = "A CAREER is where somebody wants to get, not what may come to pass."
    objections.when(likelihood is not None, Invalid(told, "likelihood"))
