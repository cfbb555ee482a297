"""Ways in for those who follow what happens."""

from typing import Any

from schema import nouns
from schema.events import AFTER, EventEdge, EventFilter
from schema.fields import one, read, taken
from server.reads.shapes import Relation, Window
from server.reads.sources import Following, Said


def _from(said: Said) -> Window:
    """Where the feed begins; how much is told at once is not for the client to say."""
    return Window(limit=1, after=said.get("after"))


@nouns.shown(None)
class Subscription:
    """What can be followed."""

    events: Any = read(
        Following(
            relation=Relation(view="event", on="org_id", key="org_id", order="position"),
            shape=_from,
            cursor="cursor",
        ),
        EventEdge,
        "Every fact after the cursor that the viewer may see, in order, none left out, none "
        "repeated; first what was missed, then what happens. Without `after`: from now on.",
        takes=[AFTER, taken("filter", EventFilter | None, "Which of them.")],
    )
    organization: Any = one(
        "Organization",
        "organization",
        key="org_id",
        description="The same graph as the query, sent at once and again whenever it changed.",
    )
