"""How facts are read: from which views, and what of them stands in columns."""

from server.facts import kinds

OF_FACTS = {"event", "event_about"}
"""Views of facts: who learns of one is decided by all that it is about, at its position.

Their rows are of several types of the graph: ``type`` names it, ``value`` holds what it says.
"""

INSPECTED = sorted(name for name, kind in kinds().items() if kind.inspected)
"""Facts of which only those learn who look after the log."""

FACT = "Event"
"""The interface of those types."""

HEADER = (
    "id",
    "position",
    "cursor",
    "recorded_at",
    "actor_id",
    "chain",
    "revision_id",
    "policy_id",
)
"""What every fact has, in columns of these views."""
