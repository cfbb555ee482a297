"""The rule about checking the log."""

from dataclasses import replace
from typing import Any

import pytest

from server.okr import events
from server.okr.terms import Permission
from server.okr.verifications import ReportVerification, report_verification
from tests.okr.standings import a_standing, a_stranger, reasons, the_fact

FOUND = ReportVerification(last_position=3, chain="0" * 64)


@pytest.mark.parametrize("fault", [None, "It was cut off."])
@pytest.mark.parametrize("permission", [Permission.AUDIT, Permission.ADMINISTER])
def test_what_an_auditor_or_an_administrator_found_is_a_fact(
    permission: Permission, fault: str | None
) -> None:
    standing = replace(a_standing(a_stranger(permissions=[permission])), position=3)
    found = replace(FOUND, fault=fault)

    fact = the_fact(report_verification, standing, found)

    assert isinstance(fact, events.VerificationReported)
    said = {name: value for name, value in vars(fact).items() if name != "verification_id"}
    assert said == vars(found)


@pytest.mark.parametrize("permission", [Permission.REDACT, Permission.MANAGE])
def test_nobody_else_reports_a_check(permission: Permission) -> None:
    standing = replace(a_standing(a_stranger(permissions=[permission])), position=3)

    assert reasons(report_verification, standing, FOUND) == ["NOT_ALLOWED"]


@pytest.mark.parametrize(
    "said",
    [
        {"last_position": 4},
        {"first_position": 0},
        {"first_position": 4},
        {"chain": "0" * 63},
        {"chain": "A" * 64},
        {"fault": " "},
    ],
)
def test_what_cannot_have_been_found_is_not_taken(said: dict[str, Any]) -> None:
    standing = replace(a_standing(a_stranger(permissions=[Permission.AUDIT])), position=3)

    [wrong] = said
    assert reasons(report_verification, standing, replace(FOUND, **said)) == [f"INVALID {wrong}"]
