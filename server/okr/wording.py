"""How objectives are worded: the parts of the sentence, and what gives it a soul."""

from dataclasses import dataclass
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Intent, Term


class Language(Term):
    """In which language objectives and key results are worded; each has its own word lists."""

    EN = auto(), "English."
    DE = auto(), "German."


@dataclass(kw_only=True)
class Wording:
    """What an objective's sentence is made of, and what it means to whom."""

    verb: Annotated[Text | None, "What is to be done: win, open, delight."] = None
    what: Annotated[Text | None, "Whom or what it is done to: the schools of the region."] = None
    purpose: Annotated[
        Text | None, "What for, as the sentence goes on: so that no child drops out."
    ] = None
    mission_statement: Annotated[Text | None, "How it serves what we are here for."] = None
    why_important: Annotated[Text | None, "Why it matters now."] = None
    customer_value: Annotated[Text | None, "What customers have of it."] = None
    business_value: Annotated[Text | None, "What the organization has of it."] = None
    bigger_picture: Annotated[Text | None, "What greater whole it is a part of."] = None


@dataclass(kw_only=True)
class Filing:
    """Under what an objective is found, and to whom it is owed."""

    intent: Annotated[Intent, "What it is good for."] = Intent.BUSINESS
    discipline: Annotated[Text | None, "The function or discipline that it is of: UX, sales."] = (
        None
    )
    source: Annotated[
        Text | None, "From where it was taken or adapted, with credit to whose it is."
    ] = None
