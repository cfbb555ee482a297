"""What is measured where it happens. Where several processes serve, each writes its own files.

Nobody is named: neither people nor organizations, and operations by names of ours alone.
"""

from typing import Literal

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
)

disable_created_metrics()  # type: ignore[no-untyped-call]
REGISTRY = CollectorRegistry()
QUICK = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
FEW = (1, 2, 5, 10, 20, 50)


def _counter(name: str, sentence: str, *labels: str) -> Counter:
    return Counter(f"okrlog_{name}", sentence, labels, registry=REGISTRY)


def _seconds(name: str, sentence: str, *labels: str) -> Histogram:
    return Histogram(f"okrlog_{name}", sentence, labels, buckets=QUICK, registry=REGISTRY)


def _gauge(
    name: str,
    sentence: str,
    *labels: str,
    of_all: Literal["livesum", "livemax", "liveall"] = "livesum",
) -> Gauge:
    """Of several processes that run the sum, the largest, or each of them."""
    return Gauge(f"okrlog_{name}", sentence, labels, multiprocess_mode=of_all, registry=REGISTRY)


OPERATIONS = _counter(
    "operations",
    "Operations: by the name of a document that is known in advance or else the first field; "
    "by kind; and by what came of them, ok or the code of the first error or refusal.",
    "operation",
    "kind",
    "outcome",
)
OPERATION_SECONDS = _seconds("operation_seconds", "How long they took.", "operation", "kind")
UNDER_WAY = _gauge("operations_under_way", "Operations that are carried out at this moment.")

STATEMENT_SECONDS = _seconds(
    "statement_seconds",
    "How long statements took: by the name of the question, or `graph` for what the planner wrote.",
    "statement",
)
STATEMENT_FAILURES = _counter("statement_failures", "Statements that failed.", "statement")

POOL = _gauge("pool_connections", "Connections to the database.", "pool", "state")
POOL_MOST = _gauge("pool_connections_limit", "Connections that there may be.", "pool")
PREPARED = _gauge("pool_prepared_statements", "Statements that connections keep prepared.", "pool")
POOL_WAIT_SECONDS = _seconds("pool_wait_seconds", "How long a connection was waited for.", "pool")

APPEND_SECONDS = _seconds("append_seconds", "How long it took to append one batch.")
APPEND_COMMANDS = Histogram(
    "okrlog_append_commands", "Commands that share a commit.", buckets=FEW, registry=REGISTRY
)
APPEND_FACTS = _counter("append_facts", "Facts that were recorded.")

FOLLOWERS = _gauge("live_followers", "Operations that go on.")
GROUPS = _gauge("live_groups", "Different ones among them.")
LAG_FACTS = _gauge("live_lag_facts", "Facts that the slowest has not seen.", of_all="livemax")
LAG_SECONDS = _gauge("live_lag_seconds", "For how long the slowest has waited.", of_all="livemax")
WAKES = _counter("live_wakes", "What was told of new facts, by who told it.", "source")
RESYNCS = _counter("live_resyncs", "Readers too slow for a feed, who begin again at a cursor.")

CPU = _gauge("process_cpu_seconds", "Time on a processor.", of_all="liveall")
RESIDENT = _gauge("process_resident_bytes", "Memory.", of_all="liveall")
OPEN_FILES = _gauge("process_open_files", "Files and sockets that are open.", of_all="liveall")
STARTED = _gauge("process_start_seconds", "When it was started, since 1970.", of_all="liveall")
LOOP_LAG = _gauge(
    "process_loop_lag_seconds",
    "By how much a process came late to what it does every second: it has too much to do.",
    of_all="livemax",
)
