"""Whatever the schema allows is asked of the running server, which never fails."""

import os
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis_graphql import nodes
from schemathesis.core.result import Ok

from tests.graph.office import Office
from tests.serving import ROOT

SEED = int(os.environ.get("OKRLOG_SEED", "0"))
PARTS, CASES, EACH = 5, 1_000, 17

schemathesis.graphql.scalar(
    "Decimal", st.decimals(allow_nan=False, allow_infinity=False).map(str).map(nodes.String)
)
schemathesis.graphql.scalar("Cursor", st.text(max_size=80).map(nodes.String))
ALLOWED = schemathesis.graphql.from_path(ROOT / "schema" / "schema.graphql")


def asked_of(part: int) -> list[str]:
    """Documents that the schema allows, for a share of its fields."""
    documents: list[str] = []
    found = [each.ok() for each in ALLOWED.get_all_operations() if isinstance(each, Ok)]
    for operation in found[part::PARTS]:

        @seed(SEED)
        @given(case=operation.as_strategy())
        @settings(
            max_examples=EACH,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def ask(case: Any) -> None:
            documents.append(case.body)

        ask()
    return documents


@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", range(PARTS))
async def test_no_case_of_a_thousand_is_a_server_error(office: Office, part: int) -> None:
    documents = asked_of(part)
    assert len(documents) >= CASES / PARTS
    for document in documents:
        answer = await office.admin.post(document)
        codes = {each["extensions"]["code"] for each in answer.json().get("errors", [])}
        assert answer.status_code in (200, 294, 400, 422), document
        assert not codes & {"INTERNAL", "UNAVAILABLE", "TIMEOUT"}, document
    assert (await office.admin.post("{ __typename }")).status_code == httpx.codes.OK
