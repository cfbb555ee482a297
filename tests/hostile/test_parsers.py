"""Parsers of what comes from outside take it or say why not, whatever it is."""

import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.parsers import PARSERS
from tests.serving import ROOT

RUNS = 100_000


@pytest.mark.parametrize("parse", PARSERS, ids=lambda each: each.__name__)
def test_whatever_is_said_is_taken_or_refused(parse: Callable[[str], None]) -> None:
    sample = PARSERS[parse]

    @settings(max_examples=100)
    @given(
        st.text(max_size=200),
        st.integers(0, len(sample)),
        st.integers(0, len(sample)),
        st.text(alphabet=sorted(set(sample)), max_size=len(sample)),
    )
    def ask(text: str, begin: int, end: int, alike: str) -> None:
        for each in (text, alike, sample[:begin] + text + sample[end:]):
            parse(each)

    ask()


@pytest.mark.skipif(find_spec("atheris") is None, reason="there is no atheris for this machine")
def test_a_fuzzer_that_looks_where_it_gets_finds_nothing(tmp_path: Path) -> None:
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "tests.hostile.fuzzing"),
            *(f"-runs={RUNS}", "-seed=1", "-max_len=4000", "-print_final_stats=1"),
            *(f"-artifact_prefix={tmp_path}/", str(tmp_path)),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-4_000:]
    assert f"stat::number_of_executed_units: {RUNS}" in ended.stderr
