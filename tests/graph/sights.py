"""What each row of the table of reading in docs/permissions.md means, asked of the server."""

from collections.abc import Awaitable, Callable

import httpx

from tests.graph.cast import Cast
from tests.graph.client import Client

NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
EVERY = """query ($after: Cursor!) { organization { events(first: 100, after: $after) {
  nodes { id } pageInfo { hasNextPage endCursor } } } }"""
GONE = "{ organization { exports { totalCount } redactions { totalCount } } }"


async def _named(cast: Cast, by: Client, *names: str) -> bool:
    ids = [cast.ids[each] for each in names]
    seen = (await by.ask(NODES, ids=ids))["nodes"]
    assert seen in ([{"id": each} for each in ids], [None] * len(ids))
    return bool(seen[0])


async def _everywhere(cast: Cast, by: Client) -> bool:
    return await _named(cast, by, "team", "cycle", "other", "kpi", "kpi value")


async def _open(cast: Cast, by: Client) -> bool:
    return await _named(
        cast, by, "objective", "key result", "report", "comment", "link", "wish", "work"
    )


async def _private(cast: Cast, by: Client) -> bool:
    return await _named(cast, by, "private", "secret")


async def _mentorship(cast: Cast, by: Client) -> bool:
    return await _named(cast, by, "mentorship")


async def _mentoring(_: Cast, by: Client) -> bool:
    seen = await by.ask("{ organization { mentoring { mentorships } pairMix { mix } } }")
    (shown,) = {bool(each) for each in seen["organization"].values()}
    return shown


async def _fact_of_mentorship(cast: Cast, by: Client) -> bool:
    return await _fact(by, cast.ids["mentorship event"])


async def _fact(by: Client, event: str) -> bool:
    """Whether somebody comes upon a fact, among all that they learn of and by its id."""
    more, after = True, "0"
    found: list[str] = []
    while more:
        window = (await by.ask(EVERY, after=after))["organization"]["events"]
        found += [each["id"] for each in window["nodes"]]
        more, after = window["pageInfo"]["hasNextPage"], window["pageInfo"]["endCursor"]
    seen = (await by.ask(NODES, ids=[event]))["nodes"]
    assert seen == ([{"id": event}] if event in found else [None])
    return event in found


async def _fact_of_open(cast: Cast, by: Client) -> bool:
    return await _fact(by, cast.ids["event"])


async def _fact_of_private(cast: Cast, by: Client) -> bool:
    return await _fact(by, cast.ids["secret event"])


async def _fact_of_person(cast: Cast, by: Client) -> bool:
    return await _fact(by, cast.ids["granted"])


async def _identities(cast: Cast, by: Client) -> bool:
    seen = await _named(cast, by, "identity", "key")
    assert await _fact(by, cast.ids["linked"]) is seen
    return seen


async def _inspected(_: Cast, by: Client) -> bool:
    seen = (await by.ask(GONE))["organization"]
    counts = {bool(each["totalCount"]) for each in seen.values()}
    assert len(counts) == 1
    return counts.pop()


async def _log(cast: Cast, by: Client) -> bool:
    return await _over_http(cast, by, "/audit/events")


async def _checkpoint(cast: Cast, by: Client) -> bool:
    return await _over_http(cast, by, "/audit/checkpoint")


async def _over_http(cast: Cast, by: Client, path: str) -> bool:
    headers = {"Authorization": f"Bearer {by.token}"}
    status = (await cast.office.http.get(path, headers=headers)).status_code
    assert status in (httpx.codes.OK, httpx.codes.FORBIDDEN)
    return status == httpx.codes.OK


SIGHTS: dict[str, Callable[[Cast, Client], Awaitable[bool]]] = {
    "the organization, people, teams, cycles, policies, KPIs, aspirations": _everywhere,
    "an objective that is open, and all that hangs on it": _open,
    "an objective that is PRIVATE, and all that hangs on it": _private,
    "a mentorship, and all that hangs on it": _mentorship,
    "how mentoring goes, in counts (`mentoring`, `mentoringGrowth`, `pairMix`)": _mentoring,
    "facts about a mentorship": _fact_of_mentorship,
    "facts about what is open": _fact_of_open,
    "facts about what is PRIVATE, or was when they were recorded": _fact_of_private,
    "facts about people, permissions and tokens": _fact_of_person,
    (
        "by which issuer and subject people are found (`identities`), the keys of programs "
        "(`apiKeys`), and facts about them"
    ): _identities,
    "redactions and exports": _inspected,
    "the log over HTTP (`GET /audit/events`)": _log,
    "checkpoints and proofs of the log (`GET /audit/checkpoint`)": _checkpoint,
}
