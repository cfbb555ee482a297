"""What a resolver may touch: who asks, the command handler, and the reads of this operation."""

from dataclasses import dataclass
from typing import Any

from strawberry.types import Info

from server.auth import Viewer
from server.commands import Actor, Handler
from server.reads.loader import Loader


@dataclass(kw_only=True)
class Context:
    """Made anew for each request."""

    viewer: Viewer
    handler: Handler
    reads: Loader

    @property
    def actor(self) -> Actor:
        """The viewer as the one who commands."""
        return Actor(organization_id=self.viewer.organization_id, id=self.viewer.person_id)


def reads(info: Info[Any, Any]) -> Loader:
    """The reads of this operation."""
    loader: Loader = info.context.reads
    return loader
