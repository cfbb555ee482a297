"""What a policy says of the company's objectives: that they come first, and that they are few."""

from dataclasses import replace

import pytest

from server.okr.objectives import (
    ActivateObjective,
    CreateObjective,
    activate_objective,
    create_objective,
)
from server.okr.standing import Standing
from server.okr.terms import Demand, Level, Policy, TeamKind
from tests.okr.standings import (
    CYCLE,
    OBJECTIVE,
    ORGANIZATION,
    TEAM,
    a_cycle,
    a_standing,
    a_team,
    an_objective,
    reasons,
    rests_on,
)

DRAFT = CreateObjective(title="Grow", cycle_id=CYCLE, owner_team_id=TEAM)
AGREE = ActivateObjective(objective_id=OBJECTIVE)


def standing(agreed: int, level: Level, **policy: object) -> Standing:
    stated = replace(Policy(), **policy)  # type: ignore[arg-type]
    cycle = a_cycle(policy=stated, agreed_by_company=agreed)
    return a_standing(
        cycle=cycle,
        owner_team=a_team(kind=TeamKind[level]),
        objective=replace(an_objective("DRAFT"), cycle=cycle, level=level),
    )


@pytest.mark.parametrize("demand", Demand)
@pytest.mark.parametrize("agreed", [0, 1])
@pytest.mark.parametrize("level", [Level.COMPANY, Level.DEPARTMENT, Level.TEAM])
def test_others_wait_for_the_company_where_that_was_agreed(
    demand: Demand, agreed: int, level: Level
) -> None:
    waits = demand is Demand.REFUSE and not agreed and level is not Level.COMPANY
    now = standing(agreed, level, company_first=demand)
    assert reasons(create_objective, now, DRAFT) == ["WRONG_STATE cycle_id"] * waits
    assert reasons(activate_objective, now, AGREE) == ["WRONG_STATE objective_id"] * waits


@pytest.mark.parametrize("demand", Demand)
@pytest.mark.parametrize("agreed", [1, 2, 3])
@pytest.mark.parametrize("level", [Level.COMPANY, Level.TEAM])
def test_the_company_agrees_on_few_where_that_was_agreed(
    demand: Demand, agreed: int, level: Level
) -> None:
    full = demand is Demand.REFUSE and agreed > 1 and level is Level.COMPANY
    now = standing(agreed, level, company_limit=demand, company_most=2)
    assert reasons(activate_objective, now, AGREE) == ["LIMIT_REACHED objective_id"] * full


def test_two_cannot_take_the_last_place_at_once() -> None:
    now = standing(1, Level.COMPANY, company_limit=Demand.REFUSE)
    found = rests_on(activate_objective, now, AGREE)
    assert found[None] == {"ObjectiveActivated"}
    assert found[ORGANIZATION] == {"PolicyChanged"}
