"""The rule that begins an organization's log."""

from server.okr import events
from server.okr.organizations import CreateOrganization, create_organization
from server.okr.terms import Clock, Permission
from tests.okr.standings import ME, ORGANIZATION, a_standing, a_stranger, refused


def test_an_organization_begins_with_an_administrator() -> None:
    said = CreateOrganization(
        name="Cartwheel", administrator_name="Hana", administrator_email="hana@example.org"
    )
    decision = create_organization(a_standing(a_stranger(permissions=[])), said)
    assert decision.facts == [
        events.OrganizationCreated(
            organization_id=ORGANIZATION, name="Cartwheel", time_zone="UTC", clock=Clock.REAL
        ),
        events.PersonAdded(person_id=ME, name="Hana", email="hana@example.org"),
        events.PermissionGranted(person_id=ME, permission=Permission.ADMINISTER),
    ]


def test_its_clock_and_time_zone_are_kept() -> None:
    said = CreateOrganization(
        name="Cartwheel",
        administrator_name="Hana",
        time_zone="Europe/Zurich",
        clock=Clock.SIMULATED,
    )
    first = create_organization(a_standing(), said).facts[0]
    assert isinstance(first, events.OrganizationCreated)
    assert (first.time_zone, first.clock) == ("Europe/Zurich", Clock.SIMULATED)


def test_the_organization_and_its_administrator_have_names() -> None:
    said = CreateOrganization(name=" ", administrator_name="")
    told = refused(create_organization, a_standing(), said)
    assert told == {"INVALID name", "INVALID administrator_name"}
