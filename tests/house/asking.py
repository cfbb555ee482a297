"""Asks the graph in this very process, as a person of an organization."""

from typing import Any
from uuid import uuid4

from schema.context import Context
from schema.graph import graph
from server.auth import Viewer
from server.reads.loader import Loader
from tests.samples import Organization


async def ask(organization: Organization, document: str, **variables: Any) -> dict[str, Any]:
    """The data of an operation that has to succeed."""
    actor, handler = organization.actor, organization.handler
    context = Context(
        viewer=Viewer(
            organization_id=actor.organization_id,
            person_id=actor.id,
            token_id=uuid4(),
            expires=0,
            permissions=[],
            time_zone="UTC",
            epoch=1,
            position=0,
            chain=b"",
            state_version=1,
        ),
        handler=handler,
        reads=Loader(handler.database, actor.organization_id, actor.id),
    )
    result = await graph().execute(document, variable_values=variables, context_value=context)
    assert result.errors is None, result.errors
    assert result.data is not None
    return result.data
