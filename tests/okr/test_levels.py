"""Rules about levels: four of them, and further names that an organization agrees on."""

import pytest

from server.okr.teams import AddTeam, EditTeam, add_team, edit_team
from server.okr.terms import Policy, TeamKind
from tests.okr.standings import (
    ORGANIZATION,
    TEAM,
    a_standing,
    a_team,
    an_administrator,
    an_organization,
    reasons,
    rests_on,
)

AGREED = an_organization(policy=Policy(levels="tribe, squad , "))


@pytest.mark.parametrize(
    ("level_name", "told"),
    [
        ("tribe", []),
        ("squad", []),
        (None, []),
        ("Squad", ["INVALID level_name"]),
        ("", ["INVALID level_name"]),
        ("tribe, squad", ["INVALID level_name"]),
    ],
)
def test_a_level_is_called_as_was_agreed(level_name: str | None, told: list[str]) -> None:
    standing = a_standing(an_administrator(), organization=AGREED, team=a_team())
    added = AddTeam(name="Pairs", kind=TeamKind.TEAM, level_name=level_name)
    edited = EditTeam(team_id=TEAM, level_name=level_name)
    assert reasons(add_team, standing, added) == told
    assert reasons(edit_team, standing, edited) == told


def test_a_name_rests_on_the_policy() -> None:
    standing = a_standing(an_administrator(), organization=AGREED, team=a_team())
    added = AddTeam(name="Pairs", kind=TeamKind.TEAM, level_name="squad")
    assert rests_on(add_team, standing, added) == {ORGANIZATION: {"PolicyChanged"}}
