"""What whoever operates the server says: they are nobody in an organization, and act by its id."""

from datetime import date
from typing import Any
from uuid import UUID

from server.commands import Rule
from server.ids import new_id
from server.log import Entry
from server.okr.now import ActorNow
from server.okr.standing import Standing
from server.okr.terms import Permission


def by_the_operator(organization_id: UUID, rule: Rule, said: Any) -> Entry:
    """What a rule about the log as a whole decides on, ready to be appended."""
    operator = ActorNow(
        id=organization_id, permissions=[Permission.AUDIT], member_of=[], manages=[]
    )
    standing = Standing(
        organization_id=organization_id,
        position=0,
        actor=operator,
        administrators=[],
        today=date.min,
        new_id=new_id,
    )
    facts = rule(standing, said).facts
    return Entry(
        id=new_id(),
        organization_id=organization_id,
        actor_id=operator.id,
        decided_at=0,
        facts=facts,
        fact_ids=[new_id() for _ in facts],
    )
