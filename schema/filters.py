"""Filters: what a list can be narrowed to."""

from dataclasses import Field, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

import strawberry

from server.okr.findings import FindingCode
from server.okr.terms import (
    AspirationKind,
    AttachmentKind,
    AttestationKind,
    BaselineState,
    Cadence,
    CaseKind,
    CaseState,
    CommentKind,
    CycleState,
    Horizon,
    IndicatorKind,
    Intent,
    KeyResultState,
    Level,
    MeetingKind,
    MeetingState,
    MetricKind,
    ObjectiveState,
    ObstacleKind,
    OwnerKind,
    ParticipantRole,
    Quantity,
    RequestKind,
    RequestState,
    ReviewKind,
    Stance,
    Withdrawal,
)
from server.reads.shapes import Lacks, Match

ON_A_DAY = "As on this day; if left out today, or with `asOf` the day of that position."


@strawberry.input
class Filter:
    """What a list is narrowed to: a field is a column of the view, or names one."""

    def matches(self) -> tuple[Match, ...]:
        """What has to be true of a row; the day decides what the rows are."""
        stated = ((each, getattr(self, each.name)) for each in fields(self) if each.name != "on")
        return tuple(_match(each, value) for each, value in stated if value is not None)


def _match(field: Field[Any], value: object) -> Match:
    lacks: Lacks | None = field.metadata.get("lacks")
    if lacks is None:
        return Match(column=field.metadata.get("column", field.name), value=value)
    if not lacks.among:
        return replace(lacks, value=value)
    among = tuple(replace(each, value=value) for each in lacks.among)
    return replace(lacks, among=among)


def column(name: str, description: str) -> Any:
    """A field of a filter that is called otherwise than the column."""
    return strawberry.field(default=None, description=description, metadata={"column": name})


def lacks(view: str, on: str, description: str, *, among: str | None = None) -> Any:
    """A field of a filter that asks whether another view has no row about it."""
    narrowed = () if among is None else (Match(column=among, value=None),)
    lacking = Lacks(view=view, column=on, value=True, among=narrowed)
    return strawberry.field(default=None, description=description, metadata={"lacks": lacking})


@strawberry.input(description="Which cycles to list; all that is stated must hold.")
class CycleFilter(Filter):
    """Which cycles to list."""

    cadence: Cadence | None = strawberry.field(default=None, description="In this rhythm.")
    state: CycleState | None = strawberry.field(default=None, description="In this state.")
    parent_id: UUID | None = strawberry.field(
        default=None, description="Directly within this longer cycle."
    )


@strawberry.input(description="Which attachments to list; all that is stated must hold.")
class AttachmentFilter(Filter):
    """Which attachments to list."""

    kind: AttachmentKind | None = strawberry.field(default=None, description="Of this kind.")
    uri: str | None = strawberry.field(default=None, description="That are at this place.")


@strawberry.input(description="Which missions, visions and themes to list.")
class AspirationFilter(Filter):
    """Which missions, visions and themes to list."""

    kind: AspirationKind | None = strawberry.field(default=None, description="Of this kind.")


@strawberry.input(description="Which objectives to list; all that is stated must hold.")
class ObjectiveFilter(Filter):
    """Which objectives to list."""

    cycle_id: UUID | None = strawberry.field(default=None, description="Of this cycle.")
    level: Level | None = strawberry.field(default=None, description="At this level.")
    level_name: str | None = strawberry.field(
        default=None, description="At the level that the organization calls so."
    )
    state: ObjectiveState | None = strawberry.field(default=None, description="In this state.")
    horizon: Horizon | None = strawberry.field(default=None, description="Looking this far ahead.")
    owner_team_id: UUID | None = strawberry.field(default=None, description="Owned by this team.")
    owner_kind: OwnerKind | None = strawberry.field(
        default=None, description="Owned by a team, or by a person."
    )
    owner_person_id: UUID | None = strawberry.field(
        default=None, description="Owned by this person."
    )
    intent: Intent | None = strawberry.field(default=None, description="Good for this.")
    discipline: str | None = strawberry.field(
        default=None, description="Of this function or discipline."
    )
    unaligned: bool | None = lacks("alignment", "objective_id", "Objectives that align to nothing.")
    lacks_vision_link: bool | None = lacks(
        "vision_link", "objective_id", "Objectives that serve no mission, vision or theme."
    )
    lacks_parent_at: Level | None = lacks(
        "alignment",
        "objective_id",
        "Objectives that directly support no objective at this level.",
        among="supported_level",
    )


@strawberry.input(description="Which requests to list; all that is stated must hold.")
class RequestFilter(Filter):
    """Which requests to list."""

    state: RequestState | None = strawberry.field(default=None, description="In this state.")
    kind: RequestKind | None = strawberry.field(default=None, description="Of this kind.")


