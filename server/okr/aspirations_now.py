"""How a statement of where the organization wants to go stands when a rule looks at it."""

from dataclasses import dataclass
from uuid import UUID

from server.okr import terms


@dataclass(kw_only=True)
class AspirationNow(terms.Aspiration):
    """A mission, a vision or a theme as it stands."""

    id: UUID
    version: int
