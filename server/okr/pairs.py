"""Rules about pairs: a key result that says how much, beside one that says how good."""

from uuid import UUID

from server.okr import events
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import Invalid, Objections, WrongState
from server.okr.standing import Standing, need
from server.okr.terms import Absent, IndicatorKind, KeyResultState

PATH = "paired_with_id"


def paired(
    objections: Objections,
    standing: Standing,
    objective: ObjectiveNow,
    said: UUID | None | Absent,
    kind: IndicatorKind | None | Absent,
) -> list[Guard]:
    """A pair is of one objective, and one of each kind; answers what that rests on."""
    if not isinstance(said, UUID):
        return []
    other = need(standing.paired_with, PATH)
    objections.when(
        other.objective.id != objective.id,
        Invalid("A pair measures the same objective.", PATH),
    )
    objections.when(
        not isinstance(kind, IndicatorKind)
        or other.indicator_kind is None
        or kind is other.indicator_kind,
        Invalid("One of a pair says how much (QUANTITY), the other how good (QUALITY).", PATH),
    )
    objections.when(
        other.state is not KeyResultState.ACTIVE,
        WrongState(f"The key result is {other.state}.", PATH),
    )
    changed = (events.KeyResultRevised, events.KeyResultWithdrawn)
    return [Guard(stream=other.id, kinds=changed)]
