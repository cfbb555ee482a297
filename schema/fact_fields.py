"""The fields of what a fact says: values as they were stated, ids as the nouns that they name."""

import re
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass
from types import NoneType
from typing import Any
from uuid import UUID

import strawberry

from schema import registry
from schema.fields import listed, one, read, stored
from schema.inputs import words
from schema.node import VIEWS
from schema.nouns import GRAPHQL_NAMES
from server import hints
from server.okr.terms import ABSENT, Absent, Private, Term, sentence
from server.reads.sources import StoredList

REDACTED = "[redacted]"
PLAIN_IDS = {"token_id"}
"""Ids of what is nothing that could be shown."""

MEANT = {
    "part_of_id": "KeyResult",
    "carried_from_id": "KeyResult",
    "paired_with_id": "KeyResult",
    "corrects_id": "CheckIn",
    "refines_id": "Hypothesis",
    "winner_id": "Variant",
    "within_id": "WorkItem",
    "answers_id": "Comment",
    "case_id": "Case",
    "participant_ids": "Person",
    "mentor_id": "Person",
    "answered_entry_id": "MentoringEntry",
    "closed_entry_ids": "MentoringEntry",
    "mentee_id": "Person",
    "holder_id": "Person",
    "merged_request_ids": "Request",
    "sprint_ids": "WorkItem",
    "objective_ids": "Objective",
    "milestones_done": "Milestone",
    "milestones_undone": "Milestone",
}
"""The nouns of ids that are not called after them."""

STAY = {
    "Organization",
    "Person",
    "Team",
    "Cycle",
    "Objective",
    "KeyResult",
    "CheckIn",
    "WorkItem",
    "Capacity",
    "Case",
    "Meeting",
    "Step",
    "Kpi",
    "KpiValue",
    "Aspiration",
    "Mentorship",
    "Hypothesis",
}
"""Nouns that stay for good, and that everybody sees who learns of a fact about them."""

END = {
    "Alignment",
    "Attachment",
    "Contribution",
    "HealthMetric",
    "Identity",
    "Link",
    "Participant",
    "WorkLink",
}
"""Nouns of which nothing is left once they ended, but what names them."""

SENTENCES = {
    "to_objective_id": "The objective at the other end.",
    "to_key_result_id": "The key result at the other end.",
    "to_hypothesis_id": "The hypothesis that it tests.",
    "to_insight_id": "The insight that it rests on.",
    "refines_id": "The earlier one that it says better.",
    "winner_id": "The variant that did best.",
    "variant_id": "Which variant.",
    "to_kpi_id": "The KPI that it is to recover.",
    "to_answer_id": "What a review taught, at the other end.",
    "to_aspiration_id": "What it serves, at the other end.",
    "owner_team_id": "The team it belongs to.",
    "owner_person_id": "The person it belongs to, or who reports it.",
    "accountable_person_id": "The one person who answers for it.",
    "of_person_id": "Who was asked.",
    "for_cycle_id": "The cycle it waits for.",
    "in_favour_of_objective_id": "For a trade-off: the objective that it gave way to.",
    "in_favour_of_key_result_id": "For a trade-off: the key result that it gave way to.",
    "part_of_id": "The compound key result through which it counts.",
    "carried_from_id": "The key result of an earlier cycle that it goes on with.",
    "paired_with_id": "The key result of the other indicator kind that it balances.",
    "corrects_id": "The report in whose place it stands.",
    "earlier_kpi_value_id": "The value in whose place it stands.",
    "parent_id": "What it lies within.",
    "from_work_item_id": "The initiative that it was.",
    "from_key_result_id": "The key result that it was.",
    "answers_id": "The comment that it answers.",
    "from_request_id": "The proposal that it was.",
    "of_team_id": "The team at the other end.",
    "within_id": "The piece of work that it is a part of.",
    "to_work_item_id": "The piece of work at the other end.",
    "of_objective_id": "The objective that the work is for, or the other end belongs to.",
    "by_person_id": "Who answered; null where all did together.",
    "sprint_ids": "The sprints that were looked at; none where all were that feed it.",
    "participant_ids": "The people who took part.",
    "mentor_id": "Who helps.",
    "answered_entry_id": "The request that it answers.",
    "closed_entry_ids": "The reflections in the place of which it stands.",
    "mentee_id": "Who wants to get somewhere.",
    "follows_mentorship_id": "The mentorship after which it is another try.",
    "objective_ids": "The objectives with which it is taken.",
    "milestones_done": "The milestones that were reached.",
    "milestones_undone": "The milestones that are open again.",
}

