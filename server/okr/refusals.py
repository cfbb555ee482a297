"""Why a command may be declined: understood, but an obstacle stands in the way."""

import re


class Refusal(Exception):
    """One reason to decline; its docstring is what is said when nothing more is known."""

    def __init__(self, message: str | None = None, *path: str) -> None:
        super().__init__(message or (type(self).__doc__ or "").strip())
        self.message = str(self)
        self.path = list(path)

    @classmethod
    def code(cls) -> str:
        """The name by which clients know the reason: CYCLE_IS_CLOSED for CycleIsClosed."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).upper()


class NotFound(Refusal):
    """There is nothing by this id, or it is not open to you."""


class NotAllowed(Refusal):
    """You may not do this."""


class Invalid(Refusal):
    """This value cannot be taken."""


class WrongState(Refusal):
    """This cannot be done in the present state."""


class AlreadyExists(Refusal):
    """This is there already."""


class LimitReached(Refusal):
    """There are as many of these as there may be."""


class ChangedMeanwhile(Refusal):
    """Somebody changed this meanwhile; look again and decide anew."""

    def __init__(self, current_version: int, *path: str) -> None:
        super().__init__(None, *path)
        self.current_version = current_version


class CycleIsClosed(Refusal):
    """The cycle is closed; only corrections with a reason are taken."""


class KeyWasUsed(Refusal):
    """This idempotency key was used for another command."""


class AlignmentWouldLoop(Refusal):
    """What is to be supported already leads back to the supporter."""


class BlockedByHealth(Refusal):
    """A health metric is red: deal with that first, or have accepted what is done about it."""


class ReasonIsMissing(Refusal):
    """A reason is asked for."""


class Refused(Exception):
    """A command was declined; all known reasons are listed."""

    def __init__(self, reasons: list[Refusal]) -> None:
        super().__init__("; ".join(reason.message for reason in reasons))
        self.reasons = reasons


class Objections(list[Refusal]):
    """Reasons gathered while a rule weighs a command, so that all of them can be told at once."""

    def when(self, stands_in_the_way: object, refusal: Refusal) -> None:
        """Note a reason where its condition holds."""
        if stands_in_the_way:
            self.append(refusal)

    def settle(self) -> None:
        """Decline the command if there is any reason to."""
        if self:
            raise Refused(list(self))
