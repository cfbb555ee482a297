"""From an objective as the files tell it to its drafting, agreement, revisions and scores."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from server.demo.cycles import Cycle, working_day
from server.demo.deeds import reading
from server.demo.steps import Ref, Step, Table, exact, ref, step


@dataclass(frozen=True, kw_only=True)
class Objective:
    """An objective of a cycle; `rhythm` says on which days its level plans and reports."""

    slug: str
    cycle: Cycle
    told: Table
    rhythm: Table

    @property
    def leader(self) -> str:
        accountable: str = self.told["accountable"]
        return accountable

    @property
    def key_results(self) -> "list[KeyResult]":
        tables = self.told.items()
        return [
            KeyResult(slug=f"{self.slug}/{name}", objective=self, told=table)
            for name, table in tables
            if isinstance(table, dict) and "metric" in table
        ]

    def check_in_day(self, week: int) -> date:
        return self.cycle.day(week, self.rhythm["check_in"])


@dataclass(frozen=True, kw_only=True)
class KeyResult:
    """A key result of an objective, with what was reported on it week by week."""

    slug: str
    objective: Objective
    told: Table

    @property
    def ref(self) -> Ref:
        return Ref(f"key-result:{self.slug}")

    @property
    def reporter(self) -> str:
        """Who reports the whole: the named one, else the owner, else who answers for it all."""
        owner: str = self.told.get("owner", self.objective.leader)
        return str(self.told.get("reporter", owner))

    @property
    def milestones(self) -> list[str]:
        return list(self.told.get("milestones", {}))

    @property
    def added_on(self) -> date:
        """Planned with its objective, unless the files say in which week it came."""
        week = self.told.get("added")
        return self.objective.check_in_day(week) if week else _drafted_on(self.objective)


def drafting(objective: Objective) -> Iterator[Step]:
    """The objective, its key results and their contributors, by the person who proposed it."""
    told = objective.told
    noun, _, owner = told["owner"].partition(":")
    said = {
        "cycle_id": ref("cycle", objective.cycle.slug),
        "title": told["title"],
        "description": told.get("description"),
        f"owner_{noun}_id": ref(noun, owner),
        "accountable_person_id": ref("person", objective.leader),
        "ambition": told.get("ambition"),
        "visibility": told.get("visibility"),
        "priority_rank": told.get("priority"),
        "strategy": told.get("strategy"),
        "due_on": _due(objective.cycle, told),
    }
    by = told.get("created_by", objective.leader)
    named = f"objective:{objective.slug}"
    yield step(_drafted_on(objective), by, "create_objective", said, named)
    for key_result in objective.key_results:
        yield from _addition(key_result)


def participants(objective: Objective) -> Iterator[Step]:
    """Who else writes it, works towards it or has an interest in it, while it is a draft."""
    slug = objective.slug
    for told in objective.told.get("participants", []):
        noun, _, who = told["who"].partition(":")
        said = {
            "objective_id": Ref(f"objective:{slug}"),
            f"{noun}_id": ref(noun, who),
            "role": told["role"],
        }
        named = f"participant:{slug}/{who}"
        yield step(objective.cycle.day(0, 2), objective.leader, "add_participant", said, named)


def sign_offs(objective: Objective) -> Iterator[Step]:
    """Who agreed before it began: one word where they just do, or a stance with its comment."""
    for person, told in objective.told.get("signs", {}).items():
        said = told if isinstance(told, dict) else {"stance": told}
        named = {"objective_id": Ref(f"objective:{objective.slug}"), **said}
        yield step(objective.cycle.day(0, 4), person, "sign_off_objective", named)


def alignments(objective: Objective) -> Iterator[Step]:
    """What it supports; a target with a slash is a key result."""
    for told in objective.told.get("aligns", []):
        target = f"{objective.cycle.slug}/{told['to']}"
        noun = "key_result" if "/" in told["to"] else "objective"
        said = {
            "objective_id": Ref(f"objective:{objective.slug}"),
            f"to_{noun}_id": ref(noun.replace("_", "-"), target),
            "roll_up": told["roll_up"],
            "weight": exact(told.get("weight")),
            "rationale": told.get("because"),
            "contribution_statement": told.get("how"),
        }
        named = f"alignment:{objective.slug}->{told['to']}"
        yield step(objective.cycle.day(0, 3), objective.leader, "align_objective", said, named)


def activation(objective: Objective) -> Iterator[Step]:
    if not objective.told.get("draft"):
        said = {"objective_id": ref("objective", objective.slug)}
        yield step(objective.cycle.day(0, 4), objective.leader, "activate_objective", said)


def revisions(key_result: KeyResult) -> Iterator[Step]:
    """Changes while the cycle runs, each after the check-in of its week."""
    metric = _metric(key_result)
    for week, told in key_result.told.get("revise", {}).items():
        metric |= reading(key_result.objective.cycle, told.get("metric", {}))
        said = {
            "key_result_id": key_result.ref,
            "reason": told["reason"],
            "category": told["category"],
            "title": told.get("title"),
            "metric": dict(metric) if "metric" in told else None,
            "weight": exact(told.get("weight")),
            "owner_person_id": ref("person", told.get("owner")),
            "due_on": _due(key_result.objective.cycle, told),
        }
        day = key_result.objective.check_in_day(int(week))
        by = told.get("by", key_result.objective.leader)
        yield step(day, by, "revise_key_result", said)


def _addition(key_result: KeyResult) -> Iterator[Step]:
    told, leader = key_result.told, key_result.objective.leader
    said = {
        "objective_id": ref("objective", key_result.objective.slug),
        "part_of_id": _whole(key_result),
        "title": told["title"],
        "verb": told.get("verb"),
        "counted": told.get("counted"),
        "metric": _metric(key_result),
        "curve": reading(key_result.objective.cycle, told["curve"]) if "curve" in told else None,
        "weight": exact(told.get("weight")),
        "owner_person_id": ref("person", told.get("owner")),
        "due_on": _due(key_result.objective.cycle, told),
    }
    yield step(key_result.added_on, leader, "add_key_result", said, key_result.ref.handle)
    for person, part in told.get("contributors", {}).items():
        yield from _joining(key_result, person, part)


def _joining(key_result: KeyResult, person: str, part: Table) -> Iterator[Step]:
    """Assigned, joined alone, or asked and accepted on the Monday of a week."""
    leader = key_result.objective.leader
    said = {"key_result_id": key_result.ref, "target": exact(part["target"])}
    slug = f"{key_result.slug}/{person}"
    if asked := part.get("asked"):
        day = key_result.objective.cycle.day(asked["week"])
        said["text"] = asked["text"]
        yield step(day, person, "request_contribution", said, f"request:{slug}")
        accepted = {"request_id": Ref(f"request:{slug}"), "answer": asked["answer"]}
        yield step(day, leader, "accept_request", accepted, f"contribution:{slug}")
        return
    joined_on = working_day(key_result.added_on, part.get("days", 0))
    said["person_id"] = Ref(f"person:{person}")
    by = person if part.get("joined") else leader
    yield step(joined_on, by, "assign_contributor", said, f"contribution:{slug}")


def _whole(key_result: KeyResult) -> Ref | None:
    whole = key_result.told.get("part_of")
    return Ref(f"key-result:{key_result.objective.slug}/{whole}") if whole else None


def _metric(key_result: KeyResult) -> Table:
    told, cycle = key_result.told, key_result.objective.cycle
    metric = reading(cycle, told["metric"])
    if "by" in metric:
        metric["by"] = cycle.day(told["metric"]["by"], 4)
    if key_result.milestones:
        metric["milestones"] = [
            {
                "title": each["title"],
                "weight": exact(each.get("weight", 1)),
                "due_on": _due(cycle, each),
            }
            for each in told["milestones"].values()
        ]
    return metric


def _due(cycle: Cycle, told: Table) -> date | None:
    return cycle.day(told["due"], 4) if "due" in told else None


def _drafted_on(objective: Objective) -> date:
    return objective.cycle.day(*objective.rhythm["draft"])
