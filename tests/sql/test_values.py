"""Values over time, in random histories: each is what the rows say of that position or that day."""

from random import Random

import pytest

from server.commands import Handler, Rule
from server.okr.terms import Clock
from tests import told_again
from tests.chance import HOW_OFTEN
from tests.histories import History
from tests.sql.test_random_histories import PEOPLE, REPORTS, TREES

SEEDS = [(REPORTS, 0), (REPORTS, 1), (TREES, 2), (PEOPLE, 3), (HOW_OFTEN, 4)]


@pytest.mark.parametrize(("steps", "seed"), SEEDS, ids=[str(seed) for _, seed in SEEDS])
async def test_every_value_is_what_was_known_or_was_true(
    handler: Handler, steps: dict[Rule, int], seed: int
) -> None:
    history = await History.begin(handler, Random(seed), Clock.SIMULATED)
    await history.go_on(150, steps)

    assert await told_again.check(history.organization) > 5
