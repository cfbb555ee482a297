"""Answers operations with the text that one statement makes of them, where all of it is planned."""

from collections.abc import Awaitable, Callable, Hashable, Mapping
from dataclasses import dataclass, field
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
    get_operation_ast,
    get_variable_values,
)
from graphql.execution.values import VariableValues

from server.database import Database, Rehearsal, Trees
from server.reads.beside import AT_ONCE, AT_ONCE_THEN, SEEN
from server.reads.compose import Composer
from server.reads.composing import THEN
from server.reads.cost import cost, lengths
from server.reads.days import dated, undated
from server.reads.pieces import STATEMENT
from server.reads.places import placed
from server.reads.plan import Plan, Planner, Selection, Unplanned, switches
from server.reads.recent import Recent
from server.reads.sources import Asked, Said, meant

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
class Prepared:
    """An operation with its plan, what the arguments of its fields come to, and as of when.

    It is ``whole`` where all of it is planned and well said, else ``errors`` tell what is not well
    said; ``cost`` is the most it can show.
    """

    operation: Operation
    plan: Plan
    whole: bool
    cost: int = 0
    said: dict[int, Said] = field(default_factory=dict)
    asked: dict[int, Asked] = field(default_factory=dict)
    moments: dict[int, Any] = field(default_factory=dict)
    errors: list[GraphQLError] = field(default_factory=list)


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
    limit: int
    tree: int
    most: int = 500
    _plans: Recent = field(init=False)
    _known: Recent = field(init=False)

    def __post_init__(self) -> None:
        self._plans, self._known = Recent(self.most), Recent(self.most)

    def know(self, text: str, document: DocumentNode) -> None:
        """Remember a document that is valid and within all limits."""
        self._known.of(text, lambda: document)

    def known(self, text: str) -> DocumentNode | None:
        """The document of a text that was remembered."""
        return self._known.of(text, lambda: None) if text in self._known else None

    def prepared(self, operation: Operation) -> Prepared | None:
        """What there is to ask; None where there is no such operation with such variables."""
        try:
            plan, variables = self._planned(operation)
        except (Unplanned, GraphQLError):
            return None
        prepared = Prepared(operation=operation, plan=plan, whole=plan.whole)
        self._say(prepared, variables)
        said = lengths(plan.sources, prepared.asked)
        prepared.cost = plan.costs.of(tuple(said.items()), lambda: cost(plan.roots, said))
        return prepared

    async def answer(self, prepared: Prepared) -> str | None:
        """The text of ``data``; None where the operation has to be carried out in another way."""
        try:
            return await self._told(prepared)
        except (GraphQLError, *ELSEWHERE):
            return None

    async def at_once(self, prepared: Prepared, token_id: UUID) -> asyncpg.Record | None:
        """The text of ``data`` as ``answer``, beside what the log knows of who asks.

        None where it has to be asked in another way: as of several moments, on a day that depends
        on who asks, among trees; and where nobody may ask, or something is not there.
        """
        if not self._is_simple(prepared):
            return None
        operation, plan, asked = prepared.operation, prepared.plan, prepared.asked
        then = prepared.moments.get(plan.roots[0].number)
        whole, tense = AT_ONCE, "now"
        if then is not None:
            whole, tense = AT_ONCE_THEN, "past"
            asked = {**asked, THEN: Asked(given=meant(then))}
        key = whole, tuple((number, each.shape()) for number, each in asked.items())
        statement = plan.statements.of(
            key, lambda: self._statement(plan.kind, plan.roots, asked, whole)
        )
        try:
            return await self.database.fetch_at_once(
                operation.organization_id,
                tense,
                statement.text,
                operation.viewer_id,
                token_id,
                *(asked[number].values()[place] for number, place in statement.slots),
            )
        except ELSEWHERE:
            return None

    async def seen(
        self, prepared: Prepared, person_id: UUID, token_id: UUID
    ) -> asyncpg.Record | None:
        """The text of ``data`` as somebody sees it, beside with which eyes they see just then."""
        try:
            moment = await prepared.operation.moment(None)
            roots, beside = prepared.plan.roots, (person_id, token_id)
            return await self._row(prepared, roots, moment, self.database, SEEN, beside)
        except (GraphQLError, *ELSEWHERE):
            return None

    def _is_simple(self, prepared: Prepared) -> bool:
        return (
            prepared.whole
            and prepared.plan.kind == "Query"
            and prepared.cost < min(self.tree, self.limit)
            and len(_moments(prepared)) == 1
            and not undated(prepared.plan.sources, prepared.asked)
            and not any(each.window.from_cursors for each in prepared.asked.values())
        )

    def _planned(self, operation: Operation) -> tuple[Plan, VariableValues]:
        node = get_operation_ast(operation.document, operation.name)
        if node is None:
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
        return plan, variables

    def _plan(
        self, document: DocumentNode, node: OperationDefinitionNode, variables: VariableValues
    ) -> Plan:
        fragments = {
            each.name.value: each
            for each in document.definitions
            if isinstance(each, FragmentDefinitionNode)
        }
        return Planner(schema=self.schema, fragments=fragments, variables=variables).of(node)

    def _say(self, prepared: Prepared, variables: VariableValues) -> None:
        """Find what is said to each field, and what that comes to."""
        for number, arguments in prepared.plan.arguments.items():
            try:
                said = dict(arguments.said(variables))
                asked = prepared.plan.sources[number].asked(said)
            except GraphQLError as error:
                prepared.whole = False
                prepared.errors.append(error)
                continue
            if "as_of" in said:
                prepared.moments[number] = said.pop("as_of")
            prepared.said[number], prepared.asked[number] = said, asked

    async def _told(self, prepared: Prepared) -> str:
        """One statement for all roots that are read at the same moment."""
        roots, moments = prepared.plan.roots, prepared.moments
        apart = len(_moments(prepared)) > 1
        texts = []
        for together in [(root,) for root in roots] if apart else [roots]:
            as_of = moments.get(together[0].number) if together else None
            moment = await prepared.operation.moment(as_of)
            texts.append(await self.ask(prepared, together, moment, self.database))
        return merged(texts)

    async def ask(
        self,
        prepared: Prepared,
        roots: Selection,
        moment: Moment,
        database: Database | Rehearsal | Trees,
    ) -> str:
        """The text of an object with a key for each of some roots."""
        operation = prepared.operation
        beside = operation.viewer_id, operation.permissions
        row = await self._row(prepared, roots, moment, database, STATEMENT, beside)
        answer: str = row["answer"]
        return answer

    async def _row(
        self,
        prepared: Prepared,
        roots: Selection,
        moment: Moment,
        database: Database | Rehearsal | Trees,
        whole: str,
        beside: tuple[Any, Any],
    ) -> asyncpg.Record:
        plan, asked = prepared.plan, dated(prepared.plan.sources, prepared.asked, moment.day)
        organization_id = prepared.operation.organization_id
        for number, each in asked.items():
            if each.window.from_cursors:
                asked[number] = await placed(self.database, organization_id, each)
        key = (
            whole,
            tuple(root.key for root in roots),
            tuple((number, each.shape()) for number, each in asked.items()),
        )
        statement = plan.statements.of(key, lambda: self._statement(plan.kind, roots, asked, whole))
        if prepared.cost >= self.tree and isinstance(database, Database):
            database = database.trees
        rows = await database.read(
            organization_id,
            statement.text,
            *beside,
            *(asked[number].values()[place] for number, place in statement.slots),
            as_of=moment.position,
        )
        return rows[0]

    def _statement(
        self, kind: str, roots: Selection, asked: dict[int, Asked], whole: str = STATEMENT
    ) -> Statement:
        composer = Composer(asked=asked, views=self.views)
        text = composer.statement(kind, roots, whole)
        return Statement(text=text, slots=composer.slots)


def merged(texts: list[str]) -> str:
    """The text of one object with the keys of several, in their order."""
    return texts[0] if len(texts) == 1 else "{" + ",".join(each[1:-1] for each in texts) + "}"


def _moments(prepared: Prepared) -> set[Hashable]:
    """As of when the roots are read."""
    return {_told_as(prepared.moments.get(root.number)) for root in prepared.plan.roots}


def _told_as(as_of: Any) -> Hashable:
    return None if as_of is None else tuple(sorted(vars(as_of).items(), key=str))
