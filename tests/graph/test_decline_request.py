"""Declining what is asked for through the running server."""

from tests.graph.office import Office


async def test_a_reason_is_asked_for(office: Office) -> None:
    request = await office.help_wanted(keyResultId=await office.started())

    for reason in ("", " \n"):
        said = {"requestId": request, "reason": reason}
        assert await office.admin.refused("declineRequest", "request", **said) == [
            ("REASON_IS_MISSING", "input.reason")
        ]
