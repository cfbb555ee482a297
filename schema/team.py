"""Teams in the graph."""

from typing import Any

import strawberry

from schema import nouns, registry
from schema.announcement import announcements
from schema.capacity import capacities_of
from schema.case import cases_of
from schema.comparison import compare
from schema.digest import digest
from schema.due import due_check_ins
from schema.events import events_about
from schema.fields import many, one
from schema.health import health_metrics
from schema.meeting import meeting_counts, meetings_of
from schema.node import Node
from schema.obstacle import obstacles
from schema.pages import connection
from schema.permissions import permissions
from schema.programme import CYCLE, programme_numbers, takes_part
from schema.pulse import pulses
from schema.recognition import recognitions
from schema.review import agenda
from schema.revisions import revisions
from schema.stated import TeamAsStated
from schema.work_item import work_items
from schema.work_link import work_load
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Team)
class Team(terms.Team, Node):
    """A company, a department or a team."""

    version: int = strawberry.field(
        description="Number of facts about this team; send it as `expectedVersion`."
    )
    parent: Any = one(
        "Team", "team", key="parent_id", optional=True, description="The team above it."
    )
    children: Any = many(
        "Team", Relation(view="team", on="parent_id"), description="The teams directly below it."
    )
    managers: Any = many(
        "Person",
        Relation(view="team_manager", on="in_team_id", order="joined_position"),
        description="Managers of this team; they manage the teams below it too.",
    )
    members: Any = connection(
        "Person",
        Relation(view="team_membership", on="in_team_id", order="joined_position"),
        description="The people directly in it, managers included.",
    )
    due_check_ins: Any = due_check_ins("owner_team_id")
    obstacles: Any = obstacles("owner_team_id")
    objectives: Any = connection(
        "Objective",
        Relation(view="objective", on="owner_team_id"),
        most=1_000,
        description="The objectives it owns.",
    )
    shared_objectives: Any = connection(
        "Objective",
        Relation(view="shared_objective", on="team_id"),
        description="The objectives of other teams that it shares.",
    )
    work_items: Any = work_items("owner_team_id", "The work that the team does.")
    capacities: Any = capacities_of("team_id", "How much work it can take on in each cycle.")
    cases: Any = cases_of("team_id", "What is dealt with about it.")
    cases_awaited: Any = cases_of("of_team_id", "What others wait for that it is to do.")
    meetings: Any = meetings_of("team_id", "Its meetings.")
    meeting_counts: Any = meeting_counts()
    pulses: Any = pulses("team_id", "What its people were asked, without their names.")
    work_load: Any = work_load("owner_team_id", "How much that is, in each sprint and beside all.")
    kpis: Any = connection(
        "Kpi",
        Relation(view="kpi", on="owner_team_id"),
        description="What it measures all the time, whatever the cycle.",
    )
    announcements: Any = announcements(
        "team_id", description="How its objectives were made known, oldest first."
    )
    recognitions: Any = recognitions(
        "team_id", description="What it was recognized for, oldest first."
    )
    health_metrics: Any = health_metrics(
        "team_id", "What is to stay healthy while its objectives are pursued."
    )
    reviews: Any = connection(
        "Review",
        Relation(view="review", on="team_id"),
        description="Reviews of the team, oldest first.",
    )
    agenda: Any = agenda()
    takes_part: Any = takes_part()
    participations: Any = connection(
        "Participant",
        Relation(view="participant", on="team_id"),
        description="The parts it takes in objectives of others, and those it follows.",
    )
    digest: Any = digest(
        "What happened lately about what it and those below it own or follow, and what waits."
    )
    programme_numbers: Any = programme_numbers(
        "How it and the teams below it work with objectives, in numbers.", CYCLE
    )
    revisions: Any = revisions(TeamAsStated, "teams", "How it was edited, oldest first.")
    compare: Any = compare(
        "What changed between two moments of the objectives it owned at any time between."
    )
    events: Any = events_about("the team, its members, and objectives while it owned them")
    permissions: Any = permissions("Team")
