"""Long lists through the running server, beside the whole list cut in Python."""

from itertools import product
from typing import Any

import pytest
from graphql import GraphQLNamedType, GraphQLObjectType, build_schema, get_named_type

from schema.graph import graph
from tests.graph.crowd import LENGTH, Crowd
from tests.graph.office import Office

SHOWS = "{ totalCount nodes { id } edges { cursor node { id } } pageInfo { %s } }"
WINDOW = SHOWS % "hasNextPage hasPreviousPage startCursor endCursor"
SIZES = (0, 1, 3, LENGTH, 50)


ELSEWHERE = (
    "events",
    "findings",
    "setting",
    "dueCheckIns",
    "values",
    "redactions",
    "exports",
    "readers",
)


def _connections() -> list[tuple[str, str]]:
    """Every list of things with ids that comes in windows; facts have cursors of their own."""
    kinds: list[GraphQLNamedType] = list(build_schema(graph().as_str()).type_map.values())
    return [
        (kind.name, name)
        for kind in kinds
        if isinstance(kind, GraphQLObjectType)
        for name, field in kind.fields.items()
        if get_named_type(field.type).name.endswith("Connection") and name not in ELSEWHERE
    ]


def windows(cursors: list[str]) -> list[dict[str, Any]]:
    """What can be asked for: so many from either end, after and before any place."""
    places = [None, *cursors[:LENGTH]]
    forward = [{"first": size, "after": after} for size, after in product(SIZES, places)]
    backward = [{"last": size, "before": before} for size, before in product(SIZES, places)]
    between = {"after": cursors[0], "before": cursors[3]}
    return [*forward, *backward, between, *(between | {end: 1} for end in ("first", "last"))]


def cut(listed: list[Any], cursors: list[str], asked: dict[str, Any]) -> dict[str, Any]:
    """The window that was asked for, by the whole list."""
    after, before = asked.get("after"), asked.get("before")
    start = cursors.index(after) + 1 if after else 0
    end = cursors.index(before) if before else len(listed)
    if "last" in asked:
        start = max(start, end - asked["last"])
    else:
        end = min(end, start + asked.get("first", 50))
    seen = cursors[start:end]
    return {
        "totalCount": len(listed),
        "nodes": listed[start:end],
        "edges": [
            {"cursor": cursor, "node": node}
            for cursor, node in zip(seen, listed[start:end], strict=True)
        ],
        "pageInfo": {
            "hasNextPage": end < len(listed),
            "hasPreviousPage": start > 0,
            "startCursor": seen[0] if seen else None,
            "endCursor": seen[-1] if seen else None,
        },
    }


def spelled(asked: dict[str, Any]) -> str:
    """Arguments as a document spells them."""
    stated = (
        (name, f'"{value}"' if isinstance(value, str) else value) for name, value in asked.items()
    )
    return ", ".join(f"{name}: {value}" for name, value in stated if value is not None)


@pytest.mark.parametrize("connection", _connections(), ids=".".join)
async def test_every_window_is_a_slice_of_the_whole_list(
    crowd: Crowd, connection: tuple[str, str]
) -> None:
    kind, name = connection
    listed = crowd.lists[connection]
    admin = crowd.office.admin
    whole = (await crowd.office.seen(kind, listed.owner, f"{name} {WINDOW}", admin))[name]
    assert sorted(each["id"] for each in whole["nodes"]) == sorted(listed.nodes)
    cursors = [each["cursor"] for each in whole["edges"]]

    asked = windows(cursors)
    for some in (asked[:40], asked[40:]):
        shows = "\n".join(
            f"w{number}: {name}({spelled(each)}) {WINDOW}" for number, each in enumerate(some)
        )
        seen = await crowd.office.seen(kind, listed.owner, shows, admin)
        for number, each in enumerate(some):
            assert seen[f"w{number}"] == cut(whole["nodes"], cursors, each), each


async def test_reports_are_listed_oldest_first(crowd: Crowd) -> None:
    listed = crowd.lists["KeyResult", "checkIns"]
    seen = await crowd.office.seen("KeyResult", listed.owner, "checkIns { nodes { id } }")

    assert [each["id"] for each in seen["checkIns"]["nodes"]] == listed.nodes


async def test_fifty_come_unasked_and_a_hundred_at_most(office: Office) -> None:
    key_result = await office.started()
    said = [{"keyResultId": key_result}] * 60
    await office.admin.do("recordCheckIns", "checkIns { id }", checkIns=said)

    async def seen(arguments: str) -> Any:
        shows = f"checkIns{arguments} {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage }} }}"
        return (await office.seen("KeyResult", key_result, shows, office.admin))["checkIns"]

    unasked = await seen("")
    assert (unasked["totalCount"], len(unasked["nodes"])) == (60, 50)
    assert unasked["pageInfo"] == {"hasNextPage": True}
    assert len((await seen("(last: 100)"))["nodes"]) == 60


async def test_a_cursor_stays_where_it_was_while_the_list_grows(office: Office) -> None:
    first, second = await office.team(), await office.team()
    page = "{ organization { teams(%s) { nodes { id } pageInfo { endCursor } } } }"
    seen = (await office.admin.ask(page % "first: 1"))["organization"]["teams"]
    assert seen["nodes"] == [{"id": first}]
    third = await office.team()

    after = page % f'after: "{seen["pageInfo"]["endCursor"]}"'
    seen = (await office.admin.ask(after))["organization"]["teams"]
    assert seen["nodes"] == [{"id": second}, {"id": third}]


MALFORMED = [
    ("first: 1, last: 1", "first"),
    ("first: -1", "first"),
    ("last: -2", "last"),
    ("first: 101", "first"),
    ("last: 101", "last"),
    ('after: ""', "after"),
    ('after: "1.0"', "after"),
    ('before: "-1"', "before"),
    ('before: "٣"', "before"),
    ('after: "99999999999999999999"', "after"),
]


@pytest.mark.parametrize(("arguments", "name"), MALFORMED)
async def test_windows_that_cannot_be_are_refused_by_the_arguments_name(
    office: Office, arguments: str, name: str
) -> None:
    (error,) = await office.admin.errors(
        f"{{ organization {{ people({arguments}) {{ totalCount }} }} }}"
    )

    assert error["path"] == ["organization", "people"]
    assert error["extensions"] == {"code": "INVALID", "argument": name}


@pytest.mark.parametrize(
    "connection", [each for each in _connections() if each[1] == "objectives"], ids=".".join
)
async def test_objectives_come_by_the_thousand(crowd: Crowd, connection: tuple[str, str]) -> None:
    kind, name = connection
    owner, admin = crowd.lists[connection].owner, crowd.office.admin

    seen = await crowd.office.seen(kind, owner, f"{name}(first: 1000) {{ totalCount }}", admin)
    assert seen[name]["totalCount"] >= LENGTH
    document = f"""query ($id: ID!) {{ node(id: $id) {{
      ... on {kind} {{ {name}(last: 1001) {{ totalCount }} }} }} }}"""
    (error,) = await admin.errors(document, id=owner)
    assert error["extensions"] == {"code": "INVALID", "argument": "last"}
