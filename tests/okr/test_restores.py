"""The rule about a log that was restored."""

import pytest

from server.okr import events
from server.okr.restores import RestoreLog, restore_log
from server.okr.terms import Permission
from tests.okr.standings import a_standing, a_stranger, reasons, the_fact

TOLD = RestoreLog(
    epoch=2, last_position=9, signed_position=12, shared_position=8, reason="The disk was lost."
)


def test_whoever_operates_the_server_says_what_happened() -> None:
    standing = a_standing(a_stranger(permissions=[Permission.AUDIT]))

    fact = the_fact(restore_log, standing, TOLD)

    assert isinstance(fact, events.LogRestored)
    assert vars(fact) == vars(TOLD) | {"organization_id": standing.organization_id}


@pytest.mark.parametrize("permission", [Permission.REDACT, Permission.MANAGE])
def test_nobody_else_does(permission: Permission) -> None:
    standing = a_standing(a_stranger(permissions=[permission]))

    assert reasons(restore_log, standing, TOLD) == ["NOT_ALLOWED"]


def test_a_reason_is_said() -> None:
    standing = a_standing(a_stranger(permissions=[Permission.AUDIT]))
    blank = RestoreLog(epoch=2, last_position=9, reason=" ")

    assert reasons(restore_log, standing, blank) == ["REASON_IS_MISSING reason"]
