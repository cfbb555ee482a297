"""Rules about ideas: what somebody suggested becomes an objective, and shows where it is from."""

from uuid import UUID

from server.okr import events
from server.okr.now import Guard
from server.okr.refusals import Objections, WrongState
from server.okr.standing import Standing, need

TAKEN_UP = "It was taken up."


def taken_up(
    objections: Objections, standing: Standing, follow_up_id: UUID | None
) -> tuple[list[events.Fact], list[Guard]]:
    """What is drafted from an idea resolves it, once; who sees the one need not see the other."""
    if follow_up_id is None:
        return [], []
    follow_up = need(standing.follow_up, "follow_up_id")
    if follow_up.objective_id is not None:
        need(standing.objective, "follow_up_id")
    over = WrongState("It was resolved already.", "follow_up_id")
    objections.when(not follow_up.open, over)
    resolved = events.FollowUpResolved(
        follow_up_id=follow_up.id, objective_id=follow_up.objective_id, outcome=TAKEN_UP
    )
    return [resolved], [Guard(stream=follow_up.id)]
