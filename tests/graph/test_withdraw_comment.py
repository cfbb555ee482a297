"""Taking back what one said, through the running server."""

from tests.graph.office import Office
from tests.graph.test_add_comment import says


async def test_who_said_it_takes_it_back_and_it_stays_to_be_read(office: Office) -> None:
    bob = await office.person()
    comment = await says(bob, "Nonsense.", keyResultId=await office.started())

    assert await office.admin.refused("withdrawComment", "comment", commentId=comment) == [
        ("NOT_ALLOWED", "")
    ]
    await bob.do("withdrawComment", "comment { id }", commentId=comment)

    shows = "text withdrawn version"
    assert await office.seen("Comment", comment, shows) == {
        "text": "Nonsense.",
        "withdrawn": True,
        "version": 2,
    }
    assert await bob.refused("withdrawComment", "comment", commentId=comment) == [
        ("WRONG_STATE", "input.commentId")
    ]
