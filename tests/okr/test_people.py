"""Rules about people, what they may do, and their tokens."""

from uuid import UUID

import pytest

from server.okr import events
from server.okr.now import ActorNow
from server.okr.people import (
    AddPerson,
    DeactivatePerson,
    GrantPermission,
    RenamePerson,
    RevokePermission,
    RevokeToken,
    add_person,
    deactivate_person,
    grant_permission,
    rename_person,
    revoke_permission,
    revoke_token,
)
from server.okr.terms import ABSENT, Permission
from tests.okr.standings import (
    ANY,
    ME,
    SOMEBODY,
    Rule,
    a_manager_above,
    a_person,
    a_planner,
    a_standing,
    a_stranger,
    an_administrator,
    an_id,
    reasons,
    refused,
    rests_on,
    saying,
    stale,
    the_fact,
)

TOKEN = an_id("token")
RENAMING = RenamePerson(person_id=SOMEBODY, name="Vita")
DEACTIVATION = DeactivatePerson(person_id=SOMEBODY)
GRANT = GrantPermission(person_id=SOMEBODY, permission=Permission.MANAGE)
REVOCATION = RevokePermission(person_id=SOMEBODY, permission=Permission.MANAGE)
DEMOTION = RevokePermission(person_id=SOMEBODY, permission=Permission.ADMINISTER)
LOST_TOKEN = RevokeToken(person_id=SOMEBODY, token_id=TOKEN)

EVERY_RULE: list[tuple[Rule, object]] = [
    (rename_person, RENAMING),
    (deactivate_person, DEACTIVATION),
    (grant_permission, GRANT),
    (revoke_permission, REVOCATION),
    (revoke_token, LOST_TOKEN),
]


def test_an_administrator_lets_a_person_in() -> None:
    said = AddPerson(name="Vita", email="vita@example.org")
    assert the_fact(add_person, a_standing(), said) == events.PersonAdded(
        person_id=UUID(int=1), name="Vita", email="vita@example.org"
    )


@pytest.mark.parametrize("actor", [a_stranger(), a_manager_above(), a_planner()])
def test_nobody_else_lets_people_in_and_all_reasons_are_told(actor: ActorNow) -> None:
    standing = a_standing(actor)
    assert refused(add_person, standing, AddPerson(name=" ")) == {"NOT_ALLOWED", "INVALID name"}


@pytest.mark.parametrize(("rule", "said"), EVERY_RULE)
def test_an_unknown_person_is_not_found(rule: Rule, said: object) -> None:
    assert refused(rule, a_standing(), said) == {"NOT_FOUND person_id"}


@pytest.mark.parametrize(("rule", "said"), EVERY_RULE)
def test_who_decided_on_an_earlier_version_is_told_the_present_one(
    rule: Rule, said: object
) -> None:
    told = stale(rule, a_standing(person=a_person()), said)
    assert told == ({"CHANGED_MEANWHILE command.expected_version"}, 3)


@pytest.mark.parametrize(("rule", "said"), EVERY_RULE)
def test_strangers_and_managers_look_after_nobody(rule: Rule, said: object) -> None:
    for actor in (a_stranger(), a_manager_above(), a_planner()):
        assert refused(rule, a_standing(actor, person=a_person()), said) == {"NOT_ALLOWED"}


@pytest.mark.parametrize(("rule", "said"), EVERY_RULE)
def test_every_decision_about_a_person_rests_on_the_person(rule: Rule, said: object) -> None:
    granted = [] if rule is grant_permission else [Permission.MANAGE]
    standing = a_standing(person=a_person(permissions=granted))
    assert rests_on(rule, standing, said)[SOMEBODY] == ANY


def test_people_rename_themselves() -> None:
    standing = a_standing(a_stranger(), person=a_person(id=ME))
    assert the_fact(rename_person, standing, RENAMING) == events.PersonRenamed(
        person_id=ME, name="Vita"
    )


def test_an_administrator_renames_anybody() -> None:
    standing = a_standing(an_administrator(), person=a_person())
    assert reasons(rename_person, standing, RENAMING) == []


def test_what_a_renaming_does_not_say_stays_and_null_takes_the_address_away() -> None:
    said = RenamePerson(person_id=SOMEBODY, email=None)
    assert the_fact(rename_person, a_standing(person=a_person()), said) == events.PersonRenamed(
        person_id=SOMEBODY, name=ABSENT, email=None
    )


