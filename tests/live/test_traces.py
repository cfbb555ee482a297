"""Traces as a collector receives them: a span per operation, and one in it per statement."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status

from server.statements import names
from tests.conftest import Clone
from tests.faults.processes import PATIENCE, Serving, begun
from tests.live.listening import introduced
from tests.mailbox import Mailbox, opened

TRACE, PARENT = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
BROUGHT = {"traceparent": f"00-{TRACE}-{PARENT}-01"}
SAID = "Wilhelmina"
ADD = "mutation AddSomebody($name: String!) { addPerson(input: { name: $name }) { position } }"
PEOPLE = 'query Names { organization { name people { nodes { id name } } } } # "Wilhelmina"'
STATEMENTS = ("graph", "begin", "commit", "rollback")


@dataclass(kw_only=True)
class Collected:
    """What was exported."""

    mailbox: Mailbox

    @property
    def taken(self) -> list[ExportTraceServiceRequest]:
        assert {each.path for each in self.mailbox.got} == {"/v1/traces"}
        return [ExportTraceServiceRequest.FromString(each.body) for each in self.mailbox.got]

    @property
    def spans(self) -> list[Span]:
        return [
            span
            for request in self.taken
            for resource in request.resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]


@dataclass(kw_only=True)
class Operation:
    """The span of an operation and those in it."""

    span: Span
    statements: list[Span] = field(default_factory=list)

    @property
    def told(self) -> dict[str, str]:
        return {each.key: each.value.string_value for each in self.span.attributes}


def operations(spans: list[Span]) -> dict[str, Operation]:
    """Each by its name; all that is left over is a statement of one of them, or of nobody's."""
    serving = [each for each in spans if each.kind == Span.SPAN_KIND_SERVER]
    found = {each.span_id: Operation(span=each) for each in serving}
    for each in spans:
        if each.parent_span_id in found:
            found[each.parent_span_id].statements.append(each)
    return {each.span.name: each for each in found.values()}


@pytest.fixture(scope="module")
async def traced(
    clone: Clone, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Collected]:
    """What a collector has of a server that was asked a few things and then stopped."""
    async with clone() as url:
        settings: dict[str, Any] = {
            "database_url": url,
            "keys_dir": tmp_path_factory.mktemp("keys"),
        }
        token = begun(**settings)["token"]
        with opened() as mailbox:
            endpoint = mailbox.address
            with Serving(**settings, telemetry_endpoint=endpoint) as serving:
                headers = {"Authorization": f"Bearer {token}", **BROUGHT}
                async with httpx.AsyncClient(
                    base_url=serving.address, headers=headers, timeout=PATIENCE
                ) as http:
                    said = {"query": ADD, "variables": {"name": SAID}}
                    await asyncio.gather(*(http.post("/graphql", json=said) for _ in range(8)))
                    await http.post("/graphql", json={"query": PEOPLE})
                    await http.post("/graphql", json={"query": f"{{ {SAID} }}"})
                async with introduced(serving.address, token) as socket:
                    await socket.subscribe("subscription { organization { name } }")
                    await socket.next()
            yield Collected(mailbox=mailbox)


async def test_an_operation_is_a_span_and_each_of_its_statements_is_one_in_it(
    traced: Collected,
) -> None:
    found = operations(traced.spans)
    assert found.keys() == {
        "mutation addPerson",
        "query organization",
        "subscription organization",
        "GraphQL",
    }
    asked = found["query organization"]
    assert asked.told == {
        "graphql.operation.type": "query",
        "graphql.operation.name": "Names",
        "okrlog.outcome": "ok",
    }
    assert asked.span.trace_id.hex() == TRACE
    assert asked.span.parent_span_id.hex() == PARENT
    # Two fields of two nouns are one statement; who asks is another one.
    assert "graph" in {each.name for each in asked.statements}
    assert len(asked.statements) <= 4
    for each in asked.statements:
        assert each.kind == Span.SPAN_KIND_CLIENT
        assert each.start_time_unix_nano <= each.end_time_unix_nano
        assert each.trace_id.hex() == TRACE
    assert found["GraphQL"].told["okrlog.outcome"] == "INVALID"
    assert found["subscription organization"].span.trace_id.hex() != TRACE


async def test_what_is_appended_together_is_one_statement_for_all_of_them(
    traced: Collected,
) -> None:
    said = [each for each in traced.spans if each.name == "mutation addPerson"]
    assert len(said) == 8
    ids = {each.span_id for each in said}
    appended = [each for each in traced.spans if each.name == "append"]
    concerned = [
        each
        for span in appended
        for each in (span.parent_span_id, *(link.span_id for link in span.links))
    ]
    assert sorted(concerned) == sorted(ids)


async def test_no_span_says_what_anybody_said(traced: Collected) -> None:
    assert SAID not in str(traced.taken)
    known = {*names().values(), *STATEMENTS}
    for span in traced.spans:
        assert span.kind == Span.SPAN_KIND_SERVER or span.name in known, span.name
        assert span.status.code != Status.STATUS_CODE_ERROR
        assert not span.events
