"""Rules about what people say holds of objectives and key results, and what begins only then."""

from dataclasses import replace
from typing import Any

import pytest

from server.okr import events
from server.okr.attestations import SAID_OF, RecordAttestation, record_attestation
from server.okr.now import ObjectiveTestsNow, ParticipantNow
from server.okr.objectives import ActivateObjective, activate_objective
from server.okr.standing import Standing
from server.okr.terms import AttestationKind, Demand, ParticipantRole, Policy
from tests.okr.standings import (
    ANY,
    CYCLE,
    KEY_RESULT,
    ME,
    OBJECTIVE,
    ORGANIZATION,
    RELATIONS,
    SOMEBODY,
    TEAM,
    a_cycle,
    a_member,
    a_stranger,
    about,
    an_id,
    an_objective,
    reasons,
    refused,
    rests_on,
    saying,
    the_fact,
    who_may,
)

NEEDED = RecordAttestation(key_result_id=KEY_RESULT, kind=AttestationKind.NECESSARY)
ENOUGH = RecordAttestation(objective_id=OBJECTIVE, kind=AttestationKind.SUFFICIENT)
MINE = RecordAttestation(objective_id=OBJECTIVE, kind=AttestationKind.WITHIN_MY_CONTROL)
BEGINNING = ActivateObjective(objective_id=OBJECTIVE)
TESTED = {
    "AttestationRecorded",
    "KeyResultRevised",
    "KeyResultWithdrawn",
    "BaselineEstablished",
    "WindowOpened",
}


def draft(untested: int, sufficient: bool | None, control: bool | None, **known: Any) -> Standing:
    """A draft that has passed so much, where all of it is asked for."""
    policy = Policy(key_results_tested=Demand.REFUSE, control_attested=Demand.REFUSE)
    tests = ObjectiveTestsNow(untested=untested, sufficient=sufficient, within_control=control)
    objective = an_objective("DRAFT", tests=tests, **known)
    return about(objective=replace(objective, cycle=a_cycle(policy=policy)))


def stakes(**who: Any) -> ParticipantNow:
    named = {"person_id": None, "team_id": None} | who
    return ParticipantNow(id=an_id("part"), role=ParticipantRole.STAKEHOLDER, **named)


def test_whoever_works_on_it_says_what_holds() -> None:
    assert who_may(record_attestation, NEEDED) == set(RELATIONS) - {"stranger"}
    only_measured = {"stranger", "key result's owner", "contributor"}
    assert who_may(record_attestation, ENOUGH) == set(RELATIONS) - only_measured
    assert who_may(record_attestation, MINE) == {"owner", "accountable"}


def test_whoever_takes_part_says_what_holds() -> None:
    own, teams, other = stakes(person_id=ME), stakes(team_id=TEAM), stakes(person_id=SOMEBODY)
    elsewhere: dict[str, Any] = {"owner_team_id": None, "owner_person_id": SOMEBODY}

    def may(actor: Any, part: ParticipantNow) -> bool:
        objective = an_objective(participants=[part], **elsewhere)
        return not reasons(record_attestation, about(actor, objective=objective), ENOUGH)

    assert may(a_stranger(), own)
    assert may(a_member(), teams)
    assert not may(a_stranger(), teams)
    assert not may(a_stranger(), other)


def test_what_is_said_is_kept_with_what_it_is_about() -> None:
    said = saying(NEEDED, holds=False, reason="The other two suffice.")
    assert the_fact(record_attestation, about(), said) == events.AttestationRecorded(
        attestation_id=the_id(),
        objective_id=OBJECTIVE,
        key_result_id=KEY_RESULT,
        kind=AttestationKind.NECESSARY,
        holds=False,
        reason="The other two suffice.",
    )
    assert rests_on(record_attestation, about(), ENOUGH) == {OBJECTIVE: ANY, CYCLE: ANY}
    assert KEY_RESULT in rests_on(record_attestation, about(), NEEDED)


def the_id() -> Any:
    return about().new_id()


def test_what_does_not_hold_has_a_reason() -> None:
    assert refused(record_attestation, about(), saying(NEEDED, holds=False)) == {
        "REASON_IS_MISSING reason"
    }
    assert refused(record_attestation, about(), saying(NEEDED, reason=" ")) == {"INVALID reason"}


def test_each_kind_is_said_of_what_it_fits() -> None:
    assert refused(record_attestation, about(), saying(ENOUGH, kind=NEEDED.kind)) == {
        "INVALID kind"
    }
    assert refused(record_attestation, about(), saying(NEEDED, kind=ENOUGH.kind)) == {
        "INVALID kind"
    }
    assert set().union(*SAID_OF.values()) == set(AttestationKind)
    both = saying(NEEDED, objective_id=OBJECTIVE)
    assert refused(record_attestation, about(), both) == {"INVALID objective_id"}


@pytest.mark.parametrize("state", ["CLOSED", "WITHDRAWN"])
def test_nothing_is_said_of_what_has_ended(state: str) -> None:
    over = about(objective=an_objective(state))
    assert refused(record_attestation, over, NEEDED) == {"WRONG_STATE key_result_id"}
    closed = about(objective=an_objective(state, cycle="CLOSED"))
    assert refused(record_attestation, closed, NEEDED) == {"CYCLE_IS_CLOSED key_result_id"}


def test_an_objective_begins_once_it_has_passed_its_tests() -> None:
    owned = {"owner_team_id": None, "owner_person_id": ME}
    for standing in (draft(1, True, True), draft(0, None, True), draft(0, False, True)):
        assert refused(activate_objective, standing, BEGINNING) == {"WRONG_STATE objective_id"}
    unsaid = draft(0, True, None, **owned)
    assert refused(activate_objective, unsaid, BEGINNING) == {"WRONG_STATE objective_id"}
    for standing in (draft(0, True, True, **owned), draft(0, True, None)):
        assert reasons(activate_objective, standing, BEGINNING) == []
    assert rests_on(activate_objective, draft(0, True, True), BEGINNING) == {
        OBJECTIVE: ANY,
        CYCLE: ANY,
        ORGANIZATION: {"PolicyChanged"},
        None: TESTED,
    }


def test_where_nothing_else_was_agreed_no_test_is_asked_for() -> None:
    tests = ObjectiveTestsNow(untested=3, sufficient=None, within_control=None)
    untested = about(objective=an_objective("DRAFT", tests=tests))

    assert reasons(activate_objective, untested, BEGINNING) == []
    assert None not in rests_on(activate_objective, untested, BEGINNING)
