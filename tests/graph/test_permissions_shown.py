"""What the viewer may do with a thing, as the thing itself tells: as the tables of the docs say."""

from typing import Any

import pytest

from schema.permissions import MAY
from tests.graph.buttons import ABOUT, OF_THE_TWO
from tests.graph.cast import READER, Cast
from tests.graph.client import Client
from tests.graph.office import Office
from tests.graph.permitted import commands, reading

NOUNS = [pytest.param(*each.split(maxsplit=1), id=each) for each in ABOUT]
OWN = {
    "Person": "me",
    "Contribution": "part",
    "CheckIn": "report",
    "Comment": "comment",
    "Recognition": "recognition",
    "WorkItem": "work",
    "Case": "case",
    "Meeting": "meeting",
    "Step": "step",
    "Hypothesis": "hypothesis",
    "Experiment": "experiment",
}
SAYS = {(cell.what, cell.who): cell.says for cell in (*commands(), *reading())}


@pytest.mark.parametrize(("kind", "name"), NOUNS)
async def test_each_is_told_what_they_may_do(cast: Cast, kind: str, name: str) -> None:
    buttons = ABOUT[f"{kind} {name}"]
    for who, client in cast.people.items():
        told = await shown(client, kind, cast.ids[name], buttons)
        # Who has a part of the whole reports on it, though not for all.
        parts = {"recordCheckIn"} if name == "key result" else set[str]()
        for button, row in buttons.items():
            may = SAYS[row, who] == "yes" or (button in parts and SAYS[row, who] == "own")
            assert told[button] == may, (who, button)


@pytest.mark.parametrize(("kind", "name"), [each.split(maxsplit=1) for each in OF_THE_TWO])
async def test_the_two_of_a_mentorship_are_told_what_each_may_do(
    cast: Cast, kind: str, name: str
) -> None:
    buttons = OF_THE_TWO[f"{kind} {name}"]
    for who, client in cast.pair.items():
        told = await shown(client, kind, cast.ids[name], buttons)
        assert told == {button: SAYS[row, who] == "yes" for button, row in buttons.items()}, who


async def test_who_reads_a_story_may_do_nothing_with_it(cast: Cast) -> None:
    buttons = ["settle", "defer", "consent"]
    for who, client in cast.people.items():
        told = await shown(client, "MentoringEntry", cast.ids["told"], buttons)
        assert set(told.values()) == {False}, who


@pytest.mark.parametrize("kind", OWN)
async def test_each_is_told_what_they_may_do_with_their_own(cast: Cast, kind: str) -> None:
    (about,) = (each for each in ABOUT if each.startswith(f"{kind} "))
    for who, client in cast.people.items():
        own = cast.own[who].get(OWN[kind])
        if own is not None:
            told = await shown(client, kind, own, ABOUT[about])
            for button, row in ABOUT[about].items():
                assert told[button] == (SAYS[row, who] != "no"), (who, button)


async def test_who_asked_and_who_was_asked_are_told_apart(cast: Cast) -> None:
    for who, client in cast.people.items():
        of = cast.own[who]
        if who == READER:
            continue  # nobody who only reads asks for anything
        asked = await shown(client, "Request", of["asked"], ["accept", "decline", "withdraw"])
        assert (asked["accept"], asked["decline"]) == (True, True), who
        mine = await shown(client, "Request", of["help"], ["accept", "withdraw"])
        assert mine == {"accept": True, "withdraw": True}, who


async def test_who_gives_out_the_parts_is_for_each_team_to_say(office: Office) -> None:
    team = await office.team(contributing="MANAGER")
    lead, member = await office.member(team, "MANAGER"), await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result = await office.key_result(objective)

    may = [await shown(each, "KeyResult", key_result, ["join"]) for each in (lead, member)]
    assert may == [{"join": True}, {"join": False}]
    await lead.do("editTeam", "team { id }", teamId=team, contributing="MEMBER")
    assert await shown(member, "KeyResult", key_result, ["join"]) == {"join": True}


async def test_a_program_that_may_only_read_may_nothing(office: Office) -> None:
    robot = await office.person("Robot", isProgram=True)
    owned = str(robot.person_id)
    objective = await office.objective(await office.cycle(), ownerPersonId=owned)
    key_result = await office.key_result(objective, ownerPersonId=owned)
    help_wanted = await office.help_wanted(robot, keyResultId=key_result)
    report = await office.check_in(key_result, "12", by=robot)
    things = {
        "Objective": (objective, ["edit", "close", "signOff"]),
        "KeyResult": (key_result, ["revise", "recordCheckIn", "join"]),
        "CheckIn": (report, ["correct", "retract"]),
        "Request": (help_wanted, ["accept", "withdraw"]),
        "Person": (owned, ["rename", "revokeToken"]),
    }

    for kind, (noun, buttons) in things.items():
        assert set((await shown(robot, kind, noun, buttons)).values()) == {True}, kind
    less = {"personId": owned, "permission": "CONTRIBUTE"}
    await office.admin.do("revokePermission", "person { id }", **less)
    for kind, (noun, buttons) in things.items():
        assert set((await shown(robot, kind, noun, buttons)).values()) == {False}, kind
    closing = await robot.refused("closeObjective", "objective", objectiveId=objective)
    assert closing == [("NOT_ALLOWED", "")]


async def test_what_they_may_is_of_today_also_where_the_past_is_shown(office: Office) -> None:
    bob, objective = await office.person(), await office.objective(await office.cycle())
    before = (await office.admin.ask("{ organization { position } }"))["organization"]["position"]
    answers = {"objectiveId": objective, "accountablePersonId": str(bob.person_id)}
    await office.admin.do("editObjective", "objective { id }", **answers, reason="So.")

    document = """query ($id: ID!, $at: AsOf) { node(id: $id, asOf: $at) {
      ... on Objective { accountable { id } permissions { close } } } }"""
    then = await bob.ask(document, id=objective, at={"position": before})

    assert then["node"] == {"accountable": None, "permissions": {"close": True}}


def test_every_boolean_stands_for_a_row() -> None:
    stated: dict[str, set[str]] = {}
    for about, buttons in (ABOUT | OF_THE_TWO).items():
        stated.setdefault(about.split(maxsplit=1)[0], set()).update(buttons)

    assert stated == {kind: {camel(each) for each in may} for kind, may in MAY.items()}


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(each.title() for each in rest)


async def shown(client: Client, kind: str, id_: str, buttons: Any) -> dict[str, bool]:
    """What somebody is told that they may do with a thing."""
    document = f"""query ($id: ID!) {{ node(id: $id) {{
      ... on {kind} {{ permissions {{ {" ".join(buttons)} }} }} }} }}"""
    found: dict[str, bool] = (await client.ask(document, id=id_))["node"]["permissions"]
    return found
