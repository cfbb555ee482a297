"""KPIs in the graph: what is measured all the time, its values, and how healthy it is."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.day import ON
from schema.events import events_about
from schema.fields import many, one
from schema.health import health_metrics
from schema.machine import machine
from schema.node import Node
from schema.pages import connection
from schema.permissions import permissions
from schema.revisions import revisions
from schema.stated import KpiAsStated
from server.okr import terms
from server.reads.shapes import Relation


@nouns.shown(None)
class KpiHealth:
    """How healthy a KPI is on a day: by the last that was measured until then."""

    on: date = strawberry.field(description="The day.")
    state: terms.KpiState | None = strawberry.field(
        description="Null where nothing was measured, or nobody said what is healthy."
    )
    value: Decimal | None = strawberry.field(description="The last that was measured until then.")
    occurred_on: date | None = strawberry.field(description="The day on which that was true.")
    since: date | None = strawberry.field(
        description="The day since which it has been as healthy as that."
    )
    measured: Any = one(
        "KpiValue",
        "kpi_value",
        key="kpi_value_id",
        optional=True,
        description="Where that comes from.",
    )


@registry.known
@nouns.shown(None)
class KpiChange:
    """A day on which a KPI became as healthy as it then was."""

    occurred_on: date = strawberry.field(description="The day.")
    state: terms.KpiState | None = strawberry.field(description="How healthy it became.")
    value: Decimal = strawberry.field(description="What was measured on that day.")
    measured: Any = one("KpiValue", "kpi_value", key="id", description="Where that comes from.")


@registry.known
@nouns.shown(terms.KpiValue)
class KpiValue(terms.KpiValue, Node):
    """What was measured of a KPI on a day."""

    kpi: Any = one("Kpi", "kpi", key="kpi_id", description="What it was measured of.")
    occurred_on: date = strawberry.field(description="The day it was true.")
    state: terms.KpiState | None = strawberry.field(
        description="How healthy that is, by the bounds as they stand."
    )
    author: Any = one(
        "Person",
        "person",
        key="author_id",
        optional=True,
        description="Who said so; null for a machine.",
    )
    machine: Any = machine("The program that said so.")
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    corrected_by: Any = one(
        "KpiValue",
        "kpi_value",
        key="corrected_by_id",
        optional=True,
        description="The later value that stands in its place.",
    )
    corrected_because: str | None = strawberry.field(
        description="For a correction: what was wrong with the value in whose place it stands."
    )


@registry.known
@nouns.shown(terms.Kpi)
class Kpi(terms.Kpi, Node):
    """Something that is measured all the time, whatever the cycle, and the bounds of its health."""

    version: int = strawberry.field(
        description="Number of facts about the KPI itself; send it as `expectedVersion`."
    )
    owner_team: Any = one(
        "Team",
        "team",
        key="owner_team_id",
        optional=True,
        description="Whose it is; null for the whole organization.",
    )
    owner: Any = one(
        "Person", "person", key="owner_person_id", optional=True, description="Who looks after it."
    )
    values: Any = connection(
        "KpiValue",
        Relation(view="kpi_value", on="kpi_id"),
        most=1_000,
        description="All that was measured, corrected values included, in the order it was said.",
    )
    health: Any = one(
        KpiHealth,
        "kpi_health",
        on="id",
        key="id",
        daily=True,
        takes=[ON],
        description="How healthy it is on a day.",
    )
    state_history: Any = many(
        "KpiChange",
        Relation(view="kpi_change", on="kpi_id", order="place"),
        description="The days on which it became as healthy as it then was, oldest first, "
        "by the bounds as they stand.",
    )
    key_results: Any = many(
        "KeyResult",
        Relation(view="key_result", on="kpi_id"),
        description="The key results whose value follows it.",
    )
    health_metrics: Any = health_metrics("kpi_id", "What it is to balance.")
    linked_by: Any = many(
        "Link",
        Relation(view="link", on="to_kpi_id"),
        description="The ties of objectives that are to bring it back into its bounds.",
    )
    revisions: Any = revisions(KpiAsStated, "kpis", "How it was edited, oldest first.")
    events: Any = events_about("the KPI and what was measured of it")
    permissions: Any = permissions("Kpi")
