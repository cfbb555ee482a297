"""Who may say something in a mentorship of the demo's story: its mentor and its mentee."""

from typing import Any

from server.demo.script import Ref


def may_confide(said: dict[str, dict[str, Any]], actor: str, ids: dict[str, str]) -> bool:
    """One of the two; of those who begin it, one of those who are named."""
    pair = said[ids["mentorship_id"]] if "mentorship_id" in ids else {}
    two = [each.handle for each in pair.values() if isinstance(each, Ref)] or ids.values()
    return actor in two
