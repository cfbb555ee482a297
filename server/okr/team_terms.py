"""Teams as nouns; they are read under one name with all others."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from server.okr.participation_terms import Participation
from server.okr.report_words import Rhythm
from server.okr.stating import Text
from server.okr.words import TeamKind, TeamRole


@dataclass(kw_only=True)
class Team:
    """A company, a department or a team."""

    name: Annotated[Text, "What the team is called."]
    kind: Annotated[TeamKind, "Where it stands in the organization."]
    check_in_every: Annotated[
        Rhythm | None, "How often its key results are to be reported; null as the policy says."
    ] = None
    creating: Annotated[TeamRole, "The least role in it that creates objectives for it."] = (
        TeamRole.MEMBER
    )
    contributing: Annotated[
        TeamRole, "The least role in it that takes on parts of its key results by itself."
    ] = TeamRole.MEMBER
    max_active_objectives: Annotated[
        int | None, "How many active objectives it has in a cycle at most; null as the policy says."
    ] = None
    limit_reason: Annotated[Text | None, "Why it has a limit of its own."] = None
    working_agreement: Annotated[
        Text | None, "How it works together, and what it does about disputes and missed deadlines."
    ] = None
    level_name: Annotated[
        Text | None, "Its level as the organization calls it, one of the policy's: tribe, squad."
    ] = None
    participation: Annotated[
        Participation | None, "How it works with objectives; null as the team above, or ACTIVE."
    ] = None
    participates_from: Annotated[date | None, "From which day on that is so."] = None
    participates_until: Annotated[date | None, "Until which day; as the team above later."] = None
    participation_reason: Annotated[Text | None, "Why it takes part in this way."] = None
    wave: Annotated[
        int | None, "In which wave of the rollout it begins; null as the team above."
    ] = None