Made = tuple[str, Any, Any]
"""The name of a field in the graph, its annotation, and what stands for it in the class."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """A field of what was said; ``anew`` where it says what of a noun was stated anew."""

    of: Any
    stated: Field[Any]
    hint: Any
    anew: bool = False

    @property
    def name(self) -> str:
        """What it is called."""
        return self.stated.name

    @property
    def optional(self) -> bool:
        """Whether nothing may be said."""
        return self.anew or bool({NoneType, Absent} & set(hints.alternatives(self.hint)))

    @property
    def noun(self) -> str | None:
        """The noun that an id names."""
        bare = re.sub("_ids?$", "", self.name)
        if self.name == "parent_id":
            bare = self.of.stream.removesuffix("_id")
        called = (noun for noun, view in _nouns().items() if re.search(f"(^|_){view}$", bare))
        return MEANT.get(self.name) or next(called, None)


def shown(said: Said, kind_of: Callable[..., type]) -> list[Made]:
    """How the graph shows what was said; ``kind_of`` makes the types of nouns that it contains."""
    made = _shown(said, kind_of)
    return [made, _name(said, said.noun)] if said.noun in END else [made]


def _shown(said: Said, kind_of: Callable[..., type]) -> Made:
    name, told = said.name, sentence(said.hint) or SENTENCES.get(said.name)
    if said.noun is not None and name not in PLAIN_IDS and _names(said):
        return _named(said, said.noun, told)
    if name == "changes":
        return name, Any, stored(kind_of(said.of.changed, anew=True), name, "What changed.")
    inner = hints.noun(hints.item(said.hint))
    if inner is not None:
        kind, words_of = kind_of(inner), told or words(inner.__doc__)
        return (
            name,
            Any,
            read(StoredList(column=name), registry.listed(kind), words_of, shows=kind),
        )
    noun = hints.noun(said.hint)
    if noun is not None:
        words_of = told or words(noun.__doc__)
        return name, Any, stored(kind_of(noun), name, words_of, optional=said.optional)
    return _plain(said, told)


def _nouns() -> dict[str, str]:
    """The nouns that an id may be called after, the longest names first."""
    return dict(sorted(VIEWS.items(), key=lambda each: -len(each[1])))


def _names(said: Said) -> bool:
    return said.name in MEANT or said.name.endswith("_id")


def _named(said: Said, noun: str, told: str | None) -> Made:
    """The noun that is named, or all of them, as they stand."""
    view, name = VIEWS[noun], said.name
    if hints.item(said.hint) is not Any:
        shown_as = plural(name.removesuffix("_ids")) if name.endswith("_ids") else name
        return shown_as, Any, listed(noun, view, name, told or f"The {view}s that it names.")
    optional = said.optional or noun not in STAY
    sentence_of = told or f"The {view.replace('_', ' ')} that it is about, as it stands."
    field = one(noun, view, key=name, optional=optional, description=sentence_of)
    return name.removesuffix("_id"), Any, field


def plural(noun: str) -> str:
    """What several of a noun are called."""
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def _name(said: Said, noun: str) -> Made:
    """What names something, also when nothing is left of it."""
    words_of = f"Names the {VIEWS[noun].replace('_', ' ')}, also when it is no more."
    stands: dict[str, Any] = {"default": None} if said.optional else {}
    field: Any = strawberry.field(description=words_of, **stands)
    return said.name, UUID | None if said.optional else UUID, field


def _plain(said: Said, told: str | None) -> Made:
    """A value under its own name; of private text that must be there, what stands for it."""
    [kind] = [each for each in hints.alternatives(said.hint) if each not in (Absent, NoneType)]
    default = said.stated.default
    if any(Private.TEXT in marks for _, marks in hints.parts(said.hint)):
        default = default if said.optional else REDACTED
    silent = said.anew or default in (MISSING, ABSENT)
    stands: dict[str, Any] = (
        {} if silent and not said.optional else {"default": None if silent else default}
    )
    name = GRAPHQL_NAMES.get(said.name)
    if told is None and issubclass(kind, Term):
        told = words(kind.__doc__)
    field: Any = strawberry.field(description=told, name=name, **stands)
    return said.name, kind | None if said.optional else kind, field
