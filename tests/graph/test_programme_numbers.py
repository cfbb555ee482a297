"""Numbers about how objectives are worked with, through the running server."""

import pytest

from tests.graph.office import Office
from tests.graph.programme import listed, numbers


@pytest.mark.row("R1-01")
async def test_adoption_is_the_share_of_teams_with_an_objective_that_was_begun(
    office: Office,
) -> None:
    cycle, company = await office.cycle(), await office.team("COMPANY")
    one, other = await office.team(parentId=company), await office.team(parentId=company)
    await office.objective(cycle, ownerTeamId=other, active=False)
    before = (await numbers(office, "Cycle", cycle))["ADOPTION"]
    assert (before["numerator"], before["denominator"], before["value"]) == ("0", 3, "0")

    begun = await office.objective(cycle, ownerTeamId=one)
    after = (await numbers(office, "Cycle", cycle))["ADOPTION"]
    assert (after["numerator"], after["denominator"]) == ("1", 3)
    assert listed(after) == {company: "0", one: "1", other: "0"}
    organization = str(office.actor.organization_id)
    in_all = await numbers(office, "Organization", organization, on='"2026-11-01"')
    assert in_all["ADOPTION"] == after
    later = await numbers(office, "Organization", organization, on='"2027-11-01"')
    assert later["ADOPTION"]["value"] == "0"
    of_one = await numbers(office, "Team", one, cycleId=f'"{cycle}"')
    assert of_one["ADOPTION"]["value"] == "1"
    of_other = await numbers(office, "Cycle", cycle, teamId=f'"{other}"', code="ADOPTION")
    assert {code: each["value"] for code, each in of_other.items()} == {"ADOPTION": "0"}

    said = {"objectiveId": begun, "reason": "No more."}
    await office.admin.do("withdrawObjective", "objective { id }", **said)
    assert (await numbers(office, "Cycle", cycle))["ADOPTION"]["value"] == "0"


