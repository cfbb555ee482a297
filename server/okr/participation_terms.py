"""How teams take part in working with objectives; read under one name with all nouns."""

from enum import auto

from server.okr.words import Term


class Participation(Term):
    """How a team takes part in working with objectives."""

    PILOT = auto(), "It tries out how it works, before others do."
    ACTIVE = auto(), "It sets objectives of its own."
    AWARE = auto(), "It knows those of others and helps with them, and need not have its own."
    OPTED_OUT = auto(), "It has no objectives, for a reason that it tells."
