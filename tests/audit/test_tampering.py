"""Whatever is done to a history is found by both verifiers, which tell the same."""

import contextlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from server.audit.checking import check
from server.audit.lines import DoesNotVerify
from tests.audit import forging
from tests.audit.conftest import LAST, REPORT, History
from tests.audit.verifiers import Signed, found


def test_a_history_with_which_nothing_was_done_fits(
    history: History, signed: Signed, tmp_path: Path
) -> None:
    assert [json.loads(line)["epoch"] for line in history] == [1] * REPORT + [2] * 2
    assert found(tmp_path, history) == ""
    assert found(tmp_path, history, signed) == ""


@pytest.mark.parametrize("begin", [2, 3, 4, REPORT, LAST])
def test_a_range_fits_too(history: History, tmp_path: Path, begin: int) -> None:
    assert found(tmp_path, history[begin - 1 :]) == ""


BODY = "the body is not the one that was recorded"
HEADER = "the header is not the one that was recorded"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (forging.a_higher_value, BODY),
        (forging.a_higher_value_and_its_digest, HEADER),
        (forging.another("bodyDigest", "0" * 64), BODY),
        (forging.withheld_with_words, "it is withheld, and yet there are words"),
        (forging.words_gone, "there are no words, and yet it is not withheld"),
        (forging.another_text, "note is not the text that was recorded"),
        (forging.without("private", "note"), "private fields are missing or added"),
        (forging.another("private", {"more": None}), "private fields are missing or added"),
        (forging.another("epoch", 2), HEADER),
        (forging.another("version", 7), HEADER),
        (forging.another("schemaVersion", 2), HEADER),
        (forging.another("type", "CheckInRetracted"), HEADER),
        (forging.later, HEADER),
        (forging.somebody_else("streamId"), HEADER),
        (forging.somebody_else("eventId"), HEADER),
        (forging.somebody_else("commandId"), HEADER),
        (forging.somebody_else("actorId"), HEADER),
        (forging.another("chain", "0" * 64), HEADER),
        (forging.another("previousChain", "0" * 64), "it does not follow the fact before it"),
        (forging.somebody_else("organizationId"), "it belongs to another organization"),
        (forging.another("position", 90), f"position {REPORT} should stand here"),
    ],
)
def test_a_changed_fact_is_found(
    history: History, tmp_path: Path, change: forging.Change, told: str
) -> None:
    tampered = forging.changed(history, REPORT, change)
    position = json.loads(tampered[REPORT - 1])["position"]
    assert found(tmp_path, tampered) == f"position {position}: {told}"


@pytest.mark.parametrize(
    "change",
    [
        forging.without("actorId"),
        forging.another("more", 1),
        forging.another("epoch", 0),
        forging.another("epoch", 1 << 32),
        forging.another("position", "9"),
        forging.another("body", 9),
        forging.another("private", []),
        forging.another("private", {"note": {"salt": "", "value": "", "more": ""}}),
        forging.another("private", {"note": {"salt": "0A", "value": ""}}),
        forging.another("private", {"note": {"salt": "0", "value": ""}}),
        forging.another("withheld", "yes"),
        forging.another("recordedAt", "2026-02-30T10:00:00.000000Z"),
        forging.another("recordedAt", "2026-02-20T10:00:00Z"),
        forging.another("actorId", "{00000000-0000-0000-0000-000000000000}"),
        forging.another("streamId", "0" * 32),
    ],
)
def test_what_is_no_fact_is_found_by_its_line(
    history: History, tmp_path: Path, change: forging.Change
) -> None:
    told = found(tmp_path, forging.changed(history, REPORT, change))
    assert told.startswith(f"line {REPORT}: this is no fact of an export: ")


@pytest.mark.parametrize("text", ["", "{", "null and void", "[1]{}", '\ufeff{"a": 1}'])
def test_what_is_no_json_is_found_by_its_line(history: History, tmp_path: Path, text: str) -> None:
    assert found(tmp_path, [*history[:2], text, *history[2:]]) == "line 3: this is no JSON"


@pytest.mark.parametrize(
    ("move", "told"),
    [
        (lambda all_: [*all_[:3], *all_[4:]], "position 5: position 4 should stand here"),
        (lambda all_: [*all_[:3], all_[4], all_[3]], "position 5: position 4 should stand here"),
        (lambda all_: [*all_[:3], all_[2], *all_[3:]], "position 3: position 4 should stand here"),
        (
            lambda all_: forging.changed(
                [*all_[:4], all_[3], *all_[4:]], 5, forging.another("position", 5)
            ),
            "position 5: it does not follow the fact before it",
        ),
    ],
    ids=["left out", "moved", "said twice", "put in under another number"],
)
def test_a_fact_that_is_not_in_its_place_is_found(
    history: History, tmp_path: Path, move: Callable[[History], History], told: str
) -> None:
    assert found(tmp_path, move(history)) == told


def test_a_fact_of_another_organization_is_found(
    history: History, foreign: History, tmp_path: Path
) -> None:
    assert found(tmp_path, [*history[:3], foreign[3], *history[4:]]) == (
        "position 4: it belongs to another organization"
    )
    ours = json.loads(history[0])["organizationId"]
    moved = forging.changed(
        [*history[:3], foreign[3], *history[4:]], 4, forging.another("organizationId", ours)
    )
    assert found(tmp_path, moved) == "position 4: it does not follow the fact before it"


def test_a_first_fact_with_something_before_it_is_found(history: History, tmp_path: Path) -> None:
    begun = forging.changed(history, 1, forging.another("previousChain", "1" * 64))
    assert found(tmp_path, begun) == "position 1: the log begins with something before it"


def test_facts_of_an_epoch_that_is_over_are_found_among_those_of_the_next(
    history: History, tmp_path: Path
) -> None:
    old = forging.chained_again(
        forging.changed(history, REPORT + 1, forging.another("epoch", 1))[: REPORT + 1], REPORT + 1
    )
    assert found(tmp_path, [*old, history[-1]]) == (
        f"position {LAST}: it does not follow the fact before it"
    )
    back = forging.chained_again(forging.changed(history, LAST, forging.another("epoch", 1)), LAST)
    assert found(tmp_path, back) == f"position {LAST}: epoch 1 is over, it is epoch 2"


def test_times_that_go_back_are_found_though_the_chain_was_computed_again(
    history: History, tmp_path: Path
) -> None:
    back = forging.chained_again(forging.changed(history, REPORT, forging.later), REPORT)
    assert found(tmp_path, back) == (
        f"position {REPORT + 1}: it was recorded no later than the fact before it"
    )


@given(data=st.data())
def test_no_byte_can_be_changed(history: History, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(history) - 1), label="line")
    said = history[number].encode()
    place = data.draw(st.integers(0, len(said) - 1), label="place")
    byte = data.draw(st.integers(0, 255).filter(lambda each: each not in (10, said[place])))
    changed = said[:place] + bytes([byte]) + said[place + 1 :]
    with contextlib.suppress(ValueError):
        assume(json.loads(changed) != json.loads(said))  # a blank for a blank changes nothing
    encoded = [line.encode() for line in history]
    encoded[number] = changed
    with pytest.raises(DoesNotVerify):
        check(encoded, [], [], None)
