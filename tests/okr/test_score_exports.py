"""The rule about taking out scores of a person."""

from dataclasses import replace

import pytest

from server.okr import events
from server.okr.score_exports import ExportScores, export_scores
from server.okr.terms import Permission, ScorePurpose
from tests.okr.standings import (
    CYCLE,
    SOMEBODY,
    a_cycle,
    a_person,
    a_standing,
    a_stranger,
    reasons,
    the_fact,
)

ASKED = ExportScores(
    person_id=SOMEBODY, cycle_id=CYCLE, purpose=ScorePurpose.LEARNING, reason="To learn."
)


@pytest.mark.parametrize("purpose", ScorePurpose)
def test_who_asks_and_what_for_is_a_fact_and_for_appraisal_nothing_is_given(
    purpose: ScorePurpose,
) -> None:
    standing = a_standing(person=a_person(), cycle=a_cycle())
    fact = the_fact(export_scores, standing, replace(ASKED, purpose=purpose))

    assert isinstance(fact, events.ScoresExported)
    assert (fact.person_id, fact.cycle_id, fact.purpose) == (SOMEBODY, CYCLE, purpose)
    assert fact.given is (purpose is not ScorePurpose.APPRAISAL)


def test_only_auditors_and_administrators_ask_for_scores_of_others() -> None:
    for permission, told in ((Permission.MANAGE, ["NOT_ALLOWED"]), (Permission.AUDIT, [])):
        actor = a_stranger(permissions=[permission])
        standing = a_standing(actor, person=a_person(), cycle=a_cycle())
        assert reasons(export_scores, standing, ASKED) == told
    own = replace(a_standing(a_stranger(), person=a_person(), cycle=a_cycle()))
    own.person = replace(a_person(), id=own.actor.id)
    assert reasons(export_scores, own, replace(ASKED, person_id=own.actor.id)) == []


def test_a_reason_is_said_and_what_is_not_there_is_not_found() -> None:
    standing = a_standing(person=a_person(), cycle=a_cycle())
    assert reasons(export_scores, standing, replace(ASKED, reason=" ")) == [
        "REASON_IS_MISSING reason"
    ]
    assert reasons(export_scores, a_standing(cycle=a_cycle()), ASKED) == ["NOT_FOUND person_id"]
