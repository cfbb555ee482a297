"""The same server and offices as for questions that are answered once."""

from tests.graph.conftest import http, keys_dir, office, other_office, server, tokens

__all__ = ["http", "keys_dir", "office", "other_office", "server", "tokens"]
