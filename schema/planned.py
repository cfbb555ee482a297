"""Lets an operation be answered as planned; what cannot be is left to graphql-core."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from graphql import ExecutionResult, GraphQLError
from graphql.error import located_error
from strawberry.extensions import SchemaExtension

from schema.commands import Carried, Outcome
from schema.moment import moment_of
from server.live.questions import CannotBeFollowed, Question
from server.observed import meant
from server.reads.answers import Answers, Operation, Prepared, merged
from server.reads.plan import TYPENAME, WIDEST, Chosen, TooWide
from server.reads.sources import Asked, Column

NO_NOUN = UUID(int=0)
"""What a command acted on that is about everybody, where it shows what it belongs to."""


class Raw(dict[str, Any]):
    """The text of an answer on its way through what expects an answer."""

    def __init__(self, text: str) -> None:
        super().__init__(text=text)
        self.text = text


class Followed(dict[str, Any]):
    """A question that goes on, on its way to whoever follows it."""

    def __init__(self, question: Question) -> None:
        super().__init__(question=question)
        self.question = question


class Planned(SchemaExtension):
    """Answers with the text that the database made, where all of the operation is planned."""

    _cost: dict[str, int] | None = None

    async def on_execute(self) -> AsyncIterator[None]:
        """Before graphql-core would begin; raises GraphQLError where it costs too much."""
        context = self.execution_context.context
        answers: Answers | None = context.answers
        prepared = None if answers is None else self._prepared(answers)
        if answers is not None and prepared is not None:
            meant(prepared)
            self._cost = {"cost": prepared.cost, "limit": answers.limit}
            if prepared.cost > answers.limit:
                raise _too_expensive(**self._cost)
        with context.admitted(context.viewer.person_id):
            if answers is not None and prepared is not None:
                await self._answer(answers, prepared)
            yield

    async def _answer(self, answers: Answers, prepared: Prepared) -> None:
        asked = self.execution_context
        if prepared.cost >= answers.tree:
            asked.context.reads.database = answers.database.trees
        if prepared.plan.kind == "Subscription":
            asked.result = _followed(answers, prepared)
        elif prepared.whole:
            answers.know(prepared.operation.text, prepared.operation.document)
            asked.result = await self._result(answers, prepared)

    def get_results(self) -> dict[str, Any]:
        """What the operation may cost, for those who want to know."""
        wanted = (self.execution_context.operation_extensions or {}).get("cost") is True
        return (self._cost or {}) if wanted else {}

    def _prepared(self, answers: Answers) -> Prepared | None:
        try:
            return answers.prepared(self._operation())
        except TooWide as error:
            message = f"With its fragments written out it selects more than {WIDEST:,} things."
            raise GraphQLError(message, extensions={"code": "TOO_EXPENSIVE"}) from error

    def _operation(self) -> Operation:
        asked, context = self.execution_context, self.execution_context.context
        document: Any = asked.graphql_document
        return Operation(
            document=document,
            text=asked.query or "",
            name=asked.operation_name,
            variables=asked.variables or {},
            organization_id=context.viewer.organization_id,
            viewer_id=context.viewer.person_id,
            permissions=context.viewer.permissions,
            moment=lambda as_of: moment_of(context, as_of),
        )

    async def _result(self, answers: Answers, prepared: Prepared) -> ExecutionResult | None:
        if prepared.plan.kind == "Mutation":
            return await self._carried_out(answers, prepared)
        text = await answers.answer(prepared)
        return None if text is None else ExecutionResult(data=Raw(text))

    async def _carried_out(self, answers: Answers, prepared: Prepared) -> ExecutionResult:
        """Each command in turn; what the first failing one leaves undone stays undone."""
        texts = []
        for root in prepared.plan.roots:
            try:
                texts.append(await self._payload(answers, prepared, root))
            except Exception as error:  # noqa: BLE001 - told and logged as graphql-core's are
                arguments = prepared.plan.arguments[root.number]
                return ExecutionResult(errors=[located_error(error, [arguments.node], [root.key])])
        return ExecutionResult(data=Raw(merged(texts)))

    async def _payload(self, answers: Answers, prepared: Prepared, root: Chosen) -> str:
        if not isinstance(root.source, Carried):
            return _encoded({root.key: prepared.plan.kind})
        context = self.execution_context.context
        outcome = await root.source.carry_out(context, **prepared.said[root.number])
        if outcome.reads is None:
            return _encoded({root.key: _declined(root, outcome)})
        for each in root.inside[root.kind]:
            prepared.asked[each.number] = Asked(key=_key(root.source, each, outcome))
        then = replace(await prepared.operation.moment(None), position=outcome.reads.position)
        text = await answers.ask(prepared, (root,), then, outcome.reads.database)
        return _with_secret(text, root, outcome) if outcome.secret else text


def _followed(answers: Answers, prepared: Prepared) -> ExecutionResult:
    """What goes on is asked again and again, and never in the way of graphql-core."""
    if prepared.whole:
        return ExecutionResult(data=Followed(Question(answers=answers, prepared=prepared)))
    return ExecutionResult(errors=prepared.errors or [GraphQLError(str(CannotBeFollowed()))])


def _too_expensive(cost: int, limit: int) -> GraphQLError:
    message = f"It could show {cost:,} things, and {limit:,} are allowed: ask for fewer at once."
    extensions = {"code": "TOO_EXPENSIVE", "cost": cost, "limit": limit}
    return GraphQLError(message, extensions=extensions)


def _key(command: Carried, chosen: Chosen, outcome: Outcome) -> Any:
    """What a field of a payload is read by: the position, or what the command acted on."""
    if chosen.name == "position":
        return outcome.position
    return outcome.ids if command.many else next(iter(outcome.ids), NO_NOUN)


def _with_secret(text: str, root: Chosen, outcome: Outcome) -> str:
    """What the database never learns of is put in where it belongs."""
    answer = json.loads(text)
    for each in root.inside[root.kind]:
        if each.name == "secret":
            answer[root.key][each.key] = outcome.secret
    return _encoded(answer)


def _declined(root: Chosen, outcome: Outcome) -> dict[str, Any]:
    """A payload that has nothing to tell but why."""
    told: dict[str, Any] = {}
    for each in root.inside[root.kind]:
        if each.name == TYPENAME:
            told[each.key] = root.kind
        elif each.name == "refusals":
            told[each.key] = [_refusal(each, refusal) for refusal in outcome.refusals]
        else:
            told[each.key] = [] if each.listed else None
    return told


def _refusal(chosen: Chosen, refusal: Any) -> dict[str, Any]:
    kind = type(refusal).__name__
    return {
        each.key: getattr(refusal, each.source.name) if isinstance(each.source, Column) else kind
        for each in chosen.inside[kind]
    }


def _encoded(answer: dict[str, Any]) -> str:
    return json.dumps(answer, separators=(",", ":"))
