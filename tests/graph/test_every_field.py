"""Every field of the contract, asked of an organization that has something for each of them."""

from typing import Any

import pytest

from tests.graph.filled import Filled
from tests.graph.selections import Selections

SELECTIONS = Selections()
LEVELS = 2
# No program reports or reads yet.
ALWAYS_NULL = {
    "CheckIn.machine",
    "KeyResultRevision.machine",
    "CheckInRecorded.machine",
    "KeyResultRevised.machine",
    "Viewer.machine",
    "Machine.id",
    "Machine.name",
    "Machine.version",
}


def shown(answer: Any) -> set[str]:
    """The fields that have a value anywhere in an answer, as Type.field."""
    if isinstance(answer, list):
        return {each for part in answer for each in shown(part)}
    if not isinstance(answer, dict):
        return set()
    here = {
        f"{answer.get('__typename')}.{name}" for name, value in answer.items() if value is not None
    }
    return here | {each for part in answer.values() for each in shown(part)}


async def all_of(filled: Filled, kind: str) -> set[str]:
    """What nouns of one kind show, one field of theirs after another."""
    fields = SELECTIONS.fields(SELECTIONS.contract.type_map[kind])  # type: ignore[arg-type]
    found: set[str] = set()
    for name, field in fields.items():
        selection = f"__typename {SELECTIONS.field(name, field, LEVELS)}"
        found |= shown(
            await filled.office.admin.ask(
                f"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ ...Kind }} }}"
                f" fragment Kind on {kind} {{ {selection} }}",
                ids=filled.ids[kind],
            )
        )
    return found


@pytest.fixture(scope="module")
async def everything(filled: Filled) -> set[str]:
    """Every field that showed something; an error anywhere fails."""
    found: set[str] = set()
    for kind in filled.ids.keys() & SELECTIONS.contract.type_map.keys():
        found |= await all_of(filled, kind)
    viewer = SELECTIONS.of(SELECTIONS.contract.type_map["Viewer"], 1)
    document = f"""query ($id: ID!) {{ __typename viewer {viewer} organization {{ id }}
      node(id: $id) {{ id }} nodes(ids: [$id]) {{ id }} }}"""
    return found | shown(await filled.office.admin.ask(document, id=filled.ids["Team"][0]))


@pytest.mark.parametrize("kind", SELECTIONS.kinds(), ids=str)
async def test_every_field_has_something_to_show(everything: set[str], kind: Any) -> None:
    promised = {f"{kind.name}.{name}" for name in SELECTIONS.fields(kind)}

    assert promised - everything - ALWAYS_NULL == set()
    assert not promised & everything & ALWAYS_NULL
