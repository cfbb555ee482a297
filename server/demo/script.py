"""The story of Cartwheel as commands in order of time, counted back from the day of loading.

A year of fifty-two weeks and in it three cycles of thirteen, each from a Monday to a Sunday; the
current one is in its ninth week on the day of loading. Such cycles are no calendar quarters, so
they are not called 2026-Q4: the key is the ISO year of the first Monday and C1 to C4 by its ISO
week (2026-C3 starts in one of the weeks 27 to 39), C5 in the rare year where a cycle starts in week
53.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import attrgetter

from server.demo import objectives
from server.demo.check_ins import check_ins
from server.demo.cycles import Cycle, cycle_before
from server.demo.deeds import deeds
from server.demo.objectives import Objective
from server.demo.scores import scores
from server.demo.steps import Ref, Step, Table, ref, step

__all__ = ["Ref", "Step", "script"]

OPENING = timedelta(hours=7)
SECONDS_OF_WORK = 8 * 60 * 60
PHASES = (
    objectives.drafting,
    objectives.participants,
    objectives.alignments,
    objectives.sign_offs,
    objectives.activation,
)
_MOMENT = attrgetter("at")


def script(today: date) -> list[Step]:
    """Everything that had happened before today; what the files tell beyond it is left out."""
    midnight = datetime.combine(today, time(), UTC)
    told = [each for each in _story(today) if each.at < midnight]
    in_order = sorted(told, key=_MOMENT)
    return [each for _, day in groupby(in_order, key=_MOMENT) for each in _through(list(day))]


def _through(day: list[Step]) -> Iterator[Step]:
    """Spread a day's steps over its working hours, in the order in which they are told."""
    for turn, each in enumerate(day, start=1):
        seconds = SECONDS_OF_WORK * turn // (len(day) + 1)
        yield replace(each, at=each.at + OPENING + timedelta(seconds=seconds))


def _story(today: date) -> Iterator[Step]:
    people, rhythm = _read("people"), _read("rhythm")
    cycles = {slug: cycle_before(today, slug, told) for slug, told in rhythm["cycles"].items()}
    founded_on = min(cycle.starts_on for cycle in cycles.values()) - timedelta(weeks=3)
    yield from _foundation(people, founded_on)
    for slug, cycle in cycles.items():
        tables = [_read(name) for name in rhythm["cycles"][slug]["files"]]
        yield from _cycle(cycle, tables, people, rhythm)


def _foundation(people: Table, day: date) -> Iterator[Step]:
    """The organization, its people and its teams, all by the administrator."""
    organization, names = people["organization"], people["people"]
    first = people["administrator"]
    said = {
        **organization,
        "administrator_name": names[first],
        "administrator_email": _email(first),
    }
    yield step(day, first, "create_organization", said, "organization:cartwheel")
    for person, name in names.items():
        if person != first:
            said = {"name": name, "email": _email(person)}
            yield step(day, first, "add_person", said, f"person:{person}")
    for team, told in people["teams"].items():
        yield from _team(day + timedelta(days=1), first, team, told)


def _team(day: date, by: str, team: str, told: Table) -> Iterator[Step]:
    said = {
        "name": told["name"],
        "kind": told["kind"],
        "parent_id": ref("team", told.get("parent")),
    }
    yield step(day, by, "add_team", said, f"team:{team}")
    for role in ("manager", "member"):
        for person in told.get(f"{role}s", []):
            said = {
                "team_id": Ref(f"team:{team}"),
                "person_id": Ref(f"person:{person}"),
                "role": role.upper(),
            }
            yield step(day, by, "add_team_member", said)


def _cycle(cycle: Cycle, tables: list[Table], people: Table, rhythm: Table) -> Iterator[Step]:
    """One cycle from its planning to its closing, as far as the files tell it."""
    planner = people["administrator"]
    said = {"cycle_id": ref("cycle", cycle.slug)}
    yield _opening(cycle, planner)
    yield step(cycle.day(1), planner, "start_cycle", said)
    drafted = [each for table in tables for each in _objectives(cycle, table, people, rhythm)]
    for phase in PHASES:
        for objective in drafted:
            yield from phase(objective)
    for objective in drafted:
        for key_result in objective.key_results:
            yield from check_ins(key_result)
            yield from objectives.revisions(key_result)
    for table in tables:
        yield from deeds(cycle, table)
    if cycle.closed:
        yield step(cycle.day(cycle.weeks, 4), planner, "review_cycle", said)
        for objective in drafted:
            yield from scores(objective)
        yield step(cycle.day(cycle.weeks + 1, 3), planner, "close_cycle", said)


def _opening(cycle: Cycle, by: str) -> Step:
    said = {
        "key": cycle.key,
        "name": cycle.name,
        "starts_on": cycle.starts_on,
        "ends_on": cycle.ends_on,
        "cadence": cycle.cadence,
        "parent_id": ref("cycle", cycle.within),
    }
    return step(cycle.day(-1), by, "open_cycle", said, f"cycle:{cycle.slug}")


def _objectives(cycle: Cycle, table: Table, people: Table, rhythm: Table) -> Iterator[Objective]:
    for name, told in table.get("objectives", {}).items():
        noun, _, owner = told["owner"].partition(":")
        level = people["teams"][owner]["kind"] if noun == "team" else "INDIVIDUAL"
        slug = f"{cycle.slug}/{name}"
        yield Objective(slug=slug, cycle=cycle, told=told, rhythm=rhythm["levels"][level])


def _email(person: str) -> str:
    return f"{person}@cartwheel.example"


@cache
def _read(name: str) -> Table:
    text = files("server.demo").joinpath("cartwheel", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text, parse_float=Decimal)
