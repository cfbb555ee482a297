"""The rule that begins an organization's log."""

from dataclasses import dataclass
from typing import Annotated

from server.okr import checks, events, terms
from server.okr.refusals import Objections
from server.okr.standing import Decision, Standing
from server.okr.terms import Text


@dataclass(kw_only=True)
class CreateOrganization:
    """Begin an organization with its first administrator."""

    name: Annotated[str, "What the organization is called."]
    administrator_name: Annotated[Text, "What the first administrator is called."]
    administrator_email: Annotated[Text | None, "Where they can be reached."] = None
    time_zone: Annotated[str, "Where a day begins: Europe/Zurich."] = "UTC"
    clock: Annotated[terms.Clock, "Whether the times of facts are measured."] = terms.Clock.REAL


def create_organization(standing: Standing, said: CreateOrganization) -> Decision:
    """The actor of the first facts is the administrator they introduce."""
    objections = Objections()
    checks.named(objections, said.name, "name")
    checks.named(objections, said.administrator_name, "administrator_name")
    objections.settle()
    person_id = standing.actor.id
    return Decision(
        facts=[
            events.OrganizationCreated(
                organization_id=standing.organization_id,
                name=said.name,
                time_zone=said.time_zone,
                clock=said.clock,
            ),
            events.PersonAdded(
                person_id=person_id, name=said.administrator_name, email=said.administrator_email
            ),
            events.PermissionGranted(person_id=person_id, permission=terms.Permission.ADMINISTER),
        ]
    )
