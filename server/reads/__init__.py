"""From what the graph asks for to rows: shapes, statements, and a loader that asks once."""
