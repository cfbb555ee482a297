"""The table "What may happen when" has every command, and every one of its rows is tried."""

from tests.graph.inputs import mutations
from tests.graph.stage import SAID
from tests.graph.what_may_happen import TITLE, table

# What is said of words and evidence asks for no state of any cycle.
BESIDES = {
    "redactEvent",
    "forgetPerson",
    "placeLegalHold",
    "releaseLegalHold",
    "reportVerification",
    "exportScores",
}
CELLS = {"yes", "with a reason", "no", "none yet"}


def test_every_command_stands_in_the_table_once() -> None:
    labels = [label for label, _ in table()]
    commands = {label.split(maxsplit=1)[0] for label in labels}
    twice = {each for each in labels if labels.count(each) > 1}
    missing = mutations().keys() - commands - BESIDES

    assert not missing, f'Say under "{TITLE}" in docs/okr.md when these may happen: {missing}.'
    assert not commands - mutations().keys(), "These are no commands."
    assert not twice, f"These stand in the table more than once: {twice}."
    assert {cell for _, cells in table() for cell in cells} == CELLS


def test_every_command_of_the_table_is_tried() -> None:
    untried = {label for label, _ in table()} - SAID.keys()

    assert not untried, f"Say in tests/graph/stage.py, SAID, what these are tried with: {untried}."
    assert SAID.keys() == {label for label, _ in table()}, "These are in no row of the table."
