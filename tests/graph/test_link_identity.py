"""Saying by which issuer and subject a person is found, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.erased import entrusted
from tests.graph.office import Office

ISSUER = "https://login.example.org"
SHOWS = "identities(first: 9) { totalCount nodes { issuer subject person { id } } }"


def known(person: Client, subject: str = "248289761001", issuer: str = ISSUER) -> dict[str, Any]:
    return {"personId": str(person.person_id), "issuer": issuer, "subject": subject}


async def test_who_looks_into_that_sees_by_what_a_person_is_found(office: Office) -> None:
    bob, auditor = await office.person(), await entrusted(office, "AUDIT")

    linked = await office.admin.do("linkIdentity", "identity { id issuer subject }", **known(bob))

    assert linked | {"id": ""} == {"id": "", "issuer": ISSUER, "subject": "248289761001"}
    shown = await office.seen("Person", str(bob.person_id), SHOWS, auditor)
    identity = {"issuer": ISSUER, "subject": "248289761001", "person": {"id": str(bob.person_id)}}
    assert shown["identities"] == {"totalCount": 1, "nodes": [identity]}


async def test_nobody_else_sees_it_nor_learns_of_it(office: Office) -> None:
    bob, eve = await office.person(), await office.person()
    linked = await office.admin.do("linkIdentity", "identity { id }", **known(bob))

    shown = await office.seen("Person", str(bob.person_id), f"{SHOWS} {EVENTS}", eve)

    assert shown["identities"]["totalCount"] == 0
    assert "IdentityLinked" not in {each["__typename"] for each in shown["events"]["nodes"]}
    assert await office.seen("Identity", linked["id"], "id", eve) is None


EVENTS = "events(first: 99) { nodes { __typename } }"


async def test_only_administrators_say_who_somebody_is(office: Office) -> None:
    bob, eve = await office.person(), await office.person()

    assert await eve.refused("linkIdentity", "identity", **known(bob)) == [("NOT_ALLOWED", "")]
    assert await eve.refused("linkIdentity", "identity", **known(eve)) == [("NOT_ALLOWED", "")]


async def test_one_issuers_subject_is_one_person(office: Office, other_office: Office) -> None:
    bob, eve = await office.person(), await office.person()
    await office.admin.do("linkIdentity", "identity { id }", **known(bob))

    for person in (bob, eve):
        assert await office.admin.refused("linkIdentity", "identity", **known(person)) == [
            ("ALREADY_EXISTS", "input.subject")
        ]
    await office.admin.do("linkIdentity", "identity { id }", **known(eve, issuer=f"{ISSUER}/two"))
    elsewhere = await other_office.person()
    await other_office.admin.do("linkIdentity", "identity { id }", **known(elsewhere))


@pytest.mark.parametrize("permission", ["AUDIT", "REDACT"])
async def test_nobody_comes_to_audit_or_redact_as_somebody_else(
    office: Office, permission: str
) -> None:
    trusted = await entrusted(office, permission)

    assert await office.admin.refused("linkIdentity", "identity", **known(trusted)) == [
        ("NOT_ALLOWED", "")
    ]


@pytest.mark.parametrize(
    ("otherwise", "place"),
    [
        ({"issuer": "login.example.org"}, "input.issuer"),
        ({"issuer": "https://a b"}, "input.issuer"),
        ({"issuer": f"https://{'x' * 500}"}, "input.issuer"),
        ({"subject": " "}, "input.subject"),
        ({"subject": "x" * 256}, "input.subject"),
        ({"subject": "[redacted]"}, "input.subject"),
    ],
)
async def test_an_issuer_is_an_address_and_a_subject_has_letters(
    office: Office, otherwise: dict[str, str], place: str
) -> None:
    said = known(await office.person()) | otherwise

    assert await office.admin.refused("linkIdentity", "identity", **said) == [("INVALID", place)]


async def test_who_left_is_found_by_nothing_new(office: Office) -> None:
    bob = await office.person()
    await office.admin.do("deactivatePerson", "person { id }", personId=str(bob.person_id))

    assert await office.admin.refused("linkIdentity", "identity", **known(bob)) == [
        ("WRONG_STATE", "input.personId")
    ]


async def test_who_is_forgotten_leaves_no_subject_behind(office: Office) -> None:
    bob, redactor = await office.person(), await entrusted(office)
    linked = await office.admin.do("linkIdentity", "identity { id }", **known(bob, "bobs-subject"))
    await office.admin.do("deactivatePerson", "person { id }", personId=str(bob.person_id))

    await redactor.do(
        "forgetPerson", "redaction { id }", personId=str(bob.person_id), reason="They asked for it."
    )

    shown = await office.seen("Identity", linked["id"], "subject", office.admin)
    assert shown == {"subject": "[redacted]"}
    again = await office.person()
    await office.admin.do("linkIdentity", "identity { id }", **known(again, "bobs-subject"))
