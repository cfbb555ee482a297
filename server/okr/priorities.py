"""What a policy says of the company's objectives: that they come first, and that they are few."""

from server.okr import events
from server.okr.now import CycleNow, Guard
from server.okr.refusals import LimitReached, Objections, WrongState
from server.okr.standing import Standing
from server.okr.terms import Demand, Level


def company_first(objections: Objections, cycle: CycleNow, level: Level, path: str) -> None:
    """Others draft and agree once the company has agreed on something to align with."""
    waits = cycle.policy.company_first is Demand.REFUSE and not cycle.agreed_by_company
    objections.when(
        waits and level is not Level.COMPANY,
        WrongState("The company has not agreed on its objectives for this cycle yet.", path),
    )


def company_limit(objections: Objections, cycle: CycleNow, level: Level, path: str) -> None:
    """The company agrees on no more than the policy says."""
    policy = cycle.policy
    full = cycle.agreed_by_company >= policy.company_most
    objections.when(
        policy.company_limit is Demand.REFUSE and full and level is Level.COMPANY,
        LimitReached(
            f"The company has at most {policy.company_most} objectives in this cycle.", path
        ),
    )


def level_of(standing: Standing) -> Level:
    """At which level an objective of this owner is."""
    team = standing.owner_team
    return Level.INDIVIDUAL if team is None else Level[team.kind]


def guards(standing: Standing, cycle: CycleNow, level: Level) -> list[Guard]:
    """What was agreed, and where the company has a limit, what else it agrees on meanwhile."""
    agreed = Guard(stream=standing.organization_id, kinds=(events.PolicyChanged,))
    limited = cycle.policy.company_limit is Demand.REFUSE and level is Level.COMPANY
    return [agreed, *([Guard(kinds=(events.ObjectiveActivated,))] if limited else [])]
