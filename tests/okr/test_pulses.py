"""Rules about pulses: who is asked, what fits, and what is told of how many answers."""

from dataclasses import fields
from typing import Any
from uuid import uuid5

import pytest

from server.okr import events, pulses
from server.okr.pulses import PulseAnswerInput
from server.okr.pulses_now import Ballot, PulseNow
from server.okr.terms import Policy, PulseState, Question
from server.said import words
from tests.okr.standings import (
    CYCLE,
    ME,
    SOMEBODY,
    TEAM,
    a_cycle,
    a_manager,
    a_planner,
    a_standing,
    a_stranger,
    a_team,
    an_id,
    reasons,
    the_fact,
)

PULSE = an_id("pulse")
TRUST, LEARNED = Question.TRUST, Question.LEARNED


def a_pulse(**known: Any) -> PulseNow:
    stated: dict[str, Any] = {"id": PULSE, "version": 1, "state": PulseState.OPEN}
    stated |= {"author_id": SOMEBODY, "cycle_id": CYCLE, "team_id": None, "answers_least": 3}
    stated |= {"questions": [TRUST, LEARNED], "asks_me": True, "answered": False}
    return PulseNow(**(stated | known))


def answering(*, named: bool = False, **said: Any) -> pulses.AnswerPulse:
    answers = [
        PulseAnswerInput(question=Question[name], score=each)
        if isinstance(each, int)
        else PulseAnswerInput(question=Question[name], text=each)
        for name, each in said.items()
    ]
    return pulses.AnswerPulse(pulse_id=PULSE, named=named, answers=answers)


def declined(said: pulses.AnswerPulse, **known: Any) -> list[str]:
    return reasons(pulses.answer_pulse, a_standing(pulse=a_pulse(**known)), said)


def a_ballot(score: int, text: str | None = None) -> Ballot:
    return Ballot(scores={TRUST: score}, words={LEARNED: text} if text else {})


def closed(*ballots: Ballot, **known: Any) -> events.PulseClosed:
    standing = a_standing(actor=a_planner(), pulse=a_pulse(**known), ballots=list(ballots))
    fact = the_fact(pulses.close_pulse, standing, pulses.ClosePulse(pulse_id=PULSE))
    assert isinstance(fact, events.PulseClosed)
    return fact


def test_what_is_said_without_a_name_is_in_no_fact_and_in_nothing_that_is_looked_up() -> None:
    said = answering(TRUST=4, LEARNED="Much")
    decision = pulses.answer_pulse(a_standing(pulse=a_pulse()), said)

    [fact] = decision.facts
    assert fact == events.PulseAnswered(
        pulse_answer_id=uuid5(PULSE, str(ME)), pulse_id=PULSE, named=False
    )
    assert decision.ballot == (PULSE, Ballot(scores={TRUST: 4}, words={LEARNED: "Much"}))
    assert words(said) == {"pulse_id": str(PULSE), "named": False}
    told = {each.name for each in fields(Ballot)}
    assert told == {"scores", "words"}


def test_what_is_said_in_ones_own_name_is_for_who_asked_and_not_added_up() -> None:
    said = answering(named=True, TRUST=4)
    decision = pulses.answer_pulse(a_standing(pulse=a_pulse()), said)

    [fact] = decision.facts
    assert isinstance(fact, events.PulseAnswered)
    assert (fact.holder_id, decision.ballot) == (SOMEBODY, None)
    assert [(each.question, each.text) for each in fact.answers] == [(TRUST, "4")]


@pytest.mark.parametrize(
    ("said", "known", "why"),
    [
        (answering(TRUST=4), {"asks_me": False}, "NOT_ALLOWED"),
        (answering(TRUST=4), {"answered": True}, "ALREADY_EXISTS pulse_id"),
        (answering(TRUST=4), {"state": PulseState.CLOSED}, "WRONG_STATE pulse_id"),
        (answering(TRUST=4), {"beside": [TRUST]}, "ALREADY_EXISTS pulse_id"),
        (answering(TRUST=0), {}, "INVALID answers.0.score"),
        (answering(TRUST="Yes"), {}, "INVALID answers.0.score"),
        (answering(TRUST=1, LEARNED=1), {}, "INVALID answers.1.score"),
        (answering(TRUST=1, LEARNED=" "), {}, "INVALID answers.1.text"),
        (answering(TRUST=1, SAFETY=1), {}, "INVALID answers.1.question"),
        (answering(LEARNED="Much"), {}, "INVALID answers"),
        (answering(), {}, "INVALID answers"),
    ],
)
def test_an_answer_fits_what_is_asked(
    said: pulses.AnswerPulse, known: dict[str, Any], why: str
) -> None:
    assert why in declined(said, **known)


def test_each_question_is_told_by_itself_in_an_order_that_says_nothing() -> None:
    fact = closed(a_ballot(5, "Zeal"), a_ballot(1, "Ants"), a_ballot(1))

    assert fact.tallies == [events.PulseTally(question=TRUST, answers=3, total=7)]
    assert [(each.question, each.words) for each in fact.remarks] == [
        (LEARNED, "Ants"),
        (LEARNED, "Zeal"),
    ]


def test_of_fewer_than_was_promised_only_the_number_is_told() -> None:
    fact = closed(a_ballot(5, "Zeal"), a_ballot(1))
    assert (fact.answered, fact.tallies, fact.remarks) == (2, [], [])


def test_no_fewer_than_three_are_ever_promised() -> None:
    cycle = a_cycle(policy=Policy(people_least=1))
    said = pulses.OpenPulse(cycle_id=CYCLE, questions=[TRUST])
    fact = the_fact(pulses.open_pulse, a_standing(actor=a_planner(), cycle=cycle), said)
    assert isinstance(fact, events.PulseOpened)
    assert fact.answers_least == 3


@pytest.mark.parametrize(
    ("actor", "team", "may"),
    [
        (a_planner(), None, True),
        (a_planner(), TEAM, True),
        (a_manager(), TEAM, True),
        (a_manager(), None, False),
        (a_stranger(), TEAM, False),
    ],
)
def test_who_plans_asks_everybody_and_who_leads_a_team_its_people(
    actor: Any, team: Any, may: bool
) -> None:
    said = pulses.OpenPulse(cycle_id=CYCLE, team_id=team, questions=[TRUST])
    known = {"actor": actor, "cycle": a_cycle(), "team": a_team()}
    if may:
        the_fact(pulses.open_pulse, a_standing(**known), said)
    else:
        assert reasons(pulses.open_pulse, a_standing(**known), said) == ["NOT_ALLOWED"]
    closing = pulses.ClosePulse(pulse_id=PULSE)
    asked = a_standing(actor=actor, pulse=a_pulse(team_id=team))
    if not may:
        assert reasons(pulses.close_pulse, asked, closing) == ["NOT_ALLOWED"]
