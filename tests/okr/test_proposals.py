"""Rules about proposals: who proposes, who approves, and what follows."""

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest

from server.okr import events, terms
from server.okr.key_results import ReviseKeyResult, revise_key_result
from server.okr.metrics import MetricInput, MilestoneInput
from server.okr.proposal_now import ProposalNow
from server.okr.proposals import ProposeRevision, propose_revision
from server.okr.requests import AcceptRequest, DeclineRequest, accept_request, decline_request
from server.okr.said_now import CommentNow, ObstacleNow
from server.okr.standing import Standing
from server.okr.terms import MetricKind, ObstacleKind, RevisionCategory
from tests.okr.standings import (
    ALIGNMENTS,
    ANY,
    KEY_RESULT,
    ME,
    OBJECTIVE,
    OBSTACLE,
    ORGANIZATION,
    OWNERS,
    RELATIONS,
    REQUEST,
    SOMEBODY,
    Rule,
    a_cycle,
    a_key_result,
    a_person,
    a_request,
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

WHY: dict[str, Any] = {"reason": "Fewer mentors.", "category": RevisionCategory.CAPACITY_CHANGE}
METRIC = MetricInput(kind=MetricKind.INCREASE, baseline=Decimal(10), target=Decimal(15))
REVISE = ReviseKeyResult(key_result_id=KEY_RESULT, title="Fifteen", **WHY)
PROPOSE = ProposeRevision(key_result_id=KEY_RESULT, title="Fifteen", metric=METRIC, **WHY)
ACCEPT = AcceptRequest(request_id=REQUEST)
DECLINE = DeclineRequest(request_id=REQUEST, reason="Not yet.")
COMMENT = an_id("comment")
FIFTEEN = terms.Metric(kind=MetricKind.INCREASE, baseline=Decimal(10), target=Decimal(15))


def proposed(**known: Any) -> Standing:
    """A new title and a new target are proposed, and that nobody in particular reports it."""
    proposal = ProposalNow(
        stated=["category", "title", "metric", "milestones", "owner_person_id"],
        category=RevisionCategory.CAPACITY_CHANGE,
        title="Fifteen",
        metric=FIFTEEN,
    )
    request = a_request("REVISION", proposal=proposal, text="Fewer mentors.")
    return about(request=request, person=a_person(), **known)


def agreed(most: int | None, revised: int, cycle: str = "ACTIVE") -> Standing:
    policy = terms.Policy(revisions_before_approval=most)
    objective = an_objective(cycle=cycle)
    objective = replace(objective, cycle=a_cycle(cycle, policy=policy))
    return about(key_result=a_key_result(revised=revised), objective=objective)


@pytest.mark.parametrize(
    ("most", "revised", "cycle", "told"),
    [
        (2, 2, "ACTIVE", ["LIMIT_REACHED key_result_id"]),
        (0, 0, "REVIEW", ["LIMIT_REACHED key_result_id"]),
        (2, 1, "ACTIVE", []),
        (0, 0, "PLANNING", []),
        (None, 9, "ACTIVE", []),
    ],
)
def test_what_was_revised_often_enough_is_no_longer_revised_alone(
    most: int | None, revised: int, cycle: str, told: list[str]
) -> None:
    standing = agreed(most, revised, cycle)

    assert reasons(revise_key_result, standing, REVISE) == told
    assert reasons(propose_revision, standing, PROPOSE) == []
    if not told:
        assert rests_on(revise_key_result, standing, REVISE)[ORGANIZATION] == {"PolicyChanged"}


def test_whoever_works_on_it_proposes() -> None:
    assert who_may(propose_revision, PROPOSE) == set(RELATIONS) - {"stranger"}


def test_what_was_said_is_proposed() -> None:
    fact = the_fact(propose_revision, about(), PROPOSE)

    assert fact == events.RevisionProposed(
        request_id=fact.request_id,  # type: ignore[attr-defined]
        objective_id=OBJECTIVE,
        key_result_id=KEY_RESULT,
        changes={"title": "Fifteen"},
        text="Fewer mentors.",
        category=RevisionCategory.CAPACITY_CHANGE,
        metric=FIFTEEN,
        milestones=[],
    )


def test_a_proposal_is_weighed_as_the_revision_itself() -> None:
    wrong = saying(PROPOSE, title=" ", reason="", weight=Decimal(-1))
    told = {"INVALID title", "REASON_IS_MISSING reason", "INVALID weight"}
    assert refused(propose_revision, about(), wrong) == told
    ended = about(key_result=a_key_result("WITHDRAWN"))
    assert refused(propose_revision, ended, PROPOSE) == {"WRONG_STATE key_result_id"}


def a_comment(**known: Any) -> CommentNow:
    said: dict[str, Any] = {"id": COMMENT, "version": 1, "author_id": ME, "withdrawn": False}
    return CommentNow(**(said | {"objective_id": OBJECTIVE, "key_result_id": KEY_RESULT} | known))


def test_a_proposal_comes_from_what_was_said_about_the_same() -> None:
    said = saying(PROPOSE, comment_id=COMMENT)
    known: dict[str, Any]
    for known in ({}, {"key_result_id": None}):
        fact = the_fact(propose_revision, about(comment=a_comment(**known)), said)
        assert fact.comment_id == COMMENT  # type: ignore[attr-defined]
    for known in ({"key_result_id": SOMEBODY}, {"objective_id": SOMEBODY}):
        told = refused(propose_revision, about(comment=a_comment(**known)), said)
        assert told == {"NOT_FOUND comment_id"}
    withdrawn = about(comment=a_comment(withdrawn=True))
    assert refused(propose_revision, withdrawn, said) == {"WRONG_STATE comment_id"}


def test_of_what_reports_leave_open_corrections_of_course_become_proposals() -> None:
    said = saying(PROPOSE, obstacle_id=OBSTACLE)

    def told(kind: ObstacleKind, of: Any = KEY_RESULT) -> list[str]:
        obstacle = ObstacleNow(id=OBSTACLE, open=True, kind=kind, key_result_id=of)
        return reasons(propose_revision, about(obstacle=obstacle), said)

    assert told(ObstacleKind.ADJUSTMENT) == []
    assert told(ObstacleKind.HELP) == ["WRONG_STATE obstacle_id"]
    assert told(ObstacleKind.ADJUSTMENT, SOMEBODY) == ["NOT_FOUND obstacle_id"]
    adjusting = ObstacleNow(id=OBSTACLE, open=True, kind=ObstacleKind.ADJUSTMENT)
    both = about(comment=a_comment(), obstacle=replace(adjusting, key_result_id=KEY_RESULT))
    told_of_both = refused(propose_revision, both, saying(said, comment_id=COMMENT))
    assert told_of_both == {"INVALID obstacle_id"}


@pytest.mark.parametrize(("rule", "said"), [(accept_request, ACCEPT), (decline_request, DECLINE)])
def test_another_one_of_those_who_own_the_objective_answers(rule: Rule, said: object) -> None:
    assert who_may(rule, said, proposed()) == OWNERS
    mine = proposed()
    assert mine.request
    mine.request.asked_by_id = ME
    assert refused(rule, mine, said) == {"NOT_ALLOWED"}


def test_what_is_accepted_is_revised() -> None:
    accepted, fact = accept_request(proposed(), ACCEPT).facts

    assert isinstance(accepted, events.RequestAccepted)
    assert fact == events.KeyResultRevised(
        key_result_id=KEY_RESULT,
        changes={"title": "Fifteen"},
        reason="Fewer mentors.",
        category=RevisionCategory.CAPACITY_CHANGE,
        owner_person_id=None,
        metric=FIFTEEN,
        milestones=[],
        request_id=REQUEST,
    )
    assert len(decline_request(proposed(), DECLINE).facts) == 1


def test_a_revision_is_accepted_under_its_conditions_as_things_stand() -> None:
    ended = proposed(key_result=a_key_result("WITHDRAWN"))
    assert refused(accept_request, ended, ACCEPT) == {"WRONG_STATE request_id"}
    closed = proposed(objective=an_objective(cycle="CLOSED"))
    assert refused(accept_request, closed, ACCEPT) == {"CYCLE_IS_CLOSED request_id"}
    accepted = rests_on(accept_request, proposed(), ACCEPT)
    assert accepted[ALIGNMENTS] == accepted[REQUEST] == ANY
    assert "KeyResultRevised" in accepted[KEY_RESULT]


def test_milestones_that_are_there_stay_and_others_begin_anew() -> None:
    kept, ended = an_id("kept"), an_id("ended")
    steps = [MilestoneInput(title="Draft", id=kept), MilestoneInput(title="Print", id=ended)]
    metric = MetricInput(kind=MetricKind.MILESTONES, milestones=steps)
    before = about(key_result=a_key_result(metric="MILESTONES", milestones=[kept, ended]))
    said = saying(PROPOSE, metric=metric)
    proposal: Any = the_fact(propose_revision, before, said)
    assert [each.id for each in proposal.milestones] == [kept, ended]

    later = proposed(key_result=a_key_result(metric="MILESTONES", milestones=[kept]))
    assert later.request
    assert later.request.proposal
    later.request.proposal.metric = proposal.metric
    later.request.proposal.milestones = proposal.milestones
    fact: Any = accept_request(later, ACCEPT).facts[1]

    first, second = fact.milestones
    assert (first.id, second.title) == (kept, "Print")
    assert second.id not in (kept, ended)


def test_whatever_is_stated_of_a_key_result_can_be_proposed() -> None:
    stated = {each.name for each in fields(terms.KeyResult)} | {"paired_with_id", "curve"}
    assert stated <= {each.name for each in fields(ProposalNow)}
