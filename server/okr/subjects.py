"""What a command is about, where it names exactly one of several things."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.okr.now import Guard, KeyResultNow, ObjectiveNow
from server.okr.refusals import Invalid, Refused
from server.okr.standing import Standing, need


@dataclass(kw_only=True)
class Subject:
    """What a command is about, by the name of the id that leads there."""

    name: str
    objective: ObjectiveNow
    key_result: KeyResultNow | None = None

    @property
    def path(self) -> str:
        """The argument that names it."""
        return f"{self.name}_id"

    @property
    def grounds(self) -> list[Guard]:
        """What a decision about it rests on."""
        return self.key_result.grounds if self.key_result else self.objective.grounds


def the_subject(standing: Standing, said: object, names: Sequence[str], message: str) -> Subject:
    """The one thing that is named; naming none or several is refused with the message."""
    named = [name for name in names if getattr(said, f"{name}_id") is not None]
    found = {name: need(getattr(standing, name), f"{name}_id") for name in named}
    if len(found) != 1:
        raise Refused([Invalid(message, f"{names[0]}_id")])
    (name,) = named
    if name == "objective":
        return Subject(name=name, objective=found[name])
    key_result: KeyResultNow = need(standing.key_result, f"{name}_id")
    return Subject(name=name, objective=key_result.objective, key_result=key_result)
