"""The socket at which servers are asked, and the signals that end them."""

import asyncio
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from server.settings import Settings

GRACE = 5
"""Seconds that requests have to be finished in, once nobody is let in any more."""
BACKLOG = 2048
STOPPING = (signal.SIGINT, signal.SIGTERM)
STDIN = 0


class CannotListen(Exception):
    """The address is taken, or none of this machine."""


@contextmanager
def bound(settings: Settings) -> Iterator[socket.socket]:
    """The address, held before anything is opened or loaded; requests are let in later."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Only of a socket that says it is TCP asyncio sends everything at once; else the end of an
    # answer waits for the client to acknowledge its beginning, which takes 40 ms.
    with socket.socket(family, proto=socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with taken_is_told(settings):
            listener.bind((settings.host, settings.port))
        yield listener


@contextmanager
def taken_is_told(settings: Settings) -> Iterator[None]:
    """Why it cannot be listened there, as CannotListen."""
    try:
        yield
    except OSError as error:
        raise CannotListen(
            f"{settings.host} port {settings.port} cannot be listened on: {error.strerror}."
        ) from error


def address_of(listener: socket.socket) -> str:
    """Where requests are sent to."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def ended_with_whoever_began_us() -> None:
    """A worker holds the other end of a pipe: at its end nobody watches over it any more."""

    def look() -> None:
        if not os.read(STDIN, 1):
            asyncio.get_running_loop().remove_reader(STDIN)
            os.kill(os.getpid(), signal.SIGTERM)

    asyncio.get_running_loop().add_reader(STDIN, look)
