"""How a rule becomes a mutation: its input and its payload follow from what it takes and gives."""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, get_type_hints

import strawberry
from strawberry.types import Info
from strawberry.utils.str_converters import to_camel_case

from schema import registry
from schema.inputs import input_type, spoken, words
from schema.refusal import Refusal, told
from schema.resolve import find
from schema.words import Position
from server.commands import Done, Manner
from server.okr.refusals import Refused
from server.okr.standing import Decision, Standing
from server.reads.loader import Loader

Rule = Callable[[Standing, Any], Decision]


@strawberry.input(description="How a command is to be carried out.")
class Command:
    """How a command is to be carried out."""

    idempotency_key: str | None = strawberry.field(
        default=None,
        description="The same key with the same input answers with the first outcome; "
        "with another it is refused.",
    )
    expected_version: int | None = strawberry.field(
        default=None, description="The version this was decided on; another one is refused."
    )
    dry_run: bool | None = strawberry.field(
        default=False,
        description="Answer what would be, roll-up included, and write nothing.",
    )


Manners = Annotated[Command | None, strawberry.argument(description="How it is to be carried out.")]


def mutation(rule: Rule, shows: str, *, many: bool = False) -> Any:
    """The mutation that carries out a rule and shows the noun it acted on."""
    said = get_type_hints(rule)["said"]
    payload = payload_type(said.__name__, shows, many=many)

    async def resolve(info: Info[Any, Any], input: Any, command: Manners = None) -> Any:
        manner = Manner() if command is None else Manner(**vars(command))
        try:
            done, reads = await info.context.carry_out(rule, spoken(said, input), manner)
        except Refused as refused:
            return payload.declined(refused)
        return await payload.done(reads, done, None if manner.dry_run else done.position)

    said_as = strawberry.argument(description="What is said.")
    resolve.__annotations__["input"] = Annotated[input_type(said), said_as]
    return strawberry.mutation(
        resolver=resolve, graphql_type=payload.type, description=words(said.__doc__)
    )


class Payload:
    """What a mutation answers: the noun, where the log then stood, and what stood in the way."""

    def __init__(self, name: str, noun: str, *, many: bool) -> None:
        self.noun = noun
        self.many = many
        self.field = _snake(noun) + ("s" if many else "")
        kind = registry.lazily(noun)
        shown = registry.listed(kind) if many else kind | None
        annotations = {self.field: shown, "position": Position | None, "refusals": list[Refusal]}
        descriptions = {
            self.field: "What was acted on, as of `position`; null where the command was declined.",
            "position": "The log position of the last fact written; null where nothing was.",
            "refusals": "Every reason to decline the command; empty where it was carried out.",
        }
        body = {each: strawberry.field(description=text) for each, text in descriptions.items()}
        cls = type(f"{name}Payload", (), {"__annotations__": annotations, **body})
        description = f"What came of `{to_camel_case(_snake(name))}`."
        self.type: Any = strawberry.type(cls, description=description)

    def declined(self, refused: Refused) -> Any:
        """Nothing was written."""
        refusals = [told(reason, _place(reason.path)) for reason in refused.reasons]
        return self._answer([] if self.many else None, None, refusals)

    async def done(self, reads: Loader, done: Done, position: int | None) -> Any:
        """Everything was written, or tried: the nouns that the facts name, as they then stood."""
        # Where one noun is shown it is that of the first fact; what else happened follows from it.
        facts = done.facts if self.many else done.facts[:1]
        ids = [getattr(fact, f"{_snake(self.noun)}_id") for fact in facts]
        found = [await find(reads, self.noun, each) for each in ids]
        return self._answer(found if self.many else found[0], position, [])

    def _answer(self, shown: Any, position: int | None, refusals: list[Any]) -> Any:
        return self.type(**{self.field: shown, "position": position, "refusals": refusals})


@cache
def payload_type(name: str, noun: str, *, many: bool) -> Payload:
    """The payload of a mutation."""
    return Payload(name, noun, many=many)


def _place(path: list[str]) -> list[str]:
    """Where an argument stands, in the graph's names: ["input", "ownerTeamId"]."""
    names = [to_camel_case(each) for each in path]
    return names if names[:1] == ["command"] or not names else ["input", *names]


def _snake(name: str) -> str:
    return "".join(f"_{each.lower()}" if each.isupper() else each for each in name).lstrip("_")
