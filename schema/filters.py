"""Filters: what a list can be narrowed to."""

from dataclasses import fields
from typing import Any
from uuid import UUID

import strawberry

from server.okr.terms import (
    BaselineState,
    Cadence,
    CycleState,
    Horizon,
    KeyResultState,
    Level,
    MetricKind,
    ObjectiveState,
    OwnerKind,
    ParticipantRole,
    Quantity,
    RequestKind,
    RequestState,
    Stance,
)
from server.reads.shapes import Lacks, Match


@strawberry.input(description="Which cycles to list; all that is stated must hold.")
class CycleFilter:
    """Which cycles to list; each field is a column of the view."""

    cadence: Cadence | None = strawberry.field(default=None, description="In this rhythm.")
    state: CycleState | None = strawberry.field(default=None, description="In this state.")
    parent_id: UUID | None = strawberry.field(
        default=None, description="Directly within this longer cycle."
    )

    def matches(self) -> tuple[Match, ...]:
        """What has to be true of a cycle."""
        return _stated(self)


@strawberry.input(description="Which objectives to list; all that is stated must hold.")
class ObjectiveFilter:
    """Which objectives to list; each field but the last two is a column of the view."""

    cycle_id: UUID | None = strawberry.field(default=None, description="Of this cycle.")
    level: Level | None = strawberry.field(default=None, description="At this level.")
    state: ObjectiveState | None = strawberry.field(default=None, description="In this state.")
    horizon: Horizon | None = strawberry.field(default=None, description="Looking this far ahead.")
    owner_team_id: UUID | None = strawberry.field(default=None, description="Owned by this team.")
    owner_kind: OwnerKind | None = strawberry.field(
        default=None, description="Owned by a team, or by a person."
    )
    owner_person_id: UUID | None = strawberry.field(
        default=None, description="Owned by this person."
    )
    unaligned: bool | None = strawberry.field(
        default=None, description="Objectives that align to nothing."
    )
    lacks_parent_at: Level | None = strawberry.field(
        default=None,
        description="Objectives that directly support no objective at this level.",
    )

    def matches(self) -> tuple[Match, ...]:
        """What has to be true of an objective."""
        return _stated(self)


@strawberry.input(description="Which requests to list; all that is stated must hold.")
class RequestFilter:
    """Which requests to list; each field is a column of the view."""

    state: RequestState | None = strawberry.field(default=None, description="In this state.")
    kind: RequestKind | None = strawberry.field(default=None, description="Of this kind.")

    def matches(self) -> tuple[Match, ...]:
        """What has to be true of a request."""
        return _stated(self)


@strawberry.input(description="Which key results to list; all that is stated must hold.")
class KeyResultFilter:
    """Which key results to list; each field is a column of the view."""

    cycle_id: UUID | None = strawberry.field(default=None, description="Of this cycle.")
    state: KeyResultState | None = strawberry.field(default=None, description="In this state.")
    kind: MetricKind | None = strawberry.field(default=None, description="Measured in this way.")
    quantity: Quantity | None = strawberry.field(
        default=None, description="Whose numbers are of this kind."
    )
    baseline_state: BaselineState | None = strawberry.field(
        default=None, description="Whose start is known, missing or not needed."
    )
    owner_team_id: UUID | None = strawberry.field(
        default=None, description="Of objectives that this team owns."
    )
    owner_person_id: UUID | None = strawberry.field(
        default=None, description="Which this person reports."
    )

    def matches(self) -> tuple[Match, ...]:
        """What has to be true of a key result."""
        return _stated(self)


@strawberry.input(description="Which teams and people to list; all that is stated must hold.")
class UnitFilter:
    """Which teams and people to list; each field is a column of the view."""

    level: Level | None = strawberry.field(default=None, description="At this level.")
    complete: bool | None = strawberry.field(
        default=None, description="Who is done with setting objectives, or who is not."
    )

    def matches(self) -> tuple[Match, ...]:
        """What has to be true of a team or a person."""
        return _stated(self)


@strawberry.input(description="Which participants to list; all that is stated must hold.")
class ParticipantFilter:
    """Which participants to list; each field is a column of the view."""

    role: ParticipantRole | None = strawberry.field(default=None, description="In this role.")

    def matches(self) -> tuple[Match, ...]:
        """What has to be true of a participant."""
        return _stated(self)


@strawberry.input(description="Which sign-offs to list; all that is stated must hold.")
class SignOffFilter:
    """Which sign-offs to list; each field is a column of the view."""

    stands: bool | None = strawberry.field(
        default=None, description="Whether it is the latest of its person."
    )
    stance: Stance | None = strawberry.field(default=None, description="With this stance.")

    def matches(self) -> tuple[Match, ...]:
        """What has to be true of a sign-off."""
        return _stated(self)


def _stated(filtered: Any) -> tuple[Match, ...]:
    stated = ((each.name, getattr(filtered, each.name)) for each in fields(filtered))
    return tuple(_match(name, value) for name, value in stated if value is not None)


def _match(name: str, value: object) -> Match:
    if name == "unaligned":
        return Lacks(view="alignment", column="objective_id", value=value)
    if name == "lacks_parent_at":
        at = Match(column="supported_level", value=value)
        return Lacks(view="alignment", column="objective_id", value=True, among=(at,))
    return Match(column=name, value=value)
