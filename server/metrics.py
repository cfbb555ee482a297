"""What an operator watches, in the text format of Prometheus; no organization is named."""

import asyncio
import os
from dataclasses import dataclass, field

import psutil
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from server import measures
from server.database import Database
from server.live.hub import WAKES, Hub
from server.rates import Gate

SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""Named by the environment where several processes serve: the folder of what each measures."""
LOOK_SECONDS = 1.0


@dataclass(kw_only=True)
class Metrics:
    """What nobody measures where it happens is looked at now and then."""

    hub: Hub
    database: Database
    gate: Gate
    _process: psutil.Process = field(default_factory=psutil.Process)
    _told: dict[str, int] = field(default_factory=dict)

    def text(self) -> bytes:
        """All of it, of all processes that share an address."""
        self.look()
        registry = measures.REGISTRY
        if SHARED in os.environ:
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry)

    def look(self) -> None:
        """As it is at this moment."""
        self._look_at_followers()
        self._look_at_process()
        measures.UNDER_WAY.set(self.gate.under_way)
        for pool, open_, idle, most, prepared in self.database.pools():
            measures.POOL.labels(pool, "idle").set(idle)
            measures.POOL.labels(pool, "used").set(open_ - idle)
            measures.POOL_MOST.labels(pool).set(most)
            measures.PREPARED.labels(pool).set(prepared)

    async def go(self) -> None:
        """Again and again, so that other processes see it too."""
        loop = asyncio.get_running_loop()
        while True:
            begun = loop.time()
            await asyncio.sleep(LOOK_SECONDS)
            measures.LOOP_LAG.set(max(0.0, loop.time() - begun - LOOK_SECONDS))
            self.look()

    def _look_at_followers(self) -> None:
        watches, (facts, seconds) = self.hub.watches, self.hub.lag
        measures.FOLLOWERS.set(sum(len(each.followers) for each in watches))
        measures.GROUPS.set(sum(each.groups for each in watches))
        measures.LAG_FACTS.set(facts)
        measures.LAG_SECONDS.set(seconds)
        for source in WAKES:
            measures.WAKES.labels(source).inc(self._since(source))
        measures.RESYNCS.inc(self._since("resyncs"))

    def _since(self, name: str) -> int:
        """How often something happened since it was looked at last."""
        before, self._told[name] = self._told.get(name, 0), self.hub.counts[name]
        return self._told[name] - before

    def _look_at_process(self) -> None:
        with self._process.oneshot():
            used = self._process.cpu_times()
            measures.CPU.set(used.user + used.system)
            measures.RESIDENT.set(self._process.memory_info().rss)
            measures.STARTED.set(self._process.create_time())
        measures.OPEN_FILES.set(self._process.num_fds())
