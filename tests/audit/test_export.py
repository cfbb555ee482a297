"""The history taken away: every fact in order, what is private withheld, and the chain whole."""

import json
from typing import Any

from server.audit.export import lines
from server.audit.verify import verify
from server.database import Database
from server.okr.objectives import edit_objective
from server.okr.terms import Visibility
from tests.samples import Organization


async def exported(database: Database, organization: Organization) -> list[dict[str, Any]]:
    return [json.loads(line) async for line in lines(database, organization.id)]


def about(facts: list[dict[str, Any]], objective_id: object) -> list[tuple[str, bool]]:
    """The facts in an objective's stream, and whether their words are withheld."""
    return [
        (fact["type"], fact.get("withheld", False))
        for fact in facts
        if fact["streamId"] == str(objective_id)
    ]


async def test_an_export_verifies_from_the_first_fact_to_the_last(
    database: Database, organization: Organization
) -> None:
    key_result = await organization.key_result()
    await organization.check_in(key_result, 12)

    exported_lines = [line async for line in lines(database, organization.id)]

    verified = verify(exported_lines)
    assert (verified.first, verified.last) == (1, len(exported_lines))
    assert verified.chain.hex() == json.loads(exported_lines[-1])["chain"]


async def test_an_export_goes_on_behind_a_position(
    database: Database, organization: Organization
) -> None:
    await organization.key_result()

    later = [json.loads(line) async for line in lines(database, organization.id, after=2)]

    assert later == (await exported(database, organization))[2:]


async def test_what_is_private_is_withheld_and_the_chain_still_verifies(
    database: Database, organization: Organization
) -> None:
    objective = await organization.objective()
    said = {"objective_id": objective.objective_id, "reason": "Sensitive."}
    await organization.do(edit_objective, visibility=Visibility.PRIVATE, **said)

    facts = await exported(database, organization)

    of_objective = about(facts, objective.objective_id)
    assert all(withheld for _, withheld in of_objective)
    assert len(of_objective) > 1
    hidden = [fact for fact in facts if fact.get("withheld")]
    assert all(fact["body"] is None and fact["private"] is None for fact in hidden)
    verify(json.dumps(fact) for fact in facts)


async def test_what_was_private_when_it_was_recorded_stays_withheld_after_it_was_opened(
    database: Database, organization: Organization
) -> None:
    objective = await organization.objective()
    said = {"objective_id": objective.objective_id, "reason": "Sensitive."}
    await organization.do(edit_objective, visibility=Visibility.PRIVATE, **said)
    await organization.do(edit_objective, title="Hidden words", **said)
    await organization.do(edit_objective, visibility=Visibility.ORGANIZATION, **said)

    facts = about(await exported(database, organization), objective.objective_id)

    edits = [withheld for kind, withheld in facts if kind == "ObjectiveEdited"]
    assert edits == [True, True, False]
    assert not any(withheld for kind, withheld in facts if kind != "ObjectiveEdited")
