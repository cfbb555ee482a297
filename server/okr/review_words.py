"""The closed word lists of reviews; they are read under one name with all others, in `terms`."""

from enum import auto

from server.okr.words import Term


class ReviewKind(Term):
    """What people sat together for."""

    RETROSPECTIVE = auto(), "Looking back: what was learned, what went well, what can improve."
    MID_TERM = auto(), "Halfway: deciding whether to keep, adjust, trade off or stop."
    TEAM = auto(), "A team looks at its progress and at what is in its way."
    SEQUENCE = auto(), "Planning a larger objective as a sequence of smaller ones."
    SPRINT = auto(), "At the end of a sprint: what came of it, shown to whom it concerns."
    MILESTONE = auto(), "Whether the sprints lead to a milestone in time, and what to do else."
    CHARTER = auto(), "For each cycle: what working with objectives is for, and how it is done."


class Question(Term):
    """What a review answers."""

    LEARNED = auto(), "What we learned."
    WENT_WELL = auto(), "What went well."
    CAN_IMPROVE = auto(), "What can improve."
    CHUNKS = auto(), "How the larger objective can be broken into chunks."
    DIRECTION = auto(), "How we would know that we are going in the right direction."
    FIRST = auto(), "Which objective to target first."
    OUTCOME = auto(), "What came of it."
    FEEDBACK = auto(), "What somebody has to say about it."
    OUTCOMES = auto(), "Which outcomes we expect of working with objectives."
    MEASURING = auto(), "How we measure these."
    KPIS = auto(), "Which numbers we watch beside."
    COMMUNICATION = auto(), "How we tell about it, and talk about it."
    MONITORING = auto(), "How we watch over it, and put it right."
    RESOURCES = auto(), "Which means and which help there are for it."
    INTEGRATION = auto(), "How it goes together with how we work otherwise."
    RISKS = auto(), "What may go wrong, and what we do then."
    ENGAGEMENT = auto(), "How much we care for what we do here."
    SATISFACTION = auto(), "How content we are with how we work."
    TRUST = auto(), "How much we trust each other, and can be open."
    SAFETY = auto(), "How safe it is to ask, to disagree and to tell of mistakes."
    OTHER = auto(), "Another question, told beside the answer."


class Course(Term):
    """What is to become of an objective or a key result."""

    KEEP = auto(), "It goes on as it is."
    ADJUST = auto(), "It goes on in another form."
    TRADE_OFF = auto(), "It gives way to something else."
    STOP = auto(), "It ends."


class MissCategory(Term):
    """Why something was not reached."""

    WRONG_ASSUMPTION = auto(), "What it had rested on turned out to be wrong."
    CAPACITY = auto(), "There were not enough people or means."
    DEPENDENCY = auto(), "Something it depended on did not come."
    PRIORITY = auto(), "Something else came first."
    EXECUTION = auto(), "It could have been done, and was not."
    TARGET = auto(), "The target was out of reach from the start."
    OTHER = auto(), "Another reason, told in the text."


class FollowUpKind(Term):
    """What is left for later."""

    LATER = auto(), "Something to do or to decide another time."
    IDEA = auto(), "A suggestion, of which an objective can be made."
