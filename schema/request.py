"""Requests and offers of help in the graph."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.attestation import attestations
from schema.fields import many, one, read
from schema.filters import RequestFilter
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from schema.proposal import proposal
from server.okr import terms
from server.reads.shapes import Match, Relation
from server.reads.sources import Counted


def voted(description: str, *, holds: bool) -> Any:
    """How many people's last word it is that a proposal should be taken in, or should not."""
    said = {"kind": "SUPPORTED", "stands": True, "holds": holds}
    where = tuple(Match(column=name, value=value) for name, value in said.items())
    relation = Relation(view="attestation", on="request_id", where=where)
    return read(Counted(relation=relation), int, description)


@registry.known
@nouns.shown(terms.Offer)
class Offer(terms.Offer, Node):
    """Help that somebody offers to who asked for it."""

    request: Any = one("Request", "request", key="request_id", description="What it answers to.")
    person: Any = one("Person", "person", key="person_id", description="Who offers it.")
    recorded_at: datetime = strawberry.field(description="When it was offered.")


@registry.known
@nouns.shown(terms.Request)
class Request(terms.Request, Node):
    """Something asked of somebody, open until it is accepted, declined or withdrawn."""

    kind: terms.RequestKind = strawberry.field(description="What is asked for.")
    state: terms.RequestState = strawberry.field(description="How far it is.")
    objective: Any = one(
        "Objective", "objective", key="objective_id", description="The objective it is about."
    )
    key_result: Any = one(
        "KeyResult",
        "key_result",
        key="key_result_id",
        optional=True,
        description="The key result it is about; null where it is about the whole objective.",
    )
    asked_by: Any = one("Person", "person", key="asked_by_id", description="Who asks.")
    of_person: Any = one(
        "Person",
        "person",
        key="of_person_id",
        optional=True,
        description="Who is asked by name; null where whoever owns it is asked.",
    )
    target: Decimal | None = strawberry.field(
        description="How much somebody who asks to contribute means to add."
    )
    proposal: Any = proposal()
    comment: Any = one(
        "Comment",
        "comment",
        key="comment_id",
        optional=True,
        description="The comment that the proposal came from, if any.",
    )
    obstacle: Any = one(
        "Obstacle",
        "obstacle",
        key="obstacle_id",
        optional=True,
        description="The correction of course in a report that the proposal came from, if any.",
    )
    offers: Any = connection(
        "Offer",
        Relation(view="offer", on="request_id"),
        description="Help that was offered, in order.",
    )
    merged_into: Any = one(
        "Request",
        "request",
        key="merged_into_id",
        optional=True,
        description="The later proposal that stands in its place, if it is MERGED.",
    )
    merges: Any = many(
        "Request",
        Relation(view="request", on="merged_into_id"),
        description="The earlier proposals in whose place it stands, with their authors.",
    )
    key_result_added: Any = one(
        "KeyResult",
        "key_result",
        on="from_request_id",
        key="id",
        optional=True,
        description="The key result that it became, if it is an accepted KEY_RESULT.",
    )
    attestations: Any = attestations(
        "request_id", description="What people said holds of what is proposed, oldest first."
    )
    supported_by: Any = voted("How many people support what is proposed.", holds=True)
    opposed_by: Any = voted("How many people say that it should not be taken in.", holds=False)
    answer: str | None = strawberry.field(
        description="What was said when it was accepted or declined; for help, what came of it."
    )
    answered_by: Any = one(
        "Person",
        "person",
        key="answered_by_id",
        optional=True,
        description="Who accepted, declined or withdrew it.",
    )
    answered_at: datetime | None = strawberry.field(description="When it was.")
    recorded_at: datetime = strawberry.field(description="When it was asked.")
    version: int = strawberry.field(
        description="Number of facts about this request; send it as `expectedVersion`."
    )
    permissions: Any = permissions("Request")


def requested(view: str, on: str, key: str = "id", *, description: str) -> Any:
    """The requests that hang on a noun."""
    relation = Relation(view=view, on=on, key=key)
    return connection("Request", relation, filtered=RequestFilter, description=description)