async def test_a_number_is_read_as_of_a_moment(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    position = (await office.admin.ask("{ organization { position } }"))["organization"]["position"]
    await office.objective(cycle, ownerTeamId=team)
    document = """query ($id: ID!, $asOf: AsOf) { node(id: $id, asOf: $asOf) { ... on Cycle {
      programmeNumbers(code: ADOPTION) { value } } } }"""
    reader = await office.person()
    for as_of, value in ((None, "1"), ({"position": position}, "0")):
        answer = await reader.ask(document, id=cycle, asOf=as_of)
        assert answer["node"]["programmeNumbers"] == [{"value": value}]


@pytest.mark.row("R1-02")
async def test_alignment_lists_the_objectives_that_support_nothing(office: Office) -> None:
    cycle, company = await office.cycle(), await office.team("COMPANY")
    top = await office.objective(cycle, ownerTeamId=company)
    team = await office.team(parentId=company)
    aligned, alone = [await office.objective(cycle, ownerTeamId=team) for _ in range(2)]
    await office.objective(cycle, ownerTeamId=team, active=False)
    await office.align(aligned, top)

    seen = (await numbers(office, "Cycle", cycle))["ALIGNMENT"]
    assert (listed(seen), seen["value"]) == ({aligned: "1", alone: "0"}, "0.5")
    assert seen["teams"] == [
        {
            "team": {"id": team},
            "numerator": "1",
            "denominator": 2,
            "value": "0.5",
            "asAimed": None,
        }
    ]
    await office.align(alone, top)
    assert (await numbers(office, "Cycle", cycle))["ALIGNMENT"]["value"] == "1"
    said = {"objectiveId": top, "reason": "No more."}
    await office.admin.do("withdrawObjective", "objective { id }", **said)
    assert (await numbers(office, "Cycle", cycle))["ALIGNMENT"]["value"] == "0"


@pytest.mark.row("R1-03")
async def test_completion_is_the_share_at_the_cut_off_or_above(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    objective, silent = [await office.objective(cycle, ownerTeamId=team) for _ in range(2)]
    reached, short = [await office.key_result(objective) for _ in range(2)]
    await office.check_in(reached, "17")
    await office.check_in(short, "16")

    seen = await numbers(office, "Cycle", cycle)
    assert listed(seen["KEY_RESULT_COMPLETION"]) == {reached: "1", short: "0"}
    assert listed(seen["OBJECTIVE_COMPLETION"]) == {objective: "0", silent: "0"}
    cut_off = {"reason": "So.", "completionCutOff": "0.6"}
    await office.admin.do("changePolicy", "organization { id }", **cut_off)
    seen = await numbers(office, "Cycle", cycle)
    assert listed(seen["KEY_RESULT_COMPLETION"]) == {reached: "1", short: "1"}
    assert listed(seen["OBJECTIVE_COMPLETION"]) == {objective: "1", silent: "0"}


@pytest.mark.row("R3-14")
async def test_who_recorded_an_objective_tells_whether_it_came_from_below(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    member = await office.member(team)
    below = await office.objective(cycle, active=False, by=member, ownerTeamId=team)
    await office.admin.do("activateObjective", "objective { id }", objectiveId=below)
    above = await office.objective(cycle, ownerTeamId=team)

    of_cycle = {"cycleId": f'"{cycle}"'}
    seen = (await numbers(office, "Team", team, **of_cycle))["BOTTOM_UP"]
    assert (listed(seen), seen["value"]) == ({below: "1", above: "0"}, "0.5")
    assert (seen["aimFrom"], seen["aimTo"], seen["asAimed"]) == ("0.5", "0.6", True)
    aims = [{"code": "BOTTOM_UP", "from": "0.6", "to": "1"}]
    agreed = await office.admin.do(
        "changePolicy", "organization { id }", reason="More.", programmeAims=aims
    )
    seen = (await numbers(office, "Team", team, **of_cycle))["BOTTOM_UP"]
    assert (seen["aimFrom"], seen["asAimed"], seen["teams"][0]["asAimed"]) == ("0.6", False, False)
    shows = "policy { programmeAims { code from to } }"
    assert (await office.seen("Organization", agreed["id"], shows))["policy"] == {
        "programmeAims": aims
    }


async def test_what_is_private_counts_for_who_sees_it(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    hidden = await office.objective(cycle, ownerTeamId=team, visibility="PRIVATE")

    assert (await numbers(office, "Cycle", cycle))["ADOPTION"]["value"] == "0"
    assert (await numbers(office, "Cycle", cycle))["ALIGNMENT"]["denominator"] == 0
    own = await numbers(office, "Cycle", cycle, office.admin)
    assert (own["ADOPTION"]["value"], listed(own["ALIGNMENT"])) == ("1", {hidden: "0"})


async def test_a_number_about_too_few_people_is_withheld(office: Office) -> None:
    cycle, team = await office.cycle(), await office.team()
    members = [await office.member(team) for _ in range(3)]
    await office.objective(cycle, by=members[0])
    of_team = {"teamId": f'"{team}"', "code": "PEOPLE_ADOPTION"}

    withheld = (await numbers(office, "Cycle", cycle, **of_team))["PEOPLE_ADOPTION"]
    assert [withheld[each] for each in ("numerator", "denominator", "value")] == [None] * 3
    assert (withheld["items"], withheld["teams"]) == ([], [])
    await office.admin.do("changePolicy", "organization { id }", reason="So.", peopleLeast=3)
    told = (await numbers(office, "Cycle", cycle, **of_team))["PEOPLE_ADOPTION"]
    assert told["value"] == "0.333333333333"
    assert listed(told)[str(members[0].person_id)] == "1"


async def test_what_few_people_leave_over_is_not_found_by_taking_one_number_from_another(
    office: Office,
) -> None:
    cycle, company = await office.cycle(), await office.team("COMPANY")
    many, few = [await office.team(parentId=company, wave=1) for _ in range(2)]
    for team, number in ((company, 3), (many, 4), (few, 1)):
        for _ in range(number):
            await office.member(team)
    await office.objective(cycle, by=await office.member(few))
    await office.admin.do("changePolicy", "organization { id }", reason="So.", peopleLeast=3)
    for _ in range(3):
        await office.person()

    async def told(team: str) -> tuple[str | None, str | None]:
        of_team = {"teamId": f'"{team}"', "code": "PEOPLE_ADOPTION"}
        seen = (await numbers(office, "Cycle", cycle, **of_team))["PEOPLE_ADOPTION"]
        return seen["value"], seen["because"]

    async def of_wave() -> list[str | None]:
        document = """{ organization { rollout { programmeNumbers(code: PEOPLE_ADOPTION,
          on: "2026-11-01") { value } } } }"""
        [wave] = (await office.admin.ask(document))["organization"]["rollout"]
        return [each["value"] for each in wave["programmeNumbers"]]

    withheld = (None, "What is left beside it would tell of fewer people than was agreed on.")
    assert await told(company) == ("0.111111111111", None)
    assert await told(many) == withheld
    assert (await told(few))[0] is None
    assert await of_wave() == [None]
    joins = await office.member(few)
    assert (await told(many), await told(few)) == (("0", None), ("0.333333333333", None))
    assert await of_wave() == ["0.142857142857"]
    both = {"teamId": many, "personId": str(joins.person_id)}
    await office.admin.do("addTeamMember", "team { id }", **both)
    assert (await told(many), await told(few)) == (withheld, withheld)
