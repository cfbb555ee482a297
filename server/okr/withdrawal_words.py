"""In which ways something is given up."""

from enum import auto

from server.okr.words import Term


class Withdrawal(Term):
    """In which way a key result was given up."""

    GIVEN_UP = auto(), "It is wanted no more, or cannot be reached."
    PRUNED = auto(), "It was taken out because it diluted what the others say."
