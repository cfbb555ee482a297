"""What is due of an objective in each quarter, and where help is asked for, through the server."""

from typing import Any

import pytest

from tests.graph.office import Office

SHOWS = """quarters { key startsOn endsOn milestones { title done } keyResults { title }
  needsSupport { text askedBy { name } keyResult { title } } }"""
STEPS = [
    {"title": "Begin", "dueOn": "2027-03-31"},
    {"title": "Half", "dueOn": "2027-04-01"},
    {"title": "End"},
]


async def quarters(office: Office, objective: str) -> dict[str, Any]:
    seen = (await office.seen("Objective", objective, SHOWS))["quarters"]
    return {each.pop("key"): each for each in seen}


@pytest.mark.row("R1-58")
async def test_an_objective_breaks_into_milestones_by_quarter_and_shows_where_help_is_needed(
    office: Office,
) -> None:
    year = await office.cycle("2027", startsOn="2027-01-01", endsOn="2027-12-31")
    objective = await office.objective(year)
    metric = {"kind": "MILESTONES", "milestones": STEPS}
    stepwise = await office.key_result(objective, metric, title="Steps")
    await office.key_result(objective, title="Summer", dueOn="2027-08-15")
    asked = await office.admin.do(
        "requestHelp", "request { id }", keyResultId=stepwise, text="A designer for two weeks."
    )

    help_wanted = [
        {
            "text": "A designer for two weeks.",
            "askedBy": {"name": "Ada"},
            "keyResult": {"title": "Steps"},
        }
    ]
    nothing: dict[str, Any] = {"milestones": [], "keyResults": [], "needsSupport": []}
    first = {"startsOn": "2027-01-01", "endsOn": "2027-03-31"}
    second = {"startsOn": "2027-04-01", "endsOn": "2027-06-30"}
    third = {"startsOn": "2027-07-01", "endsOn": "2027-09-30"}
    fourth = {"startsOn": "2027-10-01", "endsOn": "2027-12-31"}
    last = {"milestones": [{"title": "End", "done": False}], "keyResults": [{"title": "Steps"}]}
    expected = {
        "2027-Q1": nothing | first | {"milestones": [{"title": "Begin", "done": False}]},
        "2027-Q2": nothing | second | {"milestones": [{"title": "Half", "done": False}]},
        "2027-Q3": nothing | third | {"keyResults": [{"title": "Summer"}]},
        "2027-Q4": fourth | last | {"needsSupport": help_wanted},
    }
    assert await quarters(office, objective) == expected

    await office.admin.do("withdrawRequest", "request { id }", requestId=asked["id"])
    expected["2027-Q4"]["needsSupport"] = []
    assert await quarters(office, objective) == expected
