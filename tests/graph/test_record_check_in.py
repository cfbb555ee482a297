"""Recording a check-in through the running server."""

from tests.graph.office import Office

WAY_UP = """
  query ($id: ID!) { node(id: $id) { ... on KeyResult {
    current version lastCheckIn { note obstacles { text open } author { name } }
    progress { value raw formula }
    objective { progress { value } alignments { to { ... on Objective { progress { value } } } } }
  } } }"""


async def test_a_check_in_moves_the_key_result_its_objective_and_the_one_above(
    office: Office,
) -> None:
    cycle = await office.cycle()
    company = await office.objective(cycle)
    objective = await office.objective(cycle)
    await office.admin.do(
        "alignObjective",
        "alignment { id }",
        objectiveId=objective,
        toObjectiveId=company,
        rollUp="MEAN",
    )
    key_result = await office.key_result(objective)
    reader = await office.person()

    await office.check_in(key_result, "12.5", note="Two and a half.", obstacles=["A wall"])

    seen = (await reader.ask(WAY_UP, id=key_result))["node"]
    assert seen["current"] == "12.5"
    assert seen["progress"] == {"value": "0.25", "raw": "0.25", "formula": "linear/1"}
    assert seen["objective"]["progress"]["value"] == "0.25"
    assert seen["objective"]["alignments"][0]["to"]["progress"]["value"] == "0.25"
    assert seen["lastCheckIn"] == {
        "note": "Two and a half.",
        "obstacles": [{"text": "A wall", "open": True}],
        "author": {"name": "Ada"},
    }


async def test_a_stranger_cannot_report(office: Office) -> None:
    key_result = await office.started()
    stranger = await office.person()

    assert await stranger.refused(
        "recordCheckIn", "checkIn", keyResultId=key_result, value="1"
    ) == [("NOT_ALLOWED", "")]
