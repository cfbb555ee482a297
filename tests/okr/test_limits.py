"""What a policy says of how many objectives an owner has, and how many key results an objective."""

from dataclasses import replace

import pytest

from server.okr.key_results import AddKeyResult, add_key_result
from server.okr.metrics import MetricInput
from server.okr.objectives import ActivateObjective, activate_objective
from server.okr.standing import Standing
from server.okr.teams import AddTeam, EditTeam, add_team, edit_team
from server.okr.terms import Demand, MetricKind, Policy
from tests.okr.standings import (
    OBJECTIVE,
    ORGANIZATION,
    TEAM,
    a_cycle,
    a_manager,
    a_standing,
    a_team,
    an_administrator,
    an_objective,
    reasons,
    rests_on,
)

AGREE = ActivateObjective(objective_id=OBJECTIVE)
MEASURE = AddKeyResult(
    objective_id=OBJECTIVE, title="Visits", metric=MetricInput(kind=MetricKind.DONE)
)


def standing(state: str = "DRAFT", policy: Policy | None = None, **known: object) -> Standing:
    cycle = a_cycle(policy=policy or Policy())
    objective = replace(an_objective(state), cycle=cycle, **known)  # type: ignore[arg-type]
    return a_standing(a_manager(), cycle=cycle, objective=objective)


@pytest.mark.parametrize("demand", Demand)
@pytest.mark.parametrize("beside", [1, 2, 3])
@pytest.mark.parametrize("own", [None, 3])
def test_an_owner_has_no_more_than_was_agreed_for_all_or_for_it(
    demand: Demand, beside: int, own: int | None
) -> None:
    policy = Policy(active_limit=demand, max_active_objectives=2)
    now = standing(policy=policy, active_beside=beside, most_active=own)
    full = demand is Demand.REFUSE and beside >= (own or 2)
    assert reasons(activate_objective, now, AGREE) == ["LIMIT_REACHED objective_id"] * full


def test_two_cannot_take_the_last_place_of_an_owner_at_once() -> None:
    now = standing(policy=Policy(active_limit=Demand.REFUSE))
    found = rests_on(activate_objective, now, AGREE)
    assert found[None] == {"ObjectiveActivated", "ObjectiveEdited"}
    assert found[ORGANIZATION] == {"PolicyChanged"}
    assert "TeamEdited" in found[TEAM]


@pytest.mark.parametrize(("most", "full"), [(None, False), (2, True), (3, False)])
def test_an_objective_has_no_more_key_results_than_was_agreed(most: int | None, full: bool) -> None:
    now = standing("ACTIVE", Policy(key_results_limit=most), measured=2)
    assert reasons(add_key_result, now, MEASURE) == ["LIMIT_REACHED objective_id"] * full
    assert rests_on(add_key_result, standing("ACTIVE"), MEASURE)[ORGANIZATION] == {"PolicyChanged"}


@pytest.mark.parametrize(
    ("most", "reason", "told"),
    [
        (2, None, ["REASON_IS_MISSING limit_reason"]),
        (0, "So", ["INVALID max_active_objectives"]),
        (2, "So", []),
        (None, None, []),
    ],
)
def test_a_team_says_why_it_has_a_limit_of_its_own(
    most: int | None, reason: str | None, told: list[str]
) -> None:
    now = a_standing(an_administrator(), team=a_team())
    own = {"max_active_objectives": most, "limit_reason": reason}
    edit = replace(EditTeam(team_id=TEAM), **own)  # type: ignore[arg-type]
    assert reasons(edit_team, now, edit) == told
    added = AddTeam(name="Team", kind=a_team().kind)
    assert reasons(add_team, now, replace(added, **own)) == told  # type: ignore[arg-type]
