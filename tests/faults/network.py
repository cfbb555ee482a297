"""A network of its own: hosts at a router, which drops what it is told to drop without a word."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

IP = shutil.which("ip", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
FORWARD = "echo 1 > /proc/sys/net/ipv4/ip_forward"


class NoNetwork(Exception):
    """No network can be made here."""


class Network:
    """Each host is a network namespace; what runs there reaches the others through the router."""

    def __init__(self, *hosts: str) -> None:
        self._hosts = hosts
        self._router = f"okrlog-{os.getpid()}"

    def address(self, host: str) -> str:
        """Where a host is."""
        return f"10.0.{self._hosts.index(host)}.2"

    def at(self, host: str) -> list[str]:
        """How a command line begins that is run at a host."""
        return [str(IP), "netns", "exec", f"{self._router}-{host}"]

    @contextmanager
    def lost(self, host: str, *ways: str) -> Iterator[None]:
        """What goes `to` a host, or comes `from` it, does not arrive while the block lasts."""
        rules = [[way, self.address(host), "blackhole"] for way in ways]
        for rule in rules:
            _ip("-n", self._router, "rule", "add", *rule)
        try:
            yield
        finally:
            for rule in rules:
                _ip("-n", self._router, "rule", "del", *rule)

    @contextmanager
    def made(self) -> Iterator[None]:
        """Raises NoNetwork; what runs at a host has to have ended when the block ends."""
        names = [self._router, *(f"{self._router}-{each}" for each in self._hosts)]
        try:
            for name in names:
                _ip("netns", "add", name)
            _run(str(IP), "netns", "exec", self._router, "sh", "-c", FORWARD)
            for each in self._hosts:
                self._connect(each)
            yield
        finally:
            for name in names:
                subprocess.run([str(IP), "netns", "del", name], check=False, capture_output=True)

    def _connect(self, host: str) -> None:
        there, gateway = f"{self._router}-{host}", self.address(host)[:-1] + "1"
        _ip("-n", self._router, "link", "add", host, "type", "veth", "peer", "eth0", "netns", there)
        for name, device, address in (
            (self._router, host, gateway),
            (there, "eth0", self.address(host)),
        ):
            _ip("-n", name, "address", "add", f"{address}/24", "dev", device)
            _ip("-n", name, "link", "set", device, "up")
        _ip("-n", there, "route", "add", "default", "via", gateway)


def _ip(*arguments: str) -> None:
    _run(str(IP), *arguments)


def _run(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        raise NoNetwork(error.stderr.strip()) from error
    except OSError as error:
        raise NoNetwork(str(error)) from error
