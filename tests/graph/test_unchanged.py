"""An unchanged answer is not sent again: of the running server, whatever has to change the tag."""

import asyncio
import json
from typing import Any

import asyncpg
import httpx
import pytest

from server.media import RESPONSE
from tests.graph.client import Client
from tests.graph.office import Office

NOT_MODIFIED = httpx.codes.NOT_MODIFIED
PAGE = "query ($n: Int) { organization { objectives(first: $n) { nodes { title } } } }"


async def got(
    client: Client, document: str = PAGE, tag: str | None = None, **more: Any
) -> httpx.Response:
    """What GET answers to who has the answer of a tag."""
    headers = {"Authorization": f"Bearer {client.token}", "Accept": more.pop("accept", "*/*")}
    if tag is not None:
        headers["If-None-Match"] = tag
    said = {"query": document} | {
        name: value if isinstance(value, str) else json.dumps(value) for name, value in more.items()
    }
    return await client.http.get("/graphql", params=said, headers=headers)


async def test_an_answer_can_be_kept_by_who_got_it_and_is_not_sent_again(office: Office) -> None:
    first = await got(office.admin)
    tag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert first.headers["Vary"] == "Authorization, Accept"

    for tags in (tag, tag.removeprefix("W/"), f'"other", {tag}'):
        again = await got(office.admin, tag=tags)
        assert again.status_code == NOT_MODIFIED
        assert again.content == b""
        assert again.headers["ETag"] == tag
        assert again.headers["Cache-Control"] == "private, no-cache"
    assert (await got(office.admin, tag='"other"')).json() == first.json()


async def test_whatever_is_recorded_changes_the_tag(office: Office) -> None:
    tag = (await got(office.admin)).headers["ETag"]
    await office.objective(await office.cycle())

    answer = await got(office.admin, tag=tag)

    assert answer.status_code == httpx.codes.OK
    assert len(answer.json()["data"]["organization"]["objectives"]["nodes"]) == 1
    assert answer.headers["ETag"] != tag


async def test_who_asks_for_something_else_has_another_tag(office: Office) -> None:
    bob = await office.person()
    several = f"{PAGE.replace('query', 'query A')} query B {{ __typename }}"
    answers = [
        await got(office.admin),
        await got(bob),
        await got(office.admin, variables={"n": 1}),
        await got(office.admin, PAGE.replace("title", "id")),
        await got(office.admin, several, operationName="A"),
        await got(office.admin, several, operationName="B"),
        await got(office.admin, extensions={"cost": True}),
        await got(office.admin, accept=RESPONSE),
    ]
    assert {each.status_code for each in answers} == {httpx.codes.OK}
    assert len({each.headers["ETag"] for each in answers}) == len(answers)


async def test_the_tag_of_one_organization_is_none_of_another(
    office: Office, other_office: Office
) -> None:
    tags = [(await got(each.admin)).headers["ETag"] for each in (office, other_office)]
    assert tags[0] != tags[1]


@pytest.mark.parametrize(
    "document", ["{", "{ surprise }", "{ organization { teams(first: -1) { nodes { id } } } }"]
)
async def test_what_is_no_whole_answer_has_no_tag(office: Office, document: str) -> None:
    answer = await got(office.admin, document)
    assert answer.json()["errors"]
    assert "ETag" not in answer.headers


async def test_what_is_posted_has_no_tag(office: Office) -> None:
    assert "ETag" not in (await office.admin.post(PAGE)).headers


async def test_who_has_the_answer_is_told_so_before_anything_is_read(
    office: Office, owner: asyncpg.Connection
) -> None:
    tag = (await got(office.admin)).headers["ETag"]
    async with owner.transaction():
        await owner.execute("lock table objectives in access exclusive mode")

        assert (await got(office.admin, tag=tag)).status_code == NOT_MODIFIED
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(1):
                await got(office.admin)


async def test_without_a_token_no_tag_helps(office: Office) -> None:
    tag = (await got(office.admin)).headers["ETag"]
    headers = {"If-None-Match": tag}
    answer = await office.http.get("/graphql", params={"query": PAGE}, headers=headers)
    assert answer.status_code == httpx.codes.UNAUTHORIZED
