"""Check-ins in the graph."""

from datetime import date, datetime
from typing import Any

import strawberry

from schema import nouns, registry
from schema.comment import commented
from schema.fields import many, one
from schema.machine import machine
from schema.node import Node
from schema.permissions import permissions
from server.okr import terms
from server.reads.shapes import Relation


@registry.known
@nouns.shown(terms.CheckIn)
class CheckIn(terms.CheckIn, Node):
    """A report of where a key result stands."""

    key_result: Any = one(
        "KeyResult", "key_result", key="key_result_id", within=True, description="What it is about."
    )
    author: Any = one(
        "Person",
        "person",
        key="author_id",
        optional=True,
        description="Who reported; null for a machine.",
    )
    machine: Any = machine("The program that reported.")
    obstacles: Any = many(
        "Obstacle",
        Relation(view="obstacle", on="check_in_id", key="first_id", order="place", within=True),
        description="What it left open; a correction keeps what it corrects left open.",
    )
    evidence: Any = many(
        "Evidence",
        Relation(
            view="filed_evidence", on="check_in_id", key="first_id", order="place", within=True
        ),
        description="What it rests on; a correction keeps what it corrects rested on.",
    )
    comments: Any = commented("check_in_id", description="What people said about it.")
    occurred_on: date = strawberry.field(description="The day it was true.")
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    corrected_by: Any = one(
        "CheckIn",
        "check_in",
        key="corrected_by_id",
        within=True,
        optional=True,
        description="The later check-in that corrects this one.",
    )
    corrected_because: str | None = strawberry.field(
        description="For a correction: what was wrong with the report in whose place it stands."
    )
    kpi_value: Any = one(
        "KpiValue",
        "kpi_value",
        key="kpi_value_id",
        optional=True,
        description="What was measured of the KPI that the key result follows, if that is what it "
        "tells.",
    )
    acknowledges_health: bool = strawberry.field(
        description="Whether who reported knew that a health metric was red."
    )
    retracted: bool = strawberry.field(
        description="Whether it was taken back, and no longer counts."
    )
    retracted_because: str | None = strawberry.field(description="Why it was taken back.")
    permissions: Any = permissions("CheckIn")
