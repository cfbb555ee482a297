"""One operation while it is carried out: what it is called, and what came of it."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import structlog
from graphql import get_operation_ast

from server.identified import REQUEST
from server.measures import OPERATION_SECONDS, OPERATIONS
from server.tracing import LONGEST, Switch

OK, FAULT, UNKNOWN = "ok", "INTERNAL", "unknown"
Headers = Iterable[tuple[bytes, bytes]]


class Observed:
    """Ends once; what ends later, like what is followed, does so without it."""

    __slots__ = ("_begun", "_over", "kind", "known", "name", "outcome", "span")

    def __init__(self, headers: Headers = ()) -> None:
        tracing = Switch.on
        self.span: Any = None if tracing is None else tracing.begin(headers)
        self.kind, self.name, self.outcome = UNKNOWN, UNKNOWN, OK
        self.known = False
        self._over = False
        self._begun = time.perf_counter()

    def end(self) -> None:
        """Count it."""
        if self._over:
            return
        self._over = True
        if self.span is not None and Switch.on is not None:
            Switch.on.end(self.span, self.outcome)
        OPERATIONS.labels(self.name, self.kind, self.outcome).inc()
        OPERATION_SECONDS.labels(self.name, self.kind).observe(time.perf_counter() - self._begun)

    def meant(self, prepared: Any) -> None:
        """It is known what is asked for; other names than ours could be as many as askers."""
        self.kind = prepared.plan.kind.lower()
        roots = prepared.plan.roots
        self.name = roots[0].name if roots else UNKNOWN
        if self.known or self.span is not None:
            node = get_operation_ast(prepared.operation.document, prepared.operation.name)
            name = node.name.value if node and node.name else None
            self._trace(name)
            self.name = name if name and self.known else self.name

    def _trace(self, name: str | None) -> None:
        if self.span is not None:
            self.span.update_name(f"{self.kind} {self.name}")
            self.span.set_attribute("graphql.operation.type", self.kind)
            if name:
                self.span.set_attribute("graphql.operation.name", name[:LONGEST])


CURRENT: ContextVar[Observed | None] = ContextVar("operation", default=None)
BESIDE: ContextVar[tuple[Observed | None, ...]] = ContextVar("beside", default=())


@contextmanager
def observed(headers: Headers = ()) -> Iterator[Observed]:
    """While an operation is carried out."""
    operation = Observed(headers)
    token = CURRENT.set(operation)
    try:
        yield operation
    except BaseException:
        turned_out(FAULT)
        raise
    finally:
        CURRENT.reset(token)
        operation.end()


def over() -> None:
    """What comes from now on is told as it happens, for as long as somebody follows it."""
    operation = CURRENT.get()
    if operation is not None:
        operation.end()


def known_in_advance() -> None:
    """Its document is one of those that operators have seen: its name may be told."""
    operation = CURRENT.get()
    if operation is not None:
        operation.known = True


def meant(prepared: Any) -> None:
    """It is known what is asked for."""
    operation = CURRENT.get()
    if operation is not None:
        operation.meant(prepared)


@contextmanager
def carried_out_for(operations: list[Observed | None]) -> Iterator[None]:
    """What is done meanwhile is done for some operations together; for none, if there are none."""
    first, *others = operations or [None]
    current, beside = CURRENT.set(first), BESIDE.set(tuple(others))
    try:
        yield
    finally:
        BESIDE.reset(beside)
        CURRENT.reset(current)


def alone() -> None:
    """What goes on from here is no part of the request that it began with."""
    CURRENT.set(None)
    REQUEST.set(None)
    structlog.contextvars.clear_contextvars()


def spans() -> list[Any]:
    """Those of the operations for which something is done."""
    concerned = (CURRENT.get(), *BESIDE.get())
    return [each.span for each in concerned if each is not None and each.span is not None]


def turned_out(code: str) -> None:
    """Something did not go well: the first that is told counts, and a fault above all."""
    operation = CURRENT.get()
    if operation is not None and (operation.outcome == OK or code == FAULT):
        operation.outcome = code


def noted(errors: list[Any]) -> None:
    """The codes of errors as they are told."""
    for each in errors:
        turned_out(each["extensions"]["code"])
