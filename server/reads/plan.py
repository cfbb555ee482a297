"""What an operation selects, brought into one shape: fields merged, fragments spread out.

Between GraphQL and SQL stands nothing but this: the cost, the key of the cache and the text of the
statement are made from it. Directives are resolved, so that a plan holds for one outcome of each.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLIncludeDirective,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    get_directive_values,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_composite_type,
    print_ast,
)
from graphql.execution.values import VariableValues

from server.reads.facts import FACT
from server.reads.recent import Recent
from server.reads.sources import Anything, Part, Said, Source

TYPENAME = "__typename"
SOURCE, SAID = "source", "said"
UNNUMBERED = -1
"""Instead of the number of a field for what takes no arguments."""
LONGEST_KEY = 63
"""Of a longer name the database keeps no more than that many letters."""
MOST_READS = 250
"""Of more views the database takes longer to find a way than to go it row by row."""
WIDEST = 5_000
"""More selections are not even counted: fragments that spread each other are soon millions."""
SHAPES = 20
"""How many statements of one plan are kept: its text depends on which arguments are said."""


class Unplanned(Exception):
    """There is no such operation."""


class TooWide(Exception):
    """Its fragments multiply into more than can be looked through."""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A field of a selection, under the key that the answer has for it.

    ``inside`` is what is selected of each type that it may lead to; ``number`` is its place among
    the fields of the plan, and names its arguments. Without a source it tells the name of its type.
    """

    key: str
    name: str
    source: Source | None = None
    kind: str = ""
    listed: bool = False
    required: bool = False
    number: int = UNNUMBERED
    inside: Mapping[str, "Selection"] = field(default_factory=dict)

    @property
    def part(self) -> str | None:
        """Which part of a connection it is, if it is one."""
        return self.source.name if isinstance(self.source, Part) else None


Selection = tuple[Chosen, ...]
Merged = dict[str, list[FieldNode]]


@dataclass(kw_only=True)
class Arguments:
    """What is said to a field, known once the variables are; without variables once for all."""

    node: FieldNode
    convert: Callable[[FieldNode, VariableValues], Said]
    _always: Said | None = None

    def __post_init__(self) -> None:
        self._varies = any("$" in print_ast(each.value) for each in self.node.arguments or ())

    def said(self, variables: VariableValues) -> Said:
        """The arguments as Python values; raises GraphQLError where they are none."""
        if self._always is not None:
            return self._always
        said = self.convert(self.node, variables)
        if not self._varies:
            self._always = said
        return said


@dataclass(kw_only=True)
class Plan:
    """A normalised operation: of what ``kind``; the arguments of fields by number.

    It is ``whole`` where one statement can answer all of it: not how the schema is made, not under
    keys that the database would cut, not from ever so many views.
    """

    kind: str = "Query"
    whole: bool = True
    roots: Selection = ()
    reads: int = 0
    sources: list[Source] = field(default_factory=list)
    arguments: dict[int, Arguments] = field(default_factory=dict)
    statements: Recent = field(default_factory=lambda: Recent(SHAPES))
    costs: Recent = field(default_factory=lambda: Recent(SHAPES))


