"""In the demo's story nobody acts on what is not theirs, and nothing is reported out of season."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from server.demo.script import Ref, Step, script
from tests.okr.confiding import in_confidence, may_confide

ADMINISTRATOR = "person:hana"
ASKED = ("request_id", "participant_id", "link_id", "attachment_id")
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
Ids = dict[str, str]


def ids_of(said: dict[str, Any]) -> Ids:
    return {field: each.handle for field, each in said.items() if isinstance(each, Ref)}


class Cartwheel:
    """What the story has said so far, as far as it decides who may do what.

    What a step changes is the method of its name, where it changes anything of the kind.
    """

    def __init__(self) -> None:
        self.said: dict[str, dict[str, Any]] = {}
        self.author: dict[str, str] = {}
        self.people = {ADMINISTRATOR}
        self.members: dict[str, set[str]] = defaultdict(set)
        self.managers: dict[str, set[str]] = defaultdict(set)
        self.parts: dict[str, set[str]] = defaultdict(set)
        self.sharing: dict[str, set[str]] = defaultdict(set)
        self.writing: dict[str, set[str]] = defaultdict(set)
        self.least: dict[str, dict[str, Any]] = defaultdict(dict)
        self.going: set[str] = set()

    def take(self, step: Step) -> None:
        if step.name:
            self.said[step.name] = step.said
            self.author[step.name] = step.actor
        effect = getattr(self, step.deed, None)
        if effect:
            effect(ids_of(step.said), step)

    def add_person(self, _: Ids, step: Step) -> None:
        self.people.add(str(step.name))

    def deactivate_person(self, ids: Ids, _: Step) -> None:
        self.people.remove(ids["person_id"])

    def add_team_member(self, ids: Ids, step: Step) -> None:
        self.members[ids["team_id"]].add(ids["person_id"])
        if step.said["role"] == "MANAGER":
            self.managers[ids["team_id"]].add(ids["person_id"])

    def remove_team_member(self, ids: Ids, _: Step) -> None:
        self.members[ids["team_id"]].remove(ids["person_id"])

    def assign_contributor(self, ids: Ids, _: Step) -> None:
        assert ids["person_id"] not in self.parts[ids["key_result_id"]]
        self.parts[ids["key_result_id"]].add(ids["person_id"])

    def remove_contributor(self, ids: Ids, _: Step) -> None:
        part = self.part(ids["contribution_id"])
        self.parts[part["key_result_id"]].remove(part["person_id"])

    def part(self, contribution: str) -> Ids:
        """Whose part it is and of what: of who was given it, or of who had asked for it."""
        ids = ids_of(self.said[contribution])
        if "request_id" not in ids:
            return ids
        asked = ids["request_id"]
        return ids_of(self.said[asked]) | {"person_id": self.author[asked]}

    def accept_request(self, ids: Ids, _: Step) -> None:
        asked = self.said[ids["request_id"]]
        if "target" in asked:
            self.assign_contributor(
                ids_of(asked) | {"person_id": self.author[ids["request_id"]]}, _
            )

    def add_participant(self, ids: Ids, step: Step) -> None:
        if step.said["role"] == "SHARES":
            self.sharing[ids["objective_id"]].add(ids["team_id"])
        if step.said["role"] == "CO_AUTHOR":
            self.writing[ids["objective_id"]].add(ids["person_id"])

    def edit_team(self, ids: Ids, step: Step) -> None:
        self.least[ids["team_id"]].update(step.said)

    def add_key_result(self, _: Ids, step: Step) -> None:
        self.going.add(str(step.name))

    def carry_objective_forward(self, ids: Ids, step: Step) -> None:
        self.said[str(step.name)] = self.said[ids["objective_id"]] | step.said
        going_on: Any = step.said["key_result_ids"]
        for number, each in enumerate(going_on):
            key_result = f"{step.name}/{number}".replace("objective:", "key-result:")
            self.said[key_result] = self.said[each.handle] | {"objective_id": Ref(str(step.name))}
            self.going.add(key_result)

    def start_cycle(self, ids: Ids, _: Step) -> None:
        self.going.update(ids.values())

    def close_cycle(self, ids: Ids, _: Step) -> None:
        self.going.difference_update(ids.values())

    activate_objective = start_cycle
    withdraw_objective = withdraw_key_result = close_objective = close_cycle

    def of(self, name: str, field: str) -> str:
        return ids_of(self.said[name]).get(field, "")

    def above(self, team: str) -> Iterator[str]:
        """The team and those above it."""
        while team:
            yield team
            team = self.of(team, "parent_id")

    def leads(self, person: str, team: str) -> bool:
        managers = [self.managers[each] for each in self.above(team)]
        return person == ADMINISTRATOR or any(person in each for each in managers)

    def owns(self, person: str, objective: str) -> bool:
        named = {self.of(objective, f"{role}_person_id") for role in ("owner", "accountable")}
        return person in named or self.leads(person, self.of(objective, "owner_team_id"))

    def belongs(self, person: str, objective: str) -> bool:
        teams = {self.of(objective, "owner_team_id"), *self.sharing[objective]}
        member = any(person in self.members[team] for team in teams)
        return member or self.owns(person, objective)

    def reports_whole(self, person: str, key_result: str) -> bool:
        objective = self.of(key_result, "objective_id")
        owner = self.of(key_result, "owner_person_id")
        if owner or self.parts[key_result]:
            return person == owner or self.owns(person, objective)
        return self.belongs(person, objective)

    def objective_of(self, ids: Ids) -> str:
        while "objective_id" not in ids:
            nouns = ("key_result_id", "contribution_id", "alignment_id", *ASKED)
            ids = ids_of(self.said[next(ids[noun] for noun in nouns if noun in ids)])
        return ids["objective_id"]


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
