"""People in the graph."""

from typing import Any

import strawberry

from schema import nouns, registry
from schema.api_key import api_keys
from schema.case import cases_of
from schema.digest import digest
from schema.due import due_check_ins
from schema.events import events_by
from schema.fields import many
from schema.identity import identities
from schema.lineage import contribution_path
from schema.mentoring_entry import entries
from schema.mentorship import mentorships
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from schema.programme import CYCLE, programme_numbers
from schema.recognition import recognitions
from schema.request import requested
from schema.revisions import revisions
from schema.score_export import score_exports
from schema.stated import PersonAsStated
from schema.work_item import work_items
from schema.work_link import work_load
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.Person)
class Person(terms.Person, Node):
    """Somebody in the organization."""

    version: int = strawberry.field(description="Number of facts about this person.")
    active: bool = strawberry.field(description="Whether they are still part of the organization.")
    identities: Any = identities(
        "By what they are found when they come with the token of an issuer, for those who may "
        "look into that."
    )
    api_keys: Any = api_keys("With what a program comes in, for those who may look into that.")
    teams: Any = many(
        "Team",
        Relation(view="team_of_person", on="person_id"),
        description="The teams they are in.",
    )
    objectives: Any = connection(
        "Objective",
        Relation(view="objective", on="owner_person_id"),
        most=1_000,
        description="The objectives they own.",
    )
    due_check_ins: Any = due_check_ins("person_id")
    contributions: Any = connection(
        "Contribution",
        Relation(view="contribution", on="person_id"),
        description="The parts of key results they took on.",
    )
    contribution_path: Any = contribution_path(
        "All that it leads to, up to every objective at the top: each step once, the nearest 1,000."
    )
    participations: Any = connection(
        "Participant",
        Relation(view="participant", on="person_id"),
        description="The parts they take in objectives of others.",
    )
    work_items: Any = work_items("owner_person_id", "The work that they do.")
    mentorships_as_mentor: Any = mentorships("mentor_id", "In which they help somebody.")
    mentorships_as_mentee: Any = mentorships("mentee_id", "In which somebody helps them.")
    mentoring_entries: Any = entries(
        "author_id",
        "What they noted, asked and reflected on, as far as the viewer is in on it.",
    )
    told: Any = entries(
        "of_person_id",
        "Feedback and concerns told to them and what was asked of them, for who is in on it.",
        view="entry_of_person",
    )
    recognitions: Any = recognitions(
        "person_id", description="What they were recognized for, oldest first."
    )
    cases: Any = cases_of("owner_person_id", "What they deal with, or have promised.")
    work_load: Any = work_load(
        "owner_person_id", "How much that is, in each sprint and beside all."
    )
    requests: Any = requested("request", "asked_by_id", description="What they asked for.")
    requests_to_answer: Any = requested(
        "request_to_answer",
        "person_id",
        description="What is asked of them: by name, or as the owner of what it is about.",
    )
    score_exports: Any = score_exports(
        "person_id", "id", "Who asked for scores of them, and what for."
    )
    digest: Any = digest("What happened lately about what concerns them, and what waits.")
    programme_numbers: Any = programme_numbers(
        "How often they report, in numbers: told to this person alone.", CYCLE
    )
    revisions: Any = revisions(
        PersonAsStated,
        "people",
        "How they were renamed, what they were granted, and when they left; oldest first.",
    )
    events: Any = events_by()
    permissions: Any = permissions("Person")
