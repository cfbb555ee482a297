"""Facts as a Parquet file, written row group by row group."""

from typing import Any

from server.audit.formats import COLUMNS, Writer, facts, flattened

NUMBERS = {"epoch", "position", "version", "schemaVersion"}


class NoParquet(Exception):
    """The library that writes Parquet is missing."""

    def __init__(self) -> None:
        super().__init__("Parquet needs the library pyarrow, which is not installed here.")


class Sink:
    """Takes what a file would take; gives it on, and forgets it."""

    closed = False

    def __init__(self) -> None:
        self._waiting = bytearray()

    def write(self, data: Any) -> int:
        """Take bytes."""
        self._waiting += data
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back."""

    def taken(self) -> bytes:
        """What was written since the last time."""
        waiting, self._waiting = bytes(self._waiting), bytearray()
        return waiting


class Parquet(Writer):
    """The lines in columns; `private` as JSON."""

    media, suffix = "application/vnd.apache.parquet", "parquet"

    def __init__(self) -> None:
        try:
            # More than all other libraries together: nobody else has to wait for it, or have it.
            import pyarrow as pa  # noqa: PLC0415
            import pyarrow.parquet as pq  # noqa: PLC0415
        except ImportError as error:
            raise NoParquet from error
        kinds = {"withheld": pa.bool_()} | {name: pa.int64() for name in NUMBERS}
        self._schema = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
        self._table, self._sink = pa.Table, Sink()
        self._file = pq.ParquetWriter(pa.PythonFile(self._sink, mode="w"), self._schema)

    def written(self, lines: bytes) -> bytes:
        """A row group."""
        rows = [_row(fact) for fact in facts(lines)]
        self._file.write_table(self._table.from_pylist(rows, schema=self._schema))
        return self._sink.taken()

    def end(self) -> bytes:
        """Where everything lies."""
        self._file.close()
        return self._sink.taken()


def _row(fact: dict[str, Any]) -> dict[str, Any]:
    return {"withheld": False} | flattened(fact)
