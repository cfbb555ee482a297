"""What is said in random histories about people, teams, cycles and objectives.

Allowed or not is for the rules to say.
"""

from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from server.ids import new_id
from server.okr import (
    calendars,
    cycles,
    events,
    objectives,
    people,
    phases,
    policies,
    scores,
    teams,
)
from server.okr.terms import (
    Ambition,
    Cadence,
    CyclePhase,
    Demand,
    Language,
    ObjectiveType,
    Permission,
    Phase,
    RevisionCategory,
    Rhythm,
    ScoreBand,
    ScoreKind,
    TeamKind,
    TeamRole,
    Visibility,
    Wording,
)
from tests.aiming import filed, said_now_and_then
from tests.chance import Chance, step

Said = dict[str, Any]
WORDING = [each.name for each in fields(Wording)]


@step(policies.change_policy, 1)
def _(chance: Chance) -> Said:
    return {
        "reason": chance.text(),
        "cycle_id": chance.maybe(lambda: chance.any(events.CycleOpened).cycle_id),
        "completion_cut_off": chance.share(),
        "miss_reason": chance.change(lambda: chance.one_of(*Demand)),
        "closing": chance.change(lambda: chance.one_of(*Demand)),
        "score_bands": chance.change(bands, 0.2),
        "check_in_every": chance.change(lambda: chance.one_of(*Rhythm)),
        "pace_tolerance": chance.change(chance.share),
        "sign_off_quorum": chance.change(lambda: chance.maybe(lambda: chance.share() / 2)),
        "company_first": chance.change(lambda: chance.one_of(Demand.NONE, Demand.WARN)),
        "company_most": chance.change(lambda: chance.dice.randint(0, 4)),
        "revisions_before_approval": chance.change(
            lambda: chance.maybe(lambda: chance.dice.randint(0, 9)), 0.3
        ),
        "key_results_tested": chance.change(lambda: chance.one_of(*Demand), 0.2),
        "attestations_expected": chance.change(lambda: chance.perhaps(0.5), 0.2),
        "initiatives_expected": chance.change(lambda: chance.perhaps(0.5)),
        "company_limit": chance.change(lambda: chance.one_of(*Demand)),
        "active_limit": chance.change(lambda: chance.one_of(*Demand), 0.2),
        "language": chance.change(lambda: chance.one_of(*Language), 0.2),
        "jargon": chance.change(lambda: chance.maybe(chance.text), 0.2),
    }


def bands() -> list[ScoreBand]:
    """Two bands and a bonus."""
    ends = [Decimal(0), Decimal("0.5"), Decimal(1), Decimal(9)]
    return [
        ScoreBand(label=str(low), color="#27ae60", from_=low, to=high, aim=low == 0)
        for low, high in pairwise(ends)
    ]


@step(people.add_person)
def _(chance: Chance) -> Said:
    return {
        "name": chance.text(),
        "email": chance.maybe(chance.text),
        "is_program": chance.perhaps(0.3),
    }


@step(people.rename_person)
def _(chance: Chance) -> Said:
    return {
        "person_id": chance.person(),
        "name": chance.change(chance.text),
        "email": chance.change(lambda: chance.maybe(chance.text)),
    }


@step(people.deactivate_person, 1)
def _(chance: Chance) -> Said:
    return {"person_id": chance.person()}


@step(people.grant_permission)
def _(chance: Chance) -> Said:
    return {"person_id": chance.person(), "permission": chance.one_of(*Permission)}


@step(people.revoke_permission, 1)
def _(chance: Chance) -> Said:
    granted = chance.any(events.PermissionGranted)
    return {"person_id": granted.person_id, "permission": granted.permission}


@step(people.revoke_token, 1)
def _(chance: Chance) -> Said:
    revoked = chance.facts[events.TokenRevoked]
    again = bool(revoked) and chance.perhaps(0.5)
    return {
        "person_id": chance.person(),
        "token_id": chance.dice.choice(revoked).token_id if again else new_id(),
    }


@step(teams.add_team)
def _(chance: Chance) -> Said:
    above = chance.facts[events.TeamAdded]
    return {
        "name": chance.text(),
        "kind": chance.one_of(*TeamKind),
        "parent_id": chance.dice.choice(above).team_id if above else None,
    }


@step(teams.edit_team)
def _(chance: Chance) -> Said:
    return {
        "team_id": chance.any(events.TeamAdded).team_id,
        "name": chance.change(chance.text),
        "kind": chance.change(lambda: chance.one_of(*TeamKind)),
        "check_in_every": chance.change(lambda: chance.maybe(lambda: chance.one_of(*Rhythm))),
        "creating": chance.change(lambda: chance.one_of(*TeamRole)),
        "contributing": chance.change(lambda: chance.one_of(*TeamRole)),
        "parent_id": chance.change(lambda: chance.any(events.TeamAdded).team_id),
    }


@step(teams.add_team_member, 4)
def _(chance: Chance) -> Said:
    return {
        "team_id": chance.any(events.TeamAdded).team_id,
        "person_id": chance.person(),
        "role": chance.one_of(*TeamRole),
    }


@step(teams.remove_team_member)
def _(chance: Chance) -> Said:
    member = chance.any(events.TeamMemberAdded)
    return {"team_id": member.team_id, "person_id": member.person_id}


