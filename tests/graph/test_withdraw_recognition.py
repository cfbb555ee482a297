"""Standing no longer by what one recognized, through the running server."""

from tests.graph.office import Office
from tests.graph.test_add_recognition import recognize


async def test_who_said_it_takes_it_back_once(office: Office) -> None:
    ann, team = await office.person("Ann"), await office.team()
    recognition = await recognize(ann, "Well done.", teamId=team)
    said = {"recognitionId": recognition}

    refused = await office.admin.refused("withdrawRecognition", "recognition", **said)
    assert refused == [("NOT_ALLOWED", "")]
    await ann.do("withdrawRecognition", "recognition { id }", **said)

    seen = await office.seen("Recognition", recognition, "withdrawn text version")
    assert seen == {"withdrawn": True, "text": "Well done.", "version": 2}
    again = await ann.refused("withdrawRecognition", "recognition", **said)
    assert again == [("WRONG_STATE", "input.recognitionId")]
