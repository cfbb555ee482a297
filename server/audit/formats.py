"""In which formats facts leave: each takes lines of JSON, and gives back what is sent."""

import csv
import io
from abc import ABC, abstractmethod
from typing import Any

import msgspec

from server.okr.export_words import ExportFormat

DECODER = msgspec.json.Decoder()
ENCODER = msgspec.json.Encoder()
COLUMNS = (
    "organizationId",
    "epoch",
    "position",
    "streamId",
    "version",
    "eventId",
    "commandId",
    "type",
    "schemaVersion",
    "recordedAt",
    "actorId",
    "body",
    "bodyDigest",
    "private",
    "previousChain",
    "chain",
    "withheld",
)
WORDS = "words"
KNOWN = ", ".join(each.lower() for each in ExportFormat)
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


class UnknownFormat(Exception):
    """Nothing is written in this way."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The format {name!r} is not known; known are {KNOWN}.")


class Writer(ABC):
    """Writes facts in one format; what it is sent as, and what such a file is called."""

    media: str
    suffix: str

    def begin(self) -> bytes:
        """What stands before the first fact."""
        return b""

    @abstractmethod
    def written(self, lines: bytes) -> bytes:
        """Some facts more."""

    def end(self) -> bytes:
        """What stands behind the last fact."""
        return b""


class Ndjson(Writer):
    """The lines themselves."""

    media, suffix = "application/x-ndjson", "ndjson"

    def written(self, lines: bytes) -> bytes:
        """As they are."""
        return lines


class Csv(Writer):
    """A table with a heading, every cell harmless in a spreadsheet."""

    media, suffix = "text/csv; charset=utf-8", "csv"

    def begin(self) -> bytes:
        """The heading."""
        return _rows([[*COLUMNS, WORDS]])

    def written(self, lines: bytes) -> bytes:
        """A row for each fact; JSON within a cell stays JSON."""
        return _rows([_cells(fact) for fact in facts(lines)])


class CloudEvents(Writer):
    """A JSON array of CloudEvents 1.0."""

    media, suffix = "application/cloudevents-batch+json", "json"

    def __init__(self) -> None:
        self._between = b"\n"

    def begin(self) -> bytes:
        """The array begins."""
        return b"["

    def written(self, lines: bytes) -> bytes:
        """Each fact as an event whose data is its line."""
        told = b",\n".join(ENCODER.encode(_event(fact)) for fact in facts(lines))
        between, self._between = self._between, b",\n"
        return between + told

    def end(self) -> bytes:
        """The array ends."""
        return b"\n]\n"


def facts(lines: bytes) -> list[dict[str, Any]]:
    """What lines say."""
    return [DECODER.decode(line) for line in lines.split(b"\n") if line]


def flattened(fact: dict[str, Any]) -> dict[str, Any]:
    """A fact in which nothing has parts: `private` is JSON in a text, or null."""
    private = fact["private"]
    return fact | {"private": None if private is None else ENCODER.encode(private).decode()}


def words_of(fact: dict[str, Any]) -> str:
    """What people wrote in a fact, as far as it is there, each with its name."""
    kept = (fact["private"] or {}).items()
    return "\n".join(f"{name}: {each['value']}" for name, each in kept if each is not None)


def _cells(fact: dict[str, Any]) -> list[Any]:
    flat = flattened(fact)
    return [*(flat.get(name) for name in COLUMNS), words_of(fact)]


def _harmless(cell: Any) -> Any:
    """What a spreadsheet would take for a formula is a text to it behind an apostrophe."""
    dangerous = isinstance(cell, str) and cell.startswith(FORMULAS)
    return f"'{cell}" if dangerous else cell


def _rows(rows: list[list[Any]]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows([_harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode()


def _event(fact: dict[str, Any]) -> dict[str, Any]:
    return {
        "specversion": "1.0",
        "id": fact["eventId"],
        "source": f"urn:uuid:{fact['organizationId']}",
        "type": f"okrlog.{fact['type']}",
        "subject": fact["streamId"],
        "time": fact["recordedAt"],
        "datacontenttype": "application/json",
        "epoch": fact["epoch"],
        "position": fact["position"],
        "data": fact,
    }
