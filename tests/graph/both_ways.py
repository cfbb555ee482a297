"""Asks the same twice: with the planner, and in the way of graphql-core, which is the oracle."""

import json
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import UUID, uuid4

from graphql import GraphQLError
from strawberry.types import ExecutionResult

from schema.context import Context
from schema.declared import core_of
from schema.graph import graph
from schema.node import VIEWS
from schema.planned import Raw
from server.auth import Viewer
from server.commands import Handler
from server.okr.terms import Permission
from server.reads.answers import Answers
from server.reads.loader import Loader
from server.told import UNSTORABLE, told

WHATEVER = 10**18
"""No operation costs too much here: the oracle knows of no cost."""


@dataclass(kw_only=True)
class Said:
    """A document, its variables, and which of its operations is meant."""

    document: str
    variables: dict[str, Any] = field(default_factory=dict)
    name: str | None = None


@dataclass(kw_only=True)
class Both:
    """What is answered with the planner, what the oracle says, and who answered the first."""

    answer: str
    oracle: str
    planned: bool
    refused: bool


@dataclass(kw_only=True)
class Reader:
    """A person of an organization who asks in this very process."""

    handler: Handler
    viewer: Viewer
    answers: Answers

    @classmethod
    async def of(cls, handler: Handler, organization_id: UUID, person_id: UUID) -> Self:
        """The person as the log knows them now."""
        row = await handler.database.fetch_newest(organization_id, "viewer", person_id, uuid4())
        assert row is not None
        viewer = Viewer(
            organization_id=organization_id,
            person_id=person_id,
            token_id=uuid4(),
            expires=0,
            permissions=[Permission[each] for each in row["permissions"]],
            time_zone=row["time_zone"],
            epoch=row["epoch"],
            position=row["position"],
            chain=row["chain"],
            state_version=row["state_version"],
        )
        answers = Answers(
            schema=core_of(graph()),
            views=VIEWS,
            database=handler.database,
            limit=WHATEVER,
            tree=WHATEVER,
        )
        return cls(handler=handler, viewer=viewer, answers=answers)

    async def both(self, said: Said) -> Both:
        """The same, asked in both ways."""
        result, oracle = await self.answer(said, self.answers), await self.answer(said, None)
        return Both(
            answer=_written(result),
            oracle=_written(oracle),
            planned=isinstance(result.data, Raw),
            refused=bool(oracle.errors),
        )

    async def ask(self, document: str, **variables: Any) -> Any:
        """The data of an operation that has to succeed, asked with the planner."""
        said = Said(document=document, variables=variables)
        result = await self.answer(said, self.answers)
        assert not result.errors, result.errors
        data: Any = result.data
        return json.loads(data.text) if isinstance(data, Raw) else data

    async def answer(self, said: Said, answers: Answers | None) -> ExecutionResult:
        """An operation, with the planner or without."""
        viewer, handler = self.viewer, self.handler
        context = Context(
            viewer=viewer,
            handler=handler,
            reads=Loader(handler.database, viewer.organization_id, viewer.person_id),
            answers=answers,
        )
        result = await graph().execute(
            said.document,
            variable_values=said.variables,
            operation_name=said.name,
            context_value=context,
        )
        assert isinstance(result, ExecutionResult)
        return result


def _written(result: ExecutionResult) -> str:
    """An answer as text, so that the order of keys counts, and 1 is not "1"."""
    data: Any = result.data
    if isinstance(data, Raw):
        data = json.loads(data.text, object_pairs_hook=_object)
    errors = [_told(each) for each in result.errors or []]
    return json.dumps({"data": data, "errors": errors}, indent=1, ensure_ascii=False)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, in which no key stands twice."""
    assert len(dict(pairs)) == len(pairs), pairs
    return dict(pairs)


def _told(error: GraphQLError) -> Any:
    """An error as clients see it; a fault is none, and ends the test."""
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    if cause is not None and not isinstance(cause.__cause__ or cause, UNSTORABLE):
        raise cause
    return told(error)
