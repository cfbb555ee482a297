"""What a policy says of how many objectives an owner has, and how many key results an objective."""

from server.okr import checks, events
from server.okr.now import Guard, ObjectiveNow
from server.okr.refusals import Invalid, LimitReached, Objections
from server.okr.standing import Standing
from server.okr.terms import ABSENT, Absent, Demand


def owner_limit(objections: Objections, objective: ObjectiveNow) -> None:
    """An owner has no more at once than was agreed for all, or for that team."""
    policy = objective.cycle.policy
    most = objective.most_active or policy.max_active_objectives
    objections.when(
        policy.active_limit is Demand.REFUSE and objective.active_beside >= most,
        LimitReached(
            f"Its owner has at most {most} active objectives in this cycle.", "objective_id"
        ),
    )


def measured_limit(objections: Objections, objective: ObjectiveNow) -> None:
    """An objective has no more key results than was agreed; parts belong to their whole."""
    most = objective.cycle.policy.key_results_limit
    objections.when(
        most is not None and objective.measured >= most,
        LimitReached(f"As agreed, an objective has at most {most} key results.", "objective_id"),
    )


def own_limit(
    objections: Objections, most: int | None | Absent, reason: str | None | Absent
) -> None:
    """A team that has a limit of its own says why."""
    if most is None or most is ABSENT:
        return
    objections.when(most < 1, Invalid("At least one.", "max_active_objectives"))
    checks.reasoned(objections, None if reason is ABSENT else reason, "limit_reason")


def limited(standing: Standing, objective: ObjectiveNow) -> list[Guard]:
    """What was agreed, and where that is a limit, what else is agreed on meanwhile."""
    agreed = Guard(stream=standing.organization_id, kinds=(events.PolicyChanged,))
    if objective.cycle.policy.active_limit is not Demand.REFUSE:
        return [agreed]
    team = objective.owner_team_id
    own = [Guard(stream=team, kinds=(events.TeamEdited,))] if team else []
    return [agreed, Guard(kinds=(events.ObjectiveActivated, events.ObjectiveEdited)), *own]
