"""Which text can be kept."""

import pytest

from server.okr.check_ins import RecordCheckIn, RecordCheckIns
from server.okr.key_results import AddKeyResult
from server.okr.metrics import MetricInput, MilestoneInput
from server.okr.people import AddPerson, RenamePerson
from server.okr.refusals import Objections
from server.okr.terms import MetricKind
from server.okr.texts import LONGEST, storable
from tests.okr.standings import KEY_RESULT, ME, OBJECTIVE


def objections(said: object) -> list[str]:
    noted = Objections()
    storable(noted, said)
    return [f"{each.code()} {'.'.join(each.path)}" for each in noted]


@pytest.mark.parametrize(
    "text", ["", "Zoë", "日本語", "🎉", "one\n\ttwo\r\n", "e\u0301", "a\u200db"]
)
def test_what_people_write_is_kept(text: str) -> None:
    assert objections(AddPerson(name=text)) == []


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\x07", "\x0b", "\x1b[31m", "\x7f", "\ud800"])
def test_what_cannot_be_stored_is_not_taken(text: str) -> None:
    assert objections(AddPerson(name=text)) == ["INVALID name"]


def test_a_text_has_a_longest_length() -> None:
    assert objections(AddPerson(name="ü" * LONGEST)) == []
    assert objections(AddPerson(name="ü" * (LONGEST + 1))) == ["INVALID name"]


def test_the_limit_is_told() -> None:
    noted = Objections()
    storable(noted, "x" * 10_001, "title")
    assert [each.message for each in noted] == ["This is longer than 10000 characters."]


def test_every_text_that_cannot_be_kept_is_told_at_any_depth() -> None:
    metric = MetricInput(
        kind=MetricKind.MILESTONES,
        unit="\x00",
        milestones=[MilestoneInput(title="Draft"), MilestoneInput(title="\x00" * (LONGEST + 1))],
    )
    said = AddKeyResult(objective_id=OBJECTIVE, title="\x00", metric=metric)
    assert sorted(objections(said)) == [
        "INVALID metric.milestones.1.title",
        "INVALID metric.milestones.1.title",
        "INVALID metric.unit",
        "INVALID title",
    ]


def test_in_a_round_each_item_is_looked_at() -> None:
    item = RecordCheckIn(key_result_id=KEY_RESULT, obstacles=["No room", "\x00"])
    said = RecordCheckIns(check_ins=[RecordCheckIn(key_result_id=KEY_RESULT), item])
    assert objections(said) == ["INVALID check_ins.1.obstacles.1"]


def test_what_is_absent_or_null_is_no_text() -> None:
    assert objections(RenamePerson(person_id=ME, email=None)) == []
