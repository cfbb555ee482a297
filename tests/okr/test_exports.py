"""The rule about taking the log away."""

import pytest

from server.okr import events
from server.okr.exports import ExportLog, export_log
from server.okr.terms import ExportFormat, Permission
from tests.okr.standings import a_standing, a_stranger, reasons, the_fact

TAKEN = ExportLog(
    first_position=1,
    last_position=9,
    format=ExportFormat.NDJSON,
    sha256="0" * 64,
    complete=True,
)


@pytest.mark.parametrize("permission", [Permission.AUDIT, Permission.ADMINISTER])
def test_that_an_auditor_or_an_administrator_took_the_log_away_is_a_fact(
    permission: Permission,
) -> None:
    fact = the_fact(export_log, a_standing(a_stranger(permissions=[permission])), TAKEN)

    assert isinstance(fact, events.LogExported)
    said = {name: value for name, value in vars(fact).items() if name != "export_id"}
    assert said == vars(TAKEN)


@pytest.mark.parametrize("permission", [Permission.REDACT, Permission.MANAGE])
def test_nobody_else_takes_it_away(permission: Permission) -> None:
    standing = a_standing(a_stranger(permissions=[permission]))

    assert reasons(export_log, standing, TAKEN) == ["NOT_ALLOWED"]
