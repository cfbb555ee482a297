"""Rules about key results of which the same is expected of each member of a team."""

from uuid import UUID

from server.okr import terms
from server.okr.now import KeyResultNow, ObjectiveNow
from server.okr.refusals import Invalid, NotAllowed, Objections, WrongState
from server.okr.standing import Standing
from server.okr.targets import relative
from server.okr.terms import MetricKind, Reading

PATH = ("metric", "per_person")
KINDS = (MetricKind.INCREASE, MetricKind.AT_LEAST, MetricKind.AT_MOST)


def personal(objections: Objections, metric: terms.Metric) -> None:
    """What is expected of each person is one number to be reached over the whole time."""
    if metric.per_person is None:
        return
    for wrong, sentence in (
        (
            metric.kind not in KINDS,
            f"{metric.kind} is not measured for each person: say AT_LEAST, AT_MOST or INCREASE.",
        ),
        (metric.per is not None, "What each person is to reach has no periods."),
        (
            metric.reading is Reading.TIME_IN_BOUNDS,
            "The time in bounds is not read for each person.",
        ),
        (relative(metric), "Each person is to reach a number: state the target."),
    ):
        objections.when(wrong, Invalid(sentence, *PATH))


def expected_of_members(
    objections: Objections, objective: ObjectiveNow, metric: terms.Metric
) -> None:
    """Only a team has people of whom something can be expected."""
    objections.when(
        metric.per_person is not None and objective.owner_team_id is None,
        Invalid("Only the objective of a team is measured for each of its members.", *PATH),
    )


def still_a_teams(objections: Objections, team_id: UUID | None, *, personal: bool) -> None:
    """What is expected of each member of a team goes to another team, and to no person."""
    objections.when(
        personal and team_id is None,
        WrongState(
            "A key result expects the same of each member: only a team can own this.",
            "owner_person_id",
        ),
    )


def still_personal(objections: Objections, key_result: KeyResultNow, metric: terms.Metric) -> None:
    """What people reported of themselves says nothing of a whole, nor the other way round."""
    objections.when(
        (key_result.metric.per_person is None) != (metric.per_person is None),
        WrongState(
            "Whether it is measured for each person stays as it was: add another key result.",
            *PATH,
        ),
    )


def reports_on_oneself(
    objections: Objections, standing: Standing, key_result: KeyResultNow, *, whole: bool
) -> None:
    """Each member of the team reports their own number, and nobody that of others."""
    objections.when(whole, Invalid("Each person reports for themselves alone.", "whole"))
    objections.when(
        key_result.objective.owner_team_id not in standing.actor.member_of,
        NotAllowed("Only members of the team report on this, each for themselves."),
    )
