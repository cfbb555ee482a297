"""The graph is no tool of appraisal: it has no word for pay, and nothing that ranks people."""

import re
from collections.abc import Iterator

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    get_named_type,
)

from schema.graph import graph

PAY = {
    *("pay", "payout", "payroll", "paid", "salary", "salaries", "wage", "wages", "bonus"),
    *("bonuses", "compensation", "remuneration", "reward", "rewards", "raise", "incentive"),
    *("incentives", "prize", "stock", "equity", "commission"),
}
JUDGED = {
    *("appraisal", "appraise", "rating", "ratings", "rated", "leaderboard", "ranking", "ranked"),
    *("grade", "grades", "promotion", "promote", "performer", "performers", "percentile"),
    *("underperformer", "talent"),
}
# What an objective scores above 1, which nobody is paid for.
ABOUT_SCORES = {"ScoreBand.bonus"}
# Said so that it can be refused.
REFUSED = {"ScorePurpose.APPRAISAL"}
NUMBERS = {"Int", "Float", "Decimal"}


def names(schema: GraphQLSchema) -> Iterator[str]:
    """Every type, field, argument and word of a closed list, as a coordinate."""
    for kind in schema.type_map.values():
        if kind.name.startswith("__"):
            continue
        yield kind.name
        if isinstance(kind, (GraphQLObjectType, GraphQLInterfaceType)):
            for name, field in kind.fields.items():
                yield f"{kind.name}.{name}"
                yield from (f"{kind.name}.{name}.{argument}" for argument in field.args)
        elif isinstance(kind, (GraphQLInputObjectType,)):
            yield from (f"{kind.name}.{name}" for name in kind.fields)
        elif isinstance(kind, GraphQLEnumType):
            yield from (f"{kind.name}.{name}" for name in kind.values)


def words(name: str) -> set[str]:
    """The words of a name, whether they are told apart by capitals or by lines."""
    return {each.lower() for each in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", name)}


def test_no_name_of_the_graph_is_about_pay() -> None:
    schema = build_schema(graph().as_str())
    assert {each for each in names(schema) if words(each) & PAY} == ABOUT_SCORES


def test_no_name_of_the_graph_judges_or_ranks_people() -> None:
    schema = build_schema(graph().as_str())
    assert {each for each in names(schema) if words(each) & JUDGED} == REFUSED


def test_nothing_about_a_person_is_a_number_but_what_counts_facts() -> None:
    person = build_schema(graph().as_str()).type_map["Person"]
    assert isinstance(person, GraphQLObjectType)
    numbers = {
        name for name, field in person.fields.items() if get_named_type(field.type).name in NUMBERS
    }
    assert numbers == {"version"}


def test_words_are_told_apart() -> None:
    assert words("Person.bonusPaid") == {"person", "bonus", "paid"}
    assert words("REWARD_GIVEN") == {"reward", "given"}
