"""The audits of GraphQL over HTTP by graphql-http, which front ends' tools are tested with."""

import asyncio
import json
import shutil
from pathlib import Path

import pytest

from tests.graph.office import Office

CLIENTS = Path(__file__).parents[1] / "live" / "clients"
AUDITS = 61
PATIENCE = 100
MAY_BE_400 = [
    *("423L", "LKJ0", "LKJ1", "LKJ2", "LKJ3", "6C00", "6C01", "6C02", "6C03"),
    *("4760", "4761", "4762", "4763", "58B0", "58B1", "58B2", "58B3", "3E3A"),
]
OLDER = {
    # What is not well said is 422 since the specification of September 2026, not 400 as before.
    **dict.fromkeys(["86EE", *MAY_BE_400], "Response status code is not 400"),
    # An answer without data is no success, in plain JSON neither.
    **dict.fromkeys(["572B", "FDE2", "7B9B"], "Response status code is not 200"),
}


@pytest.mark.skipif(
    shutil.which("node") is None or not (CLIENTS / "node_modules" / "graphql-http").exists(),
    reason="there is no Node, or `make test` could not install its packages",
)
async def test_every_audit_passes_but_those_older_than_the_specification(
    server: str, office: Office
) -> None:
    process = await asyncio.create_subprocess_exec(
        "node",
        "audit.js",
        server,
        office.admin.token,
        cwd=CLIENTS,
        stdout=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(PATIENCE):
        told, _ = await process.communicate()
    audits = json.loads(told)
    assert len(audits) == AUDITS
    told_otherwise = {each["id"]: each["reason"] for each in audits if each["status"] != "ok"}
    assert told_otherwise == OLDER
