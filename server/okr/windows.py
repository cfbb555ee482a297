"""Rules about windows: the days that are measured, and the event with which they begin."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr import events
from server.okr.key_results import steered
from server.okr.refusals import Invalid, WrongState
from server.okr.spans import opened
from server.okr.standing import Decision, Standing


@dataclass(kw_only=True)
class OpenWindow:
    """Say that the event has happened from which on a key result is measured."""

    key_result_id: Annotated[UUID, "Which key result."]
    occurred_on: Annotated[date | None, "The day it happened; today if left out."] = None


def open_window(standing: Standing, said: OpenWindow) -> Decision:
    """What was waited for happens once; another day is a revision with a reason."""
    key_result, objections = steered(standing)
    metric, day = key_result.metric, said.occurred_on or standing.today
    objections.when(
        metric.opens_with is None, WrongState("It waits for no event.", "key_result_id")
    )
    objections.when(
        metric.opens_with is not None and metric.opens_on is not None,
        WrongState(f"It has been open since {metric.opens_on}.", "key_result_id"),
    )
    objections.when(
        day > standing.today,
        Invalid("What has not happened yet cannot be reported.", "occurred_on"),
    )
    objections.when(
        metric.closes_on is not None and day > metric.closes_on,
        Invalid(f"It closes on {metric.closes_on}.", "occurred_on"),
    )
    objections.settle()
    fact = events.WindowOpened(key_result_id=key_result.id, occurred_on=day)
    return Decision(facts=[fact], guards=[*key_result.grounds, opened(key_result.id)])
