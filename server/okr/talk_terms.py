"""The nouns of talking to each other: comments, what is made known, what is recognized."""

from dataclasses import dataclass
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class CommentKind(Term):
    """What somebody means by what they say; all but a remark wait for an outcome."""

    REMARK = auto(), "Something to add, which waits for nothing."
    REACTION = auto(), "What it sets off in whoever reads it."
    IDEA = auto(), "Something that could be done otherwise."
    CONCERN = auto(), "Something that may go wrong."
    QUESTION = auto(), "Something that whoever reads it would like to know."


@dataclass(kw_only=True)
class Comment:
    """What somebody has to say about an objective, a key result, a report or what is made known."""

    text: Annotated[Text, "What they say."]
    kind: Annotated[CommentKind, "What they mean by it."] = CommentKind.REMARK


@dataclass(kw_only=True)
class Announcement:
    """Objectives that are made known to those whom they concern."""

    text: Annotated[Text, "What is made known, and the reason behind it."]


@dataclass(kw_only=True)
class Recognition:
    """What somebody says has been achieved, and by whom; it has no amount, and nothing follows."""

    text: Annotated[Text, "What was achieved, in their words."]
