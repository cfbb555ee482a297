"""Rules about agreeing with an objective: who signs it off, and how many have to."""

from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from server.okr import events
from server.okr.agreements import SignOffObjective, sign_off_objective
from server.okr.now import AgreementNow, ParticipantNow
from server.okr.objectives import ActivateObjective, activate_objective
from server.okr.standing import Standing
from server.okr.terms import ParticipantRole, Policy, Stance
from tests.okr.standings import (
    ANY,
    CYCLE,
    ELSEWHERE,
    ME,
    OBJECTIVE,
    ORGANIZATION,
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
    stale,
    the_fact,
    who_may,
)

SIGNING = SignOffObjective(objective_id=OBJECTIVE, stance=Stance.AGREE)
WORRY = SignOffObjective(
    objective_id=OBJECTIVE, stance=Stance.AGREE_WITH_CONCERN, comment="It is a lot."
)
BEGINNING = ActivateObjective(objective_id=OBJECTIVE)


def agreed(agree: int, asked: int, quorum: str | None = "0.5", **known: Any) -> Standing:
    """A draft with which so many agree."""
    policy = Policy(sign_off_quorum=None if quorum is None else Decimal(quorum))
    agreement = AgreementNow(asked=asked, agreed=agree)
    draft = an_objective("DRAFT", agreement=agreement, **known)
    return about(objective=replace(draft, cycle=a_cycle(policy=policy)))


def participant(role: str, **who: Any) -> ParticipantNow:
    named = {"person_id": None, "team_id": None} | who
    return ParticipantNow(id=an_id("part"), role=ParticipantRole[role], **named)


def test_those_whose_objective_it_is_sign_it() -> None:
    assert who_may(sign_off_objective, SIGNING) == {"member", "manager", "owner"}


def test_so_do_co_authors_and_members_of_teams_that_share_it() -> None:
    shared = an_objective(participants=[participant("SHARES", team_id=ELSEWHERE)])
    written = an_objective(participants=[participant("CO_AUTHOR", person_id=ME)])
    watched = an_objective(participants=[participant("STAKEHOLDER", person_id=ME)])

    for actor, objective in ((a_member(ELSEWHERE), shared), (a_stranger(), written)):
        assert reasons(sign_off_objective, about(actor, objective=objective), SIGNING) == []
    assert refused(sign_off_objective, about(a_stranger(), objective=watched), SIGNING) == {
        "NOT_ALLOWED"
    }


def test_what_was_said_is_kept() -> None:
    assert the_fact(sign_off_objective, about(a_member()), WORRY) == events.ObjectiveSignedOff(
        sign_off_id=UUID(int=1),
        objective_id=OBJECTIVE,
        stance=Stance.AGREE_WITH_CONCERN,
        comment="It is a lot.",
    )


def test_who_worries_or_disagrees_says_why() -> None:
    for stance in (Stance.AGREE_WITH_CONCERN, Stance.DISAGREE):
        for comment in (None, " "):
            said = saying(WORRY, stance=stance, comment=comment)
            found = refused(sign_off_objective, about(a_member()), said)
            assert found == {"REASON_IS_MISSING comment"}
    blank = saying(SIGNING, comment=" ")
    assert refused(sign_off_objective, about(a_member()), blank) == {"INVALID comment"}


@pytest.mark.parametrize("state", ["CLOSED", "WITHDRAWN"])
def test_what_has_ended_is_not_signed(state: str) -> None:
    ended = about(a_member(), objective=an_objective(state))
    closed = about(a_member(), objective=an_objective(state, "CLOSED"))

    assert refused(sign_off_objective, ended, SIGNING) == {"WRONG_STATE objective_id"}
    assert refused(sign_off_objective, closed, SIGNING) == {"CYCLE_IS_CLOSED objective_id"}
    assert stale(sign_off_objective, ended, SIGNING) == (
        {"CHANGED_MEANWHILE command.expected_version"},
        5,
    )


@pytest.mark.parametrize(
    ("agree", "asked", "quorum", "begins"),
    [
        (0, 4, None, True),
        (0, 4, "0", True),
        (2, 4, "0.5", True),
        (1, 4, "0.5", False),
        (2, 5, "0.5", False),
        (3, 5, "0.5", True),
        (4, 5, "1", False),
        (0, 0, "1", True),
    ],
)
def test_a_teams_objective_begins_when_the_quorum_is_reached(
    agree: int, asked: int, quorum: str | None, *, begins: bool
) -> None:
    found = reasons(activate_objective, agreed(agree, asked, quorum), BEGINNING)
    assert found == ([] if begins else ["WRONG_STATE objective_id"])


def test_a_persons_objective_needs_nobodys_consent() -> None:
    own = agreed(0, 3, "1", owner_team_id=None, owner_person_id=SOMEBODY)
    assert reasons(activate_objective, own, BEGINNING) == []


def test_a_beginning_rests_on_who_is_asked() -> None:
    shared = agreed(2, 2, participants=[participant("SHARES", team_id=ELSEWHERE)])
    moved = {"TeamMemberAdded", "TeamMemberRemoved"}

    assert rests_on(activate_objective, shared, BEGINNING) == {
        OBJECTIVE: ANY,
        CYCLE: ANY,
        ORGANIZATION: {"PolicyChanged"},
        TEAM: moved,
        ELSEWHERE: moved,
        None: {"PersonDeactivated"},
    }
