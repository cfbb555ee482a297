"""Rules about words that are to be gone, and about legal holds that keep them."""

from dataclasses import replace
from typing import Any

import pytest

from server.okr import events
from server.okr.holds import (
    PlaceLegalHold,
    ReleaseLegalHold,
    place_legal_hold,
    release_legal_hold,
)
from server.okr.now import ActorNow
from server.okr.people import GrantPermission, grant_permission
from server.okr.redactions import ForgetPerson, RedactEvent, forget_person, redact_event
from server.okr.said_now import EventNow
from server.okr.standing import Standing
from server.okr.terms import Permission
from tests.okr.standings import (
    ANY,
    ME,
    ORGANIZATION,
    SOMEBODY,
    Rule,
    a_person,
    a_standing,
    a_stranger,
    an_administrator,
    an_id,
    an_organization,
    reasons,
    rests_on,
    the_fact,
)

EVENT = an_id("event")
REDACTION = RedactEvent(event_id=EVENT, reason="It names somebody.")
FORGETTING = ForgetPerson(person_id=SOMEBODY, reason="They asked.")
HOLD = PlaceLegalHold(reason="A lawsuit")
RELEASE = ReleaseLegalHold(reason="It is settled.")
HELD = an_organization(legal_hold="A lawsuit")


def a_redactor() -> ActorNow:
    return a_stranger(permissions=[Permission.REDACT])


def a_redacting_standing(**known: Any) -> Standing:
    event = EventNow(position=7, fields=["note", "obstacles.0.text"])
    common: dict[str, Any] = {
        "actor": a_redactor(),
        "organization": an_organization(),
        "event": event,
    }
    return a_standing(**(common | {"person": a_person(active=False)} | known))


def test_all_words_of_a_fact_are_taken_away_or_those_that_are_named() -> None:
    fact = the_fact(redact_event, a_redacting_standing(), REDACTION)
    named = the_fact(redact_event, a_redacting_standing(), replace(REDACTION, fields=["note"]))

    assert isinstance(fact, events.EventRedacted)
    assert (fact.event_position, fact.fields) == (7, ["note", "obstacles.0.text"])
    assert named.fields == ["note"]  # type: ignore[attr-defined]


def test_what_is_not_there_or_gone_already_is_not_redacted() -> None:
    standing = a_redacting_standing()
    gone = a_redacting_standing(event=EventNow(position=7, fields=[]))

    other = replace(REDACTION, fields=["note", "title"])
    assert reasons(redact_event, standing, other) == ["INVALID fields.1"]
    assert reasons(redact_event, gone, REDACTION) == ["WRONG_STATE event_id"]
    nothing = a_redacting_standing(event=None)
    assert reasons(redact_event, nothing, REDACTION) == ["NOT_FOUND event_id"]


def test_who_may_not_redact_is_told_nothing_else() -> None:
    there = a_redacting_standing(actor=an_administrator())

    for standing in (there, replace(there, event=None)):
        told = ["NOT_ALLOWED", "NOT_FOUND event_id"]
        assert reasons(redact_event, standing, REDACTION) == told
    assert reasons(forget_person, there, FORGETTING) == ["NOT_ALLOWED"]


@pytest.mark.parametrize(("rule", "said"), [(redact_event, REDACTION), (forget_person, FORGETTING)])
def test_a_legal_hold_and_a_missing_reason_stand_in_the_way(rule: Rule, said: object) -> None:
    silent = replace(said, reason=" ")  # type: ignore[type-var]

    assert reasons(rule, a_redacting_standing(organization=HELD), silent) == [
        "REASON_IS_MISSING reason",
        "WRONG_STATE",
    ]
    held = rests_on(rule, a_redacting_standing(), said)
    assert held[ORGANIZATION] == {"LegalHoldPlaced"}
    assert held[None] == {"EventRedacted", "PersonForgotten"}


def test_who_is_still_there_is_not_forgotten() -> None:
    there = a_redacting_standing(person=a_person())

    assert reasons(forget_person, there, FORGETTING) == ["WRONG_STATE person_id"]
    fact = the_fact(forget_person, a_redacting_standing(), FORGETTING)
    assert isinstance(fact, events.PersonForgotten)
    assert rests_on(forget_person, a_redacting_standing(), FORGETTING)[SOMEBODY] == ANY


def test_a_hold_is_placed_and_released_by_administrators() -> None:
    free = a_standing(actor=an_administrator(), organization=an_organization())
    held = a_standing(actor=an_administrator(), organization=HELD)

    assert isinstance(the_fact(place_legal_hold, free, HOLD), events.LegalHoldPlaced)
    assert isinstance(the_fact(release_legal_hold, held, RELEASE), events.LegalHoldReleased)
    assert reasons(place_legal_hold, held, HOLD) == ["WRONG_STATE"]
    assert reasons(release_legal_hold, free, RELEASE) == ["WRONG_STATE"]
    auditor = a_standing(
        actor=a_stranger(permissions=[Permission.AUDIT]), organization=an_organization()
    )
    assert reasons(place_legal_hold, auditor, HOLD) == ["NOT_ALLOWED"]


def test_whoever_may_redact_does_not_release_what_keeps_them_from_it() -> None:
    both = a_stranger(permissions=[Permission.ADMINISTER, Permission.REDACT])

    standing = a_standing(actor=both, organization=HELD)
    assert reasons(release_legal_hold, standing, RELEASE) == ["NOT_ALLOWED"]


@pytest.mark.parametrize("permission", [Permission.AUDIT, Permission.REDACT])
def test_nobody_entrusts_themselves(permission: Permission) -> None:
    oneself = a_standing(actor=an_administrator(), person=a_person(id=ME))

    said = GrantPermission(person_id=ME, permission=permission)
    assert reasons(grant_permission, oneself, said) == ["NOT_ALLOWED"]
