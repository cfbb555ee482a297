"""Objectives in the graph."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import strawberry

from schema import nouns, registry
from schema.announcement import announcements
from schema.attachment import attachments
from schema.attestation import attestations, objective_tests
from schema.case import cases_of
from schema.churn import churn
from schema.comment import commented
from schema.comparison import compare
from schema.draft import drafts
from schema.events import events_about
from schema.fields import demanded, many, of_related, one, read
from schema.filters import ParticipantFilter, SignOffFilter
from schema.finding import findings
from schema.health import health_metrics
from schema.insight import insights
from schema.lineage import lineage
from schema.link import chain
from schema.meeting import meetings_of
from schema.met import met
from schema.node import Node
from schema.obstacle import obstacles
from schema.pace import attainment, pace
from schema.pages import connection
from schema.permissions import permissions
from schema.person import Person
from schema.progress import progress
from schema.quarter import quarters
from schema.recognition import recognitions
from schema.request import requested
from schema.score import score
from schema.team import Team
from schema.value import trend, values
from schema.work_item import work_items
from schema.work_link import work_links
from server.okr import terms
from server.reads.shapes import Relation
from server.reads.sources import Counted, Either

TEAM = Relation(view="team", on="id", key="owner_team_id", order="id")
PERSON = Relation(view="person", on="id", key="owner_person_id", order="id")

Owner = Annotated[Team | Person, strawberry.union("Owner", description="Who owns an objective.")]


def owner(description: str) -> Any:
    """The team or the person whose id a row holds as its owner."""
    return read(Either(ways=(("Team", TEAM), ("Person", PERSON))), Owner, description)


@registry.known
@nouns.shown(terms.Objective)
class Objective(terms.Objective, Node):
    """What is to be achieved, in words that move people."""

    key: str = strawberry.field(description="Stable, readable, never reused.")
    level: terms.Level = strawberry.field(
        description="Follows the owner: the team's kind, or INDIVIDUAL for a person."
    )
    level_name: str | None = strawberry.field(
        description="That level as the organization calls it for the owning team, if it does."
    )
    owner: Any = owner("The team or person it belongs to.")
    accountable: Any = one(
        "Person",
        "person",
        key="accountable_person_id",
        optional=True,
        description="The one person who answers for it.",
    )
    deadline: date = strawberry.field(
        description="Day by which it is to be reached: its own, or the last of its cycle."
    )
    mentorship: Any = one(
        "Mentorship",
        "mentorship",
        key="mentorship_id",
        optional=True,
        description="The mentorship it is for, if any; both of its people agree on it.",
    )
    horizon: terms.Horizon = strawberry.field(
        description="How far ahead it looks: SHORT_TERM in cycles of at most half a year."
    )
    cycle: Any = one("Cycle", "cycle", key="cycle_id", description="The cycle it is for.")
    state: terms.ObjectiveState = strawberry.field(description="How far it is.")
    origin: terms.Origin = strawberry.field(
        description="Who it came from, taken from the actor of the creating fact."
    )
    progress: Any = progress()
    values: Any = values()
    trend: Any = trend()
    pace: Any = pace()
    attainment: Any = attainment()
    confidence: Decimal | None = strawberry.field(
        description="How sure people are of its key results: their weighted mean, 0 to 1."
    )
    score: Any = score()
    met: Any = met()
    key_results: Any = many(
        "KeyResult",
        Relation(view="objective_key_result", on="objective_id", within=True),
        description="How we know that it is being reached; parts stand below their whole.",
    )
    obstacles: Any = obstacles("objective_id")
    alignments: Any = many(
        "Alignment",
        Relation(view="alignment", on="objective_id"),
        description="What this objective supports.",
    )
    progress_state: terms.ProgressState = strawberry.field(
        description="Whether it is time to go on with it: a health metric may be red."
    )
    health_metrics: Any = health_metrics(
        "balanced_id",
        "What is to stay healthy while it is pursued: of its own, of its team, and for all.",
        view="balancing",
    )
    insights: Any = insights("objective_id", "What was learned on the way to it.")
    links: Any = connection(
        "Link",
        Relation(view="link", on="objective_id"),
        description="The earlier objectives and the lessons that it is tied to.",
    )
    vision_link: Any = one(
        "Link",
        "vision_link",
        on="objective_id",
        key="id",
        order="created_position",
        optional=True,
        description="The first of its ties to a mission, a vision or a theme that it serves.",
    )
    statement: Any = of_related(
        "statement",
        Relation(view="objective_statement", on="id", order="id", within=True),
        str,
        found=(("language", "language"),),
        takes=[demanded("language", terms.Language, "In which language.")],
        description="It in one sentence: what is to be achieved, as measured by its key results, "
        "via its initiatives.",
    )
    linked_by: Any = connection(
        "Link",
        Relation(view="link", on="to_objective_id"),
        description="The later objectives that are tied to it.",
    )
    predecessors: Any = connection(
        "Objective",
        Relation(view="predecessor", on="of_id"),
        description="The objectives that it follows directly.",
    )
    successors: Any = connection(
        "Objective",
        Relation(view="successor", on="of_id"),
        description="The objectives that follow it directly.",
    )
    chain: Any = chain()
    quarters: Any = quarters()
    supporters: Any = connection(
        "Alignment",
        Relation(view="alignment", on="to_objective_id"),
        description="What supports this objective.",
    )
    contributors: Any = connection(
        "Person",
        Relation(view="objective_contributor", on="objective_id", within=True),
        description="People who took on a part of any of its key results.",
    )
    collaborators: Any = connection(
        "Person",
        Relation(view="objective_collaborator", on="objective_id", within=True),
        description="Direct members of the owning team who are not contributors; "
        "none where a person owns it.",
    )
    owner_kind: terms.OwnerKind = strawberry.field(
        description="Whether it is a team's or a person's; the rules differ."
    )
    participants: Any = connection(
        "Participant",
        Relation(view="participant", on="objective_id", within=True),
        filtered=ParticipantFilter,
        description="Who takes part in it beside its owner: co-authors, teams that share it, "
        "stakeholders.",
    )
    sign_offs: Any = connection(
        "SignOff",
        Relation(view="sign_off", on="objective_id"),
        filtered=SignOffFilter,
        description="What people said about it, oldest first; the latest of each person stands.",
    )
    agreement: Any = one(
        "Agreement",
        "objective_agreement",
        key="id",
        within=True,
        description="How many agree with it, of how many who are asked.",
    )
    attestations: Any = attestations(
        "objective_id",
        description="What people said holds of it and of its key results, oldest first.",
    )
    tests: Any = objective_tests()
    announcements: Any = announcements(
        "objective_id", description="How it was made known, oldest first."
    )
    recognitions: Any = recognitions(
        "objective_id",
        description="What was recognized of it and of its key results, oldest first.",
    )
    comments: Any = commented(
        "objective_id", description="What people said about it, its key results and its reports."
    )
    requests: Any = requested(
        "request",
        "objective_id",
        description="What people ask for with regard to it and its key results.",
    )
    lineage: Any = lineage()
    findings: Any = findings()
    revision_count: Any = read(
        Counted(relation=Relation(view="objective_revision", on="objective_id")),
        int,
        "How often it was changed with a reason.",
    )
    revisions: Any = many(
        "ObjectiveRevision",
        Relation(view="objective_revision", on="objective_id"),
        description="How it was changed with a reason, oldest first.",
    )
    churn: Any = churn("objective_churn")
    work_items: Any = work_items(
        "objective_id", "What is undertaken for it and its key results; counted for none of them."
    )
    attachments: Any = attachments(
        "objective_id",
        "Documents, discussions, partners and dependencies outside of here that "
        "belong to it and its key results.",
    )
    from_follow_up: Any = one(
        "FollowUp",
        "follow_up",
        key="follow_up_id",
        optional=True,
        description="The idea that it was drafted from, if it was.",
    )
    drafts: Any = drafts()
    cases: Any = cases_of("objective_id", "What is dealt with about it and its key results.")
    meetings: Any = meetings_of("objective_id", "Meetings about it and its key results.")
    served_by: Any = work_links("to_objective_id", "What else serves it, each with its weight.")
    reviews: Any = connection(
        "Review",
        Relation(view="review", on="objective_id"),
        description="Reviews of it and of its key results.",
    )
    decisions: Any = many(
        "ReviewDecision",
        Relation(view="review_decision", on="of_objective_id", order="place"),
        description="What reviews decided about it and its key results.",
    )
    events: Any = events_about("the objective, its key results, and all that hangs on them")
    redacted_fields: list[str] = strawberry.field(
        description="Names of fields whose text was redacted."
    )
    version: int = strawberry.field(
        description="Number of facts about this objective; send it as `expectedVersion`."
    )
    compare: Any = compare("What changed of it between two moments.")
    permissions: Any = permissions("Objective")
