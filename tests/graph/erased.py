"""What tests of erasure look at: who may redact, which fact is meant, and where words stand."""

from typing import Any

import asyncpg

from tests.graph.client import Answer, Client
from tests.graph.office import Office

TABLES = """
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'
"""
LATEST = """
  select event_id from log.event where org_id = $1 and type = $2 order by position desc limit 1
"""


async def entrusted(office: Office, permission: str = "REDACT") -> Client:
    """Somebody whom the administrator has given a permission."""
    person = await office.person()
    said = {"personId": str(person.person_id), "permission": permission}
    await office.admin.do("grantPermission", "person { id }", **said)
    return person


async def latest(owner: asyncpg.Connection, office: Office, kind: str) -> str:
    """The id of the last fact of a kind."""
    return str(await owner.fetchval(LATEST, office.actor.organization_id, kind))


async def places_of(owner: asyncpg.Connection, text: str) -> list[str]:
    """The tables in which a text stands, of the log and of every version of the state."""
    found = []
    for row in await owner.fetch(TABLES):
        stands = f"select exists (select from {row['name']} t where t::text like '%' || $1 || '%')"
        found += [row["name"]] if await owner.fetchval(stands, text) else []
    return found


async def position(client: Client) -> int:
    """How far the log is."""
    at: int = (await client.ask("{ organization { position } }"))["organization"]["position"]
    return at


async def as_of(client: Client, at: int, noun_id: str, shows: str) -> Answer:
    """A noun as it stood."""
    document = f"query ($id: ID!, $at: AsOf) {{ node(id: $id, asOf: $at) {{ {shows} }} }}"
    answer: Any = (await client.ask(document, id=noun_id, at={"position": at}))["node"]
    return dict(answer)
