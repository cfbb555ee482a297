"""What a mentee sets out to reach with a mentor, through the running server."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.confidence import ended, mentorship
from tests.graph.office import Office

AGREEMENT = "agreement { asked agreed quorum reached }"


@dataclass(kw_only=True)
class Pair:
    """A mentorship with its two people, and the cycle in which the mentee sets goals."""

    office: Office
    mentor: Client
    mentee: Client
    id: str
    cycle: str

    async def goal(self, **said: Any) -> str:
        """A draft of the mentee."""
        stated = {"mentorshipId": self.id, "title": "Speak before many people"} | said
        return await self.office.objective(
            self.cycle,
            active=False,
            by=self.mentee,
            ownerPersonId=str(self.mentee.person_id),
            **stated,
        )

    async def agrees(self, who: Client, objective: str) -> None:
        said = {"objectiveId": objective, "stance": "AGREE"}
        await who.do("signOffObjective", "signOff { id }", **said)

    async def begun(self) -> tuple[str, str]:
        """A goal with a key result on which both agreed."""
        objective = await self.goal()
        key_result = await self.office.key_result(objective, by=self.mentee)
        for who in (self.mentor, self.mentee):
            await self.agrees(who, objective)
        begin = {"objectiveId": objective}
        await self.mentee.do("activateObjective", "objective { id }", **begin)
        return objective, key_result

    async def seen(self, kind: str, noun: str, shows: str) -> Any:
        """As the mentor sees it."""
        return await self.office.seen(kind, noun, shows, self.mentor)


@pytest.fixture
async def pair(office: Office) -> Pair:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    made = await mentorship(mentor, mentee)
    cycle = await office.cycle()
    return Pair(office=office, mentor=mentor, mentee=mentee, id=made, cycle=cycle)


@pytest.mark.row("R4-01")
async def test_a_mentorship_has_goals_with_results_that_the_two_alone_see(pair: Pair) -> None:
    objective, key_result = await pair.begun()
    await pair.office.check_in(key_result, "15", by=pair.mentee)

    shows = """objectives { totalCount nodes { id objectiveType visibility mentorship { id }
      progress { value } keyResults { id current } } }"""
    assert await pair.seen("Mentorship", pair.id, shows) == {
        "objectives": {
            "totalCount": 1,
            "nodes": [
                {
                    "id": objective,
                    "objectiveType": "MENTORSHIP",
                    "visibility": "PRIVATE",
                    "mentorship": {"id": pair.id},
                    "progress": {"value": "0.5"},
                    "keyResults": [{"id": key_result, "current": "15"}],
                }
            ],
        }
    }
    for who in (pair.office.admin, await pair.office.person()):
        assert await pair.office.seen("Objective", objective, "id", who) is None
        assert await pair.office.seen("KeyResult", key_result, "id", who) is None


async def test_the_mentee_sets_the_goals_and_nobody_for_them(pair: Pair) -> None:
    said = {"cycleId": pair.cycle, "title": "Words", "mentorshipId": pair.id}
    mine = {"ownerPersonId": str(pair.mentor.person_id)}

    refused = await pair.mentor.refused("createObjective", "objective", **said, **mine)
    assert ("NOT_ALLOWED", "") in refused
    refused = await pair.office.admin.refused("createObjective", "objective", **said, **mine)
    assert ("NOT_FOUND", "input.mentorshipId") in refused
    refused = await pair.mentee.refused(
        "createObjective",
        "objective",
        cycleId=pair.cycle,
        title="Words",
        ownerPersonId=str(pair.mentee.person_id),
        objectiveType="MENTORSHIP",
    )
    assert refused == [("INVALID", "input.mentorshipId")]


@pytest.mark.row("R4-04")
async def test_nothing_begins_before_both_agreed_with_it_as_it_stands(pair: Pair) -> None:
    objective = await pair.goal()
    key_result = await pair.office.key_result(objective, by=pair.mentee)
    begin = {"objectiveId": objective}
    early = [("WRONG_STATE", "input.objectiveId")]
    await pair.agrees(pair.mentee, objective)
    assert await pair.mentee.refused("activateObjective", "objective", **begin) == early
    await pair.agrees(pair.mentor, objective)

    harder = {"keyResultId": key_result, "reason": "Harder.", "category": "OTHER", "title": "More"}
    await pair.mentee.do("reviseKeyResult", "keyResult { id }", **harder)

    counted = {"asked": 2, "agreed": 0, "quorum": "1", "reached": False}
    assert await pair.seen("Objective", objective, AGREEMENT) == {"agreement": counted}
    await pair.agrees(pair.mentor, objective)
    assert await pair.mentee.refused("activateObjective", "objective", **begin) == early
    await pair.agrees(pair.mentee, objective)
    await pair.mentee.do("activateObjective", "objective { id }", **begin)
    counted |= {"agreed": 2, "reached": True}
    assert await pair.seen("Objective", objective, f"state {AGREEMENT}") == {
        "state": "ACTIVE",
        "agreement": counted,
    }


@pytest.mark.row("R4-03")
async def test_a_mentor_says_how_smart_a_result_is_and_that_is_a_fact(pair: Pair) -> None:
    objective = await pair.goal()
    key_result = await pair.office.key_result(objective, by=pair.mentee)
    about = {"keyResultId": key_result}
    why = {"holds": False, "reason": "Of which talks?"}

    await pair.mentor.do("recordAttestation", "attestation { id }", kind="SPECIFIC", **about, **why)
    await pair.mentor.do("recordAttestation", "attestation { id }", kind="ACHIEVABLE", **about)

    shows = """tests { specific measurable achievable } events(last: 2) { nodes {
      __typename actor { id } ... on AttestationRecorded { kind holds reason } } }"""
    mentor = {"__typename": "AttestationRecorded", "actor": {"id": str(pair.mentor.person_id)}}
    assert await pair.office.seen("KeyResult", key_result, shows, pair.mentee) == {
        "tests": {"specific": False, "measurable": True, "achievable": True},
        "events": {
            "nodes": [
                {**mentor, "kind": "SPECIFIC", **why},
                {**mentor, "kind": "ACHIEVABLE", "holds": True, "reason": None},
            ]
        },
    }


@pytest.mark.row("R4-10")
async def test_what_both_agreed_on_changes_with_a_reason_and_the_consent_of_the_other(
    pair: Pair,
) -> None:
    objective, key_result = await pair.begun()
    change = {"keyResultId": key_result, "title": "Ten talks", "category": "OTHER"}
    why = {"reason": "The first ones came easy."}
    alone = [("WRONG_STATE", "input.keyResultId")]

    assert await pair.mentee.refused("reviseKeyResult", "keyResult", **change, **why) == alone
    for asks, answers in ((pair.mentee, pair.mentor), (pair.mentor, pair.mentee)):
        said = change | {"title": f"Talks, as {asks.person_id} says"}
        made = await asks.do("proposeRevision", "request { id }", **said, **why)
        accepting = {"requestId": made["id"]}
        assert await asks.refused("acceptRequest", "request", **accepting) == [("NOT_ALLOWED", "")]
        await answers.do("acceptRequest", "request { id }", **accepting)
        shows = "title revisions { reason }"
        seen = await pair.office.seen("KeyResult", key_result, shows, asks)
        assert seen["title"] == said["title"]
        assert seen["revisions"][-1] == why

    more: dict[str, Any] = {"title": "One more", "metric": {"kind": "DONE"}}
    refused = await pair.mentee.refused("addKeyResult", "keyResult", objectiveId=objective, **more)
    assert refused == [("WRONG_STATE", "input.objectiveId")]
    refused = await pair.mentee.refused(
        "withdrawKeyResult", "keyResult", keyResultId=key_result, reason="So."
    )
    assert refused == alone


async def test_a_goal_stays_the_mentees_and_private(pair: Pair) -> None:
    objective = await pair.goal()
    said = {"objectiveId": objective, "reason": "So."}

    changes: tuple[dict[str, Any], ...] = (
        {"visibility": "ORGANIZATION"},
        {"objectiveType": "OUTCOME"},
        {"ownerTeamId": await pair.office.team(), "ownerPersonId": None},
    )
    for change in changes:
        refused = await pair.mentee.refused("editObjective", "objective", **said, **change)
        assert ("WRONG_STATE", f"input.{next(iter(change))}") in refused
    more = {"title": "Speak before very many", "visibility": "PRIVATE"}
    await pair.mentee.do("editObjective", "objective { id }", **said, **more)
    assert await pair.seen("Objective", objective, "title visibility") == more


@pytest.mark.row("R4-20")
async def test_goals_go_along_into_another_try_and_what_was_said_stays(pair: Pair) -> None:
    objective, key_result = await pair.begun()
    await ended(pair.id, pair.mentee)
    other = await pair.office.person("Ola")

    again = await mentorship(other, pair.mentee, followsMentorshipId=pair.id)

    shows = "mentorship { id } keyResults { id }"
    assert await pair.office.seen("Objective", objective, shows, other) == {
        "mentorship": {"id": again},
        "keyResults": [{"id": key_result}],
    }
    assert await pair.seen("Objective", objective, "id") is None
    shows = "state endedBecause objectives { totalCount }"
    assert await pair.seen("Mentorship", pair.id, shows) == {
        "state": "ENDED",
        "endedBecause": "It did not fit.",
        "objectives": {"totalCount": 0},
    }
    assert await pair.office.seen("Mentorship", pair.id, "id", other) is None


async def test_a_goal_goes_on_in_another_cycle_as_one_of_the_same_mentorship(pair: Pair) -> None:
    objective, _ = await pair.begun()
    later = await pair.office.cycle("2027-Q1", startsOn="2027-01-01", endsOn="2027-03-31")

    said = {"objectiveId": objective, "cycleId": later}
    made = await pair.mentee.do("carryObjectiveForward", "objective { id }", **said)

    shows = "objectiveType visibility mentorship { id }"
    assert await pair.seen("Objective", made["id"], shows) == {
        "objectiveType": "MENTORSHIP",
        "visibility": "PRIVATE",
        "mentorship": {"id": pair.id},
    }
