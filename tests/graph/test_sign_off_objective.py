"""Agreeing with an objective before it begins, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office
from tests.graph.test_add_participant import person, takes_part

AGREEMENT = "agreement { asked agreed disagreed quorum reached }"


async def says(actor: Client, objective: str, stance: str, comment: str | None = None) -> None:
    said = {"objectiveId": objective, "stance": stance, "comment": comment}
    await actor.do("signOffObjective", "signOff { id }", **said)


async def of_a_team(office: Office, quorum: str | None = None) -> tuple[str, list[Client]]:
    """A draft of a team of four: a manager and three members."""
    if quorum is not None:
        changes = {"signOffQuorum": quorum, "reason": "Everybody should understand."}
        await office.admin.do("changePolicy", "organization { id }", **changes)
    team = await office.team()
    people = [await office.member(team, role) for role in ("MANAGER", *["MEMBER"] * 3)]
    cycle = await office.cycle()
    return await office.objective(cycle, active=False, ownerTeamId=team), people


@pytest.mark.row("R1-84")
async def test_a_teams_objective_begins_when_enough_of_the_team_agree(office: Office) -> None:
    objective, (lead, *members) = await of_a_team(office, "0.75")
    begin = {"objectiveId": objective}
    await says(lead, objective, "AGREE")
    await says(members[0], objective, "AGREE_WITH_CONCERN", "It is a lot.")
    await says(members[1], objective, "DISAGREE", "Nobody asked for it.")

    payload = await lead.command("activateObjective", "objective { id }", begin)
    (refusal,) = payload["refusals"]
    assert (refusal["code"], refusal["path"]) == ("WRONG_STATE", ["input", "objectiveId"])
    assert refusal["message"] == "One more person has to agree first: 2 of 4 do."
    counted = {"asked": 4, "agreed": 2, "disagreed": 1, "quorum": "0.75", "reached": False}
    assert await office.seen("Objective", objective, AGREEMENT) == {"agreement": counted}

    await says(members[1], objective, "AGREE", "Now I see why.")
    await lead.do("activateObjective", "objective { id }", **begin)

    counted |= {"agreed": 3, "disagreed": 0, "reached": True}
    shows = "signOffs(filter: { stands: true }) { nodes { stance comment person { id } } }"
    seen = await office.seen("Objective", objective, f"state {AGREEMENT} {shows}")
    assert (seen["state"], seen["agreement"]) == ("ACTIVE", counted)
    assert [each["stance"] for each in seen["signOffs"]["nodes"]] == [
        "AGREE",
        "AGREE_WITH_CONCERN",
        "AGREE",
    ]


@pytest.mark.row("R3-11")
async def test_members_write_an_objective_together_and_sign_it(office: Office) -> None:
    objective, (lead, author, member, _) = await of_a_team(office)
    said = {"objectiveId": objective, "title": "Ours"}
    assert await author.refused("editObjective", "objective", reason="So.", **said) == [
        ("NOT_ALLOWED", "")
    ]

    await takes_part(office, objective, "CO_AUTHOR", lead, **person(author))
    await author.do("editObjective", "objective { id }", reason="In our words.", **said)
    key_result = await office.key_result(objective, by=author)
    for each in (author, member):
        await says(each, objective, "AGREE")

    shows = "title agreement { asked agreed } signOffs { nodes { stance person { id } } }"
    signed = [{"stance": "AGREE", "person": {"id": str(x.person_id)}} for x in (author, member)]
    assert await office.seen("Objective", objective, f"{shows} keyResults {{ id }}") == {
        "title": "Ours",
        "agreement": {"asked": 4, "agreed": 2},
        "signOffs": {"nodes": signed},
        "keyResults": [{"id": key_result}],
    }
    await lead.do("activateObjective", "objective { id }", objectiveId=objective)
    late = {"objectiveId": objective, "title": "Mine", "reason": "So."}
    assert await author.refused("editObjective", "objective", **late) == [("NOT_ALLOWED", "")]


async def test_the_latest_word_of_a_person_stands_and_earlier_ones_are_kept(
    office: Office,
) -> None:
    objective, (_, member, *_) = await of_a_team(office)
    await says(member, objective, "DISAGREE", "Too vague.")
    await says(member, objective, "AGREE")

    shows = "signOffs { nodes { stance comment stands } }"
    assert await office.seen("Objective", objective, shows) == {
        "signOffs": {
            "nodes": [
                {"stance": "DISAGREE", "comment": "Too vague.", "stands": False},
                {"stance": "AGREE", "comment": None, "stands": True},
            ]
        }
    }


@pytest.mark.row("R1-83")
async def test_a_persons_objective_needs_nobodys_consent_and_has_no_collaborators(
    office: Office,
) -> None:
    of_team, (lead, member, *_) = await of_a_team(office, "0.5")
    cycle = (await office.seen("Objective", of_team, "cycle { id }"))["cycle"]["id"]
    own = {"ownerPersonId": str(member.person_id)}
    of_member = await office.objective(cycle, active=False, by=member, **own)
    begins = ("activateObjective", "objective")

    assert await member.refused(*begins, objectiveId=of_team) == [
        ("NOT_ALLOWED", ""),
        ("WRONG_STATE", "input.objectiveId"),
    ]
    assert await lead.refused(*begins, objectiveId=of_member) == [("NOT_ALLOWED", "")]
    said = {"objectiveId": of_member, "stance": "AGREE"}
    assert await lead.refused("signOffObjective", "signOff", **said) == [("NOT_ALLOWED", "")]
    await member.do("activateObjective", "objective { id }", objectiveId=of_member)

    shows = f"ownerKind state collaborators {{ totalCount }} {AGREEMENT}"
    counted = {"agreed": 0, "disagreed": 0}
    assert await office.seen("Objective", of_member, shows) == {
        "ownerKind": "PERSON",
        "state": "ACTIVE",
        "collaborators": {"totalCount": 0},
        "agreement": counted | {"asked": 1, "quorum": None, "reached": True},
    }
    assert await office.seen("Objective", of_team, shows) == {
        "ownerKind": "TEAM",
        "state": "DRAFT",
        "collaborators": {"totalCount": 4},
        "agreement": counted | {"asked": 4, "quorum": "0.5", "reached": False},
    }
    key_result = await office.key_result(of_member, by=member)
    part = {"keyResultId": key_result, "personId": str(lead.person_id), "target": "4"}
    assert await lead.refused("assignContributor", "keyResult", **part) == [("NOT_ALLOWED", "")]


async def test_who_is_not_asked_does_not_sign_and_who_worries_says_why(office: Office) -> None:
    objective, (_, member, *_) = await of_a_team(office)

    async def refused(actor: Client, **said: Any) -> list[tuple[str, str]]:
        return await actor.refused("signOffObjective", "signOff", objectiveId=objective, **said)

    assert await refused(office.admin, stance="AGREE") == [("NOT_ALLOWED", "")]
    for stance in ("DISAGREE", "AGREE_WITH_CONCERN"):
        assert await refused(member, stance=stance) == [("REASON_IS_MISSING", "input.comment")]
    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=objective, reason="So."
    )
    assert await refused(member, stance="AGREE") == [("WRONG_STATE", "input.objectiveId")]


async def test_members_of_teams_that_share_it_are_asked_too(office: Office) -> None:
    objective, (lead, *_) = await of_a_team(office)
    other = await office.team()
    guest = await office.member(other)
    answers = {"objectiveId": objective, "accountablePersonId": str(lead.person_id)}
    await lead.do("editObjective", "objective { id }", reason="One of us.", **answers)

    await takes_part(office, objective, "SHARES", lead, teamId=other)
    await says(guest, objective, "AGREE")

    seen = await office.seen("Objective", objective, "agreement { asked agreed }")
    assert seen == {"agreement": {"asked": 5, "agreed": 1}}


@pytest.mark.parametrize("quorum", ["-0.1", "1.1"])
async def test_a_quorum_is_a_share(office: Office, quorum: str) -> None:
    changes = {"signOffQuorum": quorum, "reason": "So."}
    assert await office.admin.refused("changePolicy", "organization", **changes) == [
        ("INVALID", "input.signOffQuorum")
    ]
