"""A database as reads find it: a company whose rows have versions, and others beside it."""

from dataclasses import dataclass
from pathlib import Path

from server.auth import Tokens
from server.keys import signing_key
from server.log import Log
from server.migrate import owner_of
from tests.benchmarks.company import Company
from tests.benchmarks.databases import migrated, settled
from tests.benchmarks.rivals import state

MAKERS = Path(__file__).with_suffix(".sql")
DAY = 86_400


@dataclass(kw_only=True)
class Library:
    """Where it is, who reads in it with which token, and a place in the log halfway back."""

    url: str
    company: Company
    token: str
    past: int

    @property
    def header(self) -> dict[str, str]:
        """What a request of the reader carries."""
        return {"Authorization": f"Bearer {self.token}"}


async def filled(
    url: str, company: Company, keys: Path, *, versions: int = 1, others: int = 0
) -> Library:
    """The company's facts are appended, with enough after them for its rows to have versions.

    The versions, and the other organizations, are made by SQL: facts for all of them would take
    an hour, and the tables would look the same.
    """
    async with migrated(url) as database:
        log = Log(database)
        await company.found(log, lambda: settled(url))
        await company.go_on(log, 2 * versions)
        token = Tokens(key=signing_key(keys, "tokens"), database=database).issue(
            company.id, company.viewer_id, DAY
        )
    head = company.made.position
    await _grown(url, company, head, versions=versions, others=others)
    await settled(url)
    return Library(url=url, company=company, token=token, past=head - versions)


async def _grown(url: str, company: Company, head: int, *, versions: int, others: int) -> None:
    async with owner_of(url) as connection:
        await connection.execute(MAKERS.read_text())
        for name in ("revise_often", "report_often"):
            call = f"call pg_temp.{name}($1, $2, $3, $4)"
            await connection.execute(call, state.SCHEMA, company.id, versions, head)
        call = "call pg_temp.found_others($1, $2, $3)"
        await connection.execute(call, state.SCHEMA, company.id, others)
