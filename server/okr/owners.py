"""Who owns an objective and who answers for it: one team or one person who is there."""

from uuid import UUID

from server.okr import checks
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import Invalid, Objections
from server.okr.standing import Standing
from server.okr.terms import ABSENT, Absent

Owner = UUID | None
Named = Owner | Absent
NAMING = ("owner_team_id", "owner_person_id", "accountable_person_id")


def owner_after(objective: ObjectiveNow, team: Named, person: Named) -> tuple[Owner, Owner]:
    """Naming a new owner of one kind alone replaces an owner of the other kind."""
    replaced = any(each is not None and each is not ABSENT for each in (team, person))
    was = (None, None) if replaced else (objective.owner_team_id, objective.owner_person_id)
    return (was[0] if team is ABSENT else team), (was[1] if person is ABSENT else person)


def one_owner(objections: Objections, team_id: UUID | None, person_id: UUID | None) -> None:
    """Refuse an objective of nobody, and one of a team and of a person."""
    objections.when(
        (team_id is None) == (person_id is None),
        Invalid("An objective has one owner: a team or a person.", "owner_team_id"),
    )


def answerable(objections: Objections, standing: Standing) -> None:
    """Refuse an owner who has left."""
    for name in ("owner_person", "accountable_person"):
        person = getattr(standing, name)
        if person is not None:
            checks.present(objections, person, f"{name}_id")


def remains(standing: Standing) -> list[Guard]:
    """Who is named must still be there when it is recorded."""
    named = (standing.owner_person, standing.accountable_person)
    return [person.remains for person in named if person is not None]
