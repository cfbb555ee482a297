"""Traces for OpenTelemetry: a span for each operation, and one in it for each statement.

What is not switched on is not even imported. No span says what anybody said.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

from server.settings import Settings

CARRIED = (b"traceparent", b"tracestate")
FAILED = ("INTERNAL", "UNAVAILABLE", "TIMEOUT")
LONGEST = 80
"""Letters of the name of an operation."""


class NoTelemetry(Exception):
    """What traces are sent by is not installed."""

    def __init__(self) -> None:
        super().__init__("OKRLOG_TELEMETRY_ENDPOINT needs: pip install 'okrlog[telemetry]'")


class Tracing:
    """What makes spans while somebody collects them."""

    def __init__(self, endpoint: str) -> None:
        try:
            # Nobody else has to wait for it, or have it.
            from opentelemetry import trace  # noqa: PLC0415
            from opentelemetry.exporter.otlp.proto.http import (  # noqa: PLC0415
                trace_exporter as exporters,
            )
            from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
            from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
            from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
            from opentelemetry.trace.propagation import tracecontext  # noqa: PLC0415
        except ImportError as error:
            raise NoTelemetry from error
        self._api: Any = trace
        self._propagator = tracecontext.TraceContextTextMapPropagator()
        self._provider = TracerProvider(resource=Resource.create({"service.name": "okrlog"}))
        exporter = exporters.OTLPSpanExporter(endpoint=f"{endpoint.rstrip('/')}/v1/traces")
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("okrlog")

    def begin(self, headers: Iterable[tuple[bytes, bytes]]) -> Any:
        """The span of an operation, in the trace that the request brought if it did."""
        brought = {name.decode(): value.decode() for name, value in headers if name in CARRIED}
        context = self._propagator.extract(brought) if brought else None
        return self._tracer.start_span("GraphQL", context=context, kind=self._api.SpanKind.SERVER)

    def end(self, span: Any, outcome: str) -> None:
        """It is known what came of it."""
        span.set_attribute("okrlog.outcome", outcome)
        if outcome in FAILED:
            span.set_status(self._api.StatusCode.ERROR, outcome)
        span.end()

    def statement(
        self, name: str, seconds: float, error: BaseException | None, spans: Iterable[Any]
    ) -> None:
        """One that was just answered, for some operations: the first is what it is part of."""
        within, *beside = [*spans] or [None]
        now = time.time_ns()
        span = self._tracer.start_span(
            name,
            context=within and self._api.set_span_in_context(within),
            kind=self._api.SpanKind.CLIENT,
            links=[self._api.Link(each.get_span_context()) for each in beside],
            attributes={"db.system.name": "postgresql", "db.query.summary": name},
            start_time=now - int(seconds * 1e9),
        )
        if error is not None:
            code = str(getattr(error, "sqlstate", None) or type(error).__name__)
            span.set_attribute("db.response.status_code", code)
            span.set_status(self._api.StatusCode.ERROR)
        span.end(now)

    def close(self) -> None:
        """Send what has not been sent."""
        self._provider.shutdown()


class Switch:
    """On while somebody collects; one for the process."""

    on: Tracing | None = None


@asynccontextmanager
async def traced(settings: Settings) -> AsyncIterator[None]:
    """Spans are made for as long as the block lasts, if the settings say where they go."""
    if settings.telemetry_endpoint is None:
        yield
        return
    Switch.on = Tracing(str(settings.telemetry_endpoint))
    try:
        yield
    finally:
        ending, Switch.on = Switch.on, None
        await asyncio.to_thread(ending.close)
