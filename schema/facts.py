"""A type of the graph for every kind of fact, made from what such a fact says."""

from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

import strawberry

from schema import registry
from schema.event import Event
from schema.fact_fields import Said, shown
from schema.fields import one, read
from schema.inputs import words
from schema.metric import KeyResultAsStated
from schema.node import VIEWS
from schema.revision import ObjectiveAsStated
from schema.stated import (
    AlignmentAsStated,
    ContributionAsStated,
    CycleAsStated,
    KpiAsStated,
    PersonAsStated,
    PolicyAsStated,
    TeamAsStated,
)
from server.facts import kinds
from server.okr.events import Fact
from server.reads.shapes import Match, Relation
from server.reads.sources import StoredThere

CHANGED: dict[str, tuple[Any, str]] = {
    "alignment_id": (AlignmentAsStated, "alignments"),
    "contribution_id": (ContributionAsStated, "contributions"),
    "cycle_id": (CycleAsStated, "cycles"),
    "key_result_id": (KeyResultAsStated, "key_results"),
    "kpi_id": (KpiAsStated, "kpis"),
    "objective_id": (ObjectiveAsStated, "objectives"),
    "organization_id": (PolicyAsStated, "policies"),
    "person_id": (PersonAsStated, "people"),
    "team_id": (TeamAsStated, "teams"),
}
"""What facts change, by the ids that they say: how it is stated, and in which table."""

BESIDE = {
    "ApiKeyCreated",
    "ApiKeyRevoked",
    "ContributorAssigned",
    "IdentityLinked",
    "IdentityUnlinked",
    "KeyResultScored",
    "LegalHoldPlaced",
    "LegalHoldReleased",
    "LogRestored",
    "ObjectiveScored",
    "ObjectivesUnlinked",
    "ObstacleAnswered",
    "ParticipantRemoved",
    "PhasesPlanned",
    "TeamMemberAdded",
    "TeamMemberRemoved",
    "TokenRevoked",
}
"""Facts that change something beside what is stated of their noun."""

REVISIONS = {"KeyResultRevised": "KeyResultRevision", "ObjectiveEdited": "ObjectiveRevision"}
"""Facts that make a noun."""

UNSHOWN = {"chain", "digest", "email"}
"""What the graph shows of nobody; each fact shows its own chain under that name."""


@cache
def fact_types() -> list[type]:
    """The types of all kinds of fact."""
    return [_fact_type(each) for each in kinds().values()]


def _fact_type(kind: type[Fact]) -> type:
    made = _class(kind.__name__, (Event,), kind)
    for name, field in (_before_and_after(kind) | _revision(kind)).items():
        made.__annotations__[name] = Any
        setattr(made, name, field)
    return registry.known(_typed(made, words(kind.__doc__)))


def _before_and_after(kind: type[Fact]) -> dict[str, Any]:
    """What was stated of the noun that a fact changes; what begins with it was not there before."""
    named = {each.name for each in fields(kind)}
    keys = [each for each in ("alignment_id", "contribution_id", kind.stream) if each in named]
    begins = kind.__bases__ != (Fact,)
    if begins or kind.__name__ in BESIDE or not keys or keys[0] not in CHANGED:
        return {}
    as_stated, table = CHANGED[keys[0]]
    relation = Relation(
        view="revision",
        on="id",
        key="policy_id" if table == "policies" else keys[0],
        order="position",
        also="position",
        where=(Match(column="name", value=table),),
    )
    told = {
        "before": "What was stated of it; null where that stays as it was.",
        "after": "What is stated of it from here on; null where that stays as it was.",
    }
    return {
        column: read(
            StoredThere(relation=relation, column=column),
            registry.kind(as_stated) | None,
            sentence,
            shows=as_stated,
        )
        for column, sentence in told.items()
    }


def _revision(kind: type[Fact]) -> dict[str, Any]:
    """The noun that a fact makes."""
    noun = REVISIONS.get(kind.__name__)
    if noun is None:
        return {}
    sentence = "The change beside what it changed; null before it was agreed."
    shown_as = one(noun, VIEWS[noun], key="revision_id", optional=True, description=sentence)
    return {"revision": shown_as}


@cache
def _stated_type(noun: type, *, anew: bool = False) -> type:
    """A noun as it was stated in a fact, or what of it was stated anew."""
    if anew:
        told = "What was stated anew; null where it was cleared, and where it stays as it was."
        return _typed(_class(f"{noun.__name__}Changes", (), noun, anew=True), told)
    return _typed(_class(f"Stated{noun.__name__}", (), noun), words(noun.__doc__))


def _typed(made: type, told: str) -> type:
    typed: type = strawberry.type(made, description=told)
    return typed


def _class(name: str, bases: tuple[type, ...], said: Any, *, anew: bool = False) -> type:
    hinted = get_type_hints(said, include_extras=True)
    stated = (
        Said(of=said, stated=each, hint=hinted[each.name], anew=anew)
        for each in fields(said)
        if each.name not in UNSHOWN
    )
    made = [field for each in stated for field in shown(each, _stated_type)]
    body = {field: value for field, _, value in made}
    annotated = {field: hint for field, hint, _ in made}
    return type(name, bases, {"__annotations__": annotated, "__module__": __name__, **body})
