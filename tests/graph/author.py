"""Writes random operations: whatever the schema lets a front end ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLField,
    GraphQLInputType,
    GraphQLNonNull,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_required_argument,
    parse,
    validate,
)

from tests.graph.both_ways import Said
from tests.graph.values import Known, Values, literal

ALIASES = (
    *("a", "b", "c", "id", "key", "value", "place", "nth", "more", "v1", "c0", "o", "n", "w"),
    *("select", "A", "_", "__a", "answer", "start_cursor", "x" * 63),
)
OFTEN = {"node": 9, "nodes": 2, "organization": 6, "viewer": 2}
WINDOWS = ((), ("first",), ("first", "after"), ("last",), ("last", "before"), ("after", "before"))
LARGEST = 12
DEEPEST = 7


@dataclass(kw_only=True)
class Author:
    """Writes one operation; what it asks for, and how it says so, dice decide."""

    schema: GraphQLSchema
    values: Values
    left: int = LARGEST
    declared: list[str] = field(default_factory=list)
    variables: dict[str, Any] = field(default_factory=dict)
    fragments: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def dice(self) -> Random:
        """What decides."""
        return self.values.dice

    def likely(self, share: float) -> bool:
        """Whether something happens that happens so often."""
        return self.dice.random() < share

    def operation(self) -> Said:
        """One operation with its fragments and variables."""
        root: Any = self.schema.query_type
        often = [OFTEN.get(name, 1) for name in root.fields]
        names = self.dice.choices([*root.fields], often, k=self.dice.choice([1, 1, 2, 3]))
        parts = [
            self._field(name, root.fields[name], DEEPEST, alias=f"r{number}" if number else "")
            for number, name in enumerate(names)
        ]
        parts += ["__typename"] * self.likely(0.1)
        declared = f"({', '.join(self.declared)})" if self.declared else ""
        told = self.told()
        name = "Asked" if self.likely(0.1) else None
        if name is not None:
            told.insert(0, "query Another { __typename }")
        text = f"query {name or ''}{declared} {{ {' '.join(parts)} }}"
        return Said(document="\n".join([text, *told]), variables=self.variables, name=name)

    def told(self) -> list[str]:
        """The fragments that it uses."""
        return [f"fragment {name} on {on} {text}" for name, (on, text) in self.fragments.items()]

    def _field(self, name: str, field: GraphQLField, levels: int, alias: str | None = None) -> str:
        self.left -= 1
        if alias is None and self.likely(0.15):
            alias = self.dice.choice(ALIASES)
        called = f"{alias}: {name}" if alias else name
        before = len(self.declared)
        head = f"{called}{self._arguments(field.args)}{self._directive()}"
        kind = get_named_type(field.type)
        if not is_composite_type(kind):
            return head
        text = f"{head} {self.selection(kind, levels - 1)}"
        if self.likely(0.1) and len(self.declared) == before:
            text += f" {head} {self.selection(kind, levels - 1)}"
        return text

    def selection(self, kind: Any, levels: int) -> str:
        """What is selected of a type, some of it through fragments."""
        parts = self._parts(kind, levels)
        if self.likely(0.15):
            parts.append("__typename")
        if self.likely(0.2):
            parts.insert(0, self._through_fragment(kind, levels))
        self.dice.shuffle(parts)
        return "{ " + " ".join(parts) + " }"

    def _parts(self, kind: Any, levels: int) -> list[str]:
        if is_abstract_type(kind):
            possible = self.schema.get_possible_types(kind)
            likely = [each for each in possible if each.name == self.values.drawn]
            others = self.dice.sample(possible, min(len(possible), self.dice.randint(1, 3)))
            kinds = dict.fromkeys(likely + others)
            texts = [f"... on {each.name} {self.selection(each, levels)}" for each in kinds]
            return texts + ["id"] * ("id" in getattr(kind, "fields", {}))
        deep = levels > 0 and self.left > 0
        names = [
            name
            for name, each in kind.fields.items()
            if deep or not is_composite_type(get_named_type(each.type))
        ]
        if not names:
            return ["__typename"]
        some = self.dice.sample(names, min(len(names), self.dice.randint(1, 3)))
        return [self._field(name, kind.fields[name], levels) for name in some]

    def _through_fragment(self, kind: Any, levels: int) -> str:
        """The same type again, in one of the ways in which a fragment can say it."""
        known = [name for name, (on, _) in self.fragments.items() if on == kind.name]
        if known and self.likely(0.5):
            return f"...{self.dice.choice(known)}{self._directive()}"
        text = self.selection(kind, levels - 1) if levels > 0 else "{ __typename }"
        if self.likely(0.5):
            on = self.dice.choice(["", f" on {kind.name}"])
            return f"...{on}{self._directive()} {text}"
        name = f"F{len(self.fragments)}"
        self.fragments[name] = (kind.name, text)
        return f"...{name}{self._directive()}"

    def _directive(self) -> str:
        if not self.likely(0.06):
            return ""
        name = self.dice.choice(["skip", "include"])
        said = self._said("if", GraphQLNonNull(GraphQLBoolean), True)
        return f" @{name}(if: {said})"

    def _arguments(self, takes: Mapping[str, GraphQLArgument]) -> str:
        chosen = {*self.dice.choice(WINDOWS)} if "first" in takes else set()
        for name, each in takes.items():
            window = name in ("first", "last", "after", "before")
            strange = self.values.mad and self.likely(0.3)
            if is_required_argument(each) or strange or (not window and self.likely(0.35)):
                chosen.add(name)
        said = [
            f"{name}: {self._said(name, each.type)}"
            for name, each in takes.items()
            if name in chosen
        ]
        return f"({', '.join(said)})" if said else ""

    def _said(self, name: str, kind: GraphQLInputType, value: Any = None) -> str:
        """A value as it stands in the document: itself, or a variable."""
        value = self.values.of(name, kind) if value is None else self.likely(0.7)
        if self.likely(0.6):
            return literal(value)
        called = f"v{len(self.variables)}x{len(self.declared)}"
        if self.likely(0.2):
            self.declared.append(f"${called}: {kind} = {literal(value)}")
        else:
            self.declared.append(f"${called}: {kind}")
            if isinstance(kind, GraphQLNonNull) or self.likely(0.9):
                self.variables[called] = value
        return f"${called}"


def written(schema: GraphQLSchema, known: Known, dice: Random, *, mad: bool) -> Said:
    """An operation that is valid; what it says need not make sense where it is written madly."""
    while True:
        values = Values(known=known, dice=dice, mad=mad)
        said = Author(schema=schema, values=values).operation()
        if not validate(schema, parse(said.document)) or mad:
            return said
