"""Many commands in one request are carried out in their order, one after the other."""

from typing import Any

from tests.graph.office import Office

PEOPLE = 20


async def test_commands_of_one_request_are_carried_out_in_their_order(office: Office) -> None:
    adds = [
        f'p{number}: addPerson(input: {{ name: "P{number}" }}) {{ position }}'
        for number in range(PEOPLE)
    ]
    answer: dict[str, Any] = await office.admin.ask(f"mutation {{ {' '.join(adds)} }}")
    assert list(answer) == [f"p{number}" for number in range(PEOPLE)]
    positions = [each["position"] for each in answer.values()]
    assert positions == list(range(positions[0], positions[0] + PEOPLE))


async def test_a_later_command_sees_what_an_earlier_one_did(office: Office) -> None:
    cycle = await office.cycle(started=False)
    start = f'startCycle(input: {{ cycleId: "{cycle}" }}) {{ position refusals {{ code }} }}'
    review = f'reviewCycle(input: {{ cycleId: "{cycle}" }}) {{ position refusals {{ code }} }}'
    early, late = f"mutation {{ b: {review} a: {start} }}", f"mutation {{ b: {review} }}"

    first = await office.admin.ask(early)
    second = await office.admin.ask(late)

    assert [each["code"] for each in first["b"]["refusals"]] == ["WRONG_STATE"]
    assert first["a"]["refusals"] == second["b"]["refusals"] == []
