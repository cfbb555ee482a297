"""What is said in random histories about pieces of work, and about what is given up.

Allowed or not is for the rules to say.
"""

from decimal import Decimal
from typing import Any
from uuid import UUID

from server.okr import conversions, events, withdrawals, work, work_links
from server.okr.terms import (
    ABSENT,
    InitiativeSort,
    Tracking,
    Withdrawal,
    WorkKind,
    WorkLinkKind,
    WorkState,
)
from tests.chance import Chance, step
from tests.steps import Said


def stated(chance: Chance) -> Said:
    """A piece of work that is whole, most often an initiative."""
    kind = chance.one_of(WorkKind.INITIATIVE, *WorkKind)
    initiative = kind is WorkKind.INITIATIVE
    return {
        "title": chance.text(),
        "kind": kind,
        "sort": chance.one_of(*InitiativeSort) if initiative else None,
        "verb": chance.maybe(chance.text),
        "counted": chance.maybe(chance.text),
        "scope": chance.text(),
        "criteria": chance.maybe(chance.text),
        "starts_on": chance.day(),
        "ends_on": chance.today,
        "tracking": chance.one_of(*Tracking),
        "effort": chance.maybe(lambda: chance.number(0, 90)),
    }


def item(chance: Chance) -> UUID:
    return chance.any(events.WorkItemAdded).work_item_id


@step(work.add_work_item, 3)
def _(chance: Chance) -> Said:
    ends: list[tuple[str, Any]] = [
        ("key_result_id", chance.key_result),
        ("key_result_id", chance.key_result),
        ("objective_id", chance.objective),
    ]
    if chance.facts[events.WorkItemAdded]:
        ends += [("within_id", lambda: item(chance)), ("owner_person_id", chance.person)]
    name, draw = chance.one_of(*ends)
    said = {
        "key_result_id": None,
        "objective_id": None,
        "within_id": None,
        "owner_person_id": None,
        "owner_team_id": chance.maybe(lambda: chance.any(events.TeamAdded).team_id, 0.2),
    }
    return stated(chance) | said | {name: draw()}


@step(work.edit_work_item, 2)
def _(chance: Chance) -> Said:
    drawn = stated(chance)
    changes = {name: each if chance.perhaps(0.4) else ABSENT for name, each in drawn.items()}
    return changes | {
        "work_item_id": item(chance),
        "kind": ABSENT,
        "sort": ABSENT,
        "title": chance.text(),
        "owner_person_id": ABSENT,
        "owner_team_id": ABSENT,
    }


@step(work.report_work, 3)
def _(chance: Chance) -> Said:
    return {
        "work_item_id": item(chance),
        "state": chance.maybe(lambda: chance.one_of(*WorkState)),
        "done": chance.maybe(chance.share, 0.3),
        "spent": chance.maybe(lambda: Decimal(chance.dice.randrange(40)), 0.6),
        "criteria_met": chance.perhaps(0.3),
        "note": chance.maybe(chance.text),
    }


@step(work_links.link_work, 3)
def _(chance: Chance) -> Said:
    kind = chance.one_of(*WorkLinkKind)
    said: dict[str, Any] = {"work_item_id": item(chance), "kind": kind, "weight": chance.weight()}
    said["note"] = chance.maybe(chance.text)
    if kind is not WorkLinkKind.SERVES:
        return said | {"to_work_item_id": item(chance)}
    if chance.perhaps(0.5):
        return said | {"to_objective_id": chance.objective()}
    return said | {"to_key_result_id": chance.key_result()}


@step(work_links.unlink_work)
def _(chance: Chance) -> Said:
    return {"work_link_id": chance.any(events.WorkLinked).work_link_id}


@step(conversions.convert_key_result_to_initiative, 1)
def _(chance: Chance) -> Said:
    return {
        "key_result_id": chance.key_result(),
        "sort": chance.one_of(*InitiativeSort),
        "scope": chance.text(),
        "starts_on": chance.day(),
        "ends_on": chance.today,
        "reason": chance.text(),
        "to_key_result_id": chance.maybe(chance.key_result, 0.3),
    }


@step(conversions.convert_initiative_to_key_result, 3)
def _(chance: Chance) -> Said:
    added = chance.facts[events.WorkItemAdded]
    whole = [each for each in added if each.kind is WorkKind.INITIATIVE and each.objective_id]
    return {
        "work_item_id": whole[-1].work_item_id if whole else item(chance),
        "metric": chance.metric([]),
        "reason": chance.text(),
    }


@step(withdrawals.withdraw_key_result, 1)
def _(chance: Chance) -> Said:
    return {
        "key_result_id": chance.key_result(),
        "reason": chance.text(),
        "kind": chance.one_of(*Withdrawal),
    }
