"""What a noun is stated beside, so that its mutation is carried out."""

from datetime import date
from decimal import Decimal
from typing import Any

from server.okr.cases import open_case
from server.okr.hypotheses import add_hypothesis
from server.okr.kpis import add_kpi
from server.okr.mentorships import end_mentorship, start_mentorship
from server.okr.metrics import MetricInput
from server.okr.policies import change_policy
from server.okr.terms import CaseKind, EndCategory, MetricKind, Quantity, WorkKind
from server.okr.work import add_work_item
from tests.samples import Organization

Said = dict[str, Any]


async def nothing(_: Organization) -> Said:
    return {}


async def owned(organization: Organization) -> Said:
    cycle = await organization.cycle()
    return {"cycleId": cycle.cycle_id, "ownerPersonId": organization.actor.id}


async def of_a_cycle(organization: Organization) -> Said:
    return {"cycleId": (await organization.cycle()).cycle_id, "phases": [{}]}


async def of_an_objective(organization: Organization) -> Said:
    return {"objectiveId": (await organization.objective()).objective_id}


async def taking_part(organization: Organization) -> Said:
    return {**await of_an_objective(organization), "personId": organization.actor.id}


async def of_a_person_in_a_cycle(organization: Organization) -> Said:
    cycle = await organization.cycle()
    return {"cycleId": cycle.cycle_id, "personId": organization.actor.id}


async def measured(organization: Organization) -> Said:
    return {**await of_an_objective(organization), "metric": {"kind": "DONE"}}


async def titled(organization: Organization) -> Said:
    return {**await of_an_objective(organization), "title": "Key result", "metric": {}}


async def in_tribes(organization: Organization) -> Said:
    await organization.do(change_policy, levels="tribe, squad", reason="We have tribes.")
    return {}


async def of_a_kpi(organization: Organization) -> Said:
    return {"kpiId": (await organization.do(add_kpi, name="Uptime")).kpi_id}


async def paired(organization: Organization) -> Said:
    mentor = (await organization.person()).person_id
    return {"mentorId": mentor, "menteeId": organization.actor.id, "startsOn": "2026-11-01"}


async def of_a_pair(organization: Organization) -> Said:
    two = await paired(organization)
    said = {"mentor_id": two["mentorId"], "mentee_id": two["menteeId"]}
    pair = await organization.do(start_mentorship, **said, starts_on=date(2026, 11, 1))
    return {"mentorshipId": pair.mentorship_id}


async def of_a_pair_that_ended(organization: Organization) -> Said:
    pair = await of_a_pair(organization)
    why = {"category": EndCategory.TIME_OVER, "reason": "So."}
    await organization.do(end_mentorship, mentorship_id=pair["mentorshipId"], **why)
    return pair


async def of_a_case(organization: Organization) -> Said:
    opened = await organization.do(open_case, kind=CaseKind.RISK, title="It may rain.")
    return {"caseId": opened.case_id}


async def of_a_team_in_a_cycle(organization: Organization) -> Said:
    return {**await of_a_team(organization), "cycleId": (await organization.cycle()).cycle_id}


async def asking(organization: Organization) -> Said:
    return {"cycleId": (await organization.cycle()).cycle_id, "questions": ["TRUST"]}


async def of_a_milestone(organization: Organization) -> Said:
    item = await organization.do(add_work_item, title="Launch", kind=WorkKind.MILESTONE)
    return {"workItemId": item.work_item_id}


async def of_work(organization: Organization) -> Said:
    item = await organization.do(add_work_item, title="Call", kind=WorkKind.TASK)
    objective = await organization.objective()
    return {"workItemId": item.work_item_id, "toObjectiveId": objective.objective_id}


async def of_a_hypothesis(organization: Organization) -> Said:
    words = {"problem": "They wait.", "assumption": "Mail is slow.", "statement": "We call."}
    return {"hypothesisId": (await organization.do(add_hypothesis, **words)).hypothesis_id}


async def titled_in_a_team(organization: Organization) -> Said:
    team = await organization.team()
    objective = await organization.objective(team=team)
    return {"objectiveId": objective.objective_id, "title": "Key result", "metric": {}}


async def in_steps(organization: Organization) -> Said:
    return {**await titled(organization), "metric": {"kind": "MILESTONES", "milestones": [{}]}}


async def reported_as_a_ratio(organization: Organization) -> Said:
    ratio = MetricInput(kind=MetricKind.AT_LEAST, target=Decimal(1), quantity=Quantity.RATIO)
    return {"keyResultId": (await organization.key_result(metric=ratio)).key_result_id}


async def reported(organization: Organization) -> Said:
    return {"keyResultId": (await organization.key_result()).key_result_id}


async def resting_on(organization: Organization) -> Said:
    return {**await reported(organization), "evidence": [{}]}


async def supporting(organization: Organization) -> Said:
    supported = await organization.objective()
    return {**await of_an_objective(organization), "toObjectiveId": supported.objective_id}


async def of_one_person(organization: Organization) -> Said:
    return {"personId": (await organization.person()).person_id}


async def of_a_team(organization: Organization) -> Said:
    return {"teamId": (await organization.team()).team_id}


async def of_a_team_in_review(organization: Organization) -> Said:
    return {**await of_a_team(organization), "kind": "TEAM", "answers": [{}]}


async def decided(organization: Organization) -> Said:
    about = await of_an_objective(organization)
    return {**await of_a_team(organization), "kind": "TEAM", "decisions": [about]}


async def for_later(organization: Organization) -> Said:
    return {"forCycleId": (await organization.cycle()).cycle_id}


async def missed(organization: Organization) -> Said:
    return {**await reported(organization), "kind": "AGREED", "score": "0.1", "miss": {}}
