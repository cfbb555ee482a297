"""Rules about the sentence of an objective, which may be made of its parts."""

from dataclasses import replace
from typing import Any

import pytest

from server.okr.objectives import CreateObjective, EditObjective, create_objective, edit_objective
from tests.okr.standings import (
    CYCLE,
    OBJECTIVE,
    TEAM,
    a_cycle,
    a_manager,
    a_standing,
    a_team,
    about,
    reasons,
    saying,
    the_fact,
)

PARTS: dict[str, Any] = {"verb": "Win", "what": "the schools"}
CREATION = CreateObjective(cycle_id=CYCLE, title=" ", owner_team_id=TEAM)
EDIT = EditObjective(objective_id=OBJECTIVE, title="", reason="So")
STANDING = a_standing(a_manager(), cycle=a_cycle("PLANNING"), owner_team=a_team())


def test_a_blank_title_is_made_of_verb_what_and_purpose() -> None:
    drafted = the_fact(create_objective, STANDING, replace(CREATION, **PARTS))
    assert vars(drafted)["title"] == "Win the schools"

    said = saying(EDIT, **PARTS, purpose="so that all stay")
    edited = the_fact(edit_objective, about(a_manager()), said)
    assert vars(edited)["changes"]["title"] == "Win the schools so that all stay"


def test_a_title_that_is_stated_stays_as_it_is() -> None:
    drafted = the_fact(create_objective, STANDING, replace(CREATION, title="Schools", **PARTS))
    assert vars(drafted)["title"] == "Schools"


@pytest.mark.parametrize("missing", ["verb", "what"])
def test_without_verb_and_what_there_is_nothing_to_make_a_title_of(missing: str) -> None:
    parts = {name: word for name, word in PARTS.items() if name != missing}
    assert reasons(create_objective, STANDING, replace(CREATION, **parts)) == ["INVALID title"]


def test_a_part_is_more_than_white_space() -> None:
    said = replace(CREATION, title="Schools", purpose=" ")
    assert reasons(create_objective, STANDING, said) == ["INVALID purpose"]
