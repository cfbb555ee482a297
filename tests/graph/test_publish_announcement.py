"""Making objectives known through the running server, and seeing who has read it."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

READERS = "readers { nodes { person { name } receipt { recordedAt } } } readerCount readCount"


async def publish(by: Client, **said: Any) -> str:
    made = await by.do("publishAnnouncement", "announcement { id }", **said)
    return str(made["id"])


async def read(by: Client, announcement: str) -> None:
    said = {"announcementId": announcement, "kind": "READ"}
    await by.do("recordAttestation", "attestation { id }", **said)


@pytest.mark.row("R1-21")
async def test_a_teams_objectives_are_made_known_and_each_person_says_that_they_read_it(
    office: Office,
) -> None:
    department = await office.team("DEPARTMENT")
    team, elsewhere = await office.team(parentId=department), await office.team()
    head = await office.member(department, "MANAGER")
    member, other = await office.member(team), await office.member(elsewhere)
    cycle = await office.cycle()
    agreed = await office.objective(cycle, ownerTeamId=department)
    await office.objective(cycle, active=False, ownerTeamId=department)
    await office.objective(cycle, ownerTeamId=team)

    said = {"cycleId": cycle, "teamId": department, "text": "This is what we are about."}
    known = await publish(head, **said)
    await read(member, known)

    shows = f"text author {{ id }} objectives {{ nodes {{ id }} }} {READERS}"
    seen = await office.seen("Announcement", known, shows, other)
    assert seen["text"] == said["text"]
    assert seen["author"] == {"id": str(head.person_id)}
    assert seen["objectives"] == {"nodes": [{"id": agreed}]}
    receipts = [each["receipt"] for each in seen["readers"]["nodes"]]
    assert [each is not None for each in receipts] == [False, True]
    assert (seen["readerCount"], seen["readCount"]) == (2, 1)
    for has_read, who in (("true", member), ("false", head)):
        shows = f"readers(filter: {{hasRead: {has_read}}}) {{ nodes {{ person {{ id }} }} }}"
        found = await office.seen("Announcement", known, shows)
        assert found["readers"]["nodes"] == [{"person": {"id": str(who.person_id)}}]
    listed = "announcements { nodes { id } }"
    for kind, noun in (("Team", department), ("Cycle", cycle)):
        assert await office.seen(kind, noun, listed) == {
            "announcements": {"nodes": [{"id": known}]}
        }


@pytest.mark.row("R1-70")
async def test_an_overarching_objective_is_told_with_its_reason_and_what_people_ask(
    office: Office,
) -> None:
    company = await office.team("COMPANY")
    why: dict[str, Any] = {
        "purpose": "so that nobody starts alone",
        "whyImportant": "Half of them leave.",
    }
    objective = await office.objective(await office.cycle(), ownerTeamId=company, **why)
    known = await publish(office.admin, objectiveId=objective, text="We asked all of you.")
    ann, bob = await office.person("Ann"), await office.person("Bob")

    await read(bob, known)
    asked = {"announcementId": known, "kind": "QUESTION"}
    ids = [
        (await ann.do("addComment", "comment { id }", **asked, text=text))["id"]
        for text in ("Why now?", "Who pays?")
    ]
    reply = {"answersId": ids[0], "text": "Because they leave now."}
    await office.admin.do("addComment", "comment { id }", **reply)
    outcome = {"commentId": ids[0], "outcome": "Answered."}
    await office.admin.do("resolveComment", "comment { id }", **outcome)

    questions = "comments(filter: {kind: QUESTION, open: true}) { nodes { text } }"
    shows = f"objective {{ purpose whyImportant }} {READERS} {questions}"
    seen = await office.seen("Announcement", known, shows, bob)
    assert seen["objective"] == why
    assert seen["comments"]["nodes"] == [{"text": "Who pays?"}]
    told = {each["person"]["name"]: each["receipt"] for each in seen["readers"]["nodes"]}
    assert told["Bob"] is not None
    assert told["Ann"] is None
    assert seen["readCount"] == 1
    assert seen["readerCount"] == len(told)
    answered = "outcome open resolvedBy { id } replies { nodes { text announcement { id } } }"
    assert await office.seen("Comment", ids[0], answered) == {
        "outcome": "Answered.",
        "open": False,
        "resolvedBy": {"id": str(office.admin.person_id)},
        "replies": {"nodes": [{"text": reply["text"], "announcement": {"id": known}}]},
    }


async def test_what_is_private_is_made_known_to_its_participants_alone(office: Office) -> None:
    ann, bea = await office.person("Ann"), await office.person("Bea")
    objective = await office.objective(await office.cycle(), by=ann, visibility="PRIVATE")
    takes = {"objectiveId": objective, "personId": str(bea.person_id), "role": "STAKEHOLDER"}
    await ann.do("addParticipant", "participant { id }", **takes)

    known = await publish(ann, objectiveId=objective, text="Ours.")

    shows = "readerCount readers { nodes { person { name } } }"
    seen = await office.seen("Announcement", known, shows, bea)
    assert seen["readerCount"] == 2
    assert await office.seen("Announcement", known, shows, office.admin) is None
    organization = "{ organization { announcements { totalCount } } }"
    assert (await office.admin.ask(organization))["organization"]["announcements"] == {
        "totalCount": 0
    }
    said = {"announcementId": known, "kind": "READ"}
    assert await office.admin.refused("recordAttestation", "attestation", **said) == [
        ("NOT_FOUND", "input.announcementId")
    ]


async def test_what_makes_no_sense_names_the_field(office: Office) -> None:
    cycle = await office.cycle()
    draft, team = await office.objective(cycle, active=False), await office.team()

    async def refused(**said: str) -> list[tuple[str, str]]:
        return await office.admin.refused(
            "publishAnnouncement", "announcement", **{"text": "So."} | said
        )

    assert await refused() == [("INVALID", "input.cycleId")]
    assert await refused(cycleId=cycle, objectiveId=draft) == [("INVALID", "input.cycleId")]
    assert await refused(objectiveId=draft) == [("WRONG_STATE", "input.objectiveId")]
    assert await refused(cycleId=cycle, text=" ") == [("INVALID", "input.text")]
    assert await refused(objectiveId=draft, teamId=team) == [("INVALID", "input.teamId")]
