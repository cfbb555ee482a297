"""The closed word list of measuring people: how what each has reached makes one number."""

from enum import auto

from server.okr.words import Term


class PerPerson(Term):
    """How the people of whom the same is expected make the progress of a key result."""

    ALL = auto(), "The share of people who have reached it; 1 only when every one has."
    MINIMUM = auto(), "That of the person who has come the least far; unknown until each is known."
    MEAN = auto(), "The mean of the people of whom something is known."
