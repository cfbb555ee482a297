"""Which hands people have in what, and who may do what with which of them."""

from collections.abc import Iterable
from enum import StrEnum, auto
from uuid import UUID

from server.okr.kpis_now import KpiNow
from server.okr.now import ActorNow, KeyResultNow, ObjectiveNow
from server.okr.terms import ObjectiveState, Permission


class Hand(StrEnum):
    """A permission, or a role in a team, an objective, a key result or something that was said."""

    @staticmethod
    def _generate_next_value_(name: str, *_: object) -> str:
        return name

    READ = auto()
    ADMINISTER = auto()
    MANAGE = auto()
    CONTRIBUTE = auto()
    AUDIT = auto()
    REDACT = auto()
    MANAGES = auto()  # any team
    MANAGER = auto()  # of the team, or of one above it
    COLLABORATOR = auto()  # a member of the team
    SHARER = auto()  # a member of a team that shares the objective
    OWNER = auto()  # the person whose objective it is
    ACCOUNTABLE = auto()
    CREATOR = auto()
    CO_AUTHOR = auto()
    PARTICIPANT = auto()  # in whatever role, oneself or with one's team
    MENTOR = auto()  # of the mentorship that it is for
    MENTEE = auto()
    DRAFTER = auto()  # one of both, as long as it is a draft
    KEY_RESULT_OWNER = auto()
    CONTRIBUTOR = auto()
    STAND_IN = auto()  # a collaborator, where nobody owns the key result or has a part
    EACH = auto()  # a collaborator, where the same is expected of each
    SELF = auto()  # who they are, or what they said or have a part in
    ASKED = auto()
    HELPED = auto()  # asked for help


Hands = frozenset[Hand]

ADMINISTERS: Hands = frozenset({Hand.ADMINISTER})
PLANS = ADMINISTERS | {Hand.MANAGE}
REVIEWS = PLANS | {Hand.MANAGES}
REDACTS: Hands = frozenset({Hand.REDACT})
TAKES_AWAY = ADMINISTERS | {Hand.AUDIT}
LEADS = ADMINISTERS | {Hand.MANAGER}
BELONGS = LEADS | {Hand.COLLABORATOR}
OWNS = LEADS | {Hand.OWNER, Hand.ACCOUNTABLE}
DRAFTS = OWNS | {Hand.CREATOR, Hand.CO_AUTHOR}
COMPOSES = OWNS | {Hand.DRAFTER}
SHARES: Hands = frozenset({Hand.COLLABORATOR, Hand.SHARER})
SIGNS = SHARES | {Hand.OWNER, Hand.CO_AUTHOR, Hand.MENTOR}
CONSENTS = OWNS | {Hand.MENTOR}
PAIRS: Hands = frozenset({Hand.MENTOR, Hand.MENTEE})
WORKS_FOR = DRAFTS | {Hand.COLLABORATOR}
CONTROLS: Hands = frozenset({Hand.OWNER, Hand.ACCOUNTABLE})
STEERS = DRAFTS | {Hand.KEY_RESULT_OWNER}
REPORTS_WHOLE = OWNS | {Hand.KEY_RESULT_OWNER, Hand.STAND_IN}
WORKS_ON = REPORTS_WHOLE | SHARES | {Hand.CONTRIBUTOR, Hand.MENTOR}
ATTESTS = DRAFTS | WORKS_ON | {Hand.PARTICIPANT}
KEEPS = PLANS | LEADS | {Hand.OWNER}
MEASURES = KEEPS | {Hand.COLLABORATOR}


def permitted(permissions: Iterable[Permission]) -> set[Hand]:
    """Those that somebody has everywhere."""
    return {Hand[each.name] for each in permissions}


def in_organization(actor: ActorNow) -> set[Hand]:
    """Those in the organization, and in its cycles."""
    return permitted(actor.permissions) | _true({Hand.MANAGES: bool(actor.manages)})


def in_team(actor: ActorNow, team_id: UUID | None) -> set[Hand]:
    """Those in a team, and in what is the team's."""
    held = {
        Hand.MANAGER: team_id in actor.manages,
        Hand.COLLABORATOR: team_id in actor.member_of,
    }
    return permitted(actor.permissions) | _true(held)


def in_objective(actor: ActorNow, objective: ObjectiveNow) -> set[Hand]:
    """Those in an objective."""
    created, wrote = actor.id == objective.creator_id, actor.id in objective.co_authors
    held = {
        Hand.SHARER: not set(objective.sharing).isdisjoint(actor.member_of),
        Hand.OWNER: actor.id == objective.owner_person_id,
        Hand.ACCOUNTABLE: actor.id == objective.accountable_person_id,
        Hand.CREATOR: created,
        Hand.CO_AUTHOR: wrote,
        Hand.PARTICIPANT: any(
            actor.id == each.person_id or each.team_id in actor.member_of
            for each in objective.participants
        ),
        Hand.MENTOR: actor.id == objective.mentor_id,
        Hand.DRAFTER: objective.state is ObjectiveState.DRAFT and (created or wrote),
    }
    return in_team(actor, objective.owner_team_id) | _true(held)


def in_key_result(actor: ActorNow, key_result: KeyResultNow) -> set[Hand]:
    """Those in a key result, beside those in its objective."""
    inherited = in_objective(actor, key_result.objective)
    collaborates = Hand.COLLABORATOR in inherited
    each = key_result.metric.per_person is not None
    unclaimed = key_result.owner_person_id is None and not key_result.contributions and not each
    held = {
        Hand.KEY_RESULT_OWNER: actor.id == key_result.owner_person_id,
        Hand.CONTRIBUTOR: key_result.contribution_of(actor.id) is not None,
        Hand.STAND_IN: unclaimed and collaborates,
        Hand.EACH: each and collaborates,
    }
    return inherited | _true(held)


def in_kpi(actor: ActorNow, kpi: KpiNow) -> set[Hand]:
    """Those in what is measured all the time."""
    owner = {Hand.OWNER: actor.id == kpi.owner_person_id}
    return in_team(actor, kpi.owner_team_id) | _true(owner)


def _true(held: dict[Hand, bool]) -> set[Hand]:
    return {hand for hand, has in held.items() if has}
