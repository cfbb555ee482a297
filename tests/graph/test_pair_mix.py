"""How different the two of pairs are, told without telling of anybody, on the running server."""

from typing import Any

import pytest

from server.okr.terms import Background
from tests.graph.client import Client
from tests.graph.confidence import ended, entry, mentorship
from tests.graph.erased import entrusted
from tests.graph.office import Office
from tests.graph.test_who_learns import learned

MIX = """query ($at: AsOf) { organization(asOf: $at) { position
  pairMix { background withheld mix } } }"""


async def told(who: Client, position: int | None = None) -> dict[str, Any]:
    at = None if position is None else {"position": position}
    shown = (await who.ask(MIX, at=at))["organization"]["pairMix"]
    return {each["background"]: (each["withheld"], each["mix"]) for each in shown}


async def comes_from(who: Client, origin: str) -> str:
    said = {"background": "ORIGIN", "text": origin, "shownTo": "AUTHOR"}
    return await entry(who, "BACKGROUND", **said)


@pytest.mark.row("R4-15")
async def test_pairs_are_mixed_or_not_and_nothing_tells_which_or_whose(office: Office) -> None:
    people = [await office.person() for _ in range(6)]
    pairs = [await mentorship(*people[each : each + 2]) for each in (0, 2, 4)]
    said = [
        await comes_from(who, where)
        for who, where in zip(people, ("Sea", " sea", "Sea", "Hills", "Sea"), strict=False)
    ]
    everything = dict.fromkeys(Background, (True, None))
    assert await told(office.admin) == everything  # four people in two pairs
    said.append(await comes_from(people[5], "Town"))

    assert await told(office.admin) == everything | {"ORIGIN": (False, "HIGH")}
    assert await told(people[0]) == {}
    await office.admin.do("changePolicy", "organization { id }", peopleLeast=7, reason="Few.")
    assert await told(office.admin) == everything
    await office.admin.do("changePolicy", "organization { id }", peopleLeast=3, reason="Many.")
    assert await told(office.admin) == everything | {"ORIGIN": (False, "HIGH")}

    for who, known in ((people[5], [said[5]]), (people[4], []), (office.admin, [])):
        seen = await office.seen("Person", str(people[5].person_id), WRITTEN, who)
        assert [each["id"] for each in seen["mentoringEntries"]["nodes"]] == known
        kinds = [each["__typename"] for each in await learned(who)]
        mine = who is not office.admin
        assert kinds.count("MentoringEntryAdded") == mine
    await ended(pairs[2], people[5])
    assert await told(office.admin) == everything


@pytest.mark.row("R4-15")
async def test_what_is_taken_back_or_redacted_counts_no_more_in_the_past_neither(
    office: Office,
) -> None:
    people = [await office.person() for _ in range(6)]
    for each in (0, 2, 4):
        await mentorship(*people[each : each + 2])
    said = [await comes_from(who, "The sea") for who in people]
    low = {"ORIGIN": (False, "LOW")}
    everything = dict.fromkeys(Background, (True, None))
    then = (await office.admin.ask(MIX))["organization"]["position"]
    assert await told(office.admin, then) == everything | low

    back = {"mentoringEntryId": said[0], "outcome": "WITHDRAWN"}
    hidden = await office.admin.refused("settleMentoringEntry", "mentoringEntry", **back)
    assert hidden == [("NOT_FOUND", "input.mentoringEntryId")]
    await people[0].do("settleMentoringEntry", "mentoringEntry { id }", **back)
    assert await told(office.admin) == everything
    assert await told(office.admin, then) == everything
    await comes_from(people[0], "The hills")
    assert await told(office.admin) == everything | {"ORIGIN": (False, "MEDIUM")}

    gone = {"personId": str(people[5].person_id)}
    await office.admin.do("deactivatePerson", "person { id }", **gone)
    redactor = await entrusted(office)
    forgotten = gone | {"reason": "They asked."}
    await redactor.do("forgetPerson", "redaction { id }", **forgotten)
    assert await told(office.admin) == everything
    assert await told(office.admin, then) == everything


WRITTEN = "mentoringEntries { nodes { id } }"
