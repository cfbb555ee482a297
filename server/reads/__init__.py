"""From what the graph asks for to rows: shapes say where things are, statements ask, the loader asks once."""
