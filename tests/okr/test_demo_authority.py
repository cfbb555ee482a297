"""In the demo's story nobody acts on what is not theirs, and nothing is reported out of season."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from server.demo.script import Step, script
from tests.okr.cartwheel import ADMINISTRATOR, Cartwheel, Ids, ids_of
from tests.okr.confiding import in_confidence, may_confide

# What is asked for with these is for who steers the key result to give.
STEERED = {"target", "category"}
ANYBODY = {
    *("add_comment", "add_recognition", "propose_key_result", "request_contribution"),
    *("request_help", "offer_help", "park_item", "resolve_follow_up", "answer_pulse"),
}
TAKEN_BACK = {
    *("withdraw_comment", "withdraw_request", "withdraw_announcement", "withdraw_recognition"),
    "resolve_comment",
}
MENTORING = {"mentorship", "mentoring", "consent"}


def may(house: Cartwheel, step: Step) -> bool:
    actor, ids = step.actor, ids_of(step.said)
    match step.deed:
        case "create_objective":
            allowed = may_create(house, actor, ids)
        case "record_check_in":
            allowed = may_report(house, actor, ids["key_result_id"], whole="whole" in step.said)
        case "record_check_ins":
            allowed = all(may(house, each) for each in one_by_one(step))
        case "remove_contributor" if actor == house.part(ids["contribution_id"])["person_id"]:
            allowed = True
        case "correct_check_in" | "retract_check_in":
            allowed = actor == house.author[ids["check_in_id"]]
        case "answer_obstacle":
            check_in = ids["obstacle_id"].replace("obstacle:", "check-in:").rpartition("/")[0]
            key_result = house.of(check_in, "key_result_id")
            mine = house.belongs(actor, house.of(key_result, "objective_id"))
            allowed = mine or "help" in house.said[check_in]
        case "explain_miss" | "score_key_result" if step.said.get("kind") in (None, "SELF"):
            allowed = house.reports_whole(actor, ids["key_result_id"])
        case "assign_contributor" if actor == ids["person_id"]:
            allowed = house.belongs(actor, house.objective_of(ids))
        case "redact_event" | "forget_person":
            allowed = actor in house.redacting
        case _:
            allowed = step.deed in ANYBODY or may_together(house, step)
    return allowed


def one_by_one(step: Step) -> Iterator[Step]:
    """The reports of a round, as if each came alone."""
    rounds: Any = step.said["check_ins"]
    return (replace(step, deed="record_check_in", said=said) for said in rounds)


def may_together(house: Cartwheel, step: Step) -> bool:
    """What people ask of each other, agree on and look back at; all else is steering."""
    actor, ids = step.actor, ids_of(step.said)
    match step.deed:
        case "carry_objective_forward":
            allowed = may_create(house, actor, ids_of(house.said[ids["objective_id"]]) | ids)
        case "sign_off_objective":
            allowed = may_sign(house, actor, ids["objective_id"])
        case "record_review":
            allowed = may_review(house, actor, ids)
        case deed if not MENTORING.isdisjoint(deed.split("_")) or in_confidence(house.said, ids):
            allowed = may_confide(house.said, actor, ids)
        case "report_work":
            owner = house.of(ids["work_item_id"], "owner_person_id")
            allowed = actor in (owner, ADMINISTRATOR)
        case deed if deed in TAKEN_BACK:
            said = next(iter(ids.values()))
            allowed = actor == house.author[house.of(said, "announcement_id") or said]
        case "propose_revision" | "record_attestation":
            allowed = "announcement_id" in ids or house.belongs(actor, house.objective_of(ids))
        case "accept_request" if house.said[ids["request_id"]].keys().isdisjoint(STEERED):
            allowed = actor == house.author[ids["request_id"]]
        case _:
            allowed = actor == ADMINISTRATOR or may_steer(house, actor, ids)
    return allowed


def may_create(house: Cartwheel, actor: str, ids: Ids) -> bool:
    if "owner_team_id" in ids:
        team = ids["owner_team_id"]
        anybody = house.least[team].get("creating") != "MANAGER"
        return (anybody and actor in house.members[team]) or house.leads(actor, team)
    owner = ids["owner_person_id"]
    teams = [team for team, members in house.members.items() if owner in members]
    return actor == owner or any(house.leads(actor, team) for team in teams)


def may_report(house: Cartwheel, actor: str, key_result: str, *, whole: bool) -> bool:
    """A contributor says `whole` where it is not their own part; nobody else has a part."""
    if "per_person" in house.said[key_result]["metric"]:
        team = house.of(house.of(key_result, "objective_id"), "owner_team_id")
        return actor in house.members[team] and not whole
    if actor in house.parts[key_result] and not whole:
        return house.said[key_result]["metric"]["kind"] in {"INCREASE", "DECREASE"}
    said_so = whole == (actor in house.parts[key_result])
    return said_so and house.reports_whole(actor, key_result)


def may_measure(house: Cartwheel, actor: str, ids: Ids) -> bool:
    kpi = ids.get("kpi_id") or house.of(ids["kpi_value_id"], "kpi_id")
    owner, team = house.of(kpi, "owner_person_id"), house.of(kpi, "owner_team_id")
    return actor == owner or actor in house.members[team] or house.leads(actor, team)


def may_sign(house: Cartwheel, actor: str, objective: str) -> bool:
    teams = {house.of(objective, "owner_team_id"), *house.sharing[objective]}
    member = any(actor in house.members[team] for team in teams)
    return member or actor in house.writing[objective]


def may_review(house: Cartwheel, actor: str, ids: Ids) -> bool:
    """Whoever works on what it is about; a whole cycle is looked at by those who lead."""
    if "team_id" in ids:
        return actor in house.members[ids["team_id"]]
    if "objective_id" in ids:
        return house.belongs(actor, ids["objective_id"])
    return any(actor in managers for managers in house.managers.values())


def may_steer(house: Cartwheel, actor: str, ids: Ids) -> bool:
    team = ids.get("team_id") or ids.get("owner_team_id")
    if team and "objective_id" not in ids:
        return house.leads(actor, team)
    if not ids.keys().isdisjoint({"kpi_id", "kpi_value_id"}):
        return may_measure(house, actor, ids)
    return house.owns(actor, house.objective_of(ids))


def test_everybody_acts_on_what_they_may() -> None:
    house = Cartwheel()
    for step in script(date(2026, 11, 22)):
        assert step.actor in house.people, step
        assert may(house, step), step
        house.take(step)


def test_check_ins_come_while_the_cycle_the_objective_and_the_key_result_are_going() -> None:
    house = Cartwheel()
    for step in script(date(2026, 11, 22)):
        if step.deed == "record_check_in":
            key_result = ids_of(step.said)["key_result_id"]
            objective = house.of(key_result, "objective_id")
            cycle = house.of(objective, "cycle_id")
            assert house.going.issuperset({key_result, objective, cycle}), step
        house.take(step)


def test_objectives_come_from_above_and_from_below() -> None:
    house, from_above = Cartwheel(), []
    for step in script(date(2026, 11, 22)):
        if step.deed == "create_objective":
            teams = list(house.above(ids_of(step.said).get("owner_team_id", "")))
            owner = ids_of(step.said).get("owner_person_id", step.actor)
            managed = any(step.actor in house.managers[team] for team in teams[1:])
            from_above.append(managed or owner != step.actor)
        house.take(step)
    assert 5 <= sum(from_above) <= len(from_above) / 2
