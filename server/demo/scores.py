"""From scores as the files tell them to scoring: each for themselves, the team, the agreed one."""

from collections.abc import Iterator

from server.demo.objectives import Objective
from server.demo.steps import Ref, Step, Table, exact, step


def scores(objective: Objective) -> Iterator[Step]:
    """Each for themselves on the last Friday, the team on Monday, agreed on Tuesday."""
    if not objective.cycle.closed:
        return
    for key_result in objective.key_results:
        yield from _scores(objective, key_result.told, key_result.reporter, key_result.ref)
    whole = Ref(f"objective:{objective.slug}")
    yield from _scores(objective, objective.told, objective.leader, whole)


def _scores(objective: Objective, told: Table, worker: str, scored: Ref) -> Iterator[Step]:
    noun = scored.handle.partition(":")[0].replace("-", "_")
    last = objective.cycle.weeks
    days = {"SELF": (last, 4), "TEAM": (last + 1, 0), "AGREED": (last + 1, 1)}
    people = {"SELF": worker, "TEAM": objective.leader}
    for kind, score in told.get("scores", {}).items():
        by = people.get(kind) or objective.told["reviewed_by"]
        said = {f"{noun}_id": scored, "kind": kind, "score": exact(score), **_beside(kind, told)}
        yield step(objective.cycle.day(*days[kind]), by, f"score_{noun}", said)


def _beside(kind: str, told: Table) -> Table:
    """What is said beside the number: words and reasons of the agreed one, votes of the team."""
    match kind:
        case "AGREED":
            return {"comment": told.get("comment"), "miss": told.get("miss")}
        case "TEAM":
            return _together(told.get("votes"))
        case _:
            return {}


def _together(votes: Table | None) -> Table:
    """Who scored with the team, and what each of them voted."""
    people = {Ref(f"person:{person}"): exact(score) for person, score in (votes or {}).items()}
    cast = [{"person_id": person, "score": score} for person, score in people.items()]
    return {"participant_ids": list(people), "votes": cast} if cast else {}
