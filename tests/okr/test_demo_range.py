"""The demo's story uses what there is: mutations, closed lists, ways to measure."""

from dataclasses import fields
from datetime import date
from typing import Any, cast

import pytest

from schema.mutation import Mutation
from server.demo.script import Step, script
from server.okr import terms
from tests.okr.told import inside, said


@pytest.fixture(scope="module")
def story() -> list[Step]:
    return script(date(2026, 11, 22))


UNTOLD = {
    "link_identity": "Nobody vouches for the people of Cartwheel: they have tokens of our own.",
    "unlink_identity": "The same.",
    "create_api_key": "No program works at Cartwheel.",
    "revoke_api_key": "The same.",
    "plan_cycles": "Cartwheel's cycles are thirteen weeks, which no rule of the calendar makes.",
    "report_verification": "Who checks the log reports it, with a chain that no story foretells.",
    "revoke_token": "Tokens are no part of the story: `okrlog demo` prints one when it is told.",
}


def test_the_story_uses_every_mutation(story: list[Step]) -> None:
    offered = {each.name for each in fields(cast(Any, Mutation))}
    told = {each.deed for each in story} - {"create_organization"}
    assert offered - told == UNTOLD.keys()


def test_every_word_of_the_closed_lists_occurs(story: list[Step]) -> None:
    metrics = said(story, "add_key_result", "metric")
    assert {each["kind"] for each in metrics} == {*terms.MetricKind}
    assert {each.get("quantity", "NUMBER") for each in metrics} == {*terms.Quantity}
    assert {each.get("reading", "LATEST") for each in metrics} == {*terms.Reading}
    assert {*(each["kind"] for each in said(story, "add_key_result", "curve"))} == {
        *terms.CurveKind
    }
    assert any(each.get("per") for each in metrics)
    assert any(each.get("per_person") for each in metrics)
    assert any(each.get("opens_with") for each in metrics)
    assert any(each.get("strict") for each in metrics)
    assert {*said(story, "align_objective", "roll_up")} == {*terms.RollUp}
    assert {*said(story, "revise_key_result", "category")} == {*terms.RevisionCategory}
    assert {*said(story, "score_objective", "kind")} == {*terms.ScoreKind}
    assert {*said(story, "add_team", "kind")} == {*terms.TeamKind}
    assert {*said(story, "record_check_in", "status")} == {*terms.Status}
    assert {*said(story, "add_participant", "role")} == {*terms.ParticipantRole}
    evidence = inside(story, "record_check_in", "evidence")
    assert {each.get("kind", "LINK") for each in evidence} == {*terms.EvidenceKind}
    assert {*said(story, "link_objectives", "kind")} == {*terms.LinkKind}
    assert {*said(story, "sign_off_objective", "stance")} == {*terms.Stance}
    assert {*said(story, "record_review", "kind")} == {*terms.ReviewKind}
    answers = [
        each
        for deed in ("record_review", "answer_pulse")
        for each in inside(story, deed, "answers")
    ]
    assert {each["question"] for each in answers} == {*terms.Question}
    assert {each["decision"] for each in inside(story, "record_review", "decisions")} == {
        *terms.Course
    }
    assert {each["phase"] for each in inside(story, "plan_phases", "phases")} == {*terms.CyclePhase}
    assert {*said(story, "open_case", "kind")} == {*terms.CaseKind}
    assert {*said(story, "add_mentoring_entry", "kind")} == {*terms.EntryKind}
    assert {*said(story, "add_attachment", "kind")} == {*terms.AttachmentKind}
    misses = [*said(story, "score_key_result", "miss")]
    categories = {each["category"] for each in misses} | {*said(story, "explain_miss", "category")}
    assert categories == {*terms.MissCategory}
    ambitions = {*said(story, "create_objective", "ambition"), terms.Ambition.ASPIRATIONAL}
    assert ambitions == {*terms.Ambition}


def test_metrics_point_in_their_direction(story: list[Step]) -> None:
    for metric in [
        *said(story, "add_key_result", "metric"),
        *said(story, "revise_key_result", "metric"),
    ]:
        stated = {field for field in ("baseline", "target", "lower", "upper") if field in metric}
        match metric["kind"]:
            case "INCREASE" | "DECREASE" if changed := metric.keys() & {
                "change_by",
                "change_percent",
            }:
                assert all(metric[each] > 0 for each in changed)
            case "INCREASE":
                assert metric["baseline"] < metric["target"]
            case "DECREASE":
                assert metric["baseline"] > metric["target"]
            case "AT_LEAST" | "AT_MOST":
                assert stated - {"baseline"} == {"target"}
            case "WITHIN":
                assert metric["lower"] < metric["upper"]
                assert "target" not in stated
            case _:
                assert not stated
        assert (metric["kind"] == "MILESTONES") == ("milestones" in metric)
