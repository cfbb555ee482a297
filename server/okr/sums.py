"""What was added up so far stays one sum, of things of one unit, when a key result is revised."""

from server.okr import events, terms
from server.okr.metrics import adds_up
from server.okr.now import Guard, KeyResultNow
from server.okr.quantities import same_unit, unit_of
from server.okr.refusals import Objections, WrongState
from server.okr.terms import Reading


def still_added_to(objections: Objections, key_result: KeyResultNow, metric: terms.Metric) -> None:
    """Who adds to it goes on adding, and what was added is not taken for something else."""
    before = unit_of(key_result.metric) or "plain numbers"
    other = not same_unit(key_result.metric, metric)
    adding = bool(key_result.contributions) and adds_up(metric)
    objections.when(
        adding and other,
        WrongState(
            f"People have added to this in {before}, and that cannot be added to another unit: "
            "end that first.",
            *("metric", "unit"),
        ),
    )
    together = adds_up(metric) or metric.reading is not Reading.LATEST
    objections.when(
        not adding and key_result.gathered and together and other,
        WrongState(
            f"What was reported so far adds up in {before}, and that cannot be added to another "
            "unit: withdraw this key result and add another.",
            *("metric", "unit"),
        ),
    )
    objections.when(
        not adds_up(metric) and (key_result.contributions or key_result.summed),
        WrongState(
            "People or objectives add to this key result: end that first.", "metric", "kind"
        ),
    )


def entered(key_result: KeyResultNow) -> list[Guard]:
    """What a revision rests on that finds nothing added up yet."""
    if key_result.gathered or key_result.metric.reading is Reading.LATEST:
        return []
    reported = (events.CheckInRecorded, events.CheckInCorrected)
    return [Guard(stream=key_result.id, kinds=reported)]
