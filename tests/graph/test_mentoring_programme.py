"""How mentoring goes in an organization, in counts, through the running server."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.confidence import ended, entry, mentorship
from tests.graph.office import RISING, Office
from tests.graph.test_goals_of_mentorships import Pair, pair

__all__ = ["pair"]
COUNTS = """query ($on: Date) { organization { mentoring(on: $on) { mentorships goingOn withheld
  pairedAgain endedForLackOfChemistry goals attainment feedbackAsked feedbackAnswered feedbackRate
  keptShare concernsOpen reviewsOverdue }
  mentoringGrowth { growth keyResults reached meanProgress } } }"""
NUMBERS = """pairedAgain endedForLackOfChemistry goals attainment feedbackAsked feedbackAnswered
  feedbackRate keptShare concernsOpen reviewsOverdue"""
WITHHELD: dict[str, Any] = dict.fromkeys(NUMBERS.split())


async def counted(who: Client, on: str | None = None) -> Any:
    return (await who.ask(COUNTS, on=on))["organization"]


@pytest.mark.row("R4-07", "R4-23")
async def test_who_looks_after_it_sees_counts_alone_and_of_few_pairs_none(
    office: Office, pair: Pair
) -> None:
    objective, key_result = await pair.begun()
    await office.check_in(key_result, "15", by=pair.mentee)
    asked = await entry(pair.mentee, "FEEDBACK_REQUEST", pair.id)
    await entry(pair.mentor, "FEEDBACK", pair.id, answeredEntryId=asked)
    await entry(pair.mentee, "FEEDBACK_REQUEST", pair.id)
    await entry(pair.mentee, "CONCERN", pair.id)
    said = {"mentoringEntryId": await entry(pair.mentor, "ACTION", pair.id), "outcome": "KEPT"}
    await pair.mentor.do("settleMentoringEntry", "mentoringEntry { id }", **said)
    few = {"mentorships": 1, "goingOn": 1, "withheld": True, **WITHHELD}
    assert (await counted(office.admin))["mentoring"] == few

    await ended(pair.id, pair.mentee)
    other = await office.person("Ola")
    await mentorship(other, pair.mentee, followsMentorshipId=pair.id)
    for _ in range(3):
        await mentorship(other, await office.person())

    assert (await counted(office.admin))["mentoring"] == {
        "mentorships": 5,
        "goingOn": 4,
        "withheld": False,
        "pairedAgain": 1,
        "endedForLackOfChemistry": 1,
        "goals": 1,
        "attainment": "0.5",
        "feedbackAsked": 2,
        "feedbackAnswered": 1,
        "feedbackRate": "0.5",
        "keptShare": "1",
        "concernsOpen": 1,
        "reviewsOverdue": 0,
    }
    later = str(datetime.now(UTC).date() + timedelta(days=200))
    assert (await counted(office.admin, later))["mentoring"]["reviewsOverdue"] == 4
    assert await counted(pair.mentor) == {"mentoring": None, "mentoringGrowth": []}
    assert await office.seen("Objective", objective, "id", office.admin) is None


@pytest.mark.row("R4-05")
async def test_what_grows_is_told_by_kind_to_the_two_and_of_many_to_who_looks_after_it(
    office: Office, pair: Pair
) -> None:
    objective = await pair.goal()
    for growth, metric in (("SKILL", RISING), ("SKILL", {"kind": "DONE"}), ("CAREER", RISING)):
        await office.key_result(objective, metric, by=pair.mentee, growth=growth)
    for who in (pair.mentor, pair.mentee):
        await pair.agrees(who, objective)
    begin = {"objectiveId": objective}
    await pair.mentee.do("activateObjective", "objective { id }", **begin)
    [skill, *_] = (await pair.seen("Objective", objective, "keyResults { id growth }"))[
        "keyResults"
    ]
    await office.check_in(skill["id"], "20", by=pair.mentee)

    shows = "growth { growth keyResults reached meanProgress }"
    career = {"growth": "CAREER", "keyResults": 1, "reached": 0, "meanProgress": None}
    assert await pair.seen("Mentorship", pair.id, shows) == {
        "growth": [
            career,
            {"growth": "SKILL", "keyResults": 2, "reached": 1, "meanProgress": "1"},
        ]
    }
    few = {"reached": None, "meanProgress": None}
    assert (await counted(office.admin))["mentoringGrowth"] == [
        {"growth": "CAREER", "keyResults": 1, **few},
        {"growth": "SKILL", "keyResults": 2, **few},
    ]


@pytest.mark.row("R4-18")
async def test_the_two_look_at_it_in_the_rhythm_that_they_agreed_on(office: Office) -> None:
    mentor, mentee = await office.person("Mia"), await office.person("Ned")
    late = await mentorship(mentor, mentee, startsOn="2026-01-01")
    never = await mentorship(mentee, mentor, startsOn="2026-01-01", reviewCadence="OTHER")
    document = """query ($on: Date) { organization { overdueMentorships(on: $on) {
      totalCount nodes { id } } } }"""

    async def overdue(who: Client, on: str) -> list[str]:
        listed = (await who.ask(document, on=on))["organization"]["overdueMentorships"]
        assert listed["totalCount"] == len(listed["nodes"])
        return [each["id"] for each in listed["nodes"]]

    assert await overdue(mentor, "2026-04-01") == []
    assert await overdue(mentor, "2026-04-02") == [late]
    assert await overdue(office.admin, "2026-04-02") == []
    shows = 'review(on: "2026-04-02") { lastOn dueOn overdue }'
    due = {"lastOn": None, "dueOn": "2026-04-01", "overdue": True}
    assert await office.seen("Mentorship", late, shows, mentee) == {"review": due}
    assert await office.seen("Mentorship", never, shows, mentee) == {"review": None}

    await entry(mentee, "REVIEW", late)

    assert await overdue(mentor, "2026-04-02") == []


async def test_how_few_pairs_are_few_is_agreed_on(office: Office, pair: Pair) -> None:
    for _ in range(2):
        await mentorship(await office.person(), await office.person())
    assert (await counted(office.admin))["mentoring"]["withheld"]

    too_few = {"reason": "So.", "peopleLeast": 2}
    refused = await office.admin.refused("changePolicy", "organization", **too_few)
    assert refused == [("INVALID", "input.peopleLeast")]
    await office.admin.do("changePolicy", "organization { id }", reason="So.", peopleLeast=3)
    assert not (await counted(office.admin))["mentoring"]["withheld"]
