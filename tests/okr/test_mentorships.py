"""Rules about mentorships: who pairs with whom, and how that ends."""

from typing import Any

import pytest

from server.okr import events, mentorships, terms
from server.okr.mentorships_now import MentorshipNow
from tests.okr.standings import (
    ME,
    SOMEBODY,
    TODAY,
    a_person,
    a_standing,
    an_id,
    refused,
    rests_on,
    the_fact,
)

PAIR, THIRD = an_id("mentorship"), an_id("third")


def a_mentorship(**known: Any) -> MentorshipNow:
    pair: dict[str, Any] = {"id": PAIR, "version": 2, "mentor_id": SOMEBODY, "mentee_id": ME}
    begun: dict[str, Any] = {"starts_on": TODAY, "state": terms.MentorshipState.ACTIVE}
    return MentorshipNow(**(pair | begun | known))


def two(**known: Any) -> dict[str, Any]:
    return {"mentor": a_person(id=SOMEBODY, **known), "mentee": a_person(id=ME)}


def starting(**said: Any) -> mentorships.StartMentorship:
    two_ids: dict[str, Any] = {"mentor_id": SOMEBODY, "mentee_id": ME}
    return mentorships.StartMentorship(**(two_ids | said))


def ending(**said: Any) -> mentorships.EndMentorship:
    why: dict[str, Any] = {"category": terms.EndCategory.OTHER, "reason": "So."}
    return mentorships.EndMentorship(mentorship_id=PAIR, **(why | said))


def test_it_begins_today_unless_said_otherwise_and_rests_on_both_being_there() -> None:
    fact = the_fact(mentorships.start_mentorship, a_standing(**two()), starting())
    assert isinstance(fact, events.MentorshipStarted)
    assert (fact.starts_on, fact.review_cadence) == (TODAY, terms.Cadence.QUARTER)
    rests = rests_on(mentorships.start_mentorship, a_standing(**two()), starting())
    assert rests[SOMEBODY] == rests[ME] == {"PersonDeactivated"}


@pytest.mark.parametrize(
    ("known", "said", "reason"),
    [
        ({"active": False}, {}, "WRONG_STATE mentor_id"),
        ({"is_program": True}, {}, "INVALID mentor_id"),
        ({}, {"ends_on": TODAY.replace(year=2025)}, "INVALID ends_on"),
        ({}, {"mentee_aim": " "}, "INVALID mentee_aim"),
    ],
)
def test_it_takes_two_people_and_days_in_their_order(
    known: dict[str, Any], said: dict[str, Any], reason: str
) -> None:
    standing = a_standing(**two(**known))

    assert refused(mentorships.start_mentorship, standing, starting(**said)) == {reason}


def test_nobody_pairs_others() -> None:
    pair: dict[str, Any] = {"mentor": a_person(id=SOMEBODY), "mentee": a_person(id=THIRD)}
    standing = a_standing(**pair)

    said = starting(mentee_id=THIRD)
    assert refused(mentorships.start_mentorship, standing, said) == {"NOT_ALLOWED"}


def test_only_the_mentee_goes_on_with_another_after_an_end() -> None:
    before = a_mentorship(id=an_id("before"))
    said = starting(follows_mentorship_id=before.id)

    standing = a_standing(**two(), followed_mentorship=before)
    assert refused(mentorships.start_mentorship, standing, said) == {
        "WRONG_STATE follows_mentorship_id"
    }
    over = a_mentorship(id=before.id, state=terms.MentorshipState.ENDED, mentee_id=THIRD)
    standing = a_standing(**two(), followed_mentorship=over)
    assert refused(mentorships.start_mentorship, standing, said) == {"NOT_ALLOWED"}


def test_it_ends_once_and_not_before_it_began() -> None:
    standing = a_standing(mentorship=a_mentorship())
    fact = the_fact(mentorships.end_mentorship, standing, ending())
    assert isinstance(fact, events.MentorshipEnded)

    early = ending(ended_on=TODAY.replace(month=1))
    assert refused(mentorships.end_mentorship, standing, early) == {"INVALID ended_on"}
    over = a_standing(mentorship=a_mentorship(state=terms.MentorshipState.ENDED))
    assert refused(mentorships.end_mentorship, over, ending()) == {"WRONG_STATE mentorship_id"}
