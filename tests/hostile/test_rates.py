"""Who asks too often, or with too many at once, is told when to come back; nobody else waits."""

import asyncio
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest

from server.rates import MINUTE, Rate, block_of
from tests.graph.client import Client
from tests.graph.office import Office
from tests.live.listening import introduced
from tests.serving import running

QUOTA, OF_ADDRESS = 2, 6
SMALL = "{ organization { name } }"
ADD = 'mutation { addPerson(input: { name: "Eve" }) { position refusals { code } } }'
LOCK = "lock table objectives in access exclusive mode"
WAITING = """
select count(*) from pg_stat_activity
where wait_event_type = 'Lock' and datname = current_database()"""
WORK = "{ organization { objectives { nodes { title } } } }"
ADDRESSES = (f"192.0.2.{number}" for number in count(1))


@pytest.fixture(scope="module")
def limited(database_url: str, keys_dir: Path) -> Iterator[str]:
    """A server that can be asked twice a minute, and one thing at once."""
    with running(
        database_url,
        keys_dir,
        person_rate=QUOTA,
        address_rate=OF_ADDRESS,
        concurrency_limit=1,
        notifications="false",  # what is spent at other servers of the database is not counted
    ) as address:
        yield address


@pytest.fixture
def elsewhere() -> str:
    """An address from which nobody has asked yet."""
    return next(ADDRESSES)


async def asked(
    limited: str, elsewhere: str, client: Client | None, document: str
) -> httpx.Response:
    headers = {"X-Forwarded-For": elsewhere}
    if client is not None:
        headers["Authorization"] = f"Bearer {client.token}"
    async with httpx.AsyncClient(base_url=limited, headers=headers, timeout=60) as http:
        return await http.post("/graphql", json={"query": document})


def assert_turned_away(answer: httpx.Response) -> None:
    assert answer.status_code == httpx.codes.TOO_MANY_REQUESTS
    (error,) = answer.json()["errors"]
    seconds = int(answer.headers["Retry-After"])
    assert 0 < seconds <= MINUTE
    assert error["extensions"] == {"code": "RATE_LIMITED", "retryAfter": seconds}
    assert "data" not in answer.json()


@pytest.mark.parametrize("document", [SMALL, ADD, "{ __schema { queryType { name } } }"])
async def test_who_asks_too_often_is_turned_away_and_nobody_else(
    limited: str, elsewhere: str, office: Office, document: str
) -> None:
    other = await office.person()
    answers = [await asked(limited, elsewhere, office.admin, document) for _ in range(3)]

    assert [each.status_code for each in answers] == [200, 200, 429]
    assert_turned_away(answers[-1])
    assert answers[0].headers["RateLimit-Policy"] == '"person";q=2;w=60, "address";q=6;w=60'
    assert '"person";r=1;' in answers[0].headers["RateLimit"]
    assert '"person";r=0;' in answers[2].headers["RateLimit"]
    assert (await asked(limited, elsewhere, other, SMALL)).status_code == httpx.codes.OK


async def test_what_was_turned_away_was_not_done(
    limited: str, elsewhere: str, office: Office
) -> None:
    for _ in range(3):
        await asked(limited, elsewhere, office.admin, ADD)
    people = "{ organization { people { totalCount } } }"
    assert await office.admin.ask(people) == {"organization": {"people": {"totalCount": 3}}}


async def test_what_is_refused_counts_and_is_told_until_far_too_much_came(
    limited: str, elsewhere: str, office: Office
) -> None:
    nonsense = [await asked(limited, elsewhere, office.admin, "{ surprise }") for _ in range(3)]
    assert [each.status_code for each in nonsense] == [422, 422, 422]

    for _ in range(QUOTA):
        assert_turned_away(await asked(limited, elsewhere, office.admin, SMALL))
    assert_turned_away(await asked(limited, elsewhere, office.admin, "{ surprise }"))


async def test_who_has_no_token_uses_up_their_address(
    limited: str, elsewhere: str, office: Office
) -> None:
    for _ in range(OF_ADDRESS):
        answer = await asked(limited, elsewhere, None, SMALL)
        assert answer.status_code == httpx.codes.UNAUTHORIZED
        assert '"address";r=' in answer.headers["RateLimit"]
    assert_turned_away(await asked(limited, elsewhere, office.admin, SMALL))
    assert (await asked(limited, next(ADDRESSES), office.admin, SMALL)).status_code == 200


