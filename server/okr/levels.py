"""Rules about levels: four of them, and further names for them that an organization agrees on."""

from server.okr.now import Guard
from server.okr.refusals import Invalid, Objections
from server.okr.standing import Standing, need
from server.okr.terms import Absent


def levelled(
    objections: Objections, standing: Standing, level_name: str | None | Absent
) -> list[Guard]:
    """A team's level is called as the policy says; answers what that rests on."""
    if level_name is None or isinstance(level_name, Absent):
        return []
    organization = need(standing.organization)
    known = [each.strip() for each in (organization.policy.levels or "").split(",")]
    names = ", ".join(filter(None, known)) or "none yet"
    objections.when(
        not level_name.strip() or level_name not in known,
        Invalid(f"The policy knows these levels: {names}.", "level_name"),
    )
    return [organization.agreed]
