"""Plans documents without asking anybody."""

from typing import Any

from graphql import FragmentDefinitionNode, OperationDefinitionNode, parse, validate
from graphql.execution.values import VariableValues, get_variable_values

from schema.declared import core_of
from schema.graph import graph
from server.reads.plan import Plan, Planner

SCHEMA = core_of(graph())


def planned(document: str, **variables: Any) -> tuple[Plan, VariableValues]:
    """The plan of the only operation of a valid document, and its variables."""
    parsed = parse(document)
    assert validate(SCHEMA, parsed) == []
    operation = parsed.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    coerced = get_variable_values(SCHEMA, operation.variable_definitions or (), variables)
    assert isinstance(coerced, VariableValues)
    fragments = {
        each.name.value: each
        for each in parsed.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    plan = Planner(schema=SCHEMA, fragments=fragments, variables=coerced).of(operation)
    return plan, coerced


def multiplied(levels: int) -> str:
    """Fragments that each spread the next one four times, for some levels."""
    further = "lineage(direction: UP) { node { ...F%d } from { ...F%d } }"
    fragments = [
        f"fragment F{level} on Node {{ ... on Objective {{ {further % (level + 1, level + 1)} }}"
        f" ... on KeyResult {{ {further % (level + 1, level + 1)} }} }}"
        for level in range(levels)
    ]
    last = f"fragment F{levels} on Node {{ id }}"
    return "\n".join(["{ node(id: 1) { ...F0 } }", *fragments, last])