@pytest.mark.parametrize("place", ["/audit/events", "/audit/key", "/metrics", "/nowhere"])
async def test_whatever_else_is_asked_for_counts_for_its_address(
    limited: str, elsewhere: str, place: str
) -> None:
    headers = {"X-Forwarded-For": elsewhere}
    async with httpx.AsyncClient(base_url=limited, headers=headers, timeout=60) as http:
        answers = [await http.get(place) for _ in range(OF_ADDRESS + 1)]
        alive = await http.get("/health/live")
    assert httpx.codes.TOO_MANY_REQUESTS not in {each.status_code for each in answers[:-1]}
    assert_turned_away(answers[-1])
    assert alive.status_code == httpx.codes.OK


async def test_operations_of_a_socket_count_and_it_stays_open(
    limited: str, elsewhere: str, office: Office
) -> None:
    more: Any = {"additional_headers": {"X-Forwarded-For": elsewhere}}
    async with introduced(limited, office.admin.token, **more) as socket:
        for number in range(QUOTA):
            await socket.subscribe(SMALL, str(number))
            assert await socket.next(str(number)) == {"organization": {"name": "Office"}}
            assert (await socket.hear())["type"] == "complete"
        await socket.subscribe(SMALL, "more")
        message = await socket.hear()
        assert (message["type"], message["id"]) == ("error", "more")
        assert message["payload"][0]["extensions"]["code"] == "RATE_LIMITED"
        await socket.say("ping")
        assert (await socket.hear())["type"] == "pong"


async def test_more_than_may_be_under_way_at_once_is_told_to_come_back(
    limited: str, elsewhere: str, office: Office, owner: asyncpg.Connection
) -> None:
    other = await office.person()
    async with owner.transaction():
        # Whoever reads objectives waits until this transaction ends.
        await owner.execute(LOCK)
        first = asyncio.create_task(asked(limited, elsewhere, office.admin, WORK))
        while not await owner.fetchval(WAITING):
            await asyncio.sleep(0.05)
            # Within a transaction it would answer what it answered first.
            await owner.execute("select pg_stat_clear_snapshot()")
        busy = await asked(limited, elsewhere, other, SMALL)
    assert busy.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert busy.json()["errors"][0]["extensions"] == {"code": "UNAVAILABLE"}
    assert busy.headers["Retry-After"] == "1"
    assert (await first).status_code == httpx.codes.OK
    assert (await asked(limited, elsewhere, other, SMALL)).status_code == httpx.codes.OK


async def test_without_a_limit_nothing_is_counted(
    database_url: str, keys_dir: Path, office: Office
) -> None:
    with running(
        database_url, keys_dir, person_rate=0, address_rate=0, concurrency_limit=0
    ) as address:
        answer = await asked(address, "192.0.2.0", office.admin, SMALL)
    assert answer.status_code == httpx.codes.OK
    assert "RateLimit" not in answer.headers


def test_what_was_spent_flows_back_evenly_and_the_quiet_are_forgotten() -> None:
    now = 0.0
    rate = Rate(quota=6, clock=lambda: now)
    for left in range(5, -1, -1):
        assert rate.wait("a") == 0
        rate.spend("a")
        assert rate.left("a")[0] == left
    assert rate.wait("a") == pytest.approx(10)
    assert rate.left("a") == (0, 60)
    rate.spend("a")
    assert rate.wait("a") == pytest.approx(10), "nobody owes anything"
    assert rate.wait("b") == 0

    now = 10.0
    assert rate.wait("a") == 0
    now = 35.0
    assert rate.left("a") == (3, 25)
    rate.spend("b")
    now = 95.0
    rate.spend("c")
    assert list(rate._whole) == ["c"]


def test_a_network_of_ipv6_is_one_address() -> None:
    assert block_of("192.0.2.7") == "192.0.2.7"
    assert block_of("") == ""
    assert block_of("::ffff:192.0.2.7") == "192.0.2.7"
    assert block_of("2001:db8:1:2:3:4:5:6") == block_of("2001:db8:1:2::9") == "2001:db8:1:2::"
    assert block_of("fe80::1%eth0") == "fe80::"
