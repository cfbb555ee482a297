"""Standing no longer by what was made known, through the running server."""

from tests.graph.office import Office
from tests.graph.test_publish_announcement import publish


async def test_what_was_made_known_is_taken_back_once(office: Office) -> None:
    cycle = await office.cycle()
    known = await publish(office.admin, cycleId=cycle, text="This is it.")
    said = {"announcementId": known}

    await office.admin.do("withdrawAnnouncement", "announcement { id }", **said)

    seen = await office.seen("Announcement", known, "withdrawn text version")
    assert seen == {"withdrawn": True, "text": "This is it.", "version": 2}
    again = await office.admin.refused("withdrawAnnouncement", "announcement", **said)
    assert again == [("WRONG_STATE", "input.announcementId")]
    comment = {"announcementId": known, "text": "Why?"}
    late = await office.admin.refused("addComment", "comment", **comment)
    assert late == [("WRONG_STATE", "input.announcementId")]
