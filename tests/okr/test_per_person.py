"""What may be expected of each member of a team, and who reports it."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from server.okr import events, terms
from server.okr.carrying import carry_objective_forward
from server.okr.check_ins import RecordCheckIn, record_check_in
from server.okr.contributions import AssignContributor, assign_contributor
from server.okr.corrections import CorrectCheckIn, correct_check_in
from server.okr.curves import drawn
from server.okr.key_results import (
    AddKeyResult,
    ReviseKeyResult,
    add_key_result,
    revise_key_result,
)
from server.okr.leftovers import finished
from server.okr.metrics import MetricInput
from server.okr.now import ActorNow, KeyResultNow
from server.okr.objectives import EditObjective, edit_objective
from server.okr.refusals import Objections, Refused
from server.okr.terms import (
    Combine,
    CurveKind,
    MetricKind,
    PerPerson,
    Reading,
    RevisionCategory,
    Visibility,
)
from tests.okr.standings import (
    CHECK_IN,
    KEY_RESULT,
    ME,
    OBJECTIVE,
    SOMEBODY,
    TODAY,
    a_check_in,
    a_cycle,
    a_key_result,
    a_manager,
    a_manager_above,
    a_member,
    a_metric,
    a_person,
    a_stranger,
    about,
    an_administrator,
    an_objective,
    reasons,
    refused,
    saying,
)
from tests.okr.test_carrying import ON, carried, left, left_of, rising, standing

TEN = MetricInput(
    kind=MetricKind.AT_LEAST, target=Decimal(10), reading=Reading.SUM, per_person=PerPerson.ALL
)
ADDED = AddKeyResult(objective_id=OBJECTIVE, title="Ten hours each", metric=TEN)
REVISED = ReviseKeyResult(
    key_result_id=KEY_RESULT, reason="Agreed", category=RevisionCategory.OTHER, metric=TEN
)
REPORT = RecordCheckIn(key_result_id=KEY_RESULT, value=Decimal(4))
HERE = "metric.per_person"


def of_each(**known: Any) -> KeyResultNow:
    metric = a_metric("AT_LEAST", target=Decimal(10), per_person=PerPerson.ALL)
    return replace(a_key_result(**known), metric=metric)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, []),
        ({"kind": MetricKind.AT_MOST}, []),
        ({"kind": MetricKind.INCREASE, "baseline": Decimal(2)}, []),
        ({"kind": MetricKind.DONE, "target": None, "reading": Reading.LATEST}, [HERE]),
        ({"kind": MetricKind.DECREASE, "baseline": Decimal(20)}, [HERE]),
        ({"per": "P1W"}, [HERE]),
        ({"reading": Reading.TIME_IN_BOUNDS}, [HERE]),
        (
            {
                "kind": MetricKind.INCREASE,
                "baseline": Decimal(2),
                "target": None,
                "change_percent": Decimal(10),
            },
            [HERE],
        ),
        (
            {
                "kind": MetricKind.COMPOUND,
                "combine": Combine.ALL,
                "target": None,
                "reading": Reading.LATEST,
            },
            [HERE],
        ),
    ],
)
def test_one_number_is_expected_of_each(changes: dict[str, Any], told: list[str]) -> None:
    said = saying(ADDED, metric=replace(TEN, **changes))
    assert reasons(add_key_result, about(), said) == [f"INVALID {each}" for each in told]


def test_only_a_team_has_members() -> None:
    alone = about(objective=an_objective(owner_team_id=None, owner_person_id=SOMEBODY))
    assert refused(add_key_result, alone, ADDED) == {f"INVALID {HERE}"}


def test_an_objective_with_it_goes_to_another_team_and_to_no_person() -> None:
    given = EditObjective(objective_id=OBJECTIVE, reason="She asked", owner_person_id=SOMEBODY)
    for personal, told in ((True, ["WRONG_STATE owner_person_id"]), (False, [])):
        standing = about(objective=an_objective(personal=personal), owner_person=a_person())
        assert reasons(edit_objective, standing, given) == told
        renamed = EditObjective(objective_id=OBJECTIVE, reason="Clearer", title="Everybody learns")
        assert reasons(edit_objective, standing, renamed) == []


def test_it_may_be_a_part_unless_parts_are_summed() -> None:
    rising = replace(TEN, kind=MetricKind.INCREASE, baseline=Decimal(0), per_person=PerPerson.MEAN)
    for combine, told in (
        (Combine.ALL, []),
        (Combine.WEIGHTED, []),
        (Combine.SUM, ["INVALID metric.kind"]),
    ):
        whole = replace(a_key_result(), metric=a_metric("COMPOUND", combine=combine))
        said = saying(ADDED, metric=rising, part_of_id=KEY_RESULT)
        assert reasons(add_key_result, about(part_of=whole), said) == told


def test_it_stays_what_it_was() -> None:
    mean = replace(TEN, per_person=PerPerson.MEAN, target=Decimal(12))
    together = replace(TEN, per_person=None)
    change = ["WRONG_STATE metric.per_person"]
    apart, whole = about(key_result=of_each()), about()
    assert reasons(revise_key_result, apart, replace(REVISED, metric=mean)) == []
    assert reasons(revise_key_result, apart, replace(REVISED, metric=together)) == change
    assert reasons(revise_key_result, whole, REVISED) == change


@pytest.mark.parametrize(
    ("actor", "may"),
    [
        (a_member(), True),
        (a_manager(), True),
        (a_manager_above(), False),
        (an_administrator(), False),
        (a_stranger(), False),
    ],
)
def test_each_member_reports_for_themselves(actor: ActorNow, may: bool) -> None:
    standing = about(actor, key_result=of_each(owner_person_id=ME))
    assert reasons(record_check_in, standing, REPORT) == ([] if may else ["NOT_ALLOWED"])


def test_nobody_reports_for_all() -> None:
    standing = about(a_member(), key_result=of_each())
    assert refused(record_check_in, standing, saying(REPORT, whole=True)) == {"INVALID whole"}


def test_reports_of_others_are_put_right_by_whoever_answers_for_it_alone() -> None:
    said = CorrectCheckIn(check_in_id=CHECK_IN, reason="Mistyped", value=Decimal(6))
    for actor, author, told in (
        (a_member(), ME, []),
        (a_member(), SOMEBODY, ["NOT_ALLOWED"]),
        (an_administrator(), SOMEBODY, []),
    ):
        standing = about(actor, key_result=of_each(), check_in=a_check_in(author_id=author))
        assert reasons(correct_check_in, standing, said) == told


def test_nobody_takes_on_a_part() -> None:
    said = AssignContributor(key_result_id=KEY_RESULT, person_id=SOMEBODY, target=Decimal(4))
    standing = about(key_result=of_each(), person=a_person())
    assert refused(assign_contributor, standing, said) == {"WRONG_STATE key_result_id"}


def test_how_many_have_reached_it_goes_along_no_curve() -> None:
    points = [terms.CurvePoint(on=TODAY, value=Decimal(5))]
    for combine, told in ((PerPerson.ALL, ["curve.kind"]), (PerPerson.MEAN, [])):
        objections = Objections()
        curve = terms.Curve(kind=CurveKind.PHASED, points=points)
        drawn(objections, a_cycle(), replace(TEN, per_person=combine), curve)
        found = []
        try:
            objections.settle()
        except Refused as refusal:
            found = [".".join(each.path) for each in refusal.reasons]
        assert found == told


def test_it_is_carried_forward_to_a_team_alone() -> None:
    hours = a_metric("AT_LEAST", target=Decimal(10), per_person=PerPerson.ALL)
    apart = left(left_of(hours), rising(), visibility=Visibility.ORGANIZATION)
    (anew, *_) = (each for each in carried(left=apart) if isinstance(each, events.KeyResultAdded))
    assert anew.metric == hours

    given = standing(left=apart, owner_team=None, owner_person=a_person())
    said = replace(ON, owner_person_id=SOMEBODY)
    assert refused(carry_objective_forward, given, said) == {"WRONG_STATE owner_person_id"}


def test_it_is_finished_once_all_have_reached_it() -> None:
    for kind, value, over in (
        ("AT_LEAST", Decimal(1), True),
        ("AT_LEAST", Decimal("0.5"), False),
        ("INCREASE", None, False),
        ("INCREASE", Decimal(1), True),
        ("AT_MOST", Decimal(1), False),
    ):
        metric = a_metric(kind, target=Decimal(10), per_person=PerPerson.MEAN)
        assert finished(left_of(metric, value=value), []) == over
