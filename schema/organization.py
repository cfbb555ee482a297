"""The organization in the graph: where every reading begins."""

from datetime import datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.announcement import announcements
from schema.attachment import attachments
from schema.case import cases_of
from schema.comparison import compare
from schema.due import due_check_ins
from schema.events import events
from schema.fields import demanded, many, one
from schema.filters import (
    AspirationFilter,
    CycleFilter,
    KeyResultFilter,
    ObjectiveFilter,
    ReviewFilter,
)
from schema.finding import findings_within
from schema.health import health_metrics
from schema.meeting import meeting_counts, meetings_of
from schema.mentoring_entry import entries
from schema.mentoring_programme import (
    growth_of_all,
    overdue_mentorships,
    pair_mix,
    programme,
)
from schema.node import Node
from schema.obstacle import obstacles
from schema.pages import connection
from schema.permissions import permissions
from schema.policy import policy
from schema.programme import CYCLE, programme_numbers, rollout
from schema.recognition import recognitions
from schema.score_export import score_exports
from schema.words import Position
from server.okr import terms
from server.reads.shapes import Match, Relation


@registry.known
@nouns.shown(None)
class Organization(Node):
    """Those who set objectives together; nothing crosses from one organization to another."""

    name: str = strawberry.field(description="What the organization is called.")
    position: Position = strawberry.field(description="The log position this answer was read at.")
    recorded_at: datetime | None = strawberry.field(
        description="When the fact at that position was recorded."
    )
    clock: terms.Clock = strawberry.field(
        description="SIMULATED only for demos and tests: "
        "there the times of facts were given, not measured."
    )
    time_zone: str = strawberry.field(description="Where a day begins: Europe/Zurich.")
    version: int = strawberry.field(
        description="Number of facts about the organization itself; send it as `expectedVersion`."
    )
    legal_hold: str | None = strawberry.field(
        description="Why nothing may be redacted at present; null where no legal hold stands."
    )
    redactions: Any = connection(
        "Redaction",
        Relation(view="redaction", on="org_id", key="id"),
        description="What was taken out of the history, for those who may look into that.",
    )
    exports: Any = connection(
        "Export",
        Relation(view="export", on="org_id", key="id"),
        description="When the log was taken away, for those who may look into that.",
    )
    verifications: Any = connection(
        "Verification",
        Relation(view="verification", on="org_id", key="id"),
        description="Who checked the log and what they found, for those who may look into that.",
    )
    score_exports: Any = score_exports(
        "org_id", "id", "Who asked for the scores of whom, and what for."
    )
    policy: Any = policy("What holds where a cycle has agreed on nothing else.")
    people: Any = connection(
        "Person",
        Relation(view="person", on="org_id", key="id"),
        description="Everybody, also who has left.",
    )
    teams: Any = connection(
        "Team", Relation(view="team", on="org_id", key="id"), description="All teams."
    )
    cycles: Any = connection(
        "Cycle",
        Relation(view="cycle", on="org_id", key="id"),
        filtered=CycleFilter,
        description="All cycles, also of several rhythms side by side.",
    )
    cycle: Any = one(
        "Cycle",
        "cycle",
        on="org_id",
        key="id",
        optional=True,
        found=(("key", "key"),),
        takes=[demanded("key", str, "The cycle's key, as 2026-Q3.")],
        description="The cycle with a key.",
    )
    objective: Any = one(
        "Objective",
        "objective",
        on="org_id",
        key="id",
        optional=True,
        found=(("key", "key"),),
        takes=[demanded("key", str, "The objective's key, as 2026-Q3-O1.")],
        description="The objective with a key, if the viewer may see it.",
    )
    key_result: Any = one(
        "KeyResult",
        "key_result",
        on="org_id",
        key="id",
        optional=True,
        found=(("key", "key"),),
        takes=[demanded("key", str, "The key result's key, as 2026-Q3-O1-KR2.")],
        description="The key result with a key, if the viewer may see its objective.",
    )
    due_check_ins: Any = due_check_ins("org_id")
    obstacles: Any = obstacles("org_id")
    key_results: Any = connection(
        "KeyResult",
        Relation(view="key_result", on="org_id", key="id"),
        filtered=KeyResultFilter,
        description="All key results that the viewer may see.",
    )
    key_results_past_due: Any = connection(
        "KeyResult",
        Relation(view="key_result_past_due", on="org_id", key="id", daily=True),
        description="Key results that were due before a day and are not reached.",
    )
    aspirations: Any = connection(
        "Aspiration",
        Relation(view="aspiration", on="org_id", key="id"),
        filtered=AspirationFilter,
        description="Where it wants to go: mission, vision and themes.",
    )
    attachments: Any = attachments(
        "org_id", "All that stands outside and belongs to what the viewer sees.", key="id"
    )
    mentoring: Any = programme()
    mentoring_growth: Any = growth_of_all()
    pair_mix: Any = pair_mix()
    overdue_mentorships: Any = overdue_mentorships()
    mentoring_stories: Any = entries(
        "org_id", "What pairs tell everybody, as long as both agree.", key="id", view="story"
    )
    challenge_examples: Any = many(
        "ChallengeExample",
        Relation(view="challenge_example", on="org_id", key="id"),
        description="What pairs found difficult and how they got over it; nothing tells whose.",
    )
    kpis: Any = connection(
        "Kpi",
        Relation(view="kpi", on="org_id", key="id"),
        description="What is measured all the time, whatever the cycle.",
    )
    hypotheses: Any = connection(
        "Hypothesis",
        Relation(view="hypothesis", on="org_id", key="id"),
        description="What is assumed and tried.",
    )
    insights: Any = connection(
        "Insight",
        Relation(view="insight", on="org_id", key="id"),
        description="What was learned.",
    )
    health_metrics: Any = health_metrics(
        "org_id",
        "What is to stay healthy while any objective is pursued.",
        key="id",
        where=(Match(column="everywhere", value=True),),
    )
    objectives: Any = connection(
        "Objective",
        Relation(view="objective", on="org_id", key="id"),
        filtered=ObjectiveFilter,
        most=1_000,
        description="All objectives that the viewer may see.",
    )
    announcements: Any = announcements(
        "org_id", "id", description="What was made known, oldest first."
    )
    recognitions: Any = recognitions(
        "org_id", "id", description="What was recognized, oldest first."
    )
    reviews: Any = connection(
        "Review",
        Relation(view="review", on="org_id", key="id"),
        filtered=ReviewFilter,
        description="All reviews that the viewer may see; of kind CHARTER the last is in force.",
    )
    cases: Any = cases_of("org_id", "All cases that the viewer may see: the register of risks too.")
    meetings: Any = meetings_of("org_id", "All meetings that the viewer may see.")
    meeting_counts: Any = meeting_counts()
    work_items: Any = connection(
        "WorkItem",
        Relation(view="work_item", on="org_id", key="id"),
        description="All pieces of work that the viewer may see.",
    )
    events: Any = events(
        Relation(view="event", on="org_id", key="id", order="position"),
        "All that happened, as far as the viewer sees it: the oldest first with `first`, "
        "the newest with `last`.",
    )
    findings: Any = findings_within(
        "org_id", description="What is worth a second look, as far as the viewer sees it."
    )
    rollout: Any = rollout()
    programme_numbers: Any = programme_numbers("How it works with objectives, in numbers.", CYCLE)
    compare: Any = compare("What changed of all objectives between two moments.")
    permissions: Any = permissions("Organization")
