"""What a resolver may touch: who asks, the command handler, and the reads of this operation."""

from collections.abc import Callable
from contextlib import AbstractContextManager, AsyncExitStack, nullcontext
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from strawberry.types import Info

from server.auth import Viewer
from server.commands import Actor, Done, Handler, Manner, Rule
from server.reads.answers import Answers
from server.reads.loader import Loader


@dataclass(kw_only=True)
class Context:
    """Made anew for each request."""

    viewer: Viewer
    handler: Handler
    reads: Loader
    answers: Answers | None = None
    admitted: Callable[[UUID], AbstractContextManager[Any]] = nullcontext
    _rehearsal: AsyncExitStack = field(default_factory=AsyncExitStack)

    @property
    def root(self) -> SimpleNamespace:
        """What every reading begins with: the organization, and who asks."""
        viewer = self.viewer
        return SimpleNamespace(
            org_id=viewer.organization_id,
            viewer_id=viewer.person_id,
            permissions=viewer.permissions,
        )

    @property
    def actor(self) -> Actor:
        """The viewer as the one who commands."""
        return Actor(organization_id=self.viewer.organization_id, id=self.viewer.person_id)

    async def carry_out(self, rule: Rule, said: Any, manner: Manner) -> tuple[Done, Loader]:
        """What was done, and the reads as of its position; a dry run is open until the next one.

        Raises Refused.
        """
        await self.end_rehearsal()
        if not manner.dry_run:
            done = await self.handler.carry_out(self.actor, rule, said, manner)
            return done, self.reads.as_of(done.position)
        tried = self.handler.rehearse(self.actor, rule, said, manner)
        done, rehearsal = await self._rehearsal.enter_async_context(tried)
        viewer = self.viewer
        return done, Loader(rehearsal, viewer.organization_id, viewer.person_id, done.position)

    async def end_rehearsal(self) -> None:
        """Take back what was only tried."""
        await self._rehearsal.aclose()


def reads(root: Any, info: Info[Any, Any]) -> Loader:
    """The reads that a thing came from; where there is none yet, those of the present."""
    loader: Loader = getattr(root, "reads", None) or info.context.reads
    return loader
