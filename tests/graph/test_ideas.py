"""Ideas that become objectives, and drafts that become better; through the server."""

from typing import Any

import pytest

from tests.graph.office import Office


@pytest.mark.row("R1-61")
async def test_what_somebody_suggests_becomes_a_draft_and_shows_where_it_is_from(
    office: Office,
) -> None:
    team, coming = await office.team(), await office.cycle(started=False)
    member, manager = await office.member(team), await office.member(team, "MANAGER")
    said: dict[str, Any] = {"forCycleId": coming, "text": "Ask parents too.", "teamId": team}
    idea = (await member.do("parkItem", "followUp { id }", **said, kind="IDEA"))["id"]
    later = await manager.do("parkItem", "followUp { id kind }", **said)
    assert later["kind"] == "LATER"
    inbox = "inputs { ideas { id text kind open author { id } becameObjective { id } } }"
    author = {"id": str(member.person_id)}
    mine = {"id": idea, "text": said["text"], "kind": "IDEA", "author": author}
    assert (await office.seen("Cycle", coming, inbox))["inputs"]["ideas"] == [
        {**mine, "open": True, "becameObjective": None}
    ]

    draft = {"cycleId": coming, "title": "Parents take part", "ownerTeamId": team}
    taken = await manager.do("createObjective", "objective { id }", **draft, followUpId=idea)
    shows = "state origin fromFollowUp { id text author { id } }"
    assert await office.seen("Objective", taken["id"], shows) == {
        "state": "DRAFT",
        "origin": "BOTTOM_UP",
        "fromFollowUp": {"id": idea, "text": said["text"], "author": author},
    }
    assert (await office.seen("Cycle", coming, inbox))["inputs"]["ideas"] == [
        {**mine, "open": False, "becameObjective": {"id": taken["id"]}}
    ]
    again = await manager.refused("createObjective", "objective", **draft, followUpId=idea)
    assert again == [("WRONG_STATE", "input.followUpId")]
    unknown = await manager.refused("createObjective", "objective", **draft, followUpId=team)
    assert unknown == [("NOT_FOUND", "input.followUpId")]


async def test_an_idea_about_what_is_private_is_taken_up_by_participants_alone(
    office: Office,
) -> None:
    cycle = await office.cycle()
    bob = await office.person()
    secret = await office.objective(cycle, by=bob, visibility="PRIVATE")
    said = {"forCycleId": cycle, "text": "Ours.", "objectiveId": secret, "kind": "IDEA"}
    idea = (await bob.do("parkItem", "followUp { id }", **said))["id"]
    other = await office.person()
    draft = {"cycleId": cycle, "title": "So", "followUpId": idea}
    assert await other.refused(
        "createObjective", "objective", **draft, ownerPersonId=str(other.person_id)
    ) == [("NOT_FOUND", "input.followUpId")]
    made = await office.objective(cycle, by=bob, followUpId=idea)
    shows = "fromFollowUp { id }"
    assert (await office.seen("Objective", made, shows, other))["fromFollowUp"] is None
    assert (await office.seen("Objective", made, shows, bob))["fromFollowUp"] == {"id": idea}


@pytest.mark.row("R3-33")
async def test_each_draft_stays_with_what_was_found_of_it(office: Office) -> None:
    draft = await office.objective(
        await office.cycle(started=False), active=False, title="Maintain 50 schools"
    )
    said: dict[str, Any] = {"objectiveId": draft}
    for change in (
        {"title": "Win the trust of our schools"},
        {"purpose": "so that no child drops out"},
        {"whyImportant": "One in five does."},
    ):
        await office.admin.do("editObjective", "objective { id }", **said, **change)
    await office.key_result(draft)
    shows = "drafts { lint codes author { name } stated { title purpose } }"
    drafts = (await office.seen("Objective", draft, shows))["drafts"]
    assert [(each["lint"], each["codes"]) for each in drafts] == [
        (4, ["NO_MEANING", "NO_PURPOSE", "NUMBERS_IN_TITLE", "STATUS_QUO"]),
        (2, ["NO_MEANING", "NO_PURPOSE"]),
        (1, ["NO_MEANING"]),
        (0, []),
    ]
    assert [each["stated"]["title"] for each in drafts] == [
        "Maintain 50 schools",
        *["Win the trust of our schools"] * 3,
    ]
    assert drafts[0]["author"] == {"name": "Ada"}

    await office.admin.do("activateObjective", "objective { id }", **said)
    said |= {"title": "Win them", "reason": "So."}
    await office.admin.do("editObjective", "objective { id }", **said)
    assert len((await office.seen("Objective", draft, "drafts { lint }"))["drafts"]) == 4


async def test_drafts_of_what_was_private_stay_with_its_participants(office: Office) -> None:
    bob = await office.person()
    cycle = await office.cycle(started=False)
    draft = await office.objective(cycle, by=bob, active=False, visibility="PRIVATE")
    said = {"objectiveId": draft}
    await bob.do("editObjective", "objective { id }", **said, visibility="ORGANIZATION")
    await bob.do("editObjective", "objective { id }", **said, title="Open now")
    titles = "drafts { stated { title } }"
    seen = (await office.seen("Objective", draft, titles))["drafts"]
    assert seen[-1] == {"stated": {"title": "Open now"}}
    assert len(seen) < len((await office.seen("Objective", draft, titles, bob))["drafts"])
