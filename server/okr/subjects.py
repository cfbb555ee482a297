"""What a command is about, where it names exactly one of several things."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.okr import checks
from server.okr.now import Guard, KeyResultNow, ObjectiveNow
from server.okr.refusals import CycleIsClosed, Invalid, Objections, Refused
from server.okr.said_now import RequestNow
from server.okr.standing import Standing, need, stated
from server.okr.talk_now import AnnouncementNow
from server.okr.terms import CycleState


@dataclass(kw_only=True)
class Subject:
    """What a command is about, by the name of the id that leads there."""

    name: str
    objective: ObjectiveNow | None = None
    key_result: KeyResultNow | None = None
    announcement: AnnouncementNow | None = None
    request: RequestNow | None = None

    @property
    def path(self) -> str:
        """The argument that names it."""
        return f"{self.name}_id"

    @property
    def around(self) -> list[Guard]:
        """What talking about it rests on: that it can be talked about."""
        named = [Guard(stream=each.id) for each in (self.announcement, self.request) if each]
        return [*named, *(self.objective.grounds if self.objective else [])]

    @property
    def grounds(self) -> list[Guard]:
        """What a decision about it rests on, as it stands."""
        return self.key_result.grounds if self.key_result else self.around

    def open_cycle(self, objections: Objections) -> None:
        """What belongs to a closed cycle is talked about no more."""
        closed = self.objective and self.objective.cycle.state is CycleState.CLOSED
        objections.when(closed, CycleIsClosed(None, self.path))

    def going_on(self, objections: Objections) -> None:
        """It has not ended, nor has its cycle."""
        if self.objective is not None:
            checks.goes_on(objections, self.objective, self.path)


def the_subject(standing: Standing, said: object, names: Sequence[str], message: str) -> Subject:
    """The one thing that is named; naming none or several is refused with the message."""
    named = stated(standing, said, [f"{name}_id" for name in names])
    if len(named) != 1:
        raise Refused([Invalid(message, f"{names[0]}_id")])
    name = named[0].removesuffix("_id")
    if name == "announcement":
        told = need(standing.announcement)
        return Subject(name=name, announcement=told, objective=told.objective)
    if name == "request":
        objective = need(standing.objective, "request_id")
        return Subject(name=name, objective=objective, request=standing.request)
    if name == "objective":
        return Subject(name=name, objective=standing.objective)
    key_result: KeyResultNow = need(standing.key_result, f"{name}_id")
    return Subject(name=name, objective=key_result.objective, key_result=key_result)
