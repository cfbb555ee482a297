"""Untying work through the running server."""

from tests.graph.office import Office
from tests.graph.test_add_work_item import planned
from tests.graph.test_link_work import tied


async def test_what_is_untied_is_served_no_more_and_stays_in_the_history(office: Office) -> None:
    key_result = await office.started()
    epic = await planned(office, title="Epic", kind="EPIC")
    tie = await tied(office, "SERVES", epic, toKeyResultId=key_result)
    stranger = await office.person()

    assert await stranger.refused("unlinkWork", "workItem", workLinkId=tie) == [("NOT_ALLOWED", "")]
    await office.admin.do("unlinkWork", "workItem { id }", workLinkId=tie)

    shows = "servedBy { totalCount }"
    assert await office.seen("KeyResult", key_result, shows) == {"servedBy": {"totalCount": 0}}
    seen = await office.seen("WorkItem", epic, "version links { totalCount }")
    assert seen == {"version": 3, "links": {"totalCount": 0}}
