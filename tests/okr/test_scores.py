"""Scoring: whose word it is, when it is given, and what it lies between."""