@pytest.mark.parametrize("name", ["", " \t", None])
def test_a_name_has_something_to_read(name: str | None) -> None:
    said = saying(RENAMING, name=name)
    assert refused(rename_person, a_standing(person=a_person()), said) == {"INVALID name"}


def test_a_person_leaves() -> None:
    standing = a_standing(person=a_person())
    assert the_fact(deactivate_person, standing, DEACTIVATION) == events.PersonDeactivated(
        person_id=SOMEBODY
    )


def test_who_has_left_leaves_no_second_time() -> None:
    standing = a_standing(person=a_person(active=False))
    assert refused(deactivate_person, standing, DEACTIVATION) == {"WRONG_STATE person_id"}


def test_the_last_administrator_stays() -> None:
    standing = a_standing(person=a_person(), administrators=[SOMEBODY])
    assert refused(deactivate_person, standing, DEACTIVATION) == {"WRONG_STATE person_id"}


def test_one_of_two_administrators_may_leave() -> None:
    standing = a_standing(person=a_person(), administrators=[SOMEBODY, ME])
    assert reasons(deactivate_person, standing, DEACTIVATION) == []


@pytest.mark.parametrize(
    ("rule", "said"), [(deactivate_person, DEACTIVATION), (revoke_permission, DEMOTION)]
)
def test_that_somebody_administers_rests_on_all_administrators(rule: Rule, said: object) -> None:
    person = a_person(permissions=[Permission.ADMINISTER])
    standing = a_standing(person=person, administrators=[SOMEBODY, ME])
    going = {"PersonDeactivated", "PermissionRevoked"}
    assert rests_on(rule, standing, said) == {SOMEBODY: ANY | going, ME: going}


def test_an_administrator_grants_a_permission() -> None:
    standing = a_standing(person=a_person())
    assert the_fact(grant_permission, standing, GRANT) == events.PermissionGranted(
        person_id=SOMEBODY, permission=Permission.MANAGE
    )


def test_a_permission_is_had_once_and_not_by_those_who_left() -> None:
    person = a_person(permissions=[Permission.MANAGE], active=False)
    told = refused(grant_permission, a_standing(person=person), GRANT)
    assert told == {"ALREADY_EXISTS permission", "WRONG_STATE person_id"}


def test_who_may_not_grant_does_not_learn_who_has_what() -> None:
    person = a_person(permissions=[Permission.MANAGE])
    standing = a_standing(a_planner(), person=person)
    assert refused(grant_permission, standing, GRANT) == {"NOT_ALLOWED"}


def test_an_administrator_revokes_a_permission() -> None:
    standing = a_standing(person=a_person(permissions=[Permission.MANAGE]))
    assert the_fact(revoke_permission, standing, REVOCATION) == events.PermissionRevoked(
        person_id=SOMEBODY, permission=Permission.MANAGE
    )


def test_what_a_person_does_not_have_cannot_be_revoked() -> None:
    standing = a_standing(person=a_person())
    assert refused(revoke_permission, standing, REVOCATION) == {"NOT_FOUND permission"}


def test_the_last_administrator_stays_one() -> None:
    person = a_person(permissions=[Permission.ADMINISTER])
    standing = a_standing(person=person, administrators=[SOMEBODY])
    assert refused(revoke_permission, standing, DEMOTION) == {"WRONG_STATE permission"}


def test_the_last_administrator_can_lose_another_permission() -> None:
    person = a_person(permissions=[Permission.ADMINISTER, Permission.MANAGE])
    standing = a_standing(person=person, administrators=[SOMEBODY])
    assert reasons(revoke_permission, standing, REVOCATION) == []


def test_people_and_administrators_make_a_token_worthless() -> None:
    own = a_standing(a_stranger(), person=a_person(id=ME))
    assert the_fact(revoke_token, own, LOST_TOKEN) == events.TokenRevoked(
        person_id=ME, token_id=TOKEN
    )
    assert reasons(revoke_token, a_standing(person=a_person()), LOST_TOKEN) == []


def test_a_token_has_an_id() -> None:
    said = RevokeToken(person_id=SOMEBODY, token_id=UUID(int=0))
    assert refused(revoke_token, a_standing(person=a_person()), said) == {"NOT_FOUND token_id"}
