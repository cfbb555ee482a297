"""Answering a pulse without a name, or in one's own to who asked, through the running server."""

import json
from typing import Any

import asyncpg
import pytest

from tests.graph.client import Client
from tests.graph.erased import entrusted
from tests.graph.office import Office
from tests.graph.pulses import SHOWS, agreed, answered, closed, opened, shown
from tests.graph.taking import facts, taken

WORDS = "Fewer meetings on Mondays"


async def answer(who: Client, pulse: str, score: int, key: str) -> Any:
    said = {"pulseId": pulse, "answers": [{"question": "TRUST", "score": score}]}
    shows = "pulseAnswer { id named author { id } answers { question text } }"
    return await who.command("answerPulse", shows, said, {"idempotencyKey": key})


@pytest.mark.row("R1-115", "R3-32")
async def test_answers_without_a_name_are_told_together_and_no_sooner_than_all_are_in(
    office: Office,
) -> None:
    await agreed(office)
    cycle = await office.cycle()
    people = [await office.person() for _ in range(3)]
    pulse = await opened(office, cycle, "TRUST", "CAN_IMPROVE")
    said: list[dict[str, Any]] = [
        {"TRUST": 1, "CAN_IMPROVE": "Zeal"},
        {"TRUST": 4, "CAN_IMPROVE": f"  {WORDS}\n"},
        {"TRUST": 4},
    ]
    for who, each in zip(people, said, strict=True):
        await answered(who, pulse, **each)
        for reader in (office.admin, who):
            seen = await shown(office, pulse, reader)
            assert (seen["state"], seen["answered"], seen["remarks"]) == ("OPEN", None, [])
            assert seen["questions"][0] == {"question": "TRUST", "answers": None, "mean": None}

    await closed(office, pulse)
    assert await shown(office, pulse) == {
        "state": "CLOSED",
        "answersLeast": 3,
        "answered": 3,
        "withheld": False,
        "questions": [
            {"question": "TRUST", "answers": 3, "mean": "3"},
            {"question": "CAN_IMPROVE", "answers": None, "mean": None},
        ],
        "remarks": [
            {"question": "CAN_IMPROVE", "words": WORDS},
            {"question": "CAN_IMPROVE", "words": "Zeal"},
        ],
        "answers": [],
    }


async def test_that_somebody_answered_is_told_to_nobody_but_them(office: Office) -> None:
    pulse = await opened(office, await office.cycle())
    who = await office.person()
    made = await answered(who, pulse, TRUST=2)

    document = "{ organization { events(last: 5) { nodes { __typename actor { id } } } } }"
    for reader in (office.admin, await entrusted(office, "AUDIT"), await office.person()):
        assert await office.seen("PulseAnswer", made, "id", reader) is None
        assert (await shown(office, pulse, reader))["answers"] == []
        told = (await reader.ask(document))["organization"]["events"]["nodes"]
        assert "PulseAnswered" not in {each["__typename"] for each in told}
    mine = await office.seen("PulseAnswer", made, "named answers { text }", who)
    assert mine == {"named": False, "answers": []}
    assert len((await shown(office, pulse, who))["answers"]) == 1


async def test_nothing_in_the_log_or_in_what_leaves_says_what_anybody_answered(
    office: Office, owner: asyncpg.Connection
) -> None:
    await agreed(office)
    pulse = await opened(office, await office.cycle(), "TRUST", "CAN_IMPROVE")
    people = [await office.person() for _ in range(3)]
    auditor = await entrusted(office, "AUDIT")
    for who, score in zip(people, (5, 1, 1), strict=True):
        await answered(who, pulse, TRUST=score, CAN_IMPROVE=f"{WORDS} {score}")
    assert WORDS not in (await taken(auditor)).text
    left = "select count(*) from log.ballot where pulse_id = $1"
    assert await owner.fetchval(left, pulse) == len(people)

    await closed(office, pulse)
    assert await owner.fetchval(left, pulse) == 0
    bodies = await owner.fetch(
        "select body, actor_id from log.event where type = 'PulseAnswered' and body like $1"
        " order by position",
        f"%{pulse}%",
    )
    assert [each["actor_id"] for each in bodies] == [each.person_id for each in people]
    for each in bodies:
        said = json.loads(each["body"])
        assert said.keys() == {"answers", "holder_id", "named", "pulse_answer_id", "pulse_id"}
        assert (said["answers"], said["holder_id"], said["named"]) == ([], None, False)
    written = """select count(*) from log.private p join log.event e using (org_id, position)
      where p.value like $1 and e.type = 'PulseAnswered' and e.actor_id = any ($2)"""
    mine = [each.person_id for each in people]
    assert await owner.fetchval(written, f"{WORDS}%", mine) == 0
    lines = facts(await taken(auditor))
    assert all(each["withheld"] for each in lines if each["type"] == "PulseAnswered")
    [told] = [json.loads(each["body"]) for each in lines if each["type"] == "PulseClosed"]
    assert told["tallies"] == [{"answers": 3, "question": "TRUST", "total": 7}]


