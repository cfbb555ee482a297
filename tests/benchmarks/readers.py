"""Who answers pages of objectives, how each is asked, and whether all answer the same."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.benchmarks.company import CYCLE
from tests.benchmarks.processes import Process, Served
from tests.benchmarks.wire import Answer, Client, get, post

PAGE = 20
TREE = 1_000
DOCUMENTS = Path(__file__).parent / "documents"
NUMBER = re.compile(r"-?\d+(\.\d+)?")

Page = Callable[[Any], bytes]


class Differs(Exception):
    """A rival answers something else, so that its time says nothing."""


class Refused(Differs):
    """There are errors instead of objectives."""


@dataclass(kw_only=True)
class Reader:
    """A server; how the page after a cursor is asked of it, and the tree."""

    name: str
    served: Served
    page: Page
    tree: bytes

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.served.port

    @property
    def process(self) -> Process:
        """The server's only process."""
        return self.served.process


def graphql(name: str, served: Served, documents: Path, headers: dict[str, str]) -> Reader:
    """A GraphQL server with documents of its own for the page and the tree."""

    def page(after: Any) -> bytes:
        given = {"first": PAGE} | ({} if after is None else {"after": after})
        return question(documents / "page.graphql", given, headers)

    tree = question(documents / "tree.graphql", {"first": TREE, "cycle": CYCLE}, headers)
    return Reader(name=name, served=served, page=page, tree=tree)


def bare(name: str, served: Served, who: dict[str, str]) -> Reader:
    """The endpoint with statements written by hand."""
    return Reader(
        name=name,
        served=served,
        page=lambda after: get("/objectives", {**who, "first": PAGE, "after": after or 0}),
        tree=get(f"/cycles/{CYCLE}", {**who, "first": TREE}),
    )


def question(document: Path, variables: dict[str, Any], headers: dict[str, str]) -> bytes:
    """A GraphQL operation as it goes over the wire."""
    said = {"query": document.read_text(), "variables": variables}
    return post("/graphql", json.dumps(said).encode(), **headers)


async def walked(port: int, page: Page, number: int) -> tuple[list[bytes], list[Any]]:
    """Requests for so many pages in order, and what they are answered."""
    client = await Client.connect(port)
    requests: list[bytes] = []
    found: list[Any] = []
    after = None
    for _ in range(number):
        requests.append(page(after))
        objectives, after = shown(await client.answer(requests[-1]))
        found.append(objectives)
    await client.close()
    return requests, found


async def whole(reader: Reader) -> Any:
    """What the tree is answered."""
    client = await Client.connect(reader.port)
    objectives, _ = shown(await client.answer(reader.tree))
    await client.close()
    return objectives


def shown(answer: Answer) -> tuple[list[Any], Any]:
    """The objectives of an answer, in one form for all who answer, and where the page ends."""
    if answer.status != 200:
        raise Refused(f"{answer.status}: {answer.body.decode()[:500]}")
    part = json.loads(answer.body, parse_float=Decimal)
    if "errors" in part:
        raise Refused(str(part["errors"])[:500])
    while len(part) == 1:
        (part,) = part.values()
    if "objectives" in part:
        return plain(part["objectives"]), part["endCursor"]
    return plain(part["nodes"]), part["pageInfo"]["endCursor"]


def plain(value: Any) -> Any:
    """Lists without their connections, numbers that are equal where they mean the same."""
    if isinstance(value, dict):
        if value.keys() == {"nodes"}:
            return plain(value["nodes"])
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, int | Decimal) or (isinstance(value, str) and NUMBER.fullmatch(value)):
        return Decimal(value).normalize()
    return value


def same(name: str, ours: Any, theirs: Any) -> None:
    """Raise with the first thing that a rival answers otherwise."""
    for path, left, right in differences("", ours, theirs):
        raise Differs(f"{name} answers otherwise at {path}: {left!r} here, {right!r} there"[:500])


def differences(path: str, ours: Any, theirs: Any) -> Iterator[tuple[str, Any, Any]]:
    """Where two answers part, in their order."""
    if isinstance(ours, dict) and isinstance(theirs, dict) and ours.keys() == theirs.keys():
        for key in ours:
            yield from differences(f"{path}.{key}", ours[key], theirs[key])
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, (left, right) in enumerate(zip(ours, theirs, strict=True)):
            yield from differences(f"{path}[{index}]", left, right)
    elif ours != theirs:
        yield path, ours, theirs
