"""The nouns of what stands outside and belongs to goals; they are read under one name."""

from dataclasses import dataclass
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class AttachmentKind(Term):
    """What it is that stands outside."""

    DOCUMENT = auto(), "Something that is written elsewhere."
    DISCUSSION = auto(), "Where people talk about it: a thread, a talk, a meeting's page."
    PARTNER = auto(), "Somebody outside of the organization who takes part."
    DEPENDENCY = auto(), "Something outside of the organization that it waits for."
    LEARNING = auto(), "Something to learn from: a course, a book, a talk."


@dataclass(kw_only=True)
class Attachment:
    """Something outside of here that belongs to an objective, a key result or all of it."""

    kind: Annotated[AttachmentKind, "What it is."]
    title: Annotated[Text, "What it is called."]
    uri: Annotated[Text | None, "Where it is: https, http, mailto, mid, file, urn or webcal."] = (
        None
    )
    note: Annotated[Text | None, "What there is to say about it."] = None
