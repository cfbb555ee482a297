"""How a rule becomes a mutation: its input and its payload follow from what the rule takes and gives."""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Optional, Union, get_args, get_origin, get_type_hints

import strawberry
from strawberry.types import Info
from strawberry.utils.str_converters import to_camel_case

from schema import registry
from schema.node import find
from schema.refusal import Refusal, told
from schema.words import Position
from server.commands import Done, Manner
from server.okr.refusals import Refused
from server.okr.standing import Decision, Standing
from server.okr.terms import ABSENT, Absent, sentence

Rule = Callable[[Standing, Any], Decision]


@strawberry.input(description="How a command is to be carried out.")
class Command:
    """How a command is to be carried out."""

    idempotency_key: str | None = strawberry.field(
        default=None,
        description="The same key with the same input answers with the first outcome; with another it is refused.",
    )
    expected_version: int | None = strawberry.field(
        default=None, description="The version this was decided on; another one is refused."
    )


def mutation(rule: Rule, shows: str, *, many: bool = False) -> Any:
    """The mutation that carries out a rule and shows the noun it acted on."""
    said = get_type_hints(rule)["said"]
    taken = input_type(said)
    payload = payload_type(said.__name__, shows, many=many)

    async def resolve(
        info: Info[Any, Any],
        input: Annotated[taken, strawberry.argument(description="What is said.")],  # type: ignore[valid-type]  # noqa: A002
        command: Annotated[
            Command | None, strawberry.argument(description="How it is to be carried out.")
        ] = None,
    ) -> Any:
        context = info.context
        manner = Manner() if command is None else Manner(**vars(command))
        try:
            done = await context.handler.carry_out(context.actor, rule, spoken(said, input), manner)
        except Refused as refused:
            return payload.declined(refused)
        context.reads.forget()
        return await payload.done(info, done)

    return strawberry.mutation(resolver=resolve, graphql_type=payload.type, description=_told(said.__doc__))


class Payload:
    """What a mutation answers: the noun, where the log then stood, and what stood in the way."""

    def __init__(self, name: str, noun: str, *, many: bool) -> None:
        self.noun = noun
        self.many = many
        self.field = _snake(noun) + ("s" if many else "")
        shown = list[registry.lazily(noun)] if many else Optional[registry.lazily(noun)]
        annotations = {self.field: shown, "position": Position | None, "refusals": list[Refusal]}
        descriptions = {
            self.field: "What was acted on, as it is now; null where the command was declined.",
            "position": "The log position of the last fact written; null where nothing was.",
            "refusals": "Every reason for which the command was declined; empty where it was carried out.",
        }
        body = {each: strawberry.field(description=text) for each, text in descriptions.items()}
        cls = type(f"{name}Payload", (), {"__annotations__": annotations, **body})
        self.type = strawberry.type(cls, description=f"What came of `{to_camel_case(_snake(name))}`.")

    def declined(self, refused: Refused) -> Any:
        """Nothing was written."""
        refusals = [told(reason, _place(reason.path)) for reason in refused.reasons]
        return self.type(**{self.field: [] if self.many else None, "position": None, "refusals": refusals})

    async def done(self, info: Info[Any, Any], done: Done) -> Any:
        """Everything was written: the nouns that the facts name."""
        ids = [getattr(fact, f"{_snake(self.noun)}_id") for fact in done.facts]
        nouns_ = [await find(info, self.noun, each) for each in ids]
        shown = nouns_ if self.many else nouns_[0]
        return self.type(**{self.field: shown, "position": done.position, "refusals": []})


@cache
def payload_type(name: str, noun: str, *, many: bool) -> Payload:
    """The payload of a mutation."""
    return Payload(name, noun, many=many)


@cache
def input_type(said: type) -> type:
    """The input object of a command or of a part of it: its fields, defaults and sentences."""
    name = said.__name__ if said.__name__.endswith("Input") else f"{said.__name__}Input"
    hints = get_type_hints(said, include_extras=True)
    required_first = sorted(fields(said), key=lambda each: each.name not in _required(said))
    body = {each.name: _input_field(each, hints[each.name]) for each in required_first}
    annotations = {
        each.name: _input_hint(hints[each.name], optional=each.name not in _required(said))
        for each in required_first
    }
    cls = type(name, (), {"__annotations__": annotations, **body})
    return strawberry.input(cls, description=_told(said.__doc__))


def spoken(said: type, given: Any) -> Any:
    """The command that an input object states."""
    hints = get_type_hints(said)
    values = {each.name: _spoken(hints[each.name], getattr(given, each.name)) for each in fields(said)}
    null_is_default = {
        each.name for each in fields(said) if values[each.name] is None and not _nullable(hints[each.name])
    }
    return said(**{name: value for name, value in values.items() if name not in null_is_default})


def _nullable(hint: Any) -> bool:
    """Whether null says something: a change clears with it, or it is refused with a reason of its own."""
    return bool({NoneType, Absent} & set(_alternatives(hint)))


def _spoken(hint: Any, value: Any) -> Any:
    if value is strawberry.UNSET:
        return ABSENT
    if isinstance(value, list):
        item = next((get_args(each)[0] for each in _alternatives(hint) if get_origin(each) is list), Any)
        return [_spoken(item, each) for each in value]
    nested = next((each for each in _alternatives(hint) if is_dataclass(each)), None)
    return value if nested is None or value is None else spoken(nested, value)


def _required(said: type) -> set[str]:
    return {each.name for each in fields(said) if each.default is MISSING and each.default_factory is MISSING}


def _input_field(field: Field[Any], hint: Any) -> Any:
    default = strawberry.UNSET if field.default is ABSENT else field.default
    if default is MISSING and field.default_factory is not MISSING:
        default = field.default_factory()
    stated = {} if default is MISSING else {"default": default}
    return strawberry.field(description=sentence(hint), **stated)


def _input_hint(hint: Any, *, optional: bool = False) -> Any:
    """The hint as Strawberry takes it: what has a default may be left out, commands in it become inputs."""
    part = next(_input_part(each) for each in _alternatives(hint) if each not in (Absent, NoneType))
    return Optional[part] if optional else part


def _input_part(hint: Any) -> Any:
    if get_origin(hint) is list:
        return list[_input_hint(get_args(hint)[0])]
    return input_type(hint) if is_dataclass(hint) else hint


def _alternatives(hint: Any) -> list[Any]:
    if get_origin(hint) is Annotated:
        return _alternatives(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        return [part for each in get_args(hint) for part in _alternatives(each)]
    return [hint]


def _place(path: list[str]) -> list[str]:
    """Where an argument stands, in the graph's names: ["input", "ownerTeamId"]."""
    names = [to_camel_case(each) for each in path]
    return names if names[:1] == ["command"] or not names else ["input", *names]


def _snake(name: str) -> str:
    return "".join(f"_{each.lower()}" if each.isupper() else each for each in name).lstrip("_")


def _told(text: str | None) -> str:
    return " ".join((text or "").split())