@dataclass(kw_only=True)
class Planner:
    """Plans one operation under one outcome of its directives."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: VariableValues
    plan: Plan = field(default_factory=Plan)

    def of(self, operation: OperationDefinitionNode) -> Plan:
        """The plan of an operation; raises Unplanned."""
        root = self.schema.get_root_type(operation.operation)
        if root is None:
            raise Unplanned
        self.plan.kind = root.name
        self.plan.roots = self._selection(root, [operation.selection_set])
        return self.plan

    def _selection(self, kind: GraphQLObjectType, sets: list[SelectionSetNode]) -> Selection:
        merged = self._merged(kind, sets)
        return tuple(self._chosen(kind, key, nodes) for key, nodes in merged.items())

    def _merged(self, kind: GraphQLObjectType, sets: list[SelectionSetNode]) -> Merged:
        """What is said of each field of a type, by its key."""
        merged: Merged = {}
        spread: set[str] = set()
        for each in sets:
            for node in self._fields(kind, each, spread):
                key = node.alias or node.name
                merged.setdefault(key.value, []).append(node)
        return merged

    def _fields(
        self, kind: GraphQLObjectType, selected: SelectionSetNode, spread: set[str]
    ) -> Iterator[FieldNode]:
        """The fields that are selected of a type, also through fragments."""
        for each in selected.selections:
            if not self._included(each):
                continue
            if isinstance(each, FieldNode):
                yield each
                continue
            if isinstance(each, FragmentSpreadNode):
                if each.name.value in spread:
                    continue
                spread.add(each.name.value)
            fragment: Any = each
            if isinstance(each, FragmentSpreadNode):
                fragment = self.fragments[each.name.value]
            if self._fits(kind, fragment):
                yield from self._fields(kind, fragment.selection_set, spread)

    def _included(self, node: SelectionNode) -> bool:
        skipped = get_directive_values(GraphQLSkipDirective, node, self.variables)
        included = get_directive_values(GraphQLIncludeDirective, node, self.variables)
        return not (skipped and skipped["if"]) and (included is None or included["if"])

    def _fits(self, kind: GraphQLObjectType, fragment: Any) -> bool:
        if fragment.type_condition is None:
            return True
        condition: Any = self.schema.type_map[fragment.type_condition.name.value]
        return condition is kind or (
            is_abstract_type(condition) and self.schema.is_sub_type(condition, kind)
        )

    def _chosen(self, kind: GraphQLObjectType, key: str, nodes: list[FieldNode]) -> Chosen:
        self.plan.whole &= len(key) <= LONGEST_KEY
        name = nodes[0].name.value
        if name == TYPENAME:
            return Chosen(key=key, name=name)
        definition: Any = self.schema.get_field(kind, name)
        named, source = get_named_type(definition.type), definition.extensions.get(SOURCE)
        return Chosen(
            key=key,
            name=name,
            source=source,
            kind=named.name,
            listed=isinstance(get_nullable_type(definition.type), GraphQLList),
            required=isinstance(definition.type, GraphQLNonNull),
            number=self._number(definition, nodes[0]),
            inside=self._inside(source, named, nodes),
        )

    def _number(self, definition: GraphQLField, node: FieldNode) -> int:
        """The place of a field among those that are read from a source."""
        if SOURCE not in definition.extensions:
            self.plan.whole = False
            return UNNUMBERED
        if definition.args:
            convert = definition.extensions[SAID]
            self.plan.arguments[len(self.plan.sources)] = Arguments(node=node, convert=convert)
        self.plan.sources.append(definition.extensions[SOURCE])
        return len(self.plan.sources) - 1

    def _inside(
        self, source: Source | None, kind: GraphQLNamedType, nodes: list[FieldNode]
    ) -> Mapping[str, Selection]:
        """What is selected of each type that it may lead to."""
        sets = [each.selection_set for each in nodes if each.selection_set is not None]
        if not is_composite_type(kind) or not sets:
            return {}
        possible: Any = self.schema.get_possible_types(kind) if is_abstract_type(kind) else [kind]
        facts = self.schema.type_map.get(FACT)
        alike: dict[tuple[int, ...], Selection] = {}
        inside: dict[str, Selection] = {}
        for each in possible:
            if isinstance(source, Anything) and not source.leads_to(each.name):
                continue
            if is_abstract_type(facts) and self.schema.is_sub_type(facts, each):
                inside[each.name] = self._as_others(each, sets, alike)
            else:
                self._count_read()
                inside[each.name] = self._selection(each, sets)
        return inside

    def _as_others(
        self,
        kind: GraphQLObjectType,
        sets: list[SelectionSetNode],
        alike: dict[tuple[int, ...], Selection],
    ) -> Selection:
        """What is selected of a kind of fact, once for all kinds of which the same is asked.

        Facts are rows of one view, and what the same nodes ask of several kinds they all have.
        """
        merged = self._merged(kind, sets)
        asked = tuple(id(node) for nodes in merged.values() for node in nodes)
        if asked not in alike:
            self._count_read()
            alike[asked] = self._selection(kind, sets)
        return alike[asked]

    def _count_read(self) -> None:
        self.plan.reads += 1
        self.plan.whole &= self.plan.reads <= MOST_READS
        if self.plan.reads > WIDEST:
            raise TooWide


def switches(document: Any) -> set[str]:
    """The variables on which it depends what is selected: those of @skip and @include."""
    found: set[str] = set()
    for definition in document.definitions:
        found |= set(_switches(definition))
    return found


def _switches(node: Any) -> Iterator[str]:
    for directive in getattr(node, "directives", None) or ():
        yield from _variables(directive)
    selected = getattr(node, "selection_set", None)
    for each in selected.selections if selected else ():
        yield from _switches(each)


def _variables(directive: DirectiveNode) -> Iterator[str]:
    for each in directive.arguments or ():
        if isinstance(each.value, VariableNode):
            yield each.value.name.value
