"""What agrees with itself is found by whoever has kept a checkpoint, and by nobody else."""

from pathlib import Path

import pytest

from tests.audit import forging
from tests.audit.conftest import LAST, REPORT, History
from tests.audit.verifiers import Signed, found


def test_a_cut_tail_is_found_by_a_checkpoint(
    history: History, signed: Signed, tmp_path: Path
) -> None:
    assert found(tmp_path, history[:-1]) == ""
    assert found(tmp_path, history[:-1], signed) == (
        f"position {LAST}: it is missing: the log was signed up to position {LAST}"
    )
    assert (
        found(tmp_path, [], signed)
        == "position 1: it is missing: the log was signed up to position 3"
    )


@pytest.mark.parametrize(("changed", "told"), [(1, 3), (3, 3), (4, REPORT), (LAST, LAST)])
def test_a_chain_that_was_computed_again_is_found_by_a_checkpoint(
    history: History, signed: Signed, tmp_path: Path, changed: int, told: int
) -> None:
    rewritten = forging.chained_again(
        forging.changed(history, changed, forging.somebody_else("actorId")), changed
    )
    assert found(tmp_path, rewritten) == ""
    assert found(tmp_path, rewritten, signed) == (
        f"position {told}: the facts up to here are not those that were signed"
    )


def test_an_epoch_that_is_over_is_found_by_a_checkpoint_of_the_next(
    history: History, signed: Signed, tmp_path: Path
) -> None:
    old = forging.changed(history, REPORT + 1, forging.another("epoch", 1))
    replayed = forging.chained_again(
        forging.changed(old, LAST, forging.another("epoch", 1)), REPORT + 1
    )
    assert found(tmp_path, replayed) == ""
    assert (
        found(tmp_path, replayed, signed) == f"position {LAST}: it was signed in epoch 2, not in 1"
    )


def test_a_history_of_somebody_else_is_not_the_one_that_was_signed(
    foreign: History, signed: Signed, tmp_path: Path
) -> None:
    assert found(tmp_path, foreign, signed) == (
        "position 3: the checkpoint is of another organization"
    )


def test_another_fact_than_the_one_that_was_proved_is_found(
    history: History, signed: Signed, tmp_path: Path
) -> None:
    proved = Signed(key=signed.key, proofs=signed.proofs)
    one = history[REPORT - 1 : REPORT]
    assert found(tmp_path, one, proved) == ""
    forged = forging.chained_again(
        forging.changed(history, REPORT, forging.a_higher_value), REPORT
    )[REPORT - 1 : REPORT]
    assert found(tmp_path, forged) == ""
    assert (
        found(tmp_path, forged, proved) == f"position {REPORT}: it is not the fact that was signed"
    )
    assert found(tmp_path, history[:3], proved) == (
        f"position {REPORT}: it is not in the file, and the proof is about it"
    )


@pytest.mark.parametrize("line", range(4))
def test_a_checkpoint_that_was_changed_says_nothing(
    history: History, signed: Signed, tmp_path: Path, line: int
) -> None:
    text = signed.checkpoints[0].split("\n")
    text[line] = {0: text[0][:-1] + "2", 1: "4", 2: text[2].swapcase(), 3: f"chain {'0' * 64}"}[
        line
    ]
    forged = Signed(key=signed.key, checkpoints=["\n".join(text)])
    assert found(tmp_path, history, forged) == (
        "the checkpoint: its signature does not fit its text"
    )
