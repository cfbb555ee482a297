"""How a rule becomes a mutation: its input and its payload follow from what it takes and gives."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, get_type_hints
from uuid import UUID

import strawberry
from strawberry.types import Info
from strawberry.utils.str_converters import to_camel_case

from schema import registry
from schema.context import Context
from schema.fields import METADATA
from schema.inputs import input_type, spoken, words
from schema.node import VIEWS
from schema.refusal import Refusal, told
from schema.resolve import find
from schema.words import Position
from server.commands import Manner
from server.observed import turned_out
from server.okr.refusals import Refused
from server.okr.standing import Decision, Standing
from server.reads.loader import Loader
from server.reads.shapes import Relation
from server.reads.sources import NOTHING, Asked, Fixed, Given, Here, Listed, One, Said, Source

Rule = Callable[[Standing, Any], Decision]
Makes = Callable[[Any], Callable[[UUID, Any], str | None]]
"""Adds to what was said; tells then what came of that, by the organization and the fact."""


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


@dataclass(kw_only=True)
class Outcome:
    """What came of a command: the nouns it acted on as they then stood, or why it was declined."""

    ids: list[UUID] = field(default_factory=list)
    reads: Loader | None = None
    position: int | None = None
    refusals: list[Any] = field(default_factory=list)
    secret: str | None = None


@dataclass(frozen=True, kw_only=True)
class Carried(Here):
    """What a command answers once it was carried out."""

    rule: Rule
    carry_out: Callable[..., Awaitable[Outcome]]
    noun: str
    many: bool

    def asked(self, said: Said) -> Asked:
        """Nothing: what a command says is no question."""
        return NOTHING


def mutation(rule: Rule, shows: str, *, many: bool = False, makes: Makes | None = None) -> Any:
    """The mutation that carries out a rule and shows the noun it acted on.

    What it makes is told once, to whoever asked for it.
    """
    said = get_type_hints(rule)["said"]
    payload = payload_type(said.__name__, shows, many=many, secret=makes is not None)

    async def carry_out(context: Context, input: Any, command: Command | None = None) -> Outcome:
        manner = Manner() if command is None else Manner(**vars(command))
        stated = spoken(said, input)
        tell = makes(stated) if makes else None
        try:
            done, reads = await context.carry_out(rule, stated, manner)
        except Refused as refused:
            turned_out("REFUSED")
            return Outcome(refusals=[told(each, _place(each.path)) for each in refused.reasons])
        # Where one noun is shown it is that of the first fact; what else happened follows from it.
        facts = done.facts if many else done.facts[:1]
        acted_on = [getattr(fact, f"{_snake(shows)}_id") for fact in facts]
        ids = [each for each in acted_on if each is not None]
        outcome = Outcome(ids=ids, reads=reads)
        if not manner.dry_run:
            outcome.position = done.position
            outcome.secret = tell and tell(context.viewer.organization_id, done.facts[0])
        return outcome

    async def resolve(info: Info[Any, Any], input: Any, command: Manners = None) -> Any:
        return await payload.of(await carry_out(info.context, input, command))

    said_as = strawberry.argument(description="What is said.")
    resolve.__annotations__["input"] = Annotated[input_type(said), said_as]
    return strawberry.mutation(
        resolver=resolve,
        graphql_type=payload.type,
        description=words(said.__doc__),
        metadata={METADATA: Carried(rule=rule, carry_out=carry_out, noun=shows, many=many)},
    )


class Payload:
    """What a mutation answers: the noun, where the log then stood, and what stood in the way."""

    def __init__(self, name: str, noun: str, *, many: bool, secret: bool) -> None:
        self.noun = noun
        self.many = many
        self.field = _snake(noun) + ("s" if many else "")
        kind = registry.lazily(noun)
        shown = registry.listed(kind) if many else kind | None
        by_id = Relation(view=VIEWS[noun], on="id", order="id")
        acted_on = Listed(column="id", view=VIEWS[noun]) if many else One(relation=by_id)
        body = {
            self.field: _told_by(
                acted_on,
                "What was acted on, as of `position`; null where the command was declined.",
            ),
            "position": _told_by(
                Given(kind="bigint"),
                "The log position of the last fact written; null where nothing was.",
            ),
            "refusals": _told_by(
                Fixed(value=()),
                "Every reason to decline the command; empty where it was carried out.",
            ),
        }
        annotations = {self.field: shown, "position": Position | None, "refusals": list[Refusal]}
        self.secret = secret
        if secret:
            annotations["secret"] = str | None
            body["secret"] = _told_by(
                Fixed(value=None), "What is told once, and to nobody else; null ever after."
            )
        cls = type(f"{name}Payload", (), {"__annotations__": annotations, **body})
        description = f"What came of `{to_camel_case(_snake(name))}`."
        self.type: Any = strawberry.type(cls, description=description)

    async def of(self, outcome: Outcome) -> Any:
        """The outcome as graphql-core takes it."""
        loader: Any = outcome.reads
        found = [await find(loader, self.noun, each) for each in outcome.ids]
        shown = found if self.many else next(iter(found), None)
        answer = {self.field: shown, "position": outcome.position, "refusals": outcome.refusals}
        answer |= {"secret": outcome.secret} if self.secret else {}
        return self.type(**answer)


def _told_by(source: Source, description: str) -> Any:
    """A field of a payload; graphql-core takes its value from the payload itself."""
    return strawberry.field(description=description, metadata={METADATA: source})


@cache
def payload_type(name: str, noun: str, *, many: bool, secret: bool) -> Payload:
    """The payload of a mutation."""
    return Payload(name, noun, many=many, secret=secret)


def _place(path: list[str]) -> list[str]:
    """Where an argument stands, in the graph's names: ["input", "ownerTeamId"]."""
    names = [to_camel_case(each) for each in path]
    return names if names[:1] == ["command"] or not names else ["input", *names]


def _snake(name: str) -> str:
    return "".join(f"_{each.lower()}" if each.isupper() else each for each in name).lstrip("_")
