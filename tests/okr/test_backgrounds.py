"""Rules about what people say of where they come from."""

from typing import Any

import pytest

from server.okr import events, mentoring
from server.okr.terms import Background, EntryKind, EntryOutcome, ShownTo
from tests.okr.standings import ME, SOMEBODY, a_person, a_standing, reasons, the_fact
from tests.okr.test_mentoring import ENTRY, adding, an_entry
from tests.okr.test_mentorships import PAIR, a_mentorship

MINE: dict[str, Any] = {
    "mentorship_id": None,
    "shown_to": ShownTo.AUTHOR,
    "background": Background.ORIGIN,
}


def test_it_is_said_of_oneself_for_oneself() -> None:
    fact = the_fact(mentoring.add_mentoring_entry, a_standing(), adding("BACKGROUND", **MINE))
    assert isinstance(fact, events.MentoringEntryAdded)
    assert (fact.mentorship_id, fact.of_person_id) == (None, None)
    assert (fact.background, fact.shown_to) == (Background.ORIGIN, ShownTo.AUTHOR)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"background": None}, "INVALID background"),
        ({"shown_to": ShownTo.TWO}, "INVALID shown_to"),
        ({"mentorship_id": PAIR}, "INVALID mentorship_id"),
        ({"of_person_id": SOMEBODY}, "INVALID of_person_id"),
        ({"text": " "}, "INVALID text"),
    ],
)
def test_it_says_which_trait_and_is_about_nobody_else(said: dict[str, Any], reason: str) -> None:
    known = a_standing(mentorship=a_mentorship(), of_person=a_person(id=SOMEBODY))
    told = reasons(mentoring.add_mentoring_entry, known, adding("BACKGROUND", **(MINE | said)))
    assert set(told) == {reason}


def test_it_is_taken_back() -> None:
    own = {"author_id": ME, "of_person_id": None, "mentorship_id": None}
    known = a_standing(mentoring_entry=an_entry(kind=EntryKind.BACKGROUND, **own))
    for outcome, refused in (("WITHDRAWN", []), ("KEPT", ["INVALID outcome"])):
        said = mentoring.SettleMentoringEntry(
            mentoring_entry_id=ENTRY, outcome=EntryOutcome[outcome]
        )
        assert reasons(mentoring.settle_mentoring_entry, known, said) == refused
