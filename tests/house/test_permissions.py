"""The table of docs/permissions.md has every command, and every one of its rows is tried."""

from collections import Counter

from tests.graph.deeds import DEEDS
from tests.graph.inputs import mutations
from tests.graph.permitted import commands, reading
from tests.graph.sights import SIGHTS


def test_every_command_stands_in_the_table() -> None:
    stated = {cell.what.split(maxsplit=1)[0] for cell in commands()}
    missing = mutations().keys() - stated

    assert not missing, f"Say in docs/permissions.md who may do this: {sorted(missing)}."
    assert not stated - mutations().keys(), "These are no commands."
    assert {cell.says for cell in commands()} == {"yes", "no", "own"}


def test_nothing_stands_in_the_tables_twice() -> None:
    for table in (commands(), reading()):
        counted = Counter((cell.what, cell.who) for cell in table)
        assert not [each for each, times in counted.items() if times > 1]


def test_every_row_is_tried() -> None:
    labels = {cell.what for cell in commands()}

    untried = labels - DEEDS.keys()
    assert not untried, f"Say in tests/graph/deeds.py what these are tried with: {sorted(untried)}."
    assert not DEEDS.keys() - labels, "These are in no row of the table."
    assert {cell.what for cell in reading()} == SIGHTS.keys()
