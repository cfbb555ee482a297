"""Rules about attachments: what stands outside and belongs to goals."""

from dataclasses import replace

import pytest

from server.okr import events
from server.okr.attachments import (
    AddAttachment,
    RemoveAttachment,
    add_attachment,
    remove_attachment,
)
from server.okr.attachments_now import AttachmentNow
from server.okr.terms import AttachmentKind
from tests.okr.standings import (
    DRAFTERS,
    KEY_RESULT,
    OBJECTIVE,
    a_key_result,
    a_stranger,
    about,
    an_id,
    an_objective,
    reasons,
    refused,
    rests_on,
    the_fact,
    who_may,
)

TALK = AddAttachment(
    key_result_id=KEY_RESULT,
    kind=AttachmentKind.DISCUSSION,
    title="What schools told us",
    uri="https://talk.example/7",
)
OF_ALL = replace(TALK, key_result_id=None, objective_id=OBJECTIVE)
THERE = AttachmentNow(
    id=an_id("talk"),
    kind=AttachmentKind.DISCUSSION,
    objective_id=OBJECTIVE,
    key_result_id=KEY_RESULT,
)
REMOVAL = RemoveAttachment(attachment_id=THERE.id)


def test_it_belongs_to_a_key_result_or_to_an_objective() -> None:
    fact = the_fact(add_attachment, about(), TALK)
    assert isinstance(fact, events.AttachmentAdded)
    assert (fact.objective_id, fact.key_result_id, fact.uri) == (OBJECTIVE, KEY_RESULT, TALK.uri)
    assert KEY_RESULT in rests_on(add_attachment, about(), TALK)
    both = replace(TALK, objective_id=OBJECTIVE)
    assert refused(add_attachment, about(), both) == {"INVALID objective_id"}
    neither = replace(TALK, key_result_id=None)
    assert refused(add_attachment, about(), neither) == {"INVALID objective_id"}


def test_who_has_a_hand_in_it_attaches_and_detaches() -> None:
    works_for = DRAFTERS | {"member"}
    assert who_may(add_attachment, OF_ALL, replace(about(), key_result=a_key_result())) >= works_for
    may = works_for | {"key result's owner", "contributor"}
    assert who_may(add_attachment, TALK) == may
    assert who_may(remove_attachment, REMOVAL, about(attachment=THERE)) == may


@pytest.mark.parametrize("kind", AttachmentKind)
def test_what_is_read_elsewhere_says_where(kind: AttachmentKind) -> None:
    said = replace(TALK, kind=kind, uri=None)
    elsewhere = kind in (AttachmentKind.DOCUMENT, AttachmentKind.DISCUSSION)
    assert reasons(add_attachment, about(), said) == ["INVALID uri"] * elsewhere


def test_what_everybody_learns_from_is_for_who_plans_to_say() -> None:
    course = AddAttachment(kind=AttachmentKind.LEARNING, title="Listening")
    fact = the_fact(add_attachment, about(), course)
    assert isinstance(fact, events.AttachmentAdded)
    assert (fact.objective_id, fact.key_result_id) == (None, None)
    assert who_may(add_attachment, course) == {"administrator"}
    there = AttachmentNow(id=an_id("course"), kind=AttachmentKind.LEARNING)
    removal = RemoveAttachment(attachment_id=there.id)
    known = replace(about(a_stranger(), attachment=there), objective=None)
    assert refused(remove_attachment, known, removal) == {"NOT_ALLOWED"}
    known = replace(about(attachment=there), objective=None)
    gone = the_fact(remove_attachment, known, removal)
    assert isinstance(gone, events.AttachmentRemoved)
    assert gone.objective_id is None
    of_nothing = replace(course, kind=AttachmentKind.PARTNER)
    assert refused(add_attachment, about(), of_nothing) == {"INVALID objective_id"}


def test_a_closed_cycle_takes_none() -> None:
    closed = about(objective=an_objective("CLOSED", "CLOSED"), attachment=THERE)
    assert refused(add_attachment, closed, TALK) == {"CYCLE_IS_CLOSED key_result_id"}
    assert refused(add_attachment, closed, OF_ALL) == {"CYCLE_IS_CLOSED objective_id"}
    assert refused(remove_attachment, closed, REMOVAL) == {"CYCLE_IS_CLOSED attachment_id"}
