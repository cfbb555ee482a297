"""Long lists of what is made known, answered and recognized."""

from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office

LENGTH = 5
LOOKING_BACK = [
    {"question": each, "text": "So."} for each in ("LEARNED", "WENT_WELL", "CAN_IMPROVE")
]
Lists = dict[str, tuple[str, list[str]]]


async def news(office: Office) -> tuple[Lists, dict[str, list[str]]]:
    """The lists by connection, each with its owner; and what else stands in the organization's."""
    team = await office.team()
    members = [await office.member(team) for _ in range(LENGTH)]
    cycle = await office.cycle("2029", startsOn="2029-01-01", endsOn="2029-12-31")
    objectives = [await office.objective(cycle, ownerTeamId=team) for _ in range(LENGTH)]
    lists = await _announced(office, cycle, team, objectives, members)
    lists |= await _proposed(objectives[1], members)
    lists |= await _recognized(office, objectives[0], team, members)
    more = {
        "Organization.teams": [team],
        "Organization.people": [str(each.person_id) for each in members],
        "Organization.cycles": [cycle],
        "Organization.objectives": objectives,
        "Organization.keyResults": [lists["KeyResult.recognitions"][0]],
        "Organization.reviews": [lists["Review.recognitions"][0]],
    }
    return lists, more


async def _said(mutation: str, noun: str, by: Client, **said: str) -> str:
    return str((await by.do(mutation, f"{noun} {{ id }}", **said))["id"])


async def _announced(
    office: Office, cycle: str, team: str, objectives: list[str], members: list[Client]
) -> Lists:
    async def known(**of: str) -> str:
        said = {"text": "This is why."} | of
        return await _said("publishAnnouncement", "announcement", office.admin, **said)

    of_team = [await known(cycleId=cycle, teamId=team) for _ in range(LENGTH)]
    of_one = [await known(objectiveId=objectives[0]) for _ in range(LENGTH)]
    about = {"announcementId": of_team[0], "text": "Why?"}
    asked = [await _said("addComment", "comment", each, **about) for each in members]
    answers = {"answersId": asked[0], "text": "So."}
    answered = [await _said("addComment", "comment", each, **answers) for each in members]
    return {
        "Cycle.announcements": (cycle, [*of_team, *of_one]),
        "Team.announcements": (team, of_team),
        "Objective.announcements": (objectives[0], of_one),
        "Organization.announcements": (str(office.actor.organization_id), [*of_team, *of_one]),
        "Announcement.objectives": (of_team[0], objectives),
        "Announcement.comments": (of_team[0], [*asked, *answered]),
        "Comment.replies": (asked[0], answered),
    }


async def _proposed(objective: str, members: list[Client]) -> Lists:
    metric = {"kind": "DONE"}
    said: dict[str, Any] = {"objectiveId": objective, "title": "A list", "metric": metric}
    made = await members[0].do("proposeKeyResult", "request { id }", **said, text="So.")
    votes = {"requestId": made["id"], "kind": "SUPPORTED"}
    votes_of = [await _said("recordAttestation", "attestation", each, **votes) for each in members]
    return {"Request.attestations": (made["id"], votes_of)}


async def _recognized(office: Office, objective: str, team: str, members: list[Client]) -> Lists:
    key_result = await office.key_result(objective)
    person = str(members[0].person_id)
    about = {"objectiveId": objective, "kind": "RETROSPECTIVE"}
    review = await office.admin.do("recordReview", "review { id }", **about, answers=LOOKING_BACK)
    where = {"reviewId": review["id"], "text": "Well done."}

    async def well_done(**of: str) -> list[str]:
        said = where | of
        return [
            await _said("addRecognition", "recognition", office.admin, **said)
            for _ in range(LENGTH)
        ]

    of_person = await well_done(keyResultId=key_result, personId=person)
    of_team = await well_done(teamId=team)
    every = [*of_person, *of_team]
    return {
        "Person.recognitions": (person, of_person),
        "Team.recognitions": (team, of_team),
        "KeyResult.recognitions": (key_result, of_person),
        "Objective.recognitions": (objective, every),
        "Review.recognitions": (review["id"], every),
        "Organization.recognitions": (str(office.actor.organization_id), every),
    }
