"""The demo's story: whole, in order, and nobody in it does what they may not."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from importlib.resources import files
from itertools import pairwise
from pkgutil import iter_modules
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from server import okr
from server.demo.script import Ref, Step, script
from tests.okr.told import said

SUNDAY = date(2026, 11, 22)
PAST = ("held_on", "occurred_on", "baseline_from", "baseline_on")
OPEN = ("help", "adjustment")
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))


@pytest.fixture(scope="module")
def story() -> list[Step]:
    return script(SUNDAY)


def days_of_the_past(value: object) -> Iterator[date]:
    """Days on which something is said to have been held, measured or seen."""
    if isinstance(value, dict):
        yield from (value[each] for each in PAST if each in value)
        for each in value.values():
            yield from days_of_the_past(each)
    for each in value if isinstance(value, list) else []:
        yield from days_of_the_past(each)


def handles(value: object) -> Iterator[str]:
    if isinstance(value, Ref):
        yield value.handle
    for each in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    ):
        yield from handles(each)


def made_by(step: Step) -> Iterator[str]:
    if step.deed == "create_organization":
        yield step.actor
    if step.name:
        yield step.name
        yield f"event:{step.name}"
        slug = step.name.partition(":")[2]
        metric: Any = step.said.get("metric", {})
        left_open: Any = step.said.get("obstacles", [])
        left_open = [*left_open, *(step.said[each] for each in OPEN if each in step.said)]
        follow_ups: Any = step.said.get("follow_ups", [])
        going_on: Any = step.said.get("key_result_ids", [])
        yield from (f"key-result:{slug}/{n}" for n, _ in enumerate(going_on))
        yield from (f"milestone:{slug}/{n}" for n, _ in enumerate(metric.get("milestones", [])))
        yield from (f"obstacle:{slug}/{n}" for n, _ in enumerate(left_open))
        yield from (f"follow-up:{slug}/{n}" for n, _ in enumerate(follow_ups))


@given(days)
@example(date(2028, 2, 29))
@example(date(2026, 12, 31))
@example(date(2027, 1, 1))
@example(date(2021, 1, 4))
@settings(max_examples=25, deadline=None)
def test_on_any_day_the_story_is_whole_and_over(today: date) -> None:
    story = script(today)
    known: set[str] = set()
    for step in story:
        made = list(made_by(step))
        assert known.isdisjoint(made)
        known.update(made)
        assert known.issuperset(handles(step.said))
        assert step.actor in known
        assert all(day <= step.at.date() for day in days_of_the_past(step.said)), step
    moments = [each.at for each in story]
    assert all(earlier < later for earlier, later in pairwise(moments))
    assert moments[-1] < datetime.combine(today, time(), UTC)
    assert all(each.weekday() < 5 and 7 <= each.hour < 15 for each in moments)
    assert 1200 <= len(story) <= 2000


@given(days)
@settings(max_examples=10, deadline=None)
def test_a_week_later_the_same_story_is_told_a_week_later(today: date) -> None:
    assert script(today) == script(today)
    later = script(today + timedelta(weeks=1))
    assert [(each.at, each.actor, each.deed, each.name) for each in later] == [
        (each.at + timedelta(weeks=1), each.actor, each.deed, each.name) for each in script(today)
    ]


@given(days)
@example(date(2021, 3, 1))
@settings(max_examples=25, deadline=None)
def test_two_cycles_are_closed_and_the_third_is_in_its_ninth_week(today: date) -> None:
    story = script(today)
    (first, last), *spans = zip(
        said(story, "open_cycle", "starts_on"), said(story, "open_cycle", "ends_on"), strict=True
    )
    assert len(set(said(story, "open_cycle", "key"))) == 4
    assert all(start == end + timedelta(days=1) for (_, end), (start, _) in pairwise(spans))
    assert (today - spans[-1][0]).days // 7 == 8
    assert all(first <= start < end <= last for start, end in spans)
    assert handles_of(story, "close_cycle") == ["cycle:before-last", "cycle:last"]
    assert len(handles_of(story, "start_cycle")) == 4


def handles_of(story: list[Step], deed: str) -> list[str]:
    return [handle for each in story if each.deed == deed for handle in handles(each.said)]


def test_the_keys_of_cycles_follow_the_iso_week_of_their_first_monday() -> None:
    assert said(script(SUNDAY), "open_cycle", "key") == [
        "FY2026",
        "2026-C1",
        "2026-C2",
        "2026-C3",
    ]
    assert said(script(date(2021, 3, 1)), "open_cycle", "key") == [
        "FY2020",
        "2020-C3",
        "2020-C4",
        "2021-C1",
    ]


def test_the_organization_has_the_size_of_a_small_company(story: list[Step]) -> None:
    count = Counter(each.deed for each in story)
    assert 24 <= count["add_person"] + 1 <= 28
    assert 25 <= count["create_objective"] <= 40
    assert 80 <= count["add_key_result"] <= 120


def test_each_deed_says_what_its_command_takes(story: list[Step]) -> None:
    modules = [import_module(f"{okr.__name__}.{each.name}") for each in iter_modules(okr.__path__)]
    for step in {each.deed: each for each in story}.values():
        name = "".join(word.title() for word in step.deed.split("_"))
        command = next(vars(each)[name] for each in modules if name in vars(each))
        takes = {each.name: each.default for each in fields(command)}
        for each in [each.said for each in story if each.deed == step.deed]:
            assert each.keys() <= takes.keys(), step
            assert all(takes[field] is not MISSING for field in takes.keys() - each.keys()), step


def test_check_ins_are_corrected_retracted_late_and_answered(story: list[Step]) -> None:
    count = Counter(each.deed for each in story)
    assert count["correct_check_in"] >= 3
    assert count["retract_check_in"] >= 1
    assert count["answer_obstacle"] >= 8
    assert len(said(story, "record_check_in", "obstacles")) > count["answer_obstacle"]
    assert said(story, "record_check_in", "occurred_on")
    assert said(story, "record_check_in", "whole")


def test_every_sentence_of_the_files_is_told(story: list[Step]) -> None:
    told = str([each.said for each in story])
    for file in files("server.demo").joinpath("cartwheel").iterdir():
        for sentence in sentences(tomllib.loads(file.read_text("utf-8"))):
            assert repr(sentence)[1:-1] in told


def sentences(table: object) -> Iterator[str]:
    if isinstance(table, str) and " " in table:
        yield table
    for each in (
        table.values() if isinstance(table, dict) else table if isinstance(table, list) else []
    ):
        yield from sentences(each)


def level(objective: Step, kinds: dict[str, str]) -> str:
    owner = objective.said.get("owner_team_id")
    return kinds[owner.handle] if isinstance(owner, Ref) else "INDIVIDUAL"


def test_alignments_span_four_levels_and_one_of_them_supports_a_key_result(
    story: list[Step],
) -> None:
    kinds = {str(each.name): str(each.said["kind"]) for each in story if each.deed == "add_team"}
    levels = {each.name: level(each, kinds) for each in story if each.deed == "create_objective"}
    for each in story:
        if each.deed == "carry_objective_forward":
            (earlier, *_) = handles(each.said)
            levels[each.name] = levels[earlier]
    supports = supported(story)
    chains = [
        [levels[each] for each in chain] for name in supports for chain in paths(name, supports)
    ]
    assert ["INDIVIDUAL", "TEAM", "DEPARTMENT", "COMPANY"] in chains
    assert said(story, "align_objective", "to_key_result_id")


def supported(story: list[Step], *roll_ups: str) -> dict[str, list[str]]:
    edges = defaultdict(list)
    for each in story:
        if each.deed == "align_objective" and (each.said["roll_up"] in roll_ups or not roll_ups):
            lower, upper = handles(each.said)
            noun, _, slug = upper.partition(":")
            above = slug if noun == "objective" else slug.rpartition("/")[0]
            edges[lower].append(f"objective:{above}")
    return edges


def paths(name: str, edges: dict[str, list[str]]) -> Iterator[list[str]]:
    """All ways upwards; a loop would not end, and the recursion limit would say so."""
    if not edges.get(name):
        yield [name]
    for above in edges.get(name, []):
        yield from ([name, *path] for path in paths(above, edges))


def test_one_diamond_of_sums(story: list[Step]) -> None:
    ways = list(paths("objective:current/east-china", supported(story, "SUM")))
    assert len(ways) == 2
    assert ways[0][-1] == ways[1][-1] == "objective:current/new-markets"


def test_what_is_private_is_one_persons_and_rolls_up_nowhere(story: list[Step]) -> None:
    private = [each for each in story if each.said.get("visibility") == "PRIVATE"]
    assert [each.deed for each in private] == ["create_objective"]
    assert "owner_person_id" in private[0].said
    edges = [each for each in story if private[0].name in [*handles(each.said)][:1]]
    assert {each.said["roll_up"] for each in edges if each.deed == "align_objective"} == {"NONE"}


def test_confidence_and_scores_lie_between_zero_and_one(story: list[Step]) -> None:
    confidences = said(story, "record_check_in", "confidence")
    scores = [*said(story, "score_objective", "score"), *said(story, "score_key_result", "score")]
    assert all(0 <= each <= 1 for each in [*confidences, *scores])
    assert all(str(each.said["reason"]).strip() for each in story if "reason" in each.said)
