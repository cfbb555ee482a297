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


def reads(root: Any, info: Info[Any, Any]) -> Loader:
    """The reads that a thing came from; where there is none yet, those of the present."""
    loader: Loader = getattr(root, "reads", None) or info.context.reads
    return loader
