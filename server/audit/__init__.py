"""Proof: the history taken away line by line, and checked without trusting us."""
