"""Detaching what stands outside, through the running server."""

from tests.graph.office import Office


async def test_what_is_detached_is_gone_and_stays_in_the_history(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    attachment = await office.attached(objectiveId=objective, title="The city")
    before = (await office.admin.ask("{ organization { position } }"))["organization"]["position"]
    stranger = await office.person()
    said = {"attachmentId": attachment}
    assert await stranger.refused("removeAttachment", "objective", **said) == [("NOT_ALLOWED", "")]

    await office.admin.do("removeAttachment", "objective { id }", **said)
    shows = "attachments { nodes { title } }"
    assert (await office.seen("Objective", objective, shows))["attachments"]["nodes"] == []
    assert await office.seen("Attachment", attachment, "id") is None
    document = f"""query ($id: ID!, $at: Position!) {{ node(id: $id, asOf: {{ position: $at }}) {{
      ... on Objective {{ {shows} }} }} }}"""
    then = (await stranger.ask(document, id=objective, at=before))["node"]
    assert then["attachments"]["nodes"] == [{"title": "The city"}]
    assert await office.admin.refused("removeAttachment", "objective", **said) == [
        ("NOT_FOUND", "input.attachmentId")
    ]
