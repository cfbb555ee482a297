"""How each noun is said: in which mutation, beside what, and in which table it is kept."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any

from server.okr import terms
from tests.house.beside import (
    Said,
    decided,
    for_later,
    in_steps,
    measured,
    missed,
    nothing,
    of_a_cycle,
    of_a_kpi,
    of_a_team,
    of_a_team_in_review,
    of_an_objective,
    owned,
    reported,
    reported_as_a_ratio,
    resting_on,
    supporting,
    taking_part,
    titled,
    titled_in_a_team,
)
from tests.house.examples import example
from tests.samples import Organization

Place = tuple[str | int, ...]


@dataclass(kw_only=True)
class Journey:
    """How a noun is said: in which mutation, beside what, at which place; and where it is kept."""

    noun: type[Any]
    mutation: str
    shows: str
    table: str
    beside: Callable[[Organization], Awaitable[Said]] = nothing
    place: Place = ()
    place_in_fact: Place = ()
    stated: Said = field(default_factory=dict)
    without: tuple[str, ...] = ()

    @property
    def said(self) -> Said:
        """A value for each field that can be stated together."""
        values = {**example(self.noun), **self.stated}
        return {name: value for name, value in values.items() if name not in self.without}

    @property
    def name(self) -> str:
        return "-".join((self.noun.__name__, *self.stated.values()))


METRIC = Journey(
    noun=terms.Metric,
    mutation="addKeyResult",
    shows="keyResult",
    table="key_results",
    beside=titled,
    place=("metric",),
    place_in_fact=("metric",),
)


def all_but(*names: str) -> tuple[str, ...]:
    return tuple(each.name for each in fields(terms.Metric) if each.name not in names)


UNLIKE_LINEAR = ("lower", "upper", "by", "per", "combine", "per_person")
METRICS = [
    replace(
        METRIC,
        stated={"kind": "INCREASE", "quantity": "RATE", "reading": "SUM"},
        without=(*UNLIKE_LINEAR, "change_by", "change_percent", "open_for_days"),
    ),
    replace(
        METRIC,
        stated={"kind": "DECREASE", "quantity": "RATIO", "reading": "SUM"},
        without=(*UNLIKE_LINEAR, "change_by", "target", "closes_on"),
    ),
    replace(
        METRIC,
        stated={"kind": "INCREASE", "quantity": "CURRENCY", "unit": "EUR", "reading": "WORST"},
        without=(
            *UNLIKE_LINEAR,
            "change_percent",
            "target",
            "numerator",
            "denominator",
            "within",
            "closes_on",
        ),
    ),
    replace(
        METRIC,
        stated={"kind": "WITHIN", "quantity": "RATIO", "reading": "MEAN", "per": "P2M"},
        without=(
            "target",
            "by",
            "change_by",
            "change_percent",
            "closes_on",
            "combine",
            "per_person",
        ),
    ),
    replace(
        METRIC,
        beside=titled_in_a_team,
        stated={"kind": "AT_LEAST", "per_person": "MINIMUM", "reading": "SUM"},
        without=all_but("kind", "per_person", "reading", "target", "unit", "strict"),
    ),
    replace(
        METRIC,
        stated={"kind": "COMPOUND", "combine": "MINIMUM"},
        without=all_but("kind", "combine", "unit", "strict"),
    ),
    replace(
        METRIC,
        stated={"kind": "BY_DATE", "quantity": "DATE"},
        without=all_but("kind", "quantity", "unit", "by", "strict"),
    ),
]
JOURNEYS = [
    Journey(noun=terms.Person, mutation="addPerson", shows="person", table="people"),
    Journey(noun=terms.Team, mutation="addTeam", shows="team", table="teams"),
    Journey(noun=terms.Cycle, mutation="openCycle", shows="cycle", table="cycles"),
    Journey(
        noun=terms.Phase,
        mutation="planPhases",
        shows="cycle",
        table="phases",
        beside=of_a_cycle,
        place=("phases", 0),
        place_in_fact=("phases", 0),
    ),
    Journey(
        noun=terms.Objective,
        mutation="createObjective",
        shows="objective",
        table="objectives",
        beside=owned,
    ),
    Journey(
        noun=terms.KeyResult,
        mutation="addKeyResult",
        shows="keyResult",
        table="key_results",
        beside=measured,
    ),
    *METRICS,
    Journey(
        noun=terms.Milestone,
        mutation="addKeyResult",
        shows="keyResult",
        table="milestones",
        beside=in_steps,
        place=("metric", "milestones", 0),
        place_in_fact=("milestones", 0),
    ),
    Journey(
        noun=terms.CheckIn,
        mutation="recordCheckIn",
        shows="checkIn",
        table="check_ins",
        beside=reported,
        without=("numerator", "denominator"),
    ),
    Journey(
        noun=terms.CheckIn,
        mutation="recordCheckIn",
        shows="checkIn",
        table="check_ins",
        beside=reported_as_a_ratio,
        without=("value",),
    ),
    Journey(
        noun=terms.Evidence,
        mutation="recordCheckIn",
        shows="checkIn",
        table="evidence",
        beside=resting_on,
        place=("evidence", 0),
        place_in_fact=("evidence", 0),
        stated={"uri": "https://example.org/a%20bill", "sha256": "0123456789abcdef" * 4},
    ),
    Journey(
        noun=terms.Link,
        mutation="linkObjectives",
        shows="link",
        table="links",
        beside=supporting,
    ),
    Journey(
        noun=terms.Alignment,
        mutation="alignObjective",
        shows="alignment",
        table="alignments",
        beside=supporting,
    ),
    Journey(
        noun=terms.Comment,
        mutation="addComment",
        shows="comment",
        table="comments",
        beside=of_an_objective,
    ),
    Journey(
        noun=terms.Participant,
        mutation="addParticipant",
        shows="participant",
        table="participants",
        beside=taking_part,
    ),
    Journey(
        noun=terms.SignOff,
        mutation="signOffObjective",
        shows="signOff",
        table="sign_offs",
        beside=of_an_objective,
    ),
    Journey(
        noun=terms.Request,
        mutation="requestHelp",
        shows="request",
        table="requests",
        beside=of_an_objective,
    ),
    Journey(
        noun=terms.Review,
        mutation="recordReview",
        shows="review",
        table="reviews",
        beside=of_a_team,
        stated={"kind": "TEAM"},
    ),
    Journey(
        noun=terms.Miss,
        mutation="scoreKeyResult",
        shows="keyResult",
        table="misses",
        beside=missed,
        place=("miss",),
    ),
    Journey(
        noun=terms.Answer,
        mutation="recordReview",
        shows="review",
        table="answers",
        beside=of_a_team_in_review,
        place=("answers", 0),
        place_in_fact=("answers", 0),
    ),
    Journey(
        noun=terms.ReviewDecision,
        mutation="recordReview",
        shows="review",
        table="review_decisions",
        beside=decided,
        place=("decisions", 0),
        place_in_fact=("decisions", 0),
    ),
    Journey(noun=terms.Kpi, mutation="addKpi", shows="kpi", table="kpis"),
    Journey(
        noun=terms.KpiValue,
        mutation="recordKpiValue",
        shows="kpiValue",
        table="kpi_values",
        beside=of_a_kpi,
    ),
    Journey(
        noun=terms.FollowUp,
        mutation="parkItem",
        shows="followUp",
        table="follow_ups",
        beside=for_later,
    ),
    Journey(
        noun=terms.WorkItem,
        mutation="addWorkItem",
        shows="workItem",
        table="work_items",
        beside=of_an_objective,
        stated={"kind": "INITIATIVE"},
    ),
]
