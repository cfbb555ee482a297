"""Rules about the keys of programs: who makes them, for how long, and who ends them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from server.okr import events
from server.okr.api_keys import CreateApiKey, RevokeApiKey, create_api_key, revoke_api_key
from server.okr.authority import only_reads
from server.okr.identities import LinkIdentity, link_identity
from server.okr.now import ApiKeyNow, PersonNow
from server.okr.people import GrantPermission, grant_permission
from server.okr.terms import Permission
from tests.okr.standings import (
    ANY,
    ME,
    SOMEBODY,
    TODAY,
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

KEY = an_id("key")
LAST = TODAY + timedelta(days=366)
MAKE = CreateApiKey(person_id=SOMEBODY, name="Builds", expires_on=LAST, digest="ab" * 32)
REVOKE = RevokeApiKey(api_key_id=KEY)
PROGRAM = a_person(is_program=True)


def of(program: PersonNow, *, revoked: bool = False) -> ApiKeyNow:
    return ApiKeyNow(id=KEY, revoked=revoked, person=program)


def test_an_administrator_makes_a_key_of_which_the_log_keeps_the_digest() -> None:
    fact = the_fact(create_api_key, a_standing(person=PROGRAM), MAKE)
    assert fact == events.ApiKeyCreated(
        api_key_id=fact.api_key_id,  # type: ignore[attr-defined]
        person_id=SOMEBODY,
        name="Builds",
        digest="ab" * 32,
        expires_on=LAST,
    )


def test_people_have_no_keys_and_who_left_has_none() -> None:
    told = {"WRONG_STATE person_id", "INVALID name"}
    for person in (a_person(), a_person(active=False, is_program=True)):
        assert refused(create_api_key, a_standing(person=person), replace(MAKE, name=" ")) == told


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), LAST + timedelta(days=1)])
def test_a_key_ends_within_a_year(day: date) -> None:
    said = replace(MAKE, expires_on=day)
    assert refused(create_api_key, a_standing(person=PROGRAM), said) == {"INVALID expires_on"}


def test_only_administrators_make_keys() -> None:
    stranger = a_standing(a_stranger(), person=PROGRAM)
    assert refused(create_api_key, stranger, MAKE) == {"NOT_ALLOWED"}


def test_a_program_ends_its_own_keys_and_of_others_nobody_learns() -> None:
    own = a_standing(a_stranger(is_program=True), api_key=of(a_person(id=ME)))
    assert the_fact(revoke_api_key, own, REVOKE) == events.ApiKeyRevoked(
        api_key_id=KEY, person_id=ME
    )
    veiled = {"NOT_ALLOWED", "NOT_FOUND api_key_id"}
    for standing in (a_standing(a_stranger(), api_key=of(PROGRAM)), a_standing(a_stranger())):
        assert refused(revoke_api_key, standing, REVOKE) == veiled
    assert refused(revoke_api_key, a_standing(), REVOKE) == {"NOT_FOUND api_key_id"}


def test_a_key_is_revoked_once() -> None:
    standing = a_standing(api_key=of(PROGRAM, revoked=True))
    assert refused(revoke_api_key, standing, REVOKE) == {"WRONG_STATE api_key_id"}


def test_decisions_about_keys_rest_on_the_program() -> None:
    assert rests_on(create_api_key, a_standing(person=PROGRAM), MAKE) == {SOMEBODY: ANY}
    assert rests_on(revoke_api_key, a_standing(api_key=of(PROGRAM)), REVOKE) == {SOMEBODY: ANY}
    told = ({"CHANGED_MEANWHILE command.expected_version"}, 3)
    assert stale(create_api_key, a_standing(person=PROGRAM), MAKE) == told
    assert stale(revoke_api_key, a_standing(api_key=of(PROGRAM)), REVOKE) == told


@pytest.mark.parametrize("permission", [Permission.AUDIT, Permission.REDACT])
def test_a_program_is_entrusted_with_nothing(permission: Permission) -> None:
    grant = GrantPermission(person_id=SOMEBODY, permission=permission)
    assert refused(grant_permission, a_standing(person=PROGRAM), grant) == {"NOT_ALLOWED"}
    manage = replace(grant, permission=Permission.MANAGE)
    assert reasons(grant_permission, a_standing(person=PROGRAM), manage) == []


def test_a_program_has_no_identity() -> None:
    said = LinkIdentity(person_id=SOMEBODY, issuer="https://login.example.org", subject="42")
    assert refused(link_identity, a_standing(person=PROGRAM), said) == {"WRONG_STATE person_id"}


def test_only_a_program_without_any_other_permission_only_reads() -> None:
    program = a_stranger(is_program=True, permissions=[Permission.READ])
    assert only_reads(program)
    assert only_reads(replace(program, permissions=[]))
    assert not only_reads(replace(program, permissions=[Permission.MANAGE]))
    assert not only_reads(replace(program, is_program=False))
