"""Findings and lineage worked out a second time, from nothing but what one reader sees."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

ALL = """query ($after: String) { organization { objectives(first: 200, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes { id level state
    alignments { id contributionStatement
      to { ... on Objective { id level state } ... on KeyResult { id
        keyResultState: state objective { id level state } } } }
    keyResults { ...Work parts { ...Work } } } } } }
fragment Work on KeyResult { id state contributions { totalCount nodes { id } }
  metric { milestones { id } } checkIns { nodes { retracted } } }"""
FOUND = """query ($filter: FindingFilter, $after: String) { organization {
  findings(first: 100, filter: $filter, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { code node { id } } } } }"""
CODES = (
    "UNALIGNED",
    "ORPHANED",
    "LACKS_COMPANY_PARENT",
    "LACKS_DEPARTMENT_PARENT",
    "NO_CONTRIBUTION_STATEMENT",
    "STARVED",
)

Answer = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """All objectives that somebody sees, with what hangs on them."""

    objectives: list[Answer]

    def findings(self) -> set[tuple[str, str]]:
        """What is worth a second look about them, and about what."""
        found = {each for objective in self._active() for each in self._of_objective(objective)}
        return found | {("STARVED", each) for each in self._starved()}

    def edges(self) -> set[tuple[str, str]]:
        """What leads to what directly, from below to above."""
        alive = [each for each in self.objectives if each["state"] != "WITHDRAWN"]
        found = {
            (objective["id"], alignment["to"]["id"])
            for objective in alive
            for alignment in objective["alignments"]
            if "WITHDRAWN"
            not in (alignment["to"].get("keyResultState"), supported(alignment)["state"])
        }
        for objective in self.objectives:
            for key_result, above in key_results(objective):
                if key_result["state"] != "WITHDRAWN":
                    found.add((key_result["id"], above))
                    found |= {(part, key_result["id"]) for part in parts(key_result)}
        return found

    def reached(self, start: str, *, down: bool) -> set[tuple[str, str]]:
        """Every step of every way from a start, each from where to where."""
        edges = {(after, before) if down else (before, after) for before, after in self.edges()}
        taken: set[tuple[str, str]] = set()
        waiting = {start}
        while waiting:
            step = {edge for edge in edges - taken if edge[0] in waiting}
            taken |= step
            waiting = {after for _, after in step}
        return taken

    def _active(self) -> list[Answer]:
        return [each for each in self.objectives if each["state"] == "ACTIVE"]

    def _of_objective(self, objective: Answer) -> Iterator[tuple[str, str]]:
        alignments, level = objective["alignments"], objective["level"]
        at = {supported(each)["level"] for each in alignments}
        if level != "COMPANY" and not alignments:
            yield "UNALIGNED", objective["id"]
        if level != "COMPANY" and not self._reaches_top(objective["id"]):
            yield "ORPHANED", objective["id"]
        for parent in {"COMPANY", "DEPARTMENT"} - at if level in ("TEAM", "INDIVIDUAL") else ():
            yield f"LACKS_{parent}_PARENT", objective["id"]
        for each in alignments:
            if each["contributionStatement"] is None:
                yield "NO_CONTRIBUTION_STATEMENT", each["id"]

    def _reaches_top(self, objective_id: str) -> bool:
        above = [
            supported(each)
            for objective in self.objectives
            if objective["id"] == objective_id
            for each in objective["alignments"]
        ]
        active = [each for each in above if each["state"] == "ACTIVE"]
        return any(each["level"] == "COMPANY" or self._reaches_top(each["id"]) for each in active)

    def _starved(self) -> Iterator[str]:
        worked_on = {
            each["to"]["id"] for objective in self.objectives for each in objective["alignments"]
        }
        for objective in self._active():
            for each, _ in key_results(objective):
                reported = any(not report["retracted"] for report in each["checkIns"]["nodes"])
                taken = reported or each["contributions"]["totalCount"] or each["id"] in worked_on
                whole = any(part["state"] == "ACTIVE" for part in each.get("parts", []))
                if each["state"] == "ACTIVE" and not taken and not whole:
                    yield each["id"]


def key_results(objective: Answer) -> Iterator[tuple[Answer, str]]:
    """Each key result of an objective with what it is for: the objective, or a whole."""
    for each in objective["keyResults"]:
        yield each, objective["id"]
        yield from ((part, each["id"]) for part in each["parts"])


def supported(alignment: Answer) -> Answer:
    """The objective that is supported, directly or through its key result."""
    found: Answer = alignment["to"].get("objective", alignment["to"])
    return found


def parts(key_result: Answer) -> Iterator[str]:
    """What leads to a key result from within it."""
    for each in (*key_result["contributions"]["nodes"], *key_result["metric"]["milestones"]):
        yield each["id"]
