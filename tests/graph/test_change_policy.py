"""Agreeing on a policy through the running server."""

from typing import Any

from tests.graph.office import Office

BANDS = [
    {"label": "Missed", "color": "#c0392b", "from": "0", "to": "0.6"},
    {"label": "Reached", "color": "#27ae60", "from": "0.6", "to": "1"},
]
POLICY = "policy { completionCutOff scoreBands { label color from to } }"


async def agreed(office: Office, cycle: str, as_of: int | None = None) -> tuple[Any, Any]:
    """The organization's policy and that of a cycle, as somebody else reads them."""
    document = f"""query ($cycle: ID!, $asOf: AsOf) {{
      organization(asOf: $asOf) {{ {POLICY} }}
      node(id: $cycle, asOf: $asOf) {{ ... on Cycle {{ {POLICY} }} }}
    }}"""
    moment = as_of and {"position": as_of}
    seen = await (await office.person()).ask(document, cycle=cycle, asOf=moment)
    return seen["organization"]["policy"], seen["node"]["policy"]


async def refused(office: Office, **said: Any) -> list[tuple[str, str]]:
    stated = {"reason": "We know more."} | said
    return await office.admin.refused("changePolicy", "organization", **stated)


async def test_what_is_agreed_for_the_organization_holds_in_its_cycles(office: Office) -> None:
    cycle = await office.cycle()

    said = {"reason": "Stretch goals.", "completionCutOff": "0.60", "scoreBands": BANDS}
    await office.admin.do("changePolicy", "organization { id }", **said)

    policy = {"completionCutOff": "0.6", "scoreBands": BANDS}
    assert await agreed(office, cycle) == (policy, policy)


async def test_a_cycle_may_agree_on_something_else_and_go_back(office: Office) -> None:
    cycle = await office.cycle()

    async def change(cut_off: str | None, of: str | None) -> list[str]:
        said = {"reason": "Agreed.", "cycleId": of, "completionCutOff": cut_off}
        await office.admin.do("changePolicy", "organization { id }", **said)
        return [each["completionCutOff"] for each in await agreed(office, cycle)]

    assert await change("0.9", cycle) == ["0.7", "0.9"]
    assert await change("0.5", None) == ["0.5", "0.9"]
    assert await change(None, cycle) == ["0.5", "0.5"]


async def test_what_was_agreed_before_goes_on_holding_for_the_past(office: Office) -> None:
    cycle = await office.cycle()
    before = (await office.admin.ask("{ organization { position } }"))["organization"]["position"]
    earlier = await agreed(office, cycle)

    said = {"reason": "Agreed.", "scoreBands": BANDS}
    await office.admin.do("changePolicy", "organization { id }", **said)

    assert await agreed(office, cycle, before) == earlier
    assert await agreed(office, cycle) != earlier


async def test_a_policy_is_changed_for_a_reason(office: Office) -> None:
    assert await refused(office, reason=" ", completionCutOff="0.5") == [
        ("REASON_IS_MISSING", "input.reason")
    ]
    assert await refused(office) == [("INVALID", "")]
    assert await refused(office, completionCutOff="1.1") == [("INVALID", "input.completionCutOff")]
    assert await refused(office, completionCutOff=None) == [("INVALID", "input.completionCutOff")]


async def test_administrators_agree_for_all_and_planners_for_a_cycle(office: Office) -> None:
    cycle = await office.cycle()
    planner = await office.person()
    person = {"personId": str(planner.person_id), "permission": "MANAGE"}
    await office.admin.do("grantPermission", "person { id }", **person)
    said = {"reason": "Agreed.", "completionCutOff": "0.5"}

    assert await planner.refused("changePolicy", "organization", **said) == [("NOT_ALLOWED", "")]
    await planner.do("changePolicy", "organization { id }", cycleId=cycle, **said)


async def test_what_was_agreed_for_a_closed_cycle_stays(office: Office) -> None:
    cycle = await office.cycle()
    await office.admin.do("closeCycle", "cycle { id }", cycleId=cycle)

    assert await refused(office, cycleId=cycle, completionCutOff="0.5") == [
        ("CYCLE_IS_CLOSED", "input.cycleId")
    ]
