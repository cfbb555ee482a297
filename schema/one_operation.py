"""Which operation of a document is meant has to be said, where there are several."""

from collections.abc import Iterator

from graphql import GraphQLError, OperationDefinitionNode
from strawberry.extensions import SchemaExtension


class OneOperation(SchemaExtension):
    """Refuses to choose; Strawberry would carry out the first one."""

    def on_execute(self) -> Iterator[None]:
        """Before anything is carried out; raises GraphQLError."""
        asked = self.execution_context
        document = asked.graphql_document
        named = asked._provided_operation_name  # noqa: SLF001 - what it shows is the first one's
        if named is None and document is not None:
            several = [
                each for each in document.definitions if isinstance(each, OperationDefinitionNode)
            ][1:]
            if several:
                message = "Say by `operationName` which of the operations is meant."
                raise GraphQLError(message, several)
        yield
