"""The closed word lists of working together: who asks, takes part, agrees."""

from enum import auto

from server.okr.words import Term


class RequestKind(Term):
    """What somebody asks for."""

    HELP = auto(), "Help with an objective or a key result."
    CONTRIBUTION = auto(), "To take on a part of a key result."
    REVISION = auto(), "To change a key result in the way that is proposed."
    KEY_RESULT = auto(), "To take a key result into an objective as it is proposed."


class RequestState(Term):
    """How far a request is."""

    OPEN = auto(), "Not answered yet."
    ACCEPTED = auto(), "Given; for help, with what came of it."
    DECLINED = auto(), "Not given, with the reason."
    WITHDRAWN = auto(), "Asked for no more by who had asked."
    MERGED = auto(), "Gone into another proposal, which stands in its place."
    LAPSED = auto(), "Not answered before its cycle closed."


class OwnerKind(Term):
    """Whose objective it is; the rules differ."""

    TEAM = auto(), "A team's: its members sign it off and join in, its managers begin it."
    PERSON = auto(), "One person's: they begin it themselves, and nobody else's consent is asked."


class ParticipantRole(Term):
    """How a person or a team takes part in an objective that is not theirs."""

    CO_AUTHOR = auto(), "A person who writes it together with others while it is a draft."
    SHARES = auto(), "A team that works towards it as if it were its own."
    STAKEHOLDER = auto(), "A person or a team that it matters to."


class Stance(Term):
    """Whether somebody agrees."""

    AGREE = auto(), "Agrees."
    AGREE_WITH_CONCERN = auto(), "Goes along, and says what is worrying."
    DISAGREE = auto(), "Does not agree, and says why."