async def test_what_was_answered_is_not_found_out_by_trying_keys(office: Office) -> None:
    pulse, who = await opened(office, await office.cycle()), await office.person()
    first = await answer(who, pulse, 2, "a key")
    for score in (1, 2, 3):
        assert await answer(who, pulse, score, "a key") == first


async def test_somebody_answers_once_and_only_what_they_are_asked(office: Office) -> None:
    team, cycle = await office.team(), await office.cycle()
    pulse = await opened(office, cycle, "TRUST", "LEARNED", teamId=team)
    who, stranger = await office.member(team), await office.person()

    async def refused(by: Client, **said: Any) -> list[tuple[str, str]]:
        answers = [{"question": name, **each} for name, each in said.items()]
        return await by.refused("answerPulse", "pulseAnswer", pulseId=pulse, answers=answers)

    score = {"score": 3}
    assert await refused(stranger, TRUST=score) == [("NOT_ALLOWED", "")]
    assert await refused(who, TRUST={"score": 6}) == [("INVALID", "input.answers.0.score")]
    assert await refused(who, LEARNED={"text": "Much"}) == [("INVALID", "input.answers")]
    other = [("INVALID", "input.answers.1.question")]
    assert await refused(who, TRUST=score, SAFETY=score) == other
    await answered(who, pulse, TRUST=3)
    assert await refused(who, TRUST=score) == [("ALREADY_EXISTS", "input.pulseId")]
    await closed(office, pulse)
    assert ("WRONG_STATE", "input.pulseId") in await refused(await office.member(team), TRUST=score)


@pytest.mark.row("R3-32")
async def test_what_somebody_says_in_their_own_name_is_for_who_asked_alone(
    office: Office,
) -> None:
    await agreed(office)
    team, cycle = await office.team(), await office.cycle()
    manager, member = [await office.member(team, role) for role in ("MANAGER", "MEMBER")]
    pulse = await opened(office, cycle, "TRUST", "FEEDBACK", by=manager, teamId=team)
    made = await answered(member, pulse, named=True, TRUST=2, FEEDBACK=WORDS)

    shows = "named author { id } holder { id } answers { question text }"
    told = {
        "named": True,
        "author": {"id": str(member.person_id)},
        "holder": {"id": str(manager.person_id)},
        "answers": [{"question": "TRUST", "text": "2"}, {"question": "FEEDBACK", "text": WORDS}],
    }
    for reader in (manager, member):
        assert await office.seen("PulseAnswer", made, shows, reader) == told
    for reader in (office.admin, await office.member(team, "MANAGER"), await office.person()):
        assert await office.seen("PulseAnswer", made, shows, reader) is None
    auditor = await entrusted(office, "AUDIT")
    assert WORDS not in (await taken(auditor)).text
    for who in (manager, await office.member(team)):
        await answered(who, pulse, TRUST=5)
    await closed(office, pulse)
    seen = await office.seen("Pulse", pulse, SHOWS)
    assert (seen["answered"], seen["withheld"], seen["remarks"]) == (2, True, [])


async def test_nobody_counts_in_two_results_of_one_time(office: Office) -> None:
    await agreed(office)
    cycle, above = await office.cycle(), await office.team("DEPARTMENT")
    first, second = await office.team(), await office.team(parentId=above)
    who = await office.member(first)
    added = {"teamId": second, "personId": str(who.person_id)}
    await office.admin.do("addTeamMember", "team { id }", **added)
    pulse, other = [await opened(office, cycle, "TRUST", teamId=each) for each in (first, second)]
    third = await opened(office, cycle, "SAFETY", teamId=second)

    await answered(who, pulse, TRUST=3)
    again = {"pulseId": other, "answers": [{"question": "TRUST", "score": 3}]}
    refused = [("ALREADY_EXISTS", "input.pulseId")]
    assert await who.refused("answerPulse", "pulseAnswer", **again) == refused
    await answered(await office.member(second), other, TRUST=3)
    await answered(who, third, SAFETY=3)
    await closed(office, pulse)
    await answered(who, other, TRUST=3)
    elsewhere = await opened(office, cycle, "TRUST", teamId=first)
    await answered(who, elsewhere, named=True, TRUST=3)


async def test_pulses_that_are_open_at_once_are_of_one_time(office: Office) -> None:
    earlier = await office.cycle("2025", startsOn="2025-01-01", endsOn="2025-03-31")
    cycles = [await office.cycle(), earlier]
    teams = [await office.team() for _ in cycles]
    who = await office.member(teams[0])
    await office.admin.do(
        "addTeamMember", "team { id }", teamId=teams[1], personId=str(who.person_id)
    )
    one, other = [
        await opened(office, cycle, teamId=team) for cycle, team in zip(cycles, teams, strict=True)
    ]
    await answered(who, one, TRUST=3)
    again = {"pulseId": other, "answers": [{"question": "TRUST", "score": 3}]}
    refused = await who.refused("answerPulse", "pulseAnswer", **again)
    assert refused == [("ALREADY_EXISTS", "input.pulseId")]
