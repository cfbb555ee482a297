"""Key results in the graph."""

from datetime import date
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.attachment import attachments
from schema.attestation import attestations, key_result_tests
from schema.case import cases_of
from schema.comment import commented
from schema.curve import curve
from schema.due import check_in_due_on, overdue
from schema.events import events_about
from schema.fields import many, of_related, one, read
from schema.finding import findings
from schema.insight import insights
from schema.lineage import lineage
from schema.meeting import meetings_of
from schema.mentoring_entry import entries
from schema.metric import metric
from schema.node import Node
from schema.obstacle import obstacles
from schema.pace import attainment, expected, pace
from schema.pages import connection
from schema.people_counted import people
from schema.periods import deadline, missed_periods, past_due, periods
from schema.permissions import permissions
from schema.progress import progress
from schema.recognition import recognitions
from schema.request import requested
from schema.score import score
from schema.value import trend, values
from schema.work_item import work_items
from schema.work_link import work_links, work_shares
from server.okr import terms
from server.reads.shapes import LATEST, Relation
from server.reads.sources import Counted


@registry.known
@nouns.shown(terms.KeyResult)
class KeyResult(terms.KeyResult, Node):
    """How we know that an objective is being reached: something measured."""

    key: str = strawberry.field(description="Stable, readable, never reused.")
    state: terms.KeyResultState = strawberry.field(description="How far it is.")
    withdrawn_as: terms.Withdrawal | None = strawberry.field(
        description="In which way it was given up; null while it is not. The fact says why."
    )
    objective: Any = one(
        "Objective",
        "objective",
        key="objective_id",
        within=True,
        description="The objective it measures.",
    )
    owner: Any = one(
        "Person",
        "person",
        key="owner_person_id",
        optional=True,
        description="The person who reports it.",
    )
    metric: Any = metric()
    current: Decimal | None = strawberry.field(
        description="Where it stands in its own unit; null while nobody has reported."
    )
    statement: str = strawberry.field(
        description="One sentence made of verb, what is counted and the numbers, so that they "
        "agree; the title where these words were not stated."
    )
    done_on: date | None = strawberry.field(
        description="Since when it is reported as done, for DONE and BY_DATE."
    )
    baseline_state: terms.BaselineState = strawberry.field(
        description="Whether it is known where it started."
    )
    progress: Any = progress()
    curve: Any = curve()
    values: Any = values()
    trend: Any = trend()
    expected: Any = expected()
    pace: Any = pace()
    attainment: Any = attainment()
    part_of: Any = one(
        "KeyResult",
        "key_result",
        key="part_of_id",
        within=True,
        optional=True,
        description="The compound key result through which it counts.",
    )
    parts: Any = many(
        "KeyResult",
        Relation(view="key_result", on="part_of_id", within=True),
        description="The parts of a compound key result, withdrawn ones included.",
    )
    paired_with: Any = one(
        "KeyResult",
        "key_result",
        key="paired_with_id",
        within=True,
        optional=True,
        description="The key result that it balances: the one says how much, the other how good.",
    )
    paired_by: Any = many(
        "KeyResult",
        Relation(view="key_result", on="paired_with_id", within=True),
        description="The key results that balance it.",
    )
    carried_from: Any = one(
        "KeyResult",
        "key_result",
        key="carried_from_id",
        optional=True,
        description="The key result of an earlier cycle that it goes on with.",
    )
    deadline: Any = deadline()
    past_due: Any = past_due()
    periods: Any = periods()
    missed_periods: Any = missed_periods()
    people: Any = people()
    breaches: Any = of_related(
        "breaches",
        Relation(view="key_result_breaches", on="id", order="id", within=True),
        int | None,
        description="How many reports broke the threshold; null where none is kept by each report.",
    )
    confidence: Decimal | None = strawberry.field(
        description="The confidence last reported, 0 to 1."
    )
    status: terms.Status | None = strawberry.field(description="The status last reported.")
    contributions: Any = connection(
        "Contribution",
        Relation(view="contribution", on="key_result_id", within=True),
        description="The parts that people took on.",
    )
    targets: Any = one(
        "ContributorTargets",
        "key_result_targets",
        key="id",
        within=True,
        optional=True,
        description="What contributors mean to add together, beside what is needed; null where "
        "nobody has a part, and where parts do not add up.",
    )
    collaborators: Any = connection(
        "Person",
        Relation(view="key_result_collaborator", on="key_result_id", within=True),
        description="Direct members of the owning team who are not contributors.",
    )
    check_in_due_on: Any = check_in_due_on()
    overdue: Any = overdue()
    obstacles: Any = obstacles("key_result_id")
    evidence: Any = connection(
        "Evidence",
        Relation(view="filed_evidence", on="key_result_id", order="place", within=True),
        description="What its reports rest on, oldest first.",
    )
    check_ins: Any = connection(
        "CheckIn",
        Relation(view="check_in", on="key_result_id", within=True),
        description="All reports, oldest first.",
    )
    last_check_in: Any = one(
        "CheckIn",
        "standing_check_in",
        on="key_result_id",
        key="id",
        order=LATEST,
        within=True,
        optional=True,
        description="The report of the latest day that was neither corrected nor retracted.",
    )
    revisions: Any = many(
        "KeyResultRevision",
        Relation(view="key_result_revision", on="key_result_id"),
        description="How it was changed while it was running, oldest first.",
    )
    revision_count: Any = read(
        Counted(relation=Relation(view="key_result_revision", on="key_result_id")),
        int,
        "How often it was changed.",
    )
    attestations: Any = attestations(
        "key_result_id", description="What people said holds of it, oldest first."
    )
    tests: Any = key_result_tests()
    feedback: Any = entries(
        "key_result_id",
        "Feedback on it, asked for and given, as far as the viewer is in on it.",
        view="entry_on_key_result",
    )
    recognitions: Any = recognitions(
        "key_result_id", description="What was recognized of it, oldest first."
    )
    comments: Any = commented(
        "key_result_id", description="What people said about it and its reports."
    )
    requests: Any = requested(
        "request", "key_result_id", description="What people ask for with regard to it."
    )
    lineage: Any = lineage()
    findings: Any = findings()
    work_items: Any = work_items(
        "key_result_id", "What is undertaken so that it moves; counted for none of it."
    )
    cases: Any = cases_of("key_result_id", "What is dealt with about it.")
    meetings: Any = meetings_of("key_result_id", "Meetings about it.")
    served_by: Any = work_links("to_key_result_id", "What else serves it, each with its weight.")
    work_shares: Any = work_shares()
    insights: Any = insights("key_result_id", "What was learned from it, also if it was missed.")
    kpi: Any = one(
        "Kpi",
        "kpi",
        key="kpi_id",
        optional=True,
        description="The KPI that its value follows, if it follows one.",
    )
    from_work_item: Any = one(
        "WorkItem",
        "work_item",
        key="from_work_item_id",
        optional=True,
        description="The initiative that it was before, if it was one.",
    )
    from_request: Any = one(
        "Request",
        "request",
        key="from_request_id",
        optional=True,
        description="The proposal that it was, if it was one: who proposed and who accepted it.",
    )
    became_work_item: Any = one(
        "WorkItem",
        "work_item",
        on="from_key_result_id",
        key="id",
        optional=True,
        description="The initiative that it became, if it did.",
    )
    attachments: Any = attachments(
        "key_result_id",
        "Documents, discussions, partners and dependencies outside of here that belong to it.",
    )
    reviews: Any = connection(
        "Review",
        Relation(view="review", on="key_result_id"),
        description="Reviews of it, oldest first.",
    )
    decisions: Any = many(
        "ReviewDecision",
        Relation(view="review_decision", on="key_result_id", order="place"),
        description="What reviews decided about it.",
    )
    events: Any = events_about("the key result, its contributions and reports")
    score: Any = score()
    miss: Any = one(
        "Miss", "miss", key="id", optional=True, description="Why it was not reached, if told."
    )
    version: int = strawberry.field(
        description="Number of facts about this key result; send it as `expectedVersion`."
    )
    permissions: Any = permissions("KeyResult")
