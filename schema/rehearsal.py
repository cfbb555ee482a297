"""What a dry run tried is taken back as soon as it was answered."""

from collections.abc import AsyncIterator

from strawberry.extensions import SchemaExtension


class Rehearsals(SchemaExtension):
    """Ends with the operation what the operation only tried, however it ends."""

    async def on_execute(self) -> AsyncIterator[None]:
        """Around the execution of the whole operation."""
        try:
            yield
        finally:
            await self.execution_context.context.end_rehearsal()
