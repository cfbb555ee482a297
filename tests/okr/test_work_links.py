"""Rules about ties of work."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from server.okr import events
from server.okr.standing import Standing
from server.okr.terms import WorkLinkKind
from server.okr.work_links import LinkWork, UnlinkWork, link_work, unlink_work
from server.okr.work_now import WorkLinkNow
from tests.okr.standings import (
    ME,
    OBJECTIVE,
    a_standing,
    a_stranger,
    an_id,
    an_objective,
    reasons,
    refused,
    the_fact,
)
from tests.okr.test_work import ITEM, an_item

OTHER, TIE = an_id("other item"), an_id("tie")
WAITS = LinkWork(work_item_id=ITEM, kind=WorkLinkKind.WAITS_FOR, to_work_item_id=OTHER)
SERVES = LinkWork(work_item_id=ITEM, kind=WorkLinkKind.SERVES, to_objective_id=OBJECTIVE)


def standing(**known: Any) -> Standing:
    there: dict[str, Any] = {
        "actor": a_stranger(),
        "work_item": an_item(owner_person_id=ME),
        "to_work_item": an_item(id=OTHER),
        "to_objective": an_objective(),
    }
    return a_standing(**(there | known))


def test_who_works_on_it_says_what_it_waits_for_and_serves() -> None:
    fact = the_fact(link_work, standing(), SERVES)
    assert isinstance(fact, events.WorkLinked)
    assert (fact.to_objective_id, fact.of_objective_id) == (OBJECTIVE, OBJECTIVE)
    assert reasons(link_work, standing(), WAITS) == []
    others = standing(work_item=an_item())
    assert refused(link_work, others, WAITS) == {"NOT_ALLOWED"}


@pytest.mark.parametrize("known", [{"target_leads_to_work": True}, {"to_work_item": an_item()}])
def test_nothing_waits_for_itself(known: dict[str, Any]) -> None:
    assert refused(link_work, standing(**known), WAITS) == {"INVALID to_work_item_id"}


def test_a_tie_stands_once_leads_to_one_thing_and_weighs_something() -> None:
    again = standing(work_linked_already=True)
    assert refused(link_work, again, WAITS) == {"ALREADY_EXISTS to_work_item_id"}
    for said in (
        replace(WAITS, to_work_item_id=None),
        replace(SERVES, to_work_item_id=OTHER),
        replace(WAITS, kind=WorkLinkKind.SERVES),
    ):
        assert any(each.startswith("INVALID") for each in refused(link_work, standing(), said))
    light = replace(WAITS, weight=Decimal(-1))
    assert refused(link_work, standing(), light) == {"INVALID weight"}


def test_who_works_on_it_unties_it() -> None:
    link = WorkLinkNow(
        id=TIE,
        objective_id=None,
        to_work_item_id=OTHER,
        to_key_result_id=None,
        to_objective_id=None,
        of_objective_id=None,
    )
    said = UnlinkWork(work_link_id=TIE)
    fact = the_fact(unlink_work, standing(work_link=link), said)
    assert isinstance(fact, events.WorkUnlinked)
    assert (fact.work_item_id, fact.to_work_item_id) == (ITEM, OTHER)
    assert refused(unlink_work, standing(work_link=link, work_item=an_item()), said) == {
        "NOT_ALLOWED"
    }
    assert refused(unlink_work, standing(), said) == {"NOT_FOUND work_link_id"}
