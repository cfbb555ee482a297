"""A proposal is accepted while somebody revises the same key result: nothing of either is lost."""

from decimal import Decimal

import pytest

from server.commands import Done, Handler
from tests.elsewhere import Elsewhere, told
from tests.races_of_requests import an_approval_beside_a_revision
from tests.samples import Organization

Stated = tuple[str, Decimal, Decimal]

# A title that both are about, a target that only the proposal is about, a weight only the revision.
AT_FIRST = ("Key result", Decimal(100), Decimal(1))
PROPOSED = ("Proposed", Decimal(50), Decimal(1))
REVISED = ("Revised", Decimal(100), Decimal(2))
VERSIONS = """
  select title, target, weight from state_1.key_results
  where org_id = $1 order by from_position"""
REVISIONS = """
  select request_id is not null, before ->> 'target', after ->> 'target'
  from state_1.key_result_revisions where org_id = $1 order by from_position"""


@pytest.mark.parametrize(
    ("approved_late", "between", "title", "revisions"),
    [
        (False, PROPOSED, "Revised", [(True, "100", "50"), (False, "50", "50")]),
        (True, REVISED, "Proposed", [(False, "100", "100"), (True, "100", "50")]),
    ],
)
async def test_what_comes_later_starts_from_what_the_other_left(
    organization: Organization,
    handler: Handler,
    database_url: str,
    approved_late: bool,
    between: Stated,
    title: str,
    revisions: list[tuple[bool, str, str]],
) -> None:
    approval, revision = await an_approval_beside_a_revision(organization)
    late, first = (approval, revision) if approved_late else (revision, approval)
    process = Elsewhere(database_url, late.actor, late.rule, late.said)
    try:
        await process.decided()
        assert isinstance(await told(handler, first.actor, first.rule, first.said), Done)
        assert isinstance(await process.finish(), Done)
    finally:
        process.end()

    stated = [tuple(row) for row in await organization.rows(VERSIONS)]
    assert stated == [AT_FIRST, between, (title, Decimal(50), Decimal(2))]
    assert [tuple(row) for row in await organization.rows(REVISIONS)] == revisions
    (request,) = await organization.rows("select state from requests where org_id = $1")
    assert request["state"] == "ACCEPTED"
