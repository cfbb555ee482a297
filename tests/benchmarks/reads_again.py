"""The same page once more: unchanged, asked with its ETag; and as it was at a past position."""

import json
from typing import Any

from tests.benchmarks.asking import CLIENTS, ROUNDS, SECONDS, asking, slower
from tests.benchmarks.history import Library
from tests.benchmarks.readers import DOCUMENTS, PAGE, Refused, question, walked
from tests.benchmarks.results import Row, Skipped, against
from tests.benchmarks.timing import compare
from tests.benchmarks.wire import Client, get

PAGES = 10
UNCHANGED = "page asked again with its ETag, beside its first answer"
PAST = "page as of a past position, 50 versions a row, beside the same page now"


async def unchanged(library: Library, port: int) -> Row | Skipped:
    """304 beside 200, by as many clients."""
    try:
        first, again = await tagged(port, library.header)
    except Refused as error:
        return Skipped(name=UNCHANGED, reason=str(error))
    async with asking(port, [again], CLIENTS, 304) as us, asking(port, [first], CLIENTS) as them:
        await compare([us, them], CLIENTS, seconds=SECONDS, rounds=ROUNDS)
    return against(UNCHANGED, "requests/s", us.rates, them.rates, at_least=5)


async def tagged(port: int, header: dict[str, str]) -> tuple[bytes, bytes]:
    """Requests for a page, and for the same page by whoever has it already."""
    said = {
        "query": (DOCUMENTS / "page.graphql").read_text(),
        "variables": json.dumps({"first": PAGE}),
    }
    first = get("/graphql", said, **header)
    client = await Client.connect(port)
    answer = await client.answer(first)
    tag = answer.header("etag")
    if answer.status != 200 or tag is None:
        with_it = "with" if tag else "without"
        raise Refused(f"GET is answered {answer.status} {with_it} an ETag")
    again = get("/graphql", said, **header, **{"If-None-Match": tag})
    answer = await client.answer(again)
    await client.close()
    if answer.status != 304:
        raise Refused(f"what did not change is answered {answer.status}")
    return first, again


async def past(library: Library, port: int) -> Row | Skipped:
    """Halfway back every row was another version of itself."""

    def page(now: bool, after: object) -> bytes:
        when = {} if now else {"asOf": {"position": library.past}}
        given = {"first": PAGE, "after": after, **when}
        return question(DOCUMENTS / "page.graphql", given, library.header)

    now, shown_now = await walked(port, lambda after: page(True, after), PAGES)
    try:
        then, shown_then = await walked(port, lambda after: page(False, after), PAGES)
    except Refused as error:
        return Skipped(name=PAST, reason=str(error))
    if _named(shown_now) != _named(shown_then):
        return Skipped(name=PAST, reason="the past shows other objectives than the present")
    async with asking(port, then) as us, asking(port, now) as them:
        return await slower(PAST, us, them, at_most=2)


def _named(pages: list[Any]) -> list[list[str]]:
    return [[each["id"] for each in page] for page in pages]
