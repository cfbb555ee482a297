"""Scores of a person that are taken out: who asked is known to all, and none are for appraisal."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.erased import entrusted
from tests.graph.office import Office

SHOWS = "purpose reason given watermark author { id } scores { objective { id } score }"


async def scored(office: Office, by: Client | None = None) -> tuple[str, str]:
    """A cycle, and an objective in it that came to 1."""
    cycle = await office.cycle()
    objective = await office.objective(cycle, by=by)
    await office.check_in(await office.key_result(objective, by=by), "20", by=by)
    return cycle, objective


async def exported(office: Office, by: Client, **said: Any) -> str:
    made = await by.do("exportScores", "scoreExport { id }", **said)
    return str(made["id"])


async def asked(office: Office, person: str, by: Client) -> list[dict[str, Any]]:
    """Who asked for the scores of a person, as they are told."""
    shows = f"scoreExports {{ nodes {{ {SHOWS} }} }}"
    seen = await office.seen("Person", person, shows, by)
    found: list[dict[str, Any]] = seen["scoreExports"]["nodes"]
    return found


@pytest.mark.row("R1-107")
async def test_that_scores_of_a_person_were_taken_out_is_known_to_that_person(
    office: Office,
) -> None:
    person, auditor = await office.person(), await entrusted(office, "AUDIT")
    cycle, objective = await scored(office, person)
    me = str(person.person_id)
    said = {"personId": me, "cycleId": cycle, "purpose": "LEARNING", "reason": "To learn."}

    await exported(office, auditor, **said)
    (found,) = await asked(office, me, person)
    assert found["author"] == {"id": str(auditor.person_id)}
    assert (found["purpose"], found["reason"], found["given"]) == ("LEARNING", "To learn.", True)
    assert found["scores"] == [{"objective": {"id": objective}, "score": "1"}]
    assert found["watermark"].endswith("Scores say how work went, not how good somebody is.")
    events = """{ organization { events(last: 1) { nodes {
      ... on ScoresExported { purpose given actor { id } person { id } } } } } }"""
    (fact,) = (await person.ask(events))["organization"]["events"]["nodes"]
    assert fact["person"] == {"id": me}


@pytest.mark.row("R1-65")
@pytest.mark.row("R3-31")
async def test_for_appraisal_nothing_is_given_and_the_asking_is_a_fact(office: Office) -> None:
    person = await office.person()
    cycle, _ = await scored(office, person)
    me = str(person.person_id)
    said = {"personId": me, "cycleId": cycle, "purpose": "APPRAISAL", "reason": "The bonus."}

    await exported(office, office.admin, **said)
    (found,) = await asked(office, me, person)
    assert (found["given"], found["scores"], found["reason"]) == (False, [], "The bonus.")


async def test_nobody_else_takes_out_scores_and_everybody_their_own(office: Office) -> None:
    person, other = await office.person(), await office.person()
    cycle, objective = await scored(office, other)
    said = {"cycleId": cycle, "purpose": "STATISTICS", "reason": "To count."}

    theirs = {"personId": str(other.person_id), **said}
    assert await person.refused("exportScores", "scoreExport", **theirs) == [("NOT_ALLOWED", "")]
    blank = theirs | {"reason": " "}
    told = await office.admin.refused("exportScores", "scoreExport", **blank)
    assert told == [("REASON_IS_MISSING", "input.reason")]
    assert await asked(office, str(other.person_id), person) == []
    await exported(office, other, **theirs)
    (found,) = await asked(office, str(other.person_id), person)
    assert found["scores"] == [{"objective": {"id": objective}, "score": "1"}]


async def test_scores_of_what_is_private_are_for_its_participants(office: Office) -> None:
    cycle, me = await office.cycle(), str(office.admin.person_id)
    await office.objective(cycle, visibility="PRIVATE")
    said = {"cycleId": cycle, "purpose": "LEARNING", "reason": "To learn.", "personId": me}

    await exported(office, office.admin, **said)
    (own,) = await asked(office, me, office.admin)
    (others,) = await asked(office, me, await office.person())
    assert (len(own["scores"]), others["scores"]) == (1, [])
