"""The closed word list of exports."""

from enum import auto

from server.okr.words import Term


class ExportFormat(Term):
    """How facts are written down when they leave."""

    NDJSON = auto(), "A fact per line with all that its chain depends on; the one that verifies."
    CSV = auto(), "A table for spreadsheets: the same values, and the words of people beside them."
    PARQUET = auto(), "A table for analysis: the same values, in columns."
    CLOUDEVENTS = auto(), "A batch of CloudEvents 1.0, each with the line of its fact as data."
    OCSF = auto(), "A line per fact, as OCSF Entity Management (3004)."
