"""Contributions in the graph."""

from decimal import Decimal
from typing import Any

import strawberry

from schema import nouns, registry
from schema.fields import one
from schema.node import Node
from schema.permissions import permissions
from schema.revisions import revisions
from schema.stated import ContributionAsStated
from schema.words import Position
from server.okr import terms


@registry.known
@nouns.shown(None)
class Contribution(Node):
    """A contributor's part of a key result: a target of their own, and how far they are."""

    key_result: Any = one(
        "KeyResult", "key_result", key="key_result_id", within=True, description="The key result."
    )
    person: Any = one("Person", "person", key="person_id", description="The contributor.")
    target: Decimal = strawberry.field(description="How much they mean to add.")
    current: Decimal | None = strawberry.field(
        description="How much they have added; null until they report."
    )
    progress: Decimal | None = strawberry.field(
        description="How far they are towards their own target."
    )
    share: Decimal | None = strawberry.field(
        description="Their target as a share of what the key result has to change by, "
        "from baseline to target; the shares need not add up to 1."
    )
    caused_by: Position = strawberry.field(
        description="The position of the fact that last changed it: its target, or where it stands."
    )
    assigned: bool = strawberry.field(
        description="True if somebody else assigned it, false if the person joined."
    )
    revisions: Any = revisions(
        ContributionAsStated, "contributions", "How its target was changed, oldest first."
    )
    permissions: Any = permissions("Contribution")


@registry.known
@nouns.shown(None)
class ContributorTargets:
    """What contributors mean to add together, beside what is needed; shown, never evened out."""

    stated: Decimal = strawberry.field(description="The sum of the contributors' targets.")
    needed: Decimal = strawberry.field(
        description="How much the key result has to change by: from its baseline to its target."
    )
    coverage: terms.Coverage = strawberry.field(description="How the two compare.")
