"""Answers operations with the text that one statement makes of them, where all of it is planned."""

from collections.abc import Awaitable, Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

import asyncpg
from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    get_operation_ast,
    get_variable_values,
)
from graphql.execution.values import VariableValues

from server.database import Database
from server.reads.compose import Composer
from server.reads.kept import Kept
from server.reads.plan import Chosen, Plan, Planner, Selection, Unplanned, switches
from server.reads.sources import Asked, Related

ELSEWHERE = (
    asyncpg.DataError,
    asyncpg.NoDataFoundError,
    UnicodeEncodeError,
)
"""What graphql-core tells better: values that cannot be looked for, things that are not there."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """When something is read: now, or as of a position; and which day that is."""

    position: int | None
    day: date


@dataclass(kw_only=True)
class Operation:
    """What a client asks for, parsed and valid."""

    document: DocumentNode
    text: str
    name: str | None
    variables: Mapping[str, Any]
    organization_id: UUID
    viewer_id: UUID
    permissions: list[str]
    moment: Callable[[Any], Awaitable[Moment]]


@dataclass(kw_only=True)
class Statement:
    """A text, and which values of which fields are its parameters."""

    text: str
    slots: list[tuple[int, int]]


@dataclass(kw_only=True)
class Answers:
    """Plans operations of one schema, and asks for each what its plan says."""

    schema: GraphQLSchema
    views: Mapping[str, str]
    database: Database
    most: int = 500
    _plans: Kept = field(init=False)

    def __post_init__(self) -> None:
        self._plans = Kept(self.most)

    async def answer(self, operation: Operation) -> str | None:
        """The text of ``data``; None where the operation has to be carried out in another way."""
        try:
            plan, variables = self._planned(operation)
            asked, moments = self._asked(plan, variables)
            return await self._told(operation, plan, asked, moments)
        except (Unplanned, GraphQLError, *ELSEWHERE):
            return None

    def _planned(self, operation: Operation) -> tuple[Plan, VariableValues]:
        node = get_operation_ast(operation.document, operation.name)
        if node is None or node.operation != OperationType.QUERY:
            raise Unplanned
        variables = get_variable_values(
            self.schema, node.variable_definitions or (), dict(operation.variables)
        )
        if isinstance(variables, list):
            raise variables[0]
        names = self._plans.of(operation.text, lambda: sorted(switches(operation.document)))
        outcome = tuple(bool(variables.coerced.get(name)) for name in names)
        key = operation.text, operation.name, outcome
        plan = self._plans.of(key, lambda: self._plan(operation.document, node, variables))
        if plan is None:
            raise Unplanned
        return plan, variables

    def _plan(
        self, document: DocumentNode, node: OperationDefinitionNode, variables: VariableValues
    ) -> Plan | None:
        fragments = {
            each.name.value: each
            for each in document.definitions
            if isinstance(each, FragmentDefinitionNode)
        }
        try:
            return Planner(schema=self.schema, fragments=fragments, variables=variables).of(node)
        except Unplanned:
            return None

    def _asked(
        self, plan: Plan, variables: VariableValues
    ) -> tuple[dict[int, Asked], dict[int, Any]]:
        """What the arguments of each field come to, and as of when each root is asked for."""
        asked, moments = {}, {}
        for number, arguments in plan.arguments.items():
            said = dict(arguments.said(variables))
            if "as_of" in said:
                moments[number] = said.pop("as_of")
            source = plan.sources[number]
            asked[number] = source.asked(said) if source else Asked()
        return asked, moments

    async def _told(
        self,
        operation: Operation,
        plan: Plan,
        asked: dict[int, Asked],
        moments: dict[int, Any],
    ) -> str:
        """One statement for all roots that are read at the same moment."""
        together: dict[Hashable, list[Chosen]] = {}
        for root in plan.roots:
            together.setdefault(_told_as(moments.get(root.number)), []).append(root)
        groups = [tuple(roots) for roots in together.values()]
        if len(groups) > 1:
            groups = [(root,) for root in plan.roots]
        texts = []
        for roots in groups or [()]:
            as_of = moments.get(roots[0].number) if roots else None
            moment = await operation.moment(as_of)
            texts.append(await self._ask(operation, plan, roots, _on(plan, asked, moment), moment))
        return texts[0] if len(texts) == 1 else "{" + ",".join(each[1:-1] for each in texts) + "}"

    async def _ask(
        self,
        operation: Operation,
        plan: Plan,
        roots: Selection,
        asked: dict[int, Asked],
        moment: Moment,
    ) -> str:
        shape = tuple((number, each.shape()) for number, each in asked.items())
        key = tuple(root.key for root in roots), shape
        statement = plan.statements.of(key, lambda: self._statement(roots, asked))
        values = [asked[number].values()[place] for number, place in statement.slots]
        rows = await self.database.read(
            operation.organization_id,
            statement.text,
            operation.viewer_id,
            operation.permissions,
            *values,
            as_of=moment.position,
        )
        answer: str = rows[0]["answer"]
        return answer

    def _statement(self, roots: Selection, asked: dict[int, Asked]) -> Statement:
        composer = Composer(asked=asked, views=self.views)
        text = composer.statement(roots)
        return Statement(text=text, slots=composer.slots)


def _told_as(as_of: Any) -> Hashable:
    return None if as_of is None else tuple(sorted(vars(as_of).items(), key=str))


def _on(plan: Plan, asked: dict[int, Asked], moment: Moment) -> dict[int, Asked]:
    """The same, with the day of the moment where none was named."""
    return {
        number: replace(each, day=moment.day) if _daily(plan, number) and each.day is None else each
        for number, each in asked.items()
    }


def _daily(plan: Plan, number: int) -> bool:
    source = plan.sources[number]
    return isinstance(source, Related) and source.relation.daily
