"""Stating a mission, a vision or a theme otherwise, through the running server."""

from tests.graph.office import Office


async def test_what_it_was_stays_readable_with_the_reason(office: Office) -> None:
    vision = await office.aspiration(description="One day.")
    said = {"aspirationId": vision, "title": "No child is alone", "reason": "We grew."}
    await office.admin.do("editAspiration", "aspiration { id }", **said)

    shows = """title version revisions {
      reason fields before { title description } after { title description } }"""
    assert await office.seen("Aspiration", vision, shows) == {
        "title": "No child is alone",
        "version": 2,
        "revisions": [
            {
                "reason": "We grew.",
                "fields": ["title"],
                "before": {"title": "Every child has a mentor", "description": "One day."},
                "after": {"title": "No child is alone", "description": "One day."},
            }
        ],
    }


async def test_only_who_plans_states_it_and_with_a_reason(office: Office) -> None:
    vision, member = await office.aspiration(), await office.person()
    said = {"aspirationId": vision, "title": "So"}
    assert await member.refused("editAspiration", "aspiration", **said, reason="So.") == [
        ("NOT_ALLOWED", "")
    ]
    assert await office.admin.refused("editAspiration", "aspiration", **said, reason=" ") == [
        ("REASON_IS_MISSING", "input.reason")
    ]
    cleared = {"aspirationId": vision, "title": None, "kind": None, "reason": "So."}
    assert await office.admin.refused("editAspiration", "aspiration", **cleared) == [
        ("INVALID", "input.kind"),
        ("INVALID", "input.title"),
    ]
