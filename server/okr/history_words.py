"""The words for looking back: along which time values are told, and how often."""

from enum import auto

from server.okr.words import Term


class Timeline(Term):
    """Along which time the values of something are told."""

    RECORDED = auto(), "As it was known from each recording on, mistakes of that time included."
    OCCURRED = auto(), "As it is known now to have been true, day by day, corrections included."


class Interval(Term):
    """At the end of which spans of time a value is read."""

    DAY = auto(), "At the end of each day, where the organization is."
    WEEK = auto(), "At the end of each Sunday, where the organization is."


class Tendency(Term):
    """Which way progress went."""

    RISING = auto(), "It is further than it was."
    STEADY = auto(), "It is as far as it was."
    FALLING = auto(), "It is less far than it was."


class Change(Term):
    """What became of something between two moments."""

    ADDED = auto(), "It was not there before, or the viewer did not see it."
    CHANGED = auto(), "What is stated of it changed."
    MOVED = auto(), "Nothing but its numbers changed: where it stands, or its agreed score."
    ENDED = auto(), "It was closed, withdrawn or removed, or the viewer does not see it any more."
