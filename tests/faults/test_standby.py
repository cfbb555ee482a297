"""Nothing is signed that a standby does not have, though commands do not wait for it."""

import httpx
import pytest

from server.embedded import EmbeddedPostgres
from server.migrate import owner_of
from tests.faults.conftest import Home
from tests.faults.processes import Serving

PATIENCE = 2


async def test_what_the_standby_does_not_have_is_not_signed(home: Home) -> None:
    with Serving(data_dir=home.data_dir, checkpoint_seconds=0) as serving:
        embedded = EmbeddedPostgres.open(home.data_dir)
        try:
            async with (
                owner_of(embedded.url) as owner,
                httpx.AsyncClient(
                    base_url=serving.address, headers={"Authorization": f"Bearer {home.token}"}
                ) as client,
            ):
                await owner.execute("alter system set synchronous_commit = local")
                await owner.execute("alter system set synchronous_standby_names = 'nobody'")
                await owner.fetchval("select pg_reload_conf()")
                with pytest.raises(httpx.ReadTimeout):
                    await client.get("/audit/checkpoint", timeout=PATIENCE)
                assert not await owner.fetchval("select exists (select from log.checkpoint)")
                await owner.execute("alter system reset synchronous_standby_names")
                await owner.fetchval("select pg_reload_conf()")
                signed = await client.get("/audit/checkpoint", timeout=60)
                assert signed.text.startswith(f"okrlog/{home.organization_id}/1\n")
        finally:
            embedded.close()
