"""Rules about where the organization wants to go."""

from datetime import date

from server.okr import events
from server.okr.aspirations import AddAspiration, EditAspiration, add_aspiration, edit_aspiration
from server.okr.aspirations_now import AspirationNow
from server.okr.terms import AspirationKind
from tests.okr.standings import (
    a_manager,
    a_planner,
    a_standing,
    an_administrator,
    an_id,
    reasons,
    refused,
    rests_on,
    saying,
    stale,
    the_fact,
)

VISION = an_id("aspiration")
STATED = AspirationNow(
    id=VISION, version=2, kind=AspirationKind.THEME, title="So", starts_on=date(2026, 1, 1)
)
ADDED = AddAspiration(kind=AspirationKind.VISION, title="Every child has a mentor")
BARE = EditAspiration(aspiration_id=VISION, reason="We grew")
EDIT = saying(BARE, title="Nobody is alone")


def test_who_plans_states_it() -> None:
    for actor, told in (
        (a_planner(), []),
        (an_administrator(), []),
        (a_manager(), ["NOT_ALLOWED"]),
    ):
        standing = a_standing(actor, aspiration=STATED)
        assert reasons(add_aspiration, standing, ADDED) == told
        assert reasons(edit_aspiration, standing, EDIT) == told


def test_an_edit_says_what_changes_and_why() -> None:
    standing = a_standing(a_planner(), aspiration=STATED)
    assert the_fact(edit_aspiration, standing, EDIT) == events.AspirationEdited(
        aspiration_id=VISION, changes={"title": "Nobody is alone"}, reason="We grew"
    )
    assert rests_on(edit_aspiration, standing, EDIT) == {VISION: {"AspirationEdited"}}
    assert stale(edit_aspiration, standing, EDIT) == (
        {"CHANGED_MEANWHILE command.expected_version"},
        2,
    )


def test_a_sentence_and_days_in_their_order() -> None:
    standing = a_standing(a_planner(), aspiration=STATED)
    turned = saying(BARE, ends_on=date(2025, 1, 1), kind=None, title="")
    assert refused(edit_aspiration, standing, turned) == {
        "INVALID kind",
        "INVALID title",
        "INVALID ends_on",
    }
