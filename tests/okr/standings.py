"""How things stand, with defaults: a test names only what matters to it."""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any, TypeVar
from uuid import UUID, uuid5

import pytest

from server.okr import now, said_now, terms
from server.okr.events import Fact
from server.okr.refusals import Refused
from server.okr.standing import Decision, Standing, alignments_stream
from server.okr.terms import Permission

Rule = Callable[[Standing, Any], Decision]
Said = TypeVar("Said")
Words = dict[str, Any]


def an_id(name: str) -> UUID:
    return uuid5(UUID(int=0), name)


ORGANIZATION, CYCLE, OBJECTIVE, KEY_RESULT = map(an_id, ("org", "cycle", "objective", "key-result"))
CONTRIBUTION, CHECK_IN, OBSTACLE, ALIGNMENT = map(an_id, ("part", "report", "obstacle", "edge"))
REQUEST = an_id("request")
LINK = an_id("link")
ME, SOMEBODY, TEAM, DEPARTMENT, ELSEWHERE = map(
    an_id, ("me", "other", "team", "above", "elsewhere")
)
ALIGNMENTS = alignments_stream(ORGANIZATION)
TODAY = date(2026, 11, 22)
ANY = {"any fact"}


def a_stranger(**known: Any) -> now.ActorNow:
    permissions = [Permission.READ, Permission.CONTRIBUTE]
    actor: Words = {"id": ME, "permissions": permissions, "member_of": [], "manages": []}
    return now.ActorNow(**(actor | known))


def a_member(team: UUID = TEAM) -> now.ActorNow:
    return a_stranger(member_of=[team])


def a_manager(team: UUID = TEAM) -> now.ActorNow:
    return a_stranger(member_of=[team], manages=[team])


def a_manager_above() -> now.ActorNow:
    return a_stranger(member_of=[DEPARTMENT], manages=[DEPARTMENT, TEAM])


def an_administrator() -> now.ActorNow:
    return a_stranger(permissions=[Permission.ADMINISTER])


def a_planner() -> now.ActorNow:
    return a_stranger(permissions=[Permission.MANAGE])


def a_person(**known: Any) -> now.PersonNow:
    person: Words = {"id": SOMEBODY, "version": 3, "active": True, "permissions": []}
    return now.PersonNow(**(person | {"member_of": []} | known))


def a_team(**known: Any) -> now.TeamNow:
    team: Words = {"id": TEAM, "version": 4, "kind": terms.TeamKind.TEAM, "members": []}
    team |= {"above": [TEAM, DEPARTMENT], "children": 0, "creating": terms.TeamRole.MEMBER}
    return now.TeamNow(**(team | known))


def an_organization(**known: Any) -> now.OrganizationNow:
    organization: Words = {"id": ORGANIZATION, "version": 8, "policy": terms.Policy()}
    return now.OrganizationNow(**(organization | known))


def a_cycle(state: str = "ACTIVE", **known: Any) -> now.CycleNow:
    cycle: Words = {"id": CYCLE, "version": 2, "key": "2026-Q4", "state": terms.CycleState[state]}
    days = {"starts_on": date(2026, 10, 1), "ends_on": date(2026, 12, 31)}
    return now.CycleNow(**(cycle | days | {"policy": terms.Policy()} | known))


def an_objective(state: str = "ACTIVE", cycle: str = "ACTIVE", **known: Any) -> now.ObjectiveNow:
    objective: Words = {
        "id": OBJECTIVE,
        "version": 5,
        "title": "Mentees feel at home",
        "level": terms.Level.TEAM,
        "state": terms.ObjectiveState[state],
        "visibility": terms.Visibility.ORGANIZATION,
        "owner_team_id": TEAM,
        "owner_person_id": None,
        "accountable_person_id": None,
        "creator_id": SOMEBODY,
        "cycle": a_cycle(cycle),
        "key_results": 3,
        "alignments": 0,
        "rolls_up": False,
        "personal": False,
        "contributing": terms.TeamRole.MEMBER,
        "participants": [],
        "agreement": now.AgreementNow(asked=0, agreed=0),
    }
    return now.ObjectiveNow(**(objective | known))


def a_metric(kind: str = "INCREASE", **known: Any) -> terms.Metric:
    return terms.Metric(kind=terms.MetricKind[kind], **known)


def a_key_result(state: str = "ACTIVE", metric: str = "INCREASE", **known: Any) -> now.KeyResultNow:
    key_result: Words = {
        "id": KEY_RESULT,
        "version": 6,
        "state": terms.KeyResultState[state],
        "owner_person_id": None,
        "metric": a_metric(metric),
        "milestones": [],
        "contributions": [],
        "summed": False,
        "gathered": False,
        "explained": False,
        "reached": False,
        "objective": an_objective(),
    }
    return now.KeyResultNow(**(key_result | known))


def a_part(person_id: UUID = ME) -> now.ContributionNow:
    return now.ContributionNow(id=CONTRIBUTION, person_id=person_id)


def a_check_in(**known: Any) -> now.CheckInNow:
    check_in: Words = {
        "id": CHECK_IN,
        "author_id": ME,
        "contribution_id": None,
        "value": Decimal(12),
        "confidence": Decimal("0.6"),
        "status": terms.Status.AT_RISK,
        "note": "Slower than hoped",
        "occurred_on": TODAY,
        "corrected": False,
        "retracted": False,
    }
    return now.CheckInNow(**(check_in | known))


