"""Rules about requests: what is asked of somebody, offered, accepted, declined, withdrawn."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from server.okr import events
from server.okr.requests import (
    AcceptRequest,
    DeclineRequest,
    OfferHelp,
    RequestContribution,
    RequestHelp,
    WithdrawRequest,
    accept_request,
    decline_request,
    offer_help,
    request_contribution,
    request_help,
    withdraw_request,
)
from server.okr.said_now import RequestNow
from server.okr.standing import Standing
from tests.okr.standings import (
    ANY,
    CYCLE,
    DRAFTERS,
    KEY_RESULT,
    OBJECTIVE,
    OWNERS,
    RELATIONS,
    REQUEST,
    SOMEBODY,
    Rule,
    a_key_result,
    a_part,
    a_person,
    a_request,
    a_stranger,
    about,
    an_objective,
    reasons,
    refused,
    rests_on,
    saying,
    stale,
    the_fact,
    who_may,
)

JOIN = RequestContribution(key_result_id=KEY_RESULT, target=Decimal(4), text="Let me join.")
HELP = RequestHelp(key_result_id=KEY_RESULT, text="I am stuck.")
OFFER = OfferHelp(request_id=REQUEST, text="I know a way.")
ACCEPT = AcceptRequest(request_id=REQUEST, answer="Welcome.")
DECLINE = DeclineRequest(request_id=REQUEST, reason="We are enough.")
WITHDRAW = WithdrawRequest(request_id=REQUEST)
ANSWERS: list[tuple[Rule, object]] = [(accept_request, ACCEPT), (decline_request, DECLINE)]


def asked(request: RequestNow | None = None, **known: Any) -> Standing:
    return about(request=request or a_request(), person=a_person(), **known)


def help_wanted(**known: Any) -> Standing:
    return asked(a_request("HELP", **known))


def test_everybody_who_sees_it_may_ask_to_join_and_for_help() -> None:
    assert who_may(request_contribution, JOIN) == set(RELATIONS)
    assert who_may(request_help, HELP) == set(RELATIONS)


def test_what_is_asked_for_is_stated() -> None:
    assert the_fact(
        request_contribution, about(a_stranger()), JOIN
    ) == events.ContributionRequested(
        request_id=the_fact(request_contribution, about(), JOIN).request_id,  # type: ignore[attr-defined]
        objective_id=OBJECTIVE,
        key_result_id=KEY_RESULT,
        target=Decimal(4),
        text="Let me join.",
    )


def test_a_part_is_asked_for_once_and_by_who_has_none() -> None:
    mine = about(a_stranger(), key_result=a_key_result(contributions=[a_part()]))

    for standing in (mine, about(a_stranger(), asked_already=True)):
        assert refused(request_contribution, standing, JOIN) == {"ALREADY_EXISTS key_result_id"}
    senseless = saying(JOIN, text=" ", target=Decimal(-1))
    assert refused(request_contribution, about(), senseless) == {"INVALID text", "INVALID target"}


def test_help_is_for_one_thing() -> None:
    both = saying(HELP, objective_id=OBJECTIVE)
    neither = saying(HELP, key_result_id=None)

    for said in (both, neither):
        assert refused(request_help, about(), said) == {"INVALID objective_id"}
    of_objective = saying(neither, objective_id=OBJECTIVE)
    assert reasons(request_help, about(), of_objective) == []


def test_who_is_asked_by_name_is_there_and_sees_it() -> None:
    said = saying(HELP, of_person_id=SOMEBODY)

    assert refused(request_help, about(), said) == {"NOT_FOUND of_person_id"}
    there = about(of_person=a_person(), of_person_sees=True)
    assert reasons(request_help, there, said) == []
    for blind in (
        replace(there, of_person_sees=False),
        replace(there, of_person=a_person(active=False)),
    ):
        assert refused(request_help, blind, said) == {"WRONG_STATE of_person_id"}


@pytest.mark.parametrize("state", ["CLOSED", "WITHDRAWN"])
def test_for_what_has_ended_nothing_is_asked(state: str) -> None:
    ended = about(objective=an_objective(state))
    closed = about(objective=an_objective(state, "CLOSED"))

    assert refused(request_help, ended, HELP) == {"WRONG_STATE key_result_id"}
    assert refused(request_help, closed, HELP) == {"CYCLE_IS_CLOSED key_result_id"}


@pytest.mark.parametrize(("rule", "said"), ANSWERS)
def test_who_steers_a_key_result_answers(rule: Rule, said: object) -> None:
    assert who_may(rule, said, asked()) == DRAFTERS | {"key result's owner"}


@pytest.mark.parametrize(("rule", "said"), ANSWERS)
def test_who_owns_an_objective_answers(rule: Rule, said: object) -> None:
    # Its key result is out of sight where a request is about the objective alone.
    for relation, (actor, objective, _) in RELATIONS.items():
        whole = an_objective(**objective)
        standing = replace(help_wanted(), actor=actor, objective=whole, key_result=None)
        assert (reasons(rule, standing, said) == []) == (relation in OWNERS)


def test_who_asked_for_help_says_what_came_of_it_and_does_not_decline_it() -> None:
    mine: dict[str, Any] = {"asked_by_id": a_stranger().id}
    wanted = replace(help_wanted(**mine), actor=a_stranger())
    joining = replace(asked(a_request(**mine)), actor=a_stranger())

    assert reasons(accept_request, wanted, ACCEPT) == []
    assert refused(decline_request, wanted, DECLINE) == {"NOT_ALLOWED"}
    assert refused(accept_request, joining, ACCEPT) == {"NOT_ALLOWED"}


@pytest.mark.parametrize(("rule", "said"), ANSWERS)
def test_who_is_asked_by_name_answers(rule: Rule, said: object) -> None:
    by_name = help_wanted(of_person_id=a_stranger().id)

    assert reasons(rule, replace(by_name, actor=a_stranger()), said) == []


def test_who_is_accepted_has_a_part_as_if_they_had_joined() -> None:
    accepted, assigned = accept_request(asked(), ACCEPT).facts

    assert accepted == events.RequestAccepted(
        request_id=REQUEST, objective_id=OBJECTIVE, answer="Welcome."
    )
    assert isinstance(assigned, events.ContributorAssigned)
    assert (assigned.person_id, assigned.target, assigned.assigned) == (SOMEBODY, Decimal(4), False)
    assert len(accept_request(help_wanted(), ACCEPT).facts) == 1


def test_joining_is_under_the_conditions_of_joining() -> None:
    has_one = asked(key_result=a_key_result(contributions=[a_part(SOMEBODY)]))
    gone = replace(asked(), person=a_person(active=False))
    ended = asked(key_result=a_key_result("CLOSED"))

    assert refused(accept_request, has_one, ACCEPT) == {"ALREADY_EXISTS request_id"}
    assert refused(accept_request, gone, ACCEPT) == {"WRONG_STATE request_id"}
    assert refused(accept_request, ended, ACCEPT) == {"WRONG_STATE request_id"}


@pytest.mark.parametrize(
    ("rule", "said"), [*ANSWERS, (withdraw_request, WITHDRAW), (offer_help, OFFER)]
)
def test_what_is_answered_is_answered_once(rule: Rule, said: object) -> None:
    asker = a_stranger(id=SOMEBODY)
    answered = replace(asked(a_request("HELP", "DECLINED", of_person_id=SOMEBODY)), actor=asker)
    closed = replace(
        asked(a_request("HELP", of_person_id=SOMEBODY), objective=an_objective(cycle="CLOSED")),
        actor=asker,
    )

    assert refused(rule, answered, said) == {"WRONG_STATE request_id"}
    assert refused(rule, closed, said) == {"CYCLE_IS_CLOSED request_id"}
    assert stale(rule, answered, said) == ({"CHANGED_MEANWHILE command.expected_version"}, 8)


def test_help_alone_is_offered_and_only_who_asked_withdraws() -> None:
    assert reasons(offer_help, help_wanted(), OFFER) == []
    assert refused(offer_help, asked(), OFFER) == {"WRONG_STATE request_id"}
    assert refused(withdraw_request, asked(), WITHDRAW) == {"NOT_ALLOWED"}


def test_reasons_and_words_are_asked_for() -> None:
    blank = " "
    assert refused(decline_request, asked(), saying(DECLINE, reason=blank)) == {
        "REASON_IS_MISSING reason"
    }
    assert refused(accept_request, asked(), saying(ACCEPT, answer=blank)) == {"INVALID answer"}
    assert reasons(accept_request, asked(), saying(ACCEPT, answer=None)) == []
    assert refused(offer_help, help_wanted(), saying(OFFER, text=blank)) == {"INVALID text"}


def test_an_answer_rests_on_the_request_and_on_what_follows_from_it() -> None:
    grounds = {OBJECTIVE: ANY, CYCLE: ANY}

    assert rests_on(decline_request, asked(), DECLINE) == {REQUEST: ANY} | grounds
    accepted = rests_on(accept_request, asked(), ACCEPT)
    assert accepted[REQUEST] == ANY
    assert "ContributorAssigned" in accepted[KEY_RESULT]
    assert accepted[SOMEBODY] == {"PersonDeactivated"}
    joining = rests_on(request_contribution, about(), JOIN)
    assert joining[None] == {"ContributionRequested"}
