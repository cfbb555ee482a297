"""What makes aims for programme numbers fit together: one for each number, from less to more."""

from server.okr.refusals import Invalid, Objections
from server.okr.terms import Absent, ProgrammeAim


def fitting(objections: Objections, aims: list[ProgrammeAim] | None | Absent, path: str) -> None:
    """A number is to lie between two others, once."""
    if aims is None or isinstance(aims, Absent):
        return
    for index, aim in enumerate(aims):
        place = (path, str(index))
        objections.when(aim.to < aim.from_, Invalid("It ends above its beginning.", *place, "to"))
        again = any(each.code is aim.code for each in aims[:index])
        objections.when(again, Invalid("A number has one aim.", *place, "code"))
