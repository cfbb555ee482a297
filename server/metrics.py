"""What an operator watches, in the text format of Prometheus; no organization is named."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from server.live.hub import WAKES, Hub


class Live(Collector):
    """Who follows what, how far they are behind, and what woke them."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def collect(self) -> Iterator[Metric]:
        """As it is at this moment."""
        watches, (facts, seconds) = self._hub.watches, self._hub.lag
        yield _gauge("followers", "Operations that go on.", sum(len(w.followers) for w in watches))
        yield _gauge("groups", "Different ones among them.", sum(w.groups for w in watches))
        yield _gauge("lag_facts", "Facts that the slowest has not seen.", facts)
        yield _gauge("lag_seconds", "For how long the slowest has waited.", seconds)
        woken = CounterMetricFamily(
            "okrlog_live_wakes", "What was told of new facts, by who told it.", labels=["source"]
        )
        for source in WAKES:
            woken.add_metric([source], self._hub.counts[source])
        yield woken
        yield CounterMetricFamily(
            "okrlog_live_resyncs",
            "Readers too slow for a feed, who begin again at a cursor.",
            value=self._hub.counts["resyncs"],
        )


def metrics(hub: Hub) -> bytes:
    """The text."""
    registry = CollectorRegistry()
    registry.register(Live(hub))
    return generate_latest(registry)


def _gauge(name: str, sentence: str, value: float) -> Metric:
    return GaugeMetricFamily(f"okrlog_live_{name}", sentence, value=value)
