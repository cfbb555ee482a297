"""Rules about carrying on: what a cycle left unfinished begins anew in a later one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from server.okr import events, terms
from server.okr.carrying import CarryObjectiveForward, carry_objective_forward
from server.okr.left_now import KeyResultLeft, MilestoneLeft, ObjectiveLeft
from server.okr.leftovers import finished, measured_anew
from server.okr.now import ParticipantNow
from server.okr.standing import Standing
from server.okr.terms import LinkKind, Origin, ParticipantRole, Reading, Visibility
from tests.okr.standings import (
    CYCLE,
    KEY_RESULT,
    ME,
    OBJECTIVE,
    SOMEBODY,
    TEAM,
    a_cycle,
    a_manager,
    a_member,
    a_metric,
    a_person,
    a_standing,
    a_stranger,
    a_team,
    an_id,
    an_objective,
    reasons,
    refused,
    rests_on,
    stale,
)

LATER, OTHER, PART = an_id("later"), an_id("other key result"), an_id("part of it")
ON = CarryObjectiveForward(objective_id=OBJECTIVE, cycle_id=LATER)
DAYS = {"starts_on": date(2027, 1, 1), "ends_on": date(2027, 3, 31)}
NEXT = a_cycle("PLANNING", id=LATER, key="2027-Q1", **DAYS)


def rising(current: object = 16, **known: Any) -> KeyResultLeft:
    metric = a_metric(**{"baseline": Decimal(10), "target": Decimal(20)} | known)
    return left_of(metric, current=None if current is None else Decimal(str(current)))


def left_of(metric: terms.Metric, **known: Any) -> KeyResultLeft:
    named: dict[str, Any] = {"id": KEY_RESULT, "key": "2026-Q4-O1-KR1", "title": "Key result"}
    return KeyResultLeft(**(named | {"metric": metric} | known))


def takes_part(role: str = "STAKEHOLDER", **who: UUID) -> ParticipantNow:
    nobody: dict[str, Any] = {"person_id": None, "team_id": None}
    return ParticipantNow(id=an_id("part taken"), role=ParticipantRole[role], **(nobody | who))


def left(*key_results: KeyResultLeft, **known: Any) -> ObjectiveLeft:
    words: dict[str, Any] = {
        "title": "Mentees feel at home",
        "description": "Why.",
        "visibility": Visibility.PRIVATE,
        "due_on": date(2026, 12, 1),
        "priority_rank": 2,
        "origin": Origin.BOTTOM_UP,
        "participants": [],
    }
    return ObjectiveLeft(**(words | {"key_results": [*key_results]} | known))


def standing(**known: Any) -> Standing:
    stands: dict[str, Any] = {
        "objective": an_objective("CLOSED", "CLOSED"),
        "cycle": NEXT,
        "left": left(rising()),
        "owner_team": a_team(),
    }
    return a_standing(**(stands | known))


def carried(**known: Any) -> list[Any]:
    said = known.pop("said", ON)
    return [*carry_objective_forward(standing(**known), said).facts]


def test_it_is_drafted_anew_and_tied_in_one_step() -> None:
    friend = takes_part(person_id=SOMEBODY)
    facts = carried(
        left=left(rising(), participants=[friend]), said=replace(ON, note="Too short a time.")
    )
    draft, participant, key_result, link = facts
    assert isinstance(draft, events.ObjectiveCreated)
    assert (draft.cycle_id, draft.owner_team_id, draft.title) == (
        LATER,
        TEAM,
        "Mentees feel at home",
    )
    assert (draft.due_on, draft.priority_rank) == (None, None)
    assert (draft.visibility, draft.origin) == (Visibility.PRIVATE, Origin.BOTTOM_UP)
    assert (participant.objective_id, participant.person_id) == (draft.objective_id, SOMEBODY)
    assert (key_result.objective_id, key_result.carried_from_id) == (draft.objective_id, KEY_RESULT)
    assert (link.objective_id, link.to_objective_id) == (draft.objective_id, OBJECTIVE)
    assert (link.kind, link.note) == (LinkKind.CARRIED_FROM, "Too short a time.")
    assert (
        len(
            {draft.objective_id, participant.participant_id, key_result.key_result_id, link.link_id}
        )
        == 4
    )


def test_it_begins_where_it_ended() -> None:
    metric = measured_anew(rising(16, change_percent=Decimal(100)), NEXT)
    assert (metric.baseline, metric.target) == (Decimal(16), Decimal(20))
    assert (metric.baseline_source, metric.change_percent) == ("2026-Q4-O1-KR1", None)
    falling = {"kind": "DECREASE", "baseline": Decimal(20), "target": Decimal(10)}
    assert measured_anew(rising(14, **falling), NEXT).baseline == Decimal(14)


@pytest.mark.parametrize(
    "key_result",
    [
        rising(None),
        rising(16, reading=Reading.MEAN),
        rising(16, reading=Reading.WORST),
        rising(20),
        rising(16, kind="AT_LEAST"),
        rising(16, target=None, baseline=None, change_by=Decimal(3)),
    ],
)
def test_where_it_is_not_known_where_it_ended_it_is_measured_as_before(
    key_result: KeyResultLeft,
) -> None:
    assert measured_anew(key_result, NEXT) == key_result.metric


def test_days_and_windows_of_a_cycle_end_with_it() -> None:
    opened = rising(None, opens_with="Launch", opens_on=date(2026, 11, 1), open_for_days=30)
    waiting = rising(None, opens_with="Launch", open_for_days=30)
    between = rising(None, opens_on=date(2026, 11, 1), closes_on=date(2026, 11, 9))
    for key_result in (opened, between):
        assert measured_anew(key_result, NEXT) == rising(None).metric
    assert measured_anew(waiting, NEXT) == waiting.metric
    for day, becomes in (
        (date(2026, 11, 1), date(2027, 3, 31)),
        (date(2027, 2, 1), date(2027, 2, 1)),
    ):
        by_date = left_of(a_metric("BY_DATE", by=day))
        assert measured_anew(by_date, NEXT).by == becomes


def test_what_is_reached_is_finished_and_what_is_to_be_kept_never_is() -> None:
    def steps(*done: bool, weight: str = "1") -> KeyResultLeft:
        open_step = MilestoneLeft(title="Extra", weight=Decimal(0), done=False)
        named = [MilestoneLeft(title="Step", weight=Decimal(weight), done=each) for each in done]
        return left_of(a_metric("MILESTONES"), milestones=[*named, open_step])

    on = date(2026, 11, 1)
    whole = left_of(a_metric("COMPOUND"))
    over = [
        rising(20),
        rising(5, kind="DECREASE", baseline=Decimal(9), target=Decimal(6)),
        steps(True, True),
        left_of(a_metric("DONE"), done_on=on),
        left_of(a_metric("BY_DATE", by=on), done_on=date(2026, 11, 9)),
    ]
    going = [rising(19), rising(None), steps(True, False), left_of(a_metric("DONE"))]
    going.append(rising(30, kind="AT_LEAST"))
    assert [finished(each, []) for each in over] == [True] * 5
    assert [finished(each, []) for each in going] == [False] * 5
    assert finished(whole, over)
    assert not finished(whole, [*over, *going])
    assert not finished(whole, [])


def test_parts_follow_their_whole_and_reached_ones_stay_behind() -> None:
    whole = left_of(a_metric("COMPOUND", combine=terms.Combine.ALL))
    part = replace(rising(), id=PART, part_of_id=KEY_RESULT)
    reached = replace(rising(20), id=OTHER, part_of_id=KEY_RESULT)
    stands = {"left": left(whole, part, reached)}
    _, one, other, _ = carried(**stands)
    assert (one.carried_from_id, other.carried_from_id) == (KEY_RESULT, PART)
    assert (one.part_of_id, other.part_of_id) == (None, one.key_result_id)
    assert len(carried(**stands, said=replace(ON, key_result_ids=[KEY_RESULT]))) == 4
    assert len(carried(**stands, said=replace(ON, key_result_ids=[]))) == 2
    named = replace(ON, key_result_ids=[PART, an_id("unknown")])
    assert refused(carry_objective_forward, standing(**stands), named) == {
        "INVALID key_result_ids.0",
        "NOT_FOUND key_result_ids.1",
    }
    named = replace(ON, key_result_ids=[KEY_RESULT])
    done = standing(left=left(rising(20)))
    assert refused(carry_objective_forward, done, named) == {"WRONG_STATE key_result_ids.0"}


def test_a_cycle_has_no_more_periods_for_what_goes_on_than_for_what_is_new() -> None:
    daily = left_of(a_metric("AT_LEAST", target=Decimal(1), per="P1D"))
    age = a_cycle("PLANNING", id=LATER, starts_on=date(2027, 1, 1), ends_on=date(2037, 1, 1))
    stands = standing(left=left(daily), cycle=age)
    assert refused(carry_objective_forward, stands, ON) == {"LIMIT_REACHED cycle_id"}
    assert reasons(carry_objective_forward, standing(left=left(daily)), ON) == []


def test_steps_go_on_under_ids_of_their_own() -> None:
    steps = [
        MilestoneLeft(title="Begin", done=True),
        MilestoneLeft(title="End", weight=Decimal(2), due_on=date(2026, 12, 1), done=False),
    ]
    key_result = left_of(a_metric("MILESTONES"), milestones=steps, due_on=date(2026, 12, 1))
    added = carried(left=left(key_result))[1]
    (step,) = added.milestones
    assert (step.title, step.weight, step.due_on) == ("End", Decimal(2), None)
    assert (added.due_on, added.curve) == (None, None)


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"objective": None}, "NOT_FOUND objective_id"),
        ({"left": None}, "NOT_FOUND objective_id"),
        ({"cycle": None}, "NOT_FOUND cycle_id"),
        ({"objective": an_objective(cycle="PLANNING")}, "WRONG_STATE objective_id"),
        ({"objective": an_objective("WITHDRAWN")}, "WRONG_STATE objective_id"),
        ({"cycle": a_cycle("REVIEW", id=LATER, **DAYS)}, "WRONG_STATE cycle_id"),
        ({"cycle": a_cycle("CLOSED", id=LATER, **DAYS)}, "CYCLE_IS_CLOSED cycle_id"),
        ({"cycle": a_cycle(), "objective": an_objective()}, "INVALID cycle_id"),
        ({"cycle": a_cycle(id=LATER, ends_on=date(2026, 12, 1))}, "INVALID cycle_id"),
        ({"carried_already": True}, "ALREADY_EXISTS cycle_id"),
    ],
)
def test_what_stands_in_the_way(known: dict[str, Any], reason: str) -> None:
    assert refused(carry_objective_forward, standing(**known), ON) == {reason}


@pytest.mark.parametrize("state", ["DRAFT", "ACTIVE", "CLOSED"])
@pytest.mark.parametrize("cycle", ["ACTIVE", "REVIEW", "CLOSED"])
def test_whatever_was_not_given_up_goes_on(state: str, cycle: str) -> None:
    assert (
        reasons(carry_objective_forward, standing(objective=an_objective(state, cycle)), ON) == []
    )


def test_whoever_could_create_it_there_carries_it_on() -> None:
    for actor in (a_member(), a_manager()):
        assert reasons(carry_objective_forward, standing(actor=actor), ON) == []
    stranger = standing(actor=a_stranger())
    assert refused(carry_objective_forward, stranger, ON) == {"NOT_ALLOWED"}
    mine = replace(ON, owner_person_id=ME)
    own = standing(actor=a_stranger(), owner_team=None, owner_person=a_person(id=ME))
    assert carry_objective_forward(own, mine).facts[0].owner_person_id == ME  # type: ignore[attr-defined]


def test_all_that_is_wrong_is_told_at_once() -> None:
    stands = standing(actor=a_stranger(), carried_already=True)
    assert refused(carry_objective_forward, stands, replace(ON, note=" ")) == {
        "ALREADY_EXISTS cycle_id",
        "INVALID note",
        "NOT_ALLOWED",
    }


def test_a_shared_objective_stays_one_and_a_team_that_shared_it_may_own_it() -> None:
    shared = left(participants=[takes_part("SHARES", team_id=TEAM)])
    assert len(carried(left=shared)) == 2
    elsewhere = left(participants=[takes_part("SHARES", team_id=an_id("elsewhere"))])
    assert refused(carry_objective_forward, standing(left=elsewhere), ON) == {
        "WRONG_STATE accountable_person_id"
    }
    answered = {"left": elsewhere, "accountable_person": a_person()}
    draft, participant, _ = carried(**answered)
    assert (draft.accountable_person_id, participant.role) == (SOMEBODY, ParticipantRole.SHARES)


def test_it_rests_on_where_it_ended_and_on_nobody_else_carrying_it_on() -> None:
    owned = left(replace(rising(), owner_person_id=SOMEBODY))
    found = rests_on(carry_objective_forward, standing(left=owned), ON)
    assert found[None] == {"ObjectivesLinked"}
    assert found[SOMEBODY] == {"PersonDeactivated"}
    assert {OBJECTIVE, CYCLE, LATER, KEY_RESULT} < found.keys()


def test_who_decided_on_an_earlier_version_is_told_the_present_one() -> None:
    told = ({"CHANGED_MEANWHILE command.expected_version"}, 5)
    assert stale(carry_objective_forward, standing(), ON) == told
    current = standing(expected_version=5)
    assert reasons(carry_objective_forward, current, ON) == []
