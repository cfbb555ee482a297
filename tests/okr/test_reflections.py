"""Rules about reflections: what they are about, when they are written, and who sees them."""

from datetime import date, timedelta
from typing import Any

import pytest

from server.okr import events, mentoring
from server.okr.attachments_now import AttachmentNow
from server.okr.deferrals import DeferMentoringEntry, defer_mentoring_entry
from server.okr.terms import AttachmentKind, EntryKind, EntryOutcome, ShownTo
from tests.okr.standings import (
    ME,
    SOMEBODY,
    TODAY,
    a_person,
    a_standing,
    an_id,
    an_objective,
    reasons,
    rests_on,
    the_fact,
)
from tests.okr.test_mentoring import ENTRY, adding, an_entry

COURSE = AttachmentNow(id=an_id("course"), kind=AttachmentKind.LEARNING)
DUE = TODAY + timedelta(days=7)


def owed(**known: Any) -> Any:
    stated = {"kind": EntryKind.REFLECTION, "author_id": ME, "of_person_id": None, "due_on": DUE}
    return an_entry(**(stated | known))


def beside(**said: Any) -> mentoring.AddMentoringEntry:
    return adding("REFLECTION", **({"mentorship_id": None, "shown_to": ShownTo.AUTHOR} | said))


def test_it_needs_no_mentorship_and_is_for_oneself_or_for_one_person() -> None:
    add = mentoring.add_mentoring_entry
    fact = the_fact(add, a_standing(), beside())
    assert isinstance(fact, events.MentoringEntryAdded)
    assert (fact.mentorship_id, fact.shown_to) == (None, ShownTo.AUTHOR)
    two = {"shown_to": ShownTo.TWO}
    assert reasons(add, a_standing(), beside(**two)) == ["INVALID shown_to"]
    own = a_standing(of_person=a_person(id=ME))
    assert reasons(add, own, beside(**two, of_person_id=ME)) == ["INVALID shown_to"]
    other = a_standing(of_person=a_person(id=SOMEBODY))
    fact = the_fact(add, other, beside(**two, of_person_id=SOMEBODY))
    assert fact.of_person_id == SOMEBODY  # type: ignore[attr-defined]


def test_it_is_about_what_somebody_learns_from() -> None:
    add, said = mentoring.add_mentoring_entry, beside(attachment_id=COURSE.id)
    fact = the_fact(add, a_standing(attachment=COURSE), said)
    assert fact.attachment_id == COURSE.id  # type: ignore[attr-defined]
    talk = AttachmentNow(id=COURSE.id, kind=AttachmentKind.DISCUSSION)
    assert reasons(add, a_standing(attachment=talk), said) == ["INVALID attachment_id"]
    of_one = AttachmentNow(id=COURSE.id, kind=COURSE.kind, objective_id=an_objective().id)
    assert reasons(add, a_standing(attachment=of_one), said) == ["NOT_FOUND attachment_id"]


def test_one_larger_text_takes_the_place_of_those_that_its_author_owed() -> None:
    add, said = mentoring.add_mentoring_entry, beside(closed_entry_ids=[ENTRY, ENTRY])
    known = a_standing(closed_entries=[owed()])
    fact = the_fact(add, known, said)
    assert fact.closed_entry_ids == [ENTRY]  # type: ignore[attr-defined]
    assert ENTRY in rests_on(add, known, said)
    assert reasons(add, a_standing(), said) == ["NOT_FOUND closed_entry_ids.0"]


@pytest.mark.parametrize(
    "known",
    [
        {"author_id": SOMEBODY, "of_person_id": ME},
        {"due_on": None},
        {"outcome": EntryOutcome.REPLACED},
        {"kind": EntryKind.ACTION},
    ],
)
def test_nothing_else_is_replaced_or_put_off(known: dict[str, Any]) -> None:
    standing = a_standing(closed_entries=[owed(**known)], mentoring_entry=owed(**known))
    said = beside(closed_entry_ids=[ENTRY])
    refused = reasons(mentoring.add_mentoring_entry, standing, said)
    assert refused == ["WRONG_STATE closed_entry_ids.0"]
    off = DeferMentoringEntry(
        mentoring_entry_id=ENTRY, due_on=DUE + timedelta(days=1), reason="Later."
    )
    mine = known.get("author_id", ME) == ME
    others = ["WRONG_STATE mentoring_entry_id"] if mine else ["NOT_ALLOWED"]
    assert reasons(defer_mentoring_entry, standing, off) == others


@pytest.mark.parametrize(
    ("due_on", "reason", "declined"),
    [
        (DUE, "Later.", ["INVALID due_on"]),
        (TODAY, "Later.", ["INVALID due_on"]),
        (DUE + timedelta(days=1), " ", ["REASON_IS_MISSING reason"]),
        (DUE + timedelta(days=1), "Later.", []),
    ],
)
def test_it_is_put_off_to_a_later_day_for_a_reason(
    due_on: date, reason: str, declined: list[str]
) -> None:
    said = DeferMentoringEntry(mentoring_entry_id=ENTRY, due_on=due_on, reason=reason)
    known = a_standing(mentoring_entry=owed())
    assert reasons(defer_mentoring_entry, known, said) == declined
