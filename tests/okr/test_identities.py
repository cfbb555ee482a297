"""Rules about identities: by which issuer and subject a person is found."""

from dataclasses import replace

import pytest

from server.okr import events
from server.okr.identities import (
    LinkIdentity,
    UnlinkIdentity,
    link_identity,
    unlink_identity,
)
from server.okr.now import IdentityNow, PersonNow
from server.okr.terms import Permission
from tests.okr.standings import (
    ANY,
    ME,
    SOMEBODY,
    a_person,
    a_standing,
    a_stranger,
    an_id,
    reasons,
    refused,
    rests_on,
    stale,
    the_fact,
)

IDENTITY = an_id("identity")
LINK = LinkIdentity(person_id=SOMEBODY, issuer="https://login.example.org", subject="42")
UNLINK = UnlinkIdentity(identity_id=IDENTITY)
ANYWHERE = {"IdentityLinked", "IdentityUnlinked"}


def of(person: PersonNow) -> IdentityNow:
    return IdentityNow(id=IDENTITY, person=person)


def test_an_administrator_says_who_somebody_is() -> None:
    fact = the_fact(link_identity, a_standing(person=a_person()), LINK)
    assert isinstance(fact, events.IdentityLinked)
    assert (fact.person_id, fact.issuer, fact.subject) == (SOMEBODY, LINK.issuer, LINK.subject)


def test_it_rests_on_the_person_and_on_identities_anywhere() -> None:
    grounds = {SOMEBODY: ANY, None: ANYWHERE}
    assert rests_on(link_identity, a_standing(person=a_person()), LINK) == grounds
    known = a_standing(identity=of(a_person()))
    assert rests_on(unlink_identity, known, UNLINK) == grounds


@pytest.mark.parametrize("permission", [Permission.AUDIT, Permission.REDACT])
def test_whom_the_log_is_entrusted_to_is_given_no_other_way_in_but_by_themselves(
    permission: Permission,
) -> None:
    trusted = a_person(permissions=[permission])
    assert refused(link_identity, a_standing(person=trusted), LINK) == {"NOT_ALLOWED"}
    oneself = a_standing(person=replace(trusted, id=ME))
    assert reasons(link_identity, oneself, LINK) == []


def test_who_decided_on_an_earlier_version_is_told_the_present_one() -> None:
    told = ({"CHANGED_MEANWHILE command.expected_version"}, 3)
    assert stale(link_identity, a_standing(person=a_person()), LINK) == told
    assert stale(unlink_identity, a_standing(identity=of(a_person())), UNLINK) == told


def test_all_reasons_are_told_at_once() -> None:
    standing = a_standing(person=a_person(active=False), identity_taken=True)
    assert refused(link_identity, standing, replace(LINK, issuer="x", subject="")) == {
        "WRONG_STATE person_id",
        "INVALID issuer",
        "INVALID subject",
        "ALREADY_EXISTS subject",
    }


def test_people_end_what_is_their_own_and_of_others_they_learn_nothing() -> None:
    stranger = a_standing(a_stranger(), identity=of(a_person()))
    veiled = {"NOT_ALLOWED", "NOT_FOUND identity_id"}
    assert refused(unlink_identity, stranger, UNLINK) == veiled
    assert refused(unlink_identity, a_standing(a_stranger()), UNLINK) == veiled
    assert refused(unlink_identity, a_standing(), UNLINK) == {"NOT_FOUND identity_id"}
    own = a_standing(a_stranger(), identity=of(a_person(id=ME)))
    assert the_fact(unlink_identity, own, UNLINK) == events.IdentityUnlinked(
        identity_id=IDENTITY, person_id=ME
    )
