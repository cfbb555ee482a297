"""Rules about cases: what is dealt with, by whom, and how it ends."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from server.okr import careers, checks, events, matters, terms
from server.okr.cases_now import CaseNow
from server.okr.now import Guard
from server.okr.refusals import Invalid, NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import ABSENT, Absent, CaseState, Text, changing

NOT_YOURS = "Only its owner, who opened it, and who works on what it is about, may."


@dataclass(kw_only=True)
class OpenCase(terms.Case):
    """Say that something is to be dealt with; everybody may who sees what it is about."""

    objective_id: Annotated[UUID | None, "The objective it is about."] = None
    key_result_id: Annotated[UUID | None, "The key result it is about."] = None
    team_id: Annotated[UUID | None, "The team it is about."] = None
    cycle_id: Annotated[UUID | None, "The cycle it is about, alone or beside a team."] = None
    of_team_id: Annotated[UUID | None, "The team at the other end: whose work it waits for."] = None
    owner_person_id: Annotated[
        UUID | None, "Who deals with it, or has promised it; if left out, who opens it."
    ] = None
    mentorship_id: Annotated[
        UUID | None, "For a CAREER: the mentorship whose other one sees it too."
    ] = None


@dataclass(kw_only=True)
@changing(terms.Case)
class EditCase:
    """State a case otherwise, or give it to somebody else."""

    case_id: Annotated[UUID, "Which case."]
    owner_person_id: Annotated[UUID | None | Absent, "Who deals with it from here on."] = ABSENT


@dataclass(kw_only=True)
class CloseCase:
    """Say what came of a case."""

    case_id: Annotated[UUID, "Which case."]
    state: Annotated[CaseState, "SOLVED or UNSOLVED; for SUPPORT: whether it was kept."]
    outcome: Annotated[Text, "What came of it."]


def open_case(standing: Standing, said: OpenCase) -> Decision:
    """Whatever is in the way is told early, by whoever sees it."""
    checks.unversioned(objections := Objections(), standing)
    about = matters.about(objections, standing, said)
    if said.of_team_id is not None:
        need(standing.of_team, "of_team_id")
    owner = said.owner_person_id or standing.actor.id
    guards = _owned(objections, standing, owner)
    guards += careers.shared(objections, standing, said)
    may = matters.contributes(standing.actor)
    objections.when(not may, NotAllowed("Only people with CONTRIBUTE may."))
    _stated(objections, said)
    objections.settle()
    fact = events.CaseOpened(
        case_id=standing.new_id(),
        owner_person_id=owner,
        of_team_id=said.of_team_id,
        mentorship_id=said.mentorship_id,
        **{name: getattr(said, name) for name in matters.ABOUT},
        **terms.changes(terms.Case, said),
    )
    return Decision(facts=[fact], guards=[*matters.grounds(about), *guards])


def edit_case(standing: Standing, said: EditCase) -> Decision:
    """What is closed is stated otherwise no more."""
    case, objections = own_case(standing, "case_id")
    changes = terms.changes(terms.Case, said)
    stays = not changes and said.owner_person_id is ABSENT
    objections.when(stays, Invalid("There is nothing to change."))
    empty = "kind" in changes and changes["kind"] is None
    objections.when(empty, Invalid("This cannot be empty.", "kind"))
    careers.stays(objections, case, changes, said.owner_person_id)
    nobody = said.owner_person_id is None
    objections.when(nobody, Invalid("Somebody has to deal with it.", "owner_person_id"))
    guards = _owned(objections, standing, said.owner_person_id)
    owner = ABSENT if said.owner_person_id is None else said.owner_person_id
    _stated(objections, replace(case, **changes))
    objections.settle()
    fact = events.CaseEdited(case_id=case.id, changes=changes, owner_person_id=owner)
    return Decision(facts=[fact], guards=[*case.grounds, *guards])


def close_case(standing: Standing, said: CloseCase) -> Decision:
    """A case ends with an outcome, as it should or not."""
    case, objections = own_case(standing, "case_id")
    still = said.state is CaseState.OPEN
    objections.when(still, Invalid("A case ends SOLVED or UNSOLVED.", "state"))
    checks.named(objections, said.outcome, "outcome")
    objections.settle()
    fact = events.CaseClosed(case_id=case.id, state=said.state, outcome=said.outcome)
    return Decision(facts=[fact], guards=case.grounds)


def own_case(standing: Standing, path: str, *, ended: bool = False) -> tuple[CaseNow, Objections]:
    """A case that somebody has to do with, or what they are told who have not."""
    case = need(standing.case, path)
    if path == "case_id":
        standing.expect(case.version)
    objections = Objections()
    mine = standing.actor.id in (case.owner_person_id, case.author_id)
    may = mine or matters.has_a_hand(standing.actor, case)
    objections.when(not may, NotAllowed(NOT_YOURS))
    over = not ended and case.state is not CaseState.OPEN
    objections.when(over, WrongState(f"It is {case.state}.", path))
    return case, objections


def _stated(objections: Objections, said: terms.Case) -> None:
    checks.named(objections, said.title, "title")
    checks.noted(objections, said.text, "text")


def _owned(
    objections: Objections, standing: Standing, person_id: UUID | None | Absent
) -> list[Guard]:
    if not isinstance(person_id, UUID) or person_id == standing.actor.id:
        return []
    person = need(standing.owner_person, "owner_person_id")
    checks.present(objections, person, "owner_person_id")
    return [person.remains]
