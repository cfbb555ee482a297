"""Rules about who takes part in an objective: co-authors, teams that share it, stakeholders."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from server.okr import events
from server.okr.now import ActorNow, ParticipantNow
from server.okr.objectives import EditObjective, edit_objective
from server.okr.participants import (
    AddParticipant,
    RemoveParticipant,
    add_participant,
    remove_participant,
)
from server.okr.standing import Standing
from server.okr.terms import ParticipantRole
from tests.okr.standings import (
    ANY,
    CYCLE,
    DRAFTERS,
    ELSEWHERE,
    ME,
    OBJECTIVE,
    OWNERS,
    SOMEBODY,
    TEAM,
    a_manager,
    a_person,
    a_stranger,
    a_team,
    about,
    an_id,
    an_objective,
    reasons,
    refused,
    rests_on,
    saying,
    stale,
    the_fact,
    who_may,
)

PART = an_id("participant")
STAKE = AddParticipant(objective_id=OBJECTIVE, role=ParticipantRole.STAKEHOLDER, person_id=SOMEBODY)
SHARING = AddParticipant(objective_id=OBJECTIVE, role=ParticipantRole.SHARES, team_id=ELSEWHERE)
LEAVING = RemoveParticipant(participant_id=PART)


def a_participant(role: str = "STAKEHOLDER", **who: Any) -> ParticipantNow:
    named = {"person_id": None, "team_id": None} | (who or {"person_id": SOMEBODY})
    return ParticipantNow(id=PART, role=ParticipantRole[role], **named)


def before(actor: ActorNow | None = None, state: str = "DRAFT", **known: Any) -> Standing:
    objective = an_objective(state, **({"accountable_person_id": SOMEBODY} | known))
    team = a_team(id=ELSEWHERE)
    part = a_participant()
    return about(actor, objective=objective, person=a_person(), team=team, participant=part)


def test_who_works_on_a_draft_says_who_takes_part_and_later_who_owns_it() -> None:
    assert who_may(add_participant, STAKE, before()) == DRAFTERS
    assert who_may(add_participant, STAKE, before(state="ACTIVE")) == OWNERS
    assert who_may(remove_participant, LEAVING, before()) == DRAFTERS


def test_co_authors_work_on_a_draft() -> None:
    co_author = a_participant("CO_AUTHOR", person_id=ME)
    edit = EditObjective(objective_id=OBJECTIVE, title="Ours", reason="So.")
    for state, found in (("DRAFT", []), ("ACTIVE", ["NOT_ALLOWED"])):
        standing = before(a_stranger(), state, participants=[co_author])
        assert reasons(edit_objective, standing, edit) == found
    stakeholder = before(a_stranger(), participants=[a_participant(person_id=ME)])
    assert refused(edit_objective, stakeholder, edit) == {"NOT_ALLOWED"}


def test_people_and_who_leads_a_team_leave_by_themselves() -> None:
    for actor, part in (
        (a_stranger(), a_participant(person_id=ME)),
        (a_manager(ELSEWHERE), a_participant(team_id=ELSEWHERE)),
    ):
        standing = replace(before(actor), participant=part)
        assert the_fact(remove_participant, standing, LEAVING) == events.ParticipantRemoved(
            participant_id=PART, objective_id=OBJECTIVE
        )
    assert refused(remove_participant, before(a_stranger()), LEAVING) == {"NOT_ALLOWED"}


def test_a_team_shares_what_another_owns_and_somebody_answers_for() -> None:
    assert the_fact(add_participant, before(), SHARING) == events.ParticipantAdded(
        participant_id=UUID(int=1),
        objective_id=OBJECTIVE,
        role=ParticipantRole.SHARES,
        team_id=ELSEWHERE,
    )
    alone: list[dict[str, Any]] = [
        {"accountable_person_id": None},
        {"owner_team_id": None, "owner_person_id": SOMEBODY},
    ]
    for each in alone:
        found = refused(add_participant, before(**each), SHARING)
        assert found == {"WRONG_STATE objective_id"}
    own = saying(SHARING, team_id=TEAM)
    assert refused(add_participant, before(), own) == {"ALREADY_EXISTS team_id"}


def test_roles_are_for_people_or_for_teams() -> None:
    person = saying(SHARING, team_id=None, person_id=SOMEBODY)
    assert refused(add_participant, before(), person) == {"INVALID person_id"}
    team = saying(SHARING, role=ParticipantRole.CO_AUTHOR)
    assert refused(add_participant, before(), team) == {"INVALID team_id"}
    for said in (saying(STAKE, person_id=None), saying(STAKE, team_id=ELSEWHERE)):
        assert refused(add_participant, before(), said) == {"INVALID person_id"}


def test_one_takes_part_once_in_a_role_while_one_is_there() -> None:
    again = before(participants=[a_participant()])
    gone = replace(before(), person=a_person(active=False))
    crowd = before(participants=[a_participant(person_id=an_id(str(each))) for each in range(100)])

    assert refused(add_participant, again, STAKE) == {"ALREADY_EXISTS person_id"}
    writing = saying(STAKE, role=ParticipantRole.CO_AUTHOR)
    assert reasons(add_participant, again, writing) == []
    assert refused(add_participant, gone, STAKE) == {"WRONG_STATE person_id"}
    assert refused(add_participant, crowd, STAKE) == {"LIMIT_REACHED objective_id"}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({"accountable_person_id": None}, "WRONG_STATE accountable_person_id"),
        ({"owner_person_id": SOMEBODY}, "WRONG_STATE owner_person_id"),
        ({"owner_team_id": ELSEWHERE}, "WRONG_STATE owner_team_id"),
    ],
)
def test_what_is_shared_keeps_an_owning_team_and_one_who_answers(
    words: dict[str, Any], reason: str
) -> None:
    sharing = a_participant("SHARES", team_id=ELSEWHERE)
    edit = EditObjective(objective_id=OBJECTIVE, reason="So.", **words)
    for shared, found in (([sharing], [reason]), ([], [])):
        standing = replace(
            before(participants=shared), owner_team=a_team(id=ELSEWHERE), owner_person=a_person()
        )
        assert reasons(edit_objective, standing, edit) == found


@pytest.mark.parametrize("said", [STAKE, LEAVING])
def test_nobody_comes_or_goes_after_the_end(said: object) -> None:
    rule = add_participant if said is STAKE else remove_participant
    path = "objective_id" if said is STAKE else "participant_id"

    for state in ("CLOSED", "WITHDRAWN"):
        assert refused(rule, before(state=state), said) == {f"WRONG_STATE {path}"}
    closed = about(
        objective=an_objective(cycle="CLOSED"), person=a_person(), participant=a_participant()
    )
    assert refused(rule, closed, said) == {f"CYCLE_IS_CLOSED {path}"}
    assert stale(rule, before(), said) == ({"CHANGED_MEANWHILE command.expected_version"}, 5)
    grounds = {OBJECTIVE: ANY, CYCLE: ANY}
    left = {SOMEBODY: {"PersonDeactivated"}} if said is STAKE else {}
    assert rests_on(rule, before(), said) == grounds | left