@step(cycles.open_cycle)
def _(chance: Chance) -> Said:
    year = 2026 + len(chance.facts[events.CycleOpened])
    return {
        "key": str(year),
        "name": chance.text(),
        "starts_on": date(year, 1, 1),
        "ends_on": date(year, 12, 31),
        "cadence": chance.one_of(*Cadence),
    }


@step(calendars.plan_cycles, 1)
def _(chance: Chance) -> Said:
    year = 2026 + len(chance.facts[events.CycleOpened])
    return {
        "cadence": chance.one_of(*Cadence),
        "fiscal_year": year,
        "begins_on": chance.maybe(lambda: date(year, chance.dice.randint(1, 12), 1)),
        "count": chance.maybe(lambda: chance.dice.randint(1, 3)),
        "prefix": chance.one_of("", "FY"),
    }


@step(phases.plan_phases)
def _(chance: Chance) -> Said:
    cycle = chance.any(events.CycleOpened)
    kinds = [each for each in CyclePhase if chance.perhaps(0.7)]
    days = [cycle.starts_on + timedelta(days=10 * number) for number in range(len(kinds))]
    return {
        "cycle_id": cycle.cycle_id,
        "phases": [
            Phase(
                phase=kind, starts_on=day, ends_on=day + timedelta(days=chance.dice.randint(0, 9))
            )
            for kind, day in zip(kinds, days, strict=True)
        ],
    }


@step(cycles.start_cycle)
def _(chance: Chance) -> Said:
    return {"cycle_id": chance.any(events.CycleOpened).cycle_id}


@step(cycles.review_cycle, 1)
def _(chance: Chance) -> Said:
    return {"cycle_id": chance.any(events.CycleOpened).cycle_id}


@step(cycles.close_cycle, 2)
def _(chance: Chance) -> Said:
    opened = chance.facts[events.CycleOpened]
    ends = [each.cycle_id for each in chance.facts[events.CycleReviewed][-1:] or opened]
    seldom = len(opened) > 2 or chance.perhaps(0.3)
    return {"cycle_id": ends[0] if ends and seldom else new_id()}


@step(objectives.create_objective, 8)
def _(chance: Chance) -> Said:
    by_team = bool(chance.facts[events.TeamAdded]) and chance.perhaps(0.6)
    cycle = chance.any(events.CycleOpened)
    return {
        "cycle_id": cycle.cycle_id,
        "due_on": chance.maybe(lambda: chance.one_of(cycle.starts_on, cycle.ends_on), 0.2),
        "priority_rank": chance.maybe(lambda: chance.dice.randint(0, 4), 0.2),
        "strategy": chance.maybe(chance.text, 0.2),
        **{name: chance.maybe(chance.text, 0.2) for name in WORDING},
        "title": chance.text(),
        "description": chance.maybe(chance.text),
        "ambition": chance.one_of(*Ambition),
        "objective_type": chance.one_of(*ObjectiveType),
        **filed(chance),
        "visibility": Visibility.PRIVATE if chance.perhaps(0.15) else Visibility.ORGANIZATION,
        "owner_team_id": chance.any(events.TeamAdded).team_id if by_team else None,
        "owner_person_id": None if by_team else chance.one_of(chance.person(), chance.actor),
        "accountable_person_id": chance.maybe(chance.person, 0.3),
        "follow_up_id": chance.maybe(lambda: chance.any(events.ItemParked).follow_up_id, 0.1),
    }


@step(objectives.activate_objective, 8)
def _(chance: Chance) -> Said:
    return {"objective_id": chance.objective()}


@step(objectives.edit_objective, 3)
def _(chance: Chance) -> Said:
    return {
        "objective_id": chance.objective(),
        "title": chance.change(chance.text),
        "description": chance.change(lambda: chance.maybe(chance.text)),
        "visibility": chance.change(lambda: chance.one_of(*Visibility), 0.2),
        **chance.one_of(
            {"owner_person_id": chance.change(chance.person, 0.3)},
            {"owner_team_id": chance.change(lambda: chance.any(events.TeamAdded).team_id, 0.3)},
        ),
        "accountable_person_id": chance.change(lambda: chance.maybe(chance.person)),
        "due_on": chance.change(lambda: chance.maybe(chance.day), 0.1),
        "priority_rank": chance.change(lambda: chance.maybe(lambda: chance.dice.randint(1, 4))),
        "strategy": chance.change(lambda: chance.maybe(chance.text)),
        **said_now_and_then(chance, filed),
        **{name: chance.change(lambda: chance.maybe(chance.text), 0.1) for name in WORDING},
        "reason": chance.maybe(chance.text, 0.8),
        "category": chance.maybe(lambda: chance.one_of(*RevisionCategory)),
    }


@step(objectives.close_objective, 1)
def _(chance: Chance) -> Said:
    return {"objective_id": chance.objective()}


@step(objectives.withdraw_objective, 1)
def _(chance: Chance) -> Said:
    return {"objective_id": chance.objective(), "reason": chance.text()}


@step(scores.score_objective)
def _(chance: Chance) -> Said:
    return {"objective_id": chance.objective(), **score(chance)}


def score(chance: Chance) -> Said:
    kind = chance.one_of(*ScoreKind)
    together = kind is ScoreKind.TEAM
    votes = [events.CastVote(person_id=chance.person(), score=chance.share())] if together else []
    return {
        "kind": kind,
        "score": chance.share(),
        "comment": chance.maybe(chance.text),
        "participant_ids": [each.person_id for each in votes],
        "votes": votes,
    }
