"""What goes wrong on our side: the client gets a number, the log what happened under it."""

import re
from typing import Any

import httpx

from server.migrate import owner_of
from tests.conftest import Clone
from tests.databases import look_in
from tests.faults.processes import Serving, begun

ADD = 'mutation { addPerson(input: { name: "Somebody Secret" }) { position } }'
TEAMS = "{ organization { teams { nodes { name } } } }"
BREAKS = {
    "a command": (ADD, "drop function append cascade", 294),
    "a question": (TEAMS, "drop table teams cascade", 500),
    "who asks": (TEAMS, "drop table people cascade", 500),
}
TELLING = re.compile(
    r"select|relation|function|column|error\b|traceback|asyncpg|postgres|\.py|/|secret",
    re.IGNORECASE,
)


def fault_of(answer: httpx.Response) -> str:
    """The number of the only thing that an answer tells."""
    said: Any = answer.json()
    (error,) = said["errors"]
    number = error["extensions"].pop("fault")
    assert error["extensions"] == {"code": "INTERNAL"}
    assert error["message"] == "Something went wrong on our side."
    assert not TELLING.search(answer.text)
    return str(number)


async def test_a_fault_has_a_number_that_is_in_the_log_and_tells_nothing_else(
    clone: Clone,
) -> None:
    async with clone() as url, owner_of(url) as owner:
        token = begun(database_url=url)["token"]
        await look_in(owner, 1)
        with Serving(database_url=url) as serving:
            for what, (document, harm, status) in BREAKS.items():
                await owner.execute(harm)
                answer = serving.post(token, document)

                assert answer.status_code == status, what
                number, request = fault_of(answer), answer.headers["X-Request-ID"]
                assert number.startswith(f"{request}-")
                assert f'"fault": "{number}"' in serving.said()
                assert serving.health() == httpx.codes.OK
            assert serving.said().count("Traceback") >= len(BREAKS)
            assert "Somebody Secret" not in serving.said()
