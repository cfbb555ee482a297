"""Who is who at Cartwheel while its story is told, as far as it decides who may do what."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from server.demo.script import Ref, Step

ADMINISTRATOR = "person:hana"
ASKED = ("request_id", "participant_id", "link_id", "attachment_id")
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
        self.redacting: set[str] = set()

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

    def grant_permission(self, ids: Ids, step: Step) -> None:
        if step.said["permission"] == "REDACT":
            self.redacting.add(ids["person_id"])

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