def a_link(**known: Any) -> now.LinkNow:
    link: Words = {"id": LINK, "objective_id": OBJECTIVE, "to_objective_id": an_id("target")}
    return now.LinkNow(**(link | known))


def an_alignment(**known: Any) -> now.AlignmentNow:
    target: Words = {"to_objective_id": an_id("target"), "to_key_result_id": None}
    alignment: Words = {"id": ALIGNMENT, "version": 7, "objective_id": OBJECTIVE}
    return now.AlignmentNow(**(alignment | target | {"roll_up": terms.RollUp.NONE} | known))


def a_request(kind: str = "CONTRIBUTION", state: str = "OPEN", **known: Any) -> said_now.RequestNow:
    request: Words = {
        "id": REQUEST,
        "version": 8,
        "kind": terms.RequestKind[kind],
        "state": terms.RequestState[state],
        "objective_id": OBJECTIVE,
        "asked_by_id": SOMEBODY,
        "of_person_id": None,
        "target": Decimal(4) if kind == "CONTRIBUTION" else None,
    }
    return said_now.RequestNow(**(request | known))


def a_standing(actor: now.ActorNow | None = None, **known: Any) -> Standing:
    numbers = count(1)
    standing: Words = {
        "organization_id": ORGANIZATION,
        "position": 40,
        "actor": actor or an_administrator(),
        "administrators": [an_id("administrator")],
        "today": TODAY,
        "organization": an_organization(),
        "new_id": lambda: UUID(int=next(numbers)),
    }
    return Standing(**(standing | known))


def about(actor: now.ActorNow | None = None, **known: Any) -> Standing:
    """A standing whose objective is that of its key result."""
    key_result = known.pop("key_result", None) or a_key_result()
    objective = known.pop("objective", None) or key_result.objective
    key_result = replace(key_result, objective=objective)
    return a_standing(actor, objective=objective, key_result=key_result, **known)


RELATIONS: dict[str, tuple[now.ActorNow, Words, Words]] = {
    "stranger": (a_stranger(), {}, {}),
    "member": (a_member(), {}, {}),
    "manager": (a_manager(), {}, {}),
    "manager above": (a_manager_above(), {}, {}),
    "administrator": (an_administrator(), {}, {}),
    "owner": (a_stranger(), {"owner_team_id": None, "owner_person_id": ME}, {}),
    "accountable": (a_stranger(), {"accountable_person_id": ME}, {}),
    "author": (a_stranger(), {"creator_id": ME}, {}),
    "key result's owner": (a_stranger(), {}, {"owner_person_id": ME}),
    "contributor": (a_stranger(), {}, {"contributions": [a_part()]}),
}
OWNERS = {"manager", "manager above", "administrator", "owner", "accountable"}
DRAFTERS = OWNERS | {"author"}


def who_may(rule: Rule, said: object, standing: Standing | None = None) -> set[str]:
    """The relations to an objective or a key result in which a rule lets the actor do it."""
    standing = standing or about()
    assert standing.key_result
    assert standing.objective
    may = set()
    for relation, (actor, objective, key_result) in RELATIONS.items():
        owned = replace(standing.objective, **objective)
        measured = replace(standing.key_result, objective=owned, **key_result)
        tried = replace(standing, actor=actor, objective=owned, key_result=measured)
        if "NOT_ALLOWED" not in reasons(rule, tried, said):
            may.add(relation)
    return may


def saying(command: Said, **words: Any) -> Said:
    """A command with other words, null too where its types do not have it."""
    said = copy(command)
    assert words.keys() <= vars(said).keys()
    vars(said).update(words)
    return said


def reasons(rule: Rule, standing: Standing, said: object) -> list[str]:
    """The codes of a refusal with their places, as `INVALID title`; none where the rule decides."""
    try:
        rule(standing, said)
    except Refused as refused:
        return [" ".join([each.code(), ".".join(each.path)]).strip() for each in refused.reasons]
    return []


def refused(rule: Rule, standing: Standing, said: object) -> set[str]:
    """All reasons to decline; there must be one."""
    found = reasons(rule, standing, said)
    assert len(found) == len(set(found)) > 0
    return set(found)


def stale(rule: Rule, standing: Standing, said: object) -> tuple[set[str], int]:
    """What a client is told who decided on version 1."""
    with pytest.raises(Refused) as refusal:
        rule(replace(standing, expected_version=1), said)
    (reason,) = refusal.value.reasons
    version: int = vars(reason)["current_version"]
    return {f"{reason.code()} {'.'.join(reason.path)}"}, version


def the_fact(rule: Rule, standing: Standing, said: object) -> Fact:
    """The one fact that a rule decides on."""
    (fact,) = rule(standing, said).facts
    return fact


def rests_on(rule: Rule, standing: Standing, said: object) -> dict[UUID | None, set[str]]:
    """The streams that guard a decision, each with the kinds of fact that would overturn it."""
    found: dict[UUID | None, set[str]] = {}
    for guard in rule(standing, said).guards:
        kinds = {each.__name__ for each in guard.kinds} or ANY
        found[guard.stream] = found.get(guard.stream, set()) | kinds
    return found
