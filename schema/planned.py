"""Lets an operation be answered as planned; what cannot be is left to graphql-core."""

from collections.abc import AsyncIterator
from typing import Any

from graphql import ExecutionResult
from strawberry.extensions import SchemaExtension

from schema.moment import moment_of
from server.reads.answers import Operation


class Raw(dict[str, Any]):
    """The text of an answer on its way through what expects an answer."""

    def __init__(self, text: str) -> None:
        super().__init__(text=text)
        self.text = text


class Planned(SchemaExtension):
    """Answers with the text that the database made, where all of the operation is planned."""

    async def on_execute(self) -> AsyncIterator[None]:
        """Before graphql-core would begin."""
        asked = self.execution_context
        context = asked.context
        viewer = context.viewer
        if context.answers is not None and asked.graphql_document is not None:
            operation = Operation(
                document=asked.graphql_document,
                text=asked.query or "",
                name=asked.operation_name,
                variables=asked.variables or {},
                organization_id=viewer.organization_id,
                viewer_id=viewer.person_id,
                permissions=viewer.permissions,
                moment=lambda as_of: moment_of(context, as_of),
            )
            text = await context.answers.answer(operation)
            if text is not None:
                asked.result = ExecutionResult(data=Raw(text))
        yield
