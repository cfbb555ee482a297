"""The short way of a document that was answered before: who asks, and what, in one statement."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from graphql import OperationType, get_operation_ast
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive
from strawberry.http import GraphQLRequestData

from server.auth import Bearer, Tokens, viewer_of
from server.documents import Documents
from server.media import answered_as, takes_stream
from server.observed import meant
from server.reads.answers import Answers, Moment, Operation, Prepared
from server.reads.plan import TooWide, Unplanned
from server.reads.recent import Recent
from server.replicas import HEADER, Replicas, least_position
from server.requests import asked, in_body, in_url
from server.told import NotAnswered
from server.unchanged import VARY, is_among, kept_under, tag_of, unchanged

MOST, MOST_WORDS = 500, 2_000
"""So much is remembered of what was said, and nothing that takes more letters."""

Admitted = Callable[[UUID], AbstractContextManager[Any]]
"""Whoever may be answered at this moment is, while the block lasts."""


async def never(_: object) -> Moment:
    """What has to know its moment or its day is not asked at once."""
    raise Unplanned


@dataclass(kw_only=True)
class Heard:
    """What a client sends; what was heard on the short way is heard again on the long one."""

    receive: Receive
    _again: list[Message] = field(default_factory=list)

    async def body(self) -> bytes:
        """All that it sends."""
        parts, more = [], True
        while more:
            message = await self.receive()
            self._again.append(message)
            parts.append(message.get("body", b""))
            more = message.get("more_body", False)
        return b"".join(parts)

    async def __call__(self) -> Message:
        return self._again.pop(0) if self._again else await self.receive()


@dataclass(frozen=True, kw_only=True)
class AtOnce:
    """Answers what is known already; whatever is new, wrong or not well said goes the long way."""

    tokens: Tokens
    answers: Answers
    documents: Documents
    edition: str
    replicas: Replicas
    _meant: Recent = field(default_factory=lambda: Recent(MOST))

    async def answer(
        self, request: Request, heard: Heard, admitted: Admitted = nullcontext
    ) -> Response | None:
        """The answer, or None; raises Unauthenticated where nobody asks."""
        bearer = await self.tokens.bearer(request.headers.get("authorization"))
        taken = request.headers.get("accept")
        kind = answered_as(taken)
        if kind is None or takes_stream(taken):
            return None
        said = await self._said(request, heard)
        if said is None:
            return None
        named = HEADER in request.headers and self._only_asks(request, said)
        position = least_position(request) if named else None
        async with self.replicas.near(bearer, position):
            tags = request.headers.get("if-none-match")
            if tags is not None and request.method == "GET":
                # Whoever has an answer already is told so before anything is read.
                with admitted(bearer.person_id):
                    tag = tag_of(said, await self.tokens.known(bearer), kind, self.edition)
                if is_among(tag, tags):
                    return unchanged(tag)
            return await self._told(request, said, bearer, kind, admitted)

    def _only_asks(self, request: Request, said: GraphQLRequestData) -> bool:
        """Whether nothing can be written: by GET never, else if the document is known."""
        if request.method == "GET":
            return True
        document = self.answers.known(said.query or "")
        if document is None:
            return False
        node = get_operation_ast(document, said.operation_name)
        return node is not None and node.operation is OperationType.QUERY

    async def _told(
        self,
        request: Request,
        said: GraphQLRequestData,
        bearer: Bearer,
        kind: str,
        admitted: Admitted,
    ) -> Response | None:
        if said.extensions:
            return None
        prepared = self._prepared(said, bearer)
        if prepared is None:
            return None
        meant(prepared)
        with admitted(bearer.person_id):
            row = await self.answers.at_once(prepared, bearer.token_id)
        if row is None:
            return None
        headers = {"Vary": VARY}
        if request.method == "GET":
            tag = tag_of(said, viewer_of(bearer, row), kind, self.edition)
            headers = dict(kept_under(tag))
        return Response(f'{{"data":{row["answer"]}}}', media_type=kind, headers=headers)

    async def _said(self, request: Request, heard: Heard) -> GraphQLRequestData | None:
        try:
            if request.method == "GET":
                return asked(in_url(request.query_params), self.documents)
            if request.method == "POST":
                kind = request.headers.get("content-type")
                return asked(in_body(kind, await heard.body()), self.documents)
        except NotAnswered:
            pass
        return None

    def _prepared(self, said: GraphQLRequestData, bearer: Bearer) -> Prepared | None:
        """What there is to ask; of what was said in the same words before that is known, too."""
        operation = self._operation(said, bearer)
        if operation is None:
            return None
        words = repr(operation.variables)
        if len(words) > MOST_WORDS:
            return self._planned(operation)
        key = operation.text, operation.name, words
        found: Prepared | None = self._meant.of(key, lambda: self._planned(operation))
        return found and replace(found, operation=operation)

    def _operation(self, said: GraphQLRequestData, bearer: Bearer) -> Operation | None:
        document = self.answers.known(said.query or "")
        if document is None:
            return None
        return Operation(
            document=document,
            text=said.query or "",
            name=said.operation_name,
            variables=said.variables or {},
            organization_id=bearer.organization_id,
            viewer_id=bearer.person_id,
            permissions=[],
            moment=never,
        )

    def _planned(self, operation: Operation) -> Prepared | None:
        try:
            return self.answers.prepared(operation)
        except TooWide:
            return None
