"""How large an operation may be, and what its document may ask: known before anything is done."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Self

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    specified_rules,
    validate,
)
from strawberry.extensions import SchemaExtension
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from server.settings import Settings

REMEMBERED = 500
RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a document may be and ask, and whether its mistakes are told with what was meant."""

    tokens: int = 4_000
    aliases: int = 60
    directives: int = 50
    depth: int = 15
    introspection: bool = True
    suggestions: bool = False

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Those that an operator has set."""
        return cls(
            tokens=settings.tokens_limit,
            aliases=settings.aliases_limit,
            directives=settings.directives_limit,
            depth=settings.depth_limit,
            introspection=settings.introspection,
            suggestions=settings.suggestions,
        )


USUAL = Limits()


@dataclass(frozen=True, kw_only=True)
class Size:
    """How large a set of selections is with all fragments written out."""

    depth: int = 0
    aliases: int = 0
    directives: int = 0


@dataclass(kw_only=True)
class Measure:
    """Sizes of selections; each fragment is measured once, however often it is spread.

    Strawberry's own limiters walk every path through the fragments: twenty that each spread the
    next one twice take them seconds, forty take for ever, and an unknown one is a fault.
    """

    fragments: dict[str, FragmentDefinitionNode]
    measured: dict[str, Size] = field(default_factory=dict)

    def of_operation(self, node: OperationDefinitionNode) -> Size:
        """With what is said at its head."""
        inside = self.of(node.selection_set)
        said = [node.directives, *(each.directives for each in node.variable_definitions or ())]
        return replace(inside, directives=inside.directives + sum(len(each or ()) for each in said))

    def of(self, chosen: SelectionSetNode | None) -> Size:
        """The deepest of the selections, and the aliases and directives of all."""
        sizes = [self._selection(each) for each in chosen.selections] if chosen else []
        return Size(
            depth=max((each.depth for each in sizes), default=0),
            aliases=sum(each.aliases for each in sizes),
            directives=sum(each.directives for each in sizes),
        )

    def _selection(self, selection: SelectionNode) -> Size:
        said = len(selection.directives or ())
        if isinstance(selection, FragmentSpreadNode):
            inside, nests, named = self._fragment(selection.name.value), False, False
        else:
            chosen: SelectionSetNode | None = getattr(selection, "selection_set", None)
            inside = self.of(chosen)
            named = isinstance(selection, FieldNode) and selection.alias is not None
            nests = chosen is not None and _is_ours(selection)
        return Size(
            depth=inside.depth + nests,
            aliases=inside.aliases + named,
            directives=inside.directives + said,
        )

    def _fragment(self, name: str) -> Size:
        if name not in self.measured:
            # A fragment that leads back to itself is refused by a rule of its own.
            self.measured[name] = Size()
            fragment = self.fragments.get(name)
            if fragment is not None:
                inside = self.of(fragment.selection_set)
                said = inside.directives + len(fragment.directives or ())
                self.measured[name] = replace(inside, directives=said)
        return self.measured[name]


class Checked(SchemaExtension):
    """Refuses what is too large before it is looked at what it means; both once per document."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits

    def on_validate(self) -> Iterator[None]:
        """Strawberry validates what nobody has validated."""
        asked = self.execution_context
        document, schema = asked.graphql_document, asked.schema._schema  # noqa: SLF001 - validates it
        if document is not None:
            asked.pre_execution_errors = checked(self._limits, schema, document)
        yield


@lru_cache(maxsize=REMEMBERED)
def checked(limits: Limits, schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
    """What is wrong with a document."""
    rules = RULES if limits.introspection else (*RULES, NoSchemaIntrospectionCustomRule)
    return _too_large(limits, document) or validate(
        schema, document, rules, hide_suggestions=not limits.suggestions
    )


def _too_large(limits: Limits, document: DocumentNode) -> list[GraphQLError]:
    fragments = {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    measure = Measure(fragments=fragments)
    for each in document.definitions:
        if isinstance(each, OperationDefinitionNode):
            try:
                size = measure.of_operation(each)
            except RecursionError:
                return [_more_than(limits.depth, "levels", each)]
            for number, most, what in (
                (size.aliases, limits.aliases, "aliases"),
                (size.directives, limits.directives, "directives"),
                (size.depth, limits.depth, "levels"),
            ):
                if number > most:
                    return [_more_than(most, what, each)]
    return []


def _more_than(most: int, what: str, node: OperationDefinitionNode) -> GraphQLError:
    return GraphQLError(f"The operation has more than {most} {what}.", node)


def _is_ours(selection: SelectionNode) -> bool:
    """Whether it is a field of the graph, and not one of how the schema is made."""
    return isinstance(selection, FieldNode) and not selection.name.value.startswith("__")
