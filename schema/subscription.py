"""Ways in for those who follow what happens."""

from typing import Any

from schema import nouns
from schema.fields import one


@nouns.shown(None)
class Subscription:
    """What can be followed."""

    organization: Any = one(
        "Organization",
        "organization",
        key="org_id",
        description="The same graph as the query, sent at once and again whenever it changed.",
    )
