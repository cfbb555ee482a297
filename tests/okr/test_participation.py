"""How teams take part in working with objectives, and where numbers about that are to lie."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from server.okr import events
from server.okr.policies import ChangePolicy, change_policy
from server.okr.teams import AddTeam, EditTeam, add_team, edit_team
from server.okr.terms import Participation, ProgrammeAim, ProgrammeCode, TeamKind
from tests.okr.standings import TEAM, a_standing, a_team, refused, the_fact

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)


def test_a_team_takes_part_as_was_said_between_two_days() -> None:
    said: dict[str, Any] = {
        "participation": Participation.PILOT,
        "participates_from": FIRST,
        "wave": 1,
    }
    standing = a_standing(team=a_team())
    fact = the_fact(edit_team, standing, EditTeam(team_id=TEAM, **said))
    assert fact == events.TeamEdited(team_id=TEAM, changes=said)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"participation": Participation.OPTED_OUT}, "REASON_IS_MISSING participation_reason"),
        ({"wave": 0}, "INVALID wave"),
        (
            {"participates_from": LAST, "participates_until": FIRST},
            "INVALID participates_until",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(said: dict[str, Any], told: str) -> None:
    new = AddTeam(name="Payroll", kind=TeamKind.TEAM, **said)
    assert refused(add_team, a_standing(), new) == {told}
    standing = a_standing(team=a_team())
    assert refused(edit_team, standing, EditTeam(team_id=TEAM, **said)) == {told}


def test_a_last_day_is_held_against_the_first_that_stands() -> None:
    team = a_team()
    team.participates_from = LAST
    said = EditTeam(team_id=TEAM, participates_until=FIRST)
    assert refused(edit_team, a_standing(team=team), said) == {"INVALID participates_until"}
    said.participates_from = None
    edit_team(a_standing(team=team), said)


@pytest.mark.parametrize(
    ("aims", "told"),
    [
        ([("0.6", "0.5")], {"INVALID programme_aims.0.to"}),
        ([("0", "1"), ("0", "1")], {"INVALID programme_aims.1.code"}),
    ],
)
def test_a_number_is_to_lie_between_two_others_once(
    aims: list[tuple[str, str]], told: set[str]
) -> None:
    said = ChangePolicy(reason="We know more.")
    said.programme_aims = [  # type: ignore[attr-defined]
        ProgrammeAim(code=ProgrammeCode.BOTTOM_UP, from_=Decimal(least), to=Decimal(most))
        for least, most in aims
    ]
    assert refused(change_policy, a_standing(), said) == told
