"""Cycles in the graph."""

from typing import Any

import strawberry

from schema import nouns, registry
from schema.announcement import announcements
from schema.beside import compared_with
from schema.capacity import capacities_of
from schema.case import cases_of
from schema.churn import churn
from schema.comparison import compare
from schema.completion import completion, completion_by_type
from schema.digest import digest
from schema.due import due_check_ins
from schema.events import events_about
from schema.fields import one
from schema.filters import CycleFilter, ObjectiveFilter
from schema.finding import findings_within
from schema.kpi_use import kpi_use
from schema.meeting import meeting_counts, meetings_of
from schema.node import Node
from schema.obstacle import obstacles
from schema.pages import connection
from schema.permissions import permissions
from schema.phase import phases, setting
from schema.policy import policy
from schema.programme import TEAM, programme_numbers
from schema.pulse import pulses
from schema.quality import active_counts, quality_report
from schema.review import inputs
from schema.revisions import revisions
from schema.stated import CycleAsStated
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Cycle)
class Cycle(terms.Cycle, Node):
    """A span of time for which objectives are set."""

    state: terms.CycleState = strawberry.field(description="How far the cycle is.")
    version: int = strawberry.field(
        description="Number of facts about this cycle; send it as `expectedVersion`."
    )
    policy: Any = policy("What holds in this cycle.")
    parent: Any = one(
        "Cycle",
        "cycle",
        key="parent_id",
        optional=True,
        description="The longer cycle it lies in, as a year.",
    )
    quality_report: Any = quality_report()
    active_counts: Any = active_counts()
    phases: Any = phases()
    setting: Any = setting()
    cycles: Any = connection(
        "Cycle",
        Relation(view="cycle", on="parent_id"),
        filtered=CycleFilter,
        description="The shorter cycles that lie in it, as the quarters of a year.",
    )
    priorities: Any = connection(
        "Objective",
        Relation(view="priority", on="cycle_id", order="place"),
        filtered=ObjectiveFilter,
        description="The objectives that have a rank, the first one first.",
    )
    key_results_past_due: Any = connection(
        "KeyResult",
        Relation(view="key_result_past_due", on="cycle_id", daily=True),
        description="Key results that were due before a day and are not reached.",
    )
    objectives: Any = connection(
        "Objective",
        Relation(view="objective", on="cycle_id"),
        filtered=ObjectiveFilter,
        most=1_000,
        description="The objectives set for it.",
    )
    due_check_ins: Any = due_check_ins("cycle_id")
    obstacles: Any = obstacles("cycle_id")
    churn: Any = churn("cycle_churn")
    completion: Any = completion()
    completion_by_type: Any = completion_by_type()
    kpi_use: Any = kpi_use()
    findings: Any = findings_within(
        "cycle_id", description="What is worth a second look about it and what was set for it."
    )
    announcements: Any = announcements(
        "cycle_id", description="How its objectives were made known, oldest first."
    )
    reviews: Any = connection(
        "Review",
        Relation(view="review", on="of_cycle_id"),
        description="Reviews of the cycle and of what is in it.",
    )
    capacities: Any = capacities_of("cycle_id", "How much work each team can take on in it.")
    cases: Any = cases_of("of_cycle_id", "What is dealt with about it and what is in it.")
    meetings: Any = meetings_of("of_cycle_id", "Meetings about it and what is in it.")
    meeting_counts: Any = meeting_counts()
    pulses: Any = pulses("cycle_id", "What people were asked in it, without their names.")
    inputs: Any = inputs()
    revisions: Any = revisions(
        CycleAsStated, "cycles", "How it went from state to state, oldest first."
    )
    digest: Any = digest("What happened lately about what was set for it, and what waits.")
    programme_numbers: Any = programme_numbers("How it is worked with, in numbers.", TEAM)
    compare: Any = compare("What changed between two moments of what was set for it.")
    compared_with: Any = compared_with()
    events: Any = events_about("the cycle and the work of it")
    permissions: Any = permissions("Cycle")