@strawberry.input(description="Which cases to list; all that is stated must hold.")
class CaseFilter(Filter):
    """Which cases to list."""

    kind: CaseKind | None = strawberry.field(default=None, description="Of this kind.")
    state: CaseState | None = strawberry.field(default=None, description="In this state.")
    cross_team: bool | None = strawberry.field(
        default=None, description="Whether they wait for another team."
    )
    cycle_id: UUID | None = column("of_cycle_id", "About this cycle, or something in it.")
    owner_person_id: UUID | None = strawberry.field(
        default=None, description="Which this person deals with."
    )


@strawberry.input(description="Which reviews to list; all that is stated must hold.")
class ReviewFilter(Filter):
    """Which reviews to list."""

    kind: ReviewKind | None = strawberry.field(default=None, description="Of this kind.")
    cycle_id: UUID | None = column("of_cycle_id", "About this cycle, or something in it.")


@strawberry.input(description="Which meetings to list; all that is stated must hold.")
class MeetingFilter(Filter):
    """Which meetings to list."""

    kind: MeetingKind | None = strawberry.field(default=None, description="Of this kind.")
    state: MeetingState | None = strawberry.field(default=None, description="In this state.")
    cycle_id: UUID | None = column("of_cycle_id", "About this cycle, or something in it.")


@strawberry.input(description="Which key results to list; all that is stated must hold.")
class KeyResultFilter(Filter):
    """Which key results to list."""

    cycle_id: UUID | None = strawberry.field(default=None, description="Of this cycle.")
    state: KeyResultState | None = strawberry.field(default=None, description="In this state.")
    kind: MetricKind | None = strawberry.field(default=None, description="Measured in this way.")
    quantity: Quantity | None = strawberry.field(
        default=None, description="Whose numbers are of this kind."
    )
    withdrawn_as: Withdrawal | None = strawberry.field(
        default=None, description="Given up in this way."
    )
    indicator_kind: IndicatorKind | None = strawberry.field(
        default=None, description="That say how much, or how good."
    )
    discipline: str | None = strawberry.field(
        default=None, description="Of this function or discipline."
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


@strawberry.input(description="Which teams and people to list; all that is stated must hold.")
class UnitFilter(Filter):
    """Which teams and people to list."""

    level: Level | None = strawberry.field(default=None, description="At this level.")
    complete: bool | None = strawberry.field(
        default=None, description="Who is done with setting objectives, or who is not."
    )


@strawberry.input(description="Which participants to list; all that is stated must hold.")
class ParticipantFilter(Filter):
    """Which participants to list."""

    role: ParticipantRole | None = strawberry.field(default=None, description="In this role.")


@strawberry.input(description="Which sign-offs to list; all that is stated must hold.")
class SignOffFilter(Filter):
    """Which sign-offs to list."""

    stands: bool | None = strawberry.field(
        default=None, description="Whether it is the latest of its person."
    )
    stance: Stance | None = strawberry.field(default=None, description="With this stance.")


@strawberry.input(description="Which comments to list; all that is stated must hold.")
class CommentFilter(Filter):
    """Which comments to list."""

    kind: CommentKind | None = strawberry.field(default=None, description="Of this kind.")
    open: bool | None = strawberry.field(
        default=None, description="Whether they wait for an outcome."
    )


@strawberry.input(description="Which readers to list; all that is stated must hold.")
class ReaderFilter(Filter):
    """Which readers to list."""

    has_read: bool | None = strawberry.field(
        default=None, description="Whether they said that they have read it."
    )


@strawberry.input(description="Which attestations to list; all that is stated must hold.")
class AttestationFilter(Filter):
    """Which attestations to list."""

    kind: AttestationKind | None = strawberry.field(default=None, description="Of this kind.")
    holds: bool | None = strawberry.field(
        default=None, description="Whether they say that it holds."
    )
    stands: bool | None = strawberry.field(
        default=None, description="Whether it is the latest of its person."
    )
    stale: bool | None = strawberry.field(
        default=None, description="Whether what they are about was changed since."
    )


@strawberry.input(description="Which obstacles to list; all that is stated must hold.")
class ObstacleFilter(Filter):
    """Which obstacles to list."""

    open: bool | None = strawberry.field(
        default=None, description="Whether they still wait for an answer."
    )
    kind: ObstacleKind | None = strawberry.field(default=None, description="Of this kind.")


@strawberry.input(description="Which reports to list; all that is stated must hold.")
class DueCheckInFilter(Filter):
    """Which reports to list."""

    cycle_id: UUID | None = strawberry.field(default=None, description="About work of this cycle.")
    team_id: UUID | None = column("owner_team_id", "About objectives that this team owns.")
    person_id: UUID | None = strawberry.field(default=None, description="Owed by this person.")
    on: date | None = strawberry.field(default=None, description=ON_A_DAY)


@strawberry.input(description="Which findings to list; all that is stated must hold.")
class FindingFilter(Filter):
    """Which findings to list."""

    code: FindingCode | None = strawberry.field(default=None, description="Of this code.")
    cycle_id: UUID | None = strawberry.field(default=None, description="About work of this cycle.")
    team_id: UUID | None = column("owner_team_id", "About objectives that this team owns.")
    on: date | None = strawberry.field(default=None, description=ON_A_DAY)
