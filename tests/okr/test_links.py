"""Rules about links between objectives: sequences, and what goes on from cycle to cycle."""

from dataclasses import replace
from typing import Any

import pytest

from server.okr import events, terms
from server.okr.aspirations_now import AspirationNow
from server.okr.links import (
    ENDS,
    LinkObjectives,
    UnlinkObjectives,
    link_objectives,
    unlink_objectives,
)
from server.okr.standing import Standing
from server.okr.terms import LinkKind
from tests.okr.standings import (
    CYCLE,
    DRAFTERS,
    LINK,
    OBJECTIVE,
    a_link,
    a_standing,
    about,
    an_id,
    an_objective,
    reasons,
    refused,
    rests_on,
    stale,
    the_fact,
    who_may,
)
from tests.okr.test_kpis import KPI, a_kpi

EARLIER = an_id("target")
TIE = LinkObjectives(objective_id=OBJECTIVE, to_objective_id=EARLIER, kind=LinkKind.FOLLOWS)
UNTIE = UnlinkObjectives(link_id=LINK)


def standing(**known: Any) -> Standing:
    ends: dict[str, Any] = {
        "objective": an_objective(),
        "to_objective": an_objective("CLOSED", id=EARLIER),
    }
    return a_standing(**({"link": a_link()} | ends | known))


def test_an_objective_is_tied_to_an_earlier_one_that_may_have_ended() -> None:
    fact = the_fact(link_objectives, standing(), replace(TIE, note="Goes on."))
    assert isinstance(fact, events.ObjectivesLinked)
    assert (fact.objective_id, fact.to_objective_id) == (OBJECTIVE, EARLIER)
    assert (fact.kind, fact.note) == (LinkKind.FOLLOWS, "Goes on.")


def test_a_link_is_ended() -> None:
    assert the_fact(unlink_objectives, standing(), UNTIE) == events.ObjectivesUnlinked(
        link_id=LINK, objective_id=OBJECTIVE, to_objective_id=EARLIER
    )


def test_no_two_links_close_a_circle_together() -> None:
    tied = {"ObjectivesLinked", "ObjectivesUnlinked"}
    assert rests_on(link_objectives, standing(), TIE)[None] == tied
    assert {OBJECTIVE, CYCLE} < rests_on(unlink_objectives, standing(), UNTIE).keys()


@pytest.mark.parametrize("kind", ENDS["to_objective_id"])
def test_only_a_sequence_has_no_circle(kind: LinkKind) -> None:
    told = reasons(
        link_objectives, standing(target_follows_objective=True), replace(TIE, kind=kind)
    )
    assert told == ["INVALID to_objective_id"] * (kind is LinkKind.FOLLOWS)


def test_all_that_is_wrong_is_told_at_once() -> None:
    ended = an_objective("WITHDRAWN")
    itself = standing(objective=ended, to_objective=ended, linked_already=True)
    assert refused(link_objectives, itself, replace(TIE, note=" ")) == {
        "WRONG_STATE objective_id",
        "INVALID to_objective_id",
        "ALREADY_EXISTS to_objective_id",
        "INVALID note",
    }


@pytest.mark.parametrize(("name", "place"), [("objective", "objective_id")])
def test_both_ends_are_seen(name: str, place: str) -> None:
    assert refused(link_objectives, standing(**{name: None}), TIE) == {f"NOT_FOUND {place}"}
    hidden = {"to_objective": None}
    assert refused(link_objectives, standing(**hidden), TIE) == {"NOT_FOUND to_objective_id"}
    for gone in ({"link": None}, {"objective": None}, hidden):
        assert refused(unlink_objectives, standing(**gone), UNTIE) == {"NOT_FOUND link_id"}


def test_a_closed_cycle_ties_nothing_more() -> None:
    closed = standing(objective=an_objective(cycle="CLOSED"))
    assert refused(link_objectives, closed, TIE) == {"CYCLE_IS_CLOSED objective_id"}
    assert refused(unlink_objectives, closed, UNTIE) == {"CYCLE_IS_CLOSED link_id"}


def test_whoever_owns_or_drafted_the_later_one_ties_it() -> None:
    ends = about(to_objective=an_objective(id=EARLIER), link=a_link())
    assert who_may(link_objectives, TIE, ends) == DRAFTERS
    assert who_may(unlink_objectives, UNTIE, ends) == DRAFTERS


def test_who_decided_on_an_earlier_version_is_told_the_present_one() -> None:
    told = ({"CHANGED_MEANWHILE command.expected_version"}, 5)
    assert stale(link_objectives, standing(), TIE) == told
    assert stale(unlink_objectives, standing(), UNTIE) == told


def test_what_serves_leads_to_a_mission_a_vision_or_a_theme() -> None:
    vision = AspirationNow(
        id=EARLIER, version=1, kind=terms.AspirationKind.VISION, title="Every child has a mentor"
    )
    here = standing(to_objective=None, to_aspiration=vision)
    serving = LinkObjectives(objective_id=OBJECTIVE, to_aspiration_id=EARLIER, kind=LinkKind.SERVES)

    fact = the_fact(link_objectives, here, serving)
    assert isinstance(fact, events.ObjectivesLinked)
    assert (fact.to_aspiration_id, fact.to_objective_id) == (EARLIER, None)
    follows = replace(serving, kind=LinkKind.FOLLOWS)
    assert refused(link_objectives, here, follows) == {"INVALID kind"}
    both = replace(serving, to_objective_id=EARLIER)
    assert refused(link_objectives, standing(to_aspiration=vision), both) == {
        "INVALID to_objective_id"
    }
    gone = replace(a_link(), to_objective_id=None, to_aspiration_id=EARLIER)
    unseen = standing(link=gone, to_objective=None)
    assert refused(unlink_objectives, unseen, UNTIE) == {"NOT_FOUND link_id"}


def test_what_an_objective_is_to_recover_is_tied_in_that_way_alone() -> None:
    cause = replace(TIE, to_objective_id=None, to_kpi_id=KPI, kind=LinkKind.RECOVERS)
    there = standing(to_objective=None, to_kpi=a_kpi())
    fact = the_fact(link_objectives, there, cause)
    assert isinstance(fact, events.ObjectivesLinked)
    assert (fact.to_kpi_id, fact.to_objective_id) == (KPI, None)
    otherwise = replace(cause, kind=LinkKind.FOLLOWS)
    assert reasons(link_objectives, there, otherwise) == ["INVALID kind"]
    assert reasons(link_objectives, standing(), replace(TIE, kind=LinkKind.RECOVERS)) == [
        "INVALID kind"
    ]
    assert reasons(link_objectives, standing(), cause) == ["NOT_FOUND to_kpi_id"]
    untied = replace(there, link=a_link(to_objective_id=None, to_kpi_id=KPI))
    assert reasons(unlink_objectives, untied, UNTIE) == []
