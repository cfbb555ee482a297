"""The nouns of what stands outside and belongs to a goal; they are read under one name."""

from dataclasses import dataclass
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class AttachmentKind(Term):
    """What it is that stands outside and belongs to a goal."""

    DOCUMENT = auto(), "Something that is written elsewhere."
    DISCUSSION = auto(), "Where people talk about it: a thread, a talk, a meeting's page."
    PARTNER = auto(), "Somebody outside of the organization who takes part."
    DEPENDENCY = auto(), "Something outside of the organization that it waits for."


@dataclass(kw_only=True)
class Attachment:
    """Something outside of here that belongs to an objective or a key result."""

    kind: Annotated[AttachmentKind, "What it is."]
    title: Annotated[Text, "What it is called."]
    uri: Annotated[Text | None, "Where it is: https, http, mailto, mid, file, urn or webcal."] = (
        None
    )
    note: Annotated[Text | None, "What there is to say about it."] = None
