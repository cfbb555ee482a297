"""Rules about key results that are proposed: by anybody, taken in by who drafts the objective."""

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from server.okr import events
from server.okr.attestations import RecordAttestation, record_attestation
from server.okr.key_result_proposals import STATED, ProposeKeyResult, propose_key_result
from server.okr.key_results import ReviseKeyResult
from server.okr.metrics import MetricInput
from server.okr.proposal_now import ProposalNow
from server.okr.requests import AcceptRequest, accept_request
from server.okr.terms import AttestationKind, MetricKind, PlannedMilestone
from tests.okr.standings import (
    ANY,
    DRAFTERS,
    ME,
    OBJECTIVE,
    RELATIONS,
    REQUEST,
    a_metric,
    a_request,
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

RISING = MetricInput(kind=MetricKind.INCREASE, baseline=Decimal(10), target=Decimal(20))
CALLS = ProposeKeyResult(objective_id=OBJECTIVE, title="Calls", metric=RISING, text="So.")
EARLIER = an_id("earlier")
MERGING = saying(CALLS, merged_request_ids=[EARLIER])
ACCEPTING = AcceptRequest(request_id=REQUEST)
STEPS = [PlannedMilestone(id=an_id("step"), title="Begin", weight=Decimal(1))]
PROPOSED = ProposalNow(
    stated=["title", "metric", "milestones"],
    title="Calls",
    metric=a_metric("MILESTONES"),
    milestones=STEPS,
)


def of_mine(**known: Any) -> Any:
    return a_request("KEY_RESULT", **{"id": EARLIER, "asked_by_id": ME} | known)


def test_whoever_sees_an_objective_proposes_how_it_is_measured() -> None:
    assert who_may(propose_key_result, CALLS) == set(RELATIONS)
    fact = the_fact(propose_key_result, about(), CALLS)
    assert isinstance(fact, events.KeyResultProposed)
    assert (fact.title, fact.text, fact.metric.target) == ("Calls", "So.", Decimal(20))
    assert rests_on(propose_key_result, about(), CALLS)[OBJECTIVE] == ANY


def test_what_is_proposed_is_as_whole_as_what_is_added() -> None:
    odd = saying(CALLS, title=" ", text=" ", metric=MetricInput(kind=MetricKind.AT_LEAST))
    assert refused(propose_key_result, about(), odd) == {
        "INVALID title",
        "INVALID text",
        "INVALID metric.target",
    }
    over = about(objective=an_objective("CLOSED"))
    assert refused(propose_key_result, over, CALLS) == {"WRONG_STATE objective_id"}


def test_who_drafts_merges_and_others_merge_their_own() -> None:
    theirs = about(a_stranger(), requests=[of_mine(asked_by_id=an_id("somebody"))])
    assert refused(propose_key_result, theirs, MERGING) == {"NOT_ALLOWED merged_request_ids.0"}
    drafting = replace(theirs, objective=an_objective(creator_id=ME))
    assert reasons(propose_key_result, drafting, MERGING) == []
    mine = about(a_stranger(), requests=[of_mine()])
    assert rests_on(propose_key_result, mine, MERGING)[EARLIER] == ANY
    place = "merged_request_ids.0"
    ended = replace(mine, requests=[of_mine(state="DECLINED")])
    assert refused(propose_key_result, ended, MERGING) == {f"WRONG_STATE {place}"}
    elsewhere = replace(mine, requests=[of_mine(objective_id=an_id("elsewhere"))])
    assert refused(propose_key_result, elsewhere, MERGING) == {f"INVALID {place}"}
    assert refused(propose_key_result, about(), MERGING) == {f"NOT_FOUND {place}"}


def test_who_drafts_the_objective_takes_in_what_others_proposed() -> None:
    waiting = about(request=a_request("KEY_RESULT", proposal=PROPOSED))
    assert who_may(accept_request, ACCEPTING, waiting) == DRAFTERS
    own = replace(waiting, request=a_request("KEY_RESULT", proposal=PROPOSED, asked_by_id=ME))
    assert refused(accept_request, own, ACCEPTING) == {"NOT_ALLOWED"}
    accepted, added = accept_request(waiting, ACCEPTING).facts
    assert isinstance(accepted, events.RequestAccepted)
    assert isinstance(added, events.KeyResultAdded)
    assert (added.title, added.from_request_id) == ("Calls", REQUEST)
    assert [(each.title, each.id != STEPS[0].id) for each in added.milestones] == [("Begin", True)]
    over = replace(waiting, objective=an_objective("CLOSED"))
    assert refused(accept_request, over, ACCEPTING) == {"WRONG_STATE request_id"}


def test_everybody_weighs_a_proposal_that_waits() -> None:
    said = RecordAttestation(request_id=REQUEST, kind=AttestationKind.SUPPORTED)
    waiting = about(request=a_request("KEY_RESULT"))
    assert who_may(record_attestation, said, waiting) == set(RELATIONS)
    fact = the_fact(record_attestation, waiting, said)
    assert vars(fact)["request_id"] == REQUEST
    for request in (a_request("KEY_RESULT", "MERGED"), a_request("HELP")):
        other = replace(waiting, request=request)
        assert refused(record_attestation, other, said) == {"WRONG_STATE request_id"}


def test_all_that_can_be_stated_can_be_proposed() -> None:
    proposed = {each.name for each in fields(ProposalNow)}
    revised = {each.name for each in fields(ReviseKeyResult)} - {"key_result_id", "reason"}
    assert revised <= proposed
    assert proposed >= STATED
