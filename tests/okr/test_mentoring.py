"""Rules about entries and stories of mentorships."""

from typing import Any

import pytest

from server.okr import events, mentoring, stories, terms
from server.okr.mentoring_now import MentoringEntryNow
from server.okr.terms import Behaviour, EntryKind, EntryOutcome, Permission, ShownTo
from tests.okr.standings import ME, SOMEBODY, a_person, a_standing, an_id, reasons, the_fact
from tests.okr.test_mentorships import PAIR, a_mentorship

ENTRY, LEAD = an_id("entry"), an_id("lead")


def an_entry(**known: Any) -> MentoringEntryNow:
    stated: dict[str, Any] = {"kind": EntryKind.ACTION, "text": "So.", "author_id": SOMEBODY}
    stated |= {"id": ENTRY, "version": 1, "of_person_id": ME, "mentorship_id": PAIR}
    return MentoringEntryNow(**(stated | {"key_result_id": None, "outcome": None} | known))


def adding(kind: str, **said: Any) -> mentoring.AddMentoringEntry:
    stated: dict[str, Any] = {"kind": EntryKind[kind], "text": "So.", "mentorship_id": PAIR}
    return mentoring.AddMentoringEntry(**(stated | said))


def added(kind: str, known: dict[str, Any] | None = None, **said: Any) -> Any:
    standing = a_standing(mentorship=a_mentorship(), **(known or {}))
    return the_fact(mentoring.add_mentoring_entry, standing, adding(kind, **said))


def declined(kind: str, known: dict[str, Any] | None = None, **said: Any) -> list[str]:
    standing = a_standing(**({"mentorship": a_mentorship()} | (known or {})))
    return reasons(mentoring.add_mentoring_entry, standing, adding(kind, **said))


@pytest.mark.parametrize(
    ("kind", "whom"),
    [("NOTE", None), ("ACTION", ME), ("FEEDBACK_REQUEST", SOMEBODY), ("CONCERN", SOMEBODY)],
)
def test_it_is_for_the_other_one_and_what_is_taken_on_is_ones_own(kind: str, whom: Any) -> None:
    fact = added(kind)

    assert isinstance(fact, events.MentoringEntryAdded)
    assert (fact.of_person_id, fact.shown_to) == (whom, ShownTo.TWO)


def test_a_concern_goes_past_the_other_to_who_looks_after_mentoring() -> None:
    lead = a_person(id=LEAD, permissions=[Permission.MANAGE])
    assert added("CONCERN", {"of_person": lead}, of_person_id=LEAD).of_person_id == LEAD

    nobody = a_person(id=LEAD, permissions=[])
    refused = declined("CONCERN", {"of_person": nobody}, of_person_id=LEAD)
    assert refused == ["INVALID of_person_id"]


def test_an_answer_is_for_who_asked_and_comes_once_from_who_was_asked() -> None:
    asked = an_entry(kind=EntryKind.FEEDBACK_REQUEST)
    said = {"answered_entry_id": ENTRY}
    assert added("FEEDBACK", {"answered_entry": asked}, **said).of_person_id == SOMEBODY

    again = an_entry(kind=EntryKind.FEEDBACK_REQUEST, answered=True)
    refused = declined("FEEDBACK", {"answered_entry": again}, **said)
    assert refused == ["ALREADY_EXISTS answered_entry_id"]
    others = an_entry(kind=EntryKind.FEEDBACK_REQUEST, of_person_id=LEAD)
    assert declined("FEEDBACK", {"answered_entry": others}, **said) == ["NOT_ALLOWED"]
    none = an_entry()
    refused = declined("FEEDBACK", {"answered_entry": none}, **said)
    assert refused == ["INVALID answered_entry_id"]


@pytest.mark.parametrize(
    ("kind", "said", "reason"),
    [
        ("NOTE", {"text": " "}, "INVALID text"),
        ("NOTE", {"months_after": 6}, "INVALID months_after"),
        ("NOTE", {"behaviour": Behaviour.ADAPTABILITY}, "INVALID behaviour"),
        ("CHALLENGE", {}, "INVALID challenge"),
        ("FEEDBACK", {"shown_to": ShownTo.ORGANIZATION}, "INVALID shown_to"),
        ("STORY", {"shown_to": ShownTo.AUTHOR}, "INVALID shown_to"),
        ("OUTCOME", {"months_after": 6}, "WRONG_STATE mentorship_id"),
    ],
)
def test_each_kind_says_what_is_its_own(kind: str, said: dict[str, Any], reason: str) -> None:
    assert declined(kind, **said) == [reason]


def test_after_an_end_only_what_looks_back_is_said() -> None:
    over = {"mentorship": a_mentorship(state=terms.MentorshipState.ENDED)}
    for kind in set(EntryKind) - {EntryKind.BACKGROUND}:
        said: dict[str, Any] = {"months_after": 6} if kind is EntryKind.OUTCOME else {}
        said |= {"challenge": "TIME"} if kind is EntryKind.CHALLENGE else {}
        late = [] if kind in mentoring.AFTERWARDS else ["WRONG_STATE mentorship_id"]
        assert declined(kind.name, over, **said) == late, kind


@pytest.mark.parametrize(
    ("entry", "outcome", "reason"),
    [
        ({}, "RESOLVED", "INVALID outcome"),
        ({"kind": EntryKind.NOTE}, "KEPT", "WRONG_STATE mentoring_entry_id"),
        ({"outcome": EntryOutcome.KEPT}, "KEPT", "WRONG_STATE mentoring_entry_id"),
        ({"author_id": LEAD, "of_person_id": None, "mentorship_id": None}, "KEPT", "NOT_ALLOWED"),
    ],
)
def test_what_waits_is_settled_once_by_who_is_in_on_it(
    entry: dict[str, Any], outcome: str, reason: str
) -> None:
    said = mentoring.SettleMentoringEntry(
        mentoring_entry_id=ENTRY, outcome=EntryOutcome[outcome], resolution="So."
    )
    standing = a_standing(mentoring_entry=an_entry(**entry))
    assert reasons(mentoring.settle_mentoring_entry, standing, said) == [reason]


def test_only_a_story_is_agreed_to_and_taken_back_by_who_agreed() -> None:
    story = an_entry(kind=EntryKind.STORY, of_person_id=None)
    standing = a_standing(mentorship=a_mentorship(), mentoring_entry=story)
    give, take = stories.GiveConsent, stories.WithdrawConsent
    named = {"mentoring_entry_id": ENTRY}

    # An administrator who is the mentee of the pair.
    fact = the_fact(stories.give_consent, standing, give(**named))
    assert isinstance(fact, events.ConsentGiven)
    refused = reasons(stories.withdraw_consent, standing, take(**named))
    assert refused == ["WRONG_STATE mentoring_entry_id"]
    note = a_standing(mentorship=a_mentorship(), mentoring_entry=an_entry(kind=EntryKind.NOTE))
    assert reasons(stories.give_consent, note, give(**named)) == ["WRONG_STATE mentoring_entry_id"]
