"""Rules about KPIs: what is measured all the time, and in which bounds it is healthy."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.now import Guard, PersonNow
from server.okr.refusals import Invalid, NotAllowed, Objections
from server.okr.standing import Decision, Standing, need
from server.okr.terms import ABSENT, Absent, Text, changing

IN_TURN = ("alarm_below", "lower", "upper", "alarm_above")
ONLY_KEEPERS = "Only its owner, managers of its team and people with MANAGE or ADMINISTER may."


@dataclass(kw_only=True)
class AddKpi(terms.Kpi):
    """Begin to measure something all the time, whatever the cycle."""

    owner_team_id: Annotated[
        UUID | None, "Whose it is; if left out that of the whole organization."
    ] = None
    owner_person_id: Annotated[UUID | None, "Who looks after it."] = None


@dataclass(kw_only=True)
@changing(terms.Kpi)
class EditKpi:
    """Change a KPI's words and bounds, and who looks after it."""

    kpi_id: Annotated[UUID, "Which KPI."]
    reason: Annotated[Text, "Why it changes."]
    owner_person_id: Annotated[
        UUID | None | Absent, "Who looks after it from here on; null for nobody."
    ] = ABSENT


def add_kpi(standing: Standing, said: AddKpi) -> Decision:
    """Of a team by whoever leads it, of the organization by whoever plans."""
    team = None if said.owner_team_id is None else need(standing.owner_team, "owner_team_id")
    owner = _owner(standing, said.owner_person_id)
    objections = Objections()
    allowed = authority.introduces(standing.actor, team.id if team else None)
    objections.when(not allowed, NotAllowed("Only its managers and people who plan may do this."))
    checks.unversioned(objections, standing)
    checks.named(objections, said.name, "name")
    _remains(objections, owner)
    _bounded(objections, said)
    objections.settle()
    fact = events.KpiAdded(
        kpi_id=standing.new_id(),
        owner_team_id=said.owner_team_id,
        owner_person_id=said.owner_person_id,
        **terms.changes(terms.Kpi, said),
    )
    return Decision(facts=[fact], guards=[owner.remains] if owner else [])


def edit_kpi(standing: Standing, said: EditKpi) -> Decision:
    """What was measured stays, and is judged by the bounds as they are."""
    kpi = need(standing.kpi, "kpi_id")
    standing.expect(kpi.version)
    owner = None if said.owner_person_id is ABSENT else _owner(standing, said.owner_person_id)
    objections = Objections()
    objections.when(not authority.keeps(standing.actor, kpi), NotAllowed(ONLY_KEEPERS))
    changes = terms.changes(terms.Kpi, said)
    checks.reasoned(objections, said.reason)
    checks.named(objections, changes.get("name", ABSENT), "name")
    _remains(objections, owner)
    _bounded(objections, terms.Kpi(**terms.changes(terms.Kpi, kpi) | changes))
    objections.settle()
    fact = events.KpiEdited(
        kpi_id=kpi.id, changes=changes, reason=said.reason, owner_person_id=said.owner_person_id
    )
    edited = Guard(stream=kpi.id, kinds=(events.KpiEdited,))
    return Decision(facts=[fact], guards=[edited, owner.remains] if owner else [edited])


def _owner(standing: Standing, named: UUID | None) -> PersonNow | None:
    return None if named is None else need(standing.owner_person, "owner_person_id")


def _remains(objections: Objections, owner: PersonNow | None) -> None:
    if owner is not None:
        checks.present(objections, owner, "owner_person_id")


def _bounded(objections: Objections, kpi: terms.Kpi) -> None:
    """Bounds stand in their order: an alarm is raised outside of what is healthy."""
    least: Decimal | None = None
    for name in IN_TURN:
        bound: Decimal | None = getattr(kpi, name)
        if bound is not None:
            told = f"This is {least} or more: alarms lie outside of what is healthy."
            objections.when(least is not None and bound < least, Invalid(told, name))
            least = bound
