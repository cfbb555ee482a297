"""Who checked the log says so; those who look into that see what they found, and nobody else."""

import pytest

from tests.graph.client import Answer, Client
from tests.graph.erased import entrusted, position
from tests.graph.office import Office
from tests.graph.taking import facts, taken

VERIFICATIONS = """{ organization { verifications { totalCount nodes {
  firstPosition lastPosition chain sameLog fault author { id } } } } }"""


async def listed(client: Client) -> list[Answer]:
    found = (await client.ask(VERIFICATIONS))["organization"]["verifications"]
    nodes: list[Answer] = found["nodes"]
    assert found["totalCount"] == len(nodes)
    return nodes


async def test_that_the_log_was_checked_and_by_whom_is_a_fact(office: Office) -> None:
    auditor, reader = await entrusted(office, "AUDIT"), await entrusted(office, "REDACT")
    last = facts(await taken(auditor))[-1]

    await auditor.do(
        "reportVerification",
        "verification { id }",
        lastPosition=last["position"],
        chain=last["chain"],
    )

    assert await listed(reader) == [
        {
            "firstPosition": 1,
            "lastPosition": last["position"],
            "chain": last["chain"],
            "sameLog": True,
            "fault": None,
            "author": {"id": str(auditor.person_id)},
        }
    ]


async def test_who_saw_another_log_or_a_broken_one_is_heard_too(office: Office) -> None:
    head = await position(office.admin)
    said = {"lastPosition": head, "chain": "0" * 64, "fault": "position 3: it was changed"}

    await office.admin.do("reportVerification", "verification { id }", **said)

    [found] = await listed(office.admin)
    assert (found["sameLog"], found["fault"]) == (False, said["fault"])


async def test_nobody_else_reports_a_check_or_sees_one(office: Office) -> None:
    person, head = await office.person(), await position(office.admin)
    said = {"lastPosition": head, "chain": "0" * 64}
    await office.admin.do("reportVerification", "verification { id }", **said)

    refused = await person.refused("reportVerification", "verification", **said)

    assert refused == [("NOT_ALLOWED", "")]
    assert await listed(person) == []
    assert len(await listed(office.admin)) == 1


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"lastPosition": 1_000}, "lastPosition"),
        ({"firstPosition": 0}, "firstPosition"),
        ({"chain": "short"}, "chain"),
    ],
)
async def test_what_cannot_have_been_found_names_the_field(
    office: Office, said: Answer, field: str
) -> None:
    right = {"lastPosition": 1, "chain": "0" * 64}

    refused = await office.admin.refused("reportVerification", "verification", **right | said)

    assert refused == [("INVALID", f"input.{field}")]
    assert await listed(office.admin) == []
