"""A PostgreSQL that is too old is told so before anything is tried."""

import pytest

from server import migrate
from server.losses import DatabaseUnfit


async def test_an_old_server_gets_one_clear_sentence(
    postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "OLDEST", 990_000)
    with pytest.raises(DatabaseUnfit, match=r"^PostgreSQL \d\d is too old: okrlog needs 99 or "):
        await migrate.connect(postgres)
