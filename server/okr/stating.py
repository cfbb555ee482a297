"""How values of nouns are stated: as private text, anew, or not at all."""

from collections.abc import Callable
from dataclasses import fields
from enum import Enum
from typing import Annotated, Any, Final, TypeVar, get_args, get_origin, get_type_hints


class Private(Enum):
    """Marks text that a person wrote: the log commits to it with a salt; it can be redacted."""

    TEXT = "text"
    TELLS = "tells"
    """Marks text whose being there says something: where it is redacted, something stands."""


Text = Annotated[str, Private.TEXT]


class Absent(Enum):
    """Stands where a change says nothing: what is absent stays, what is null is cleared."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


Command = TypeVar("Command", bound=type)


def changes(noun: type, said: object) -> dict[str, Any]:
    """The values of ``noun`` that ``said`` states, by name; what is absent stays out."""
    stated = ((each.name, getattr(said, each.name, ABSENT)) for each in fields(noun))
    return {name: value for name, value in stated if value is not ABSENT}


def clears(noun: type, name: str) -> bool:
    """Whether a value of a noun may be empty."""
    return type(None) in get_args(get_type_hints(noun)[name])


def changing(noun: type) -> Callable[[Command], Command]:
    """Let a command state any of a noun's values anew: absent stays, null takes it back."""

    def decorate(command: Command) -> Command:
        stated = get_type_hints(noun, include_extras=True)
        anew = {
            name: Annotated[hint | None | Absent, sentence(hint)] for name, hint in stated.items()
        }
        command.__annotations__ = {**command.__annotations__, **anew}
        for name in anew:
            setattr(command, name, ABSENT)
        return command

    return decorate


def sentence(hint: object) -> str | None:
    """The description that an annotation carries, if any."""
    words = (
        [part for part in get_args(hint)[1:] if type(part) is str]
        if get_origin(hint) is Annotated
        else []
    )
    return words[0] if words else None
