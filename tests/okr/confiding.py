"""Who may say something in a mentorship of the demo's story: its mentor and its mentee."""

from typing import Any

from server.demo.script import Ref

WITHIN = ("mentorship_id", "mentoring_entry_id")


def may_confide(said: dict[str, dict[str, Any]], actor: str, ids: dict[str, str]) -> bool:
    """One of the two; of those who begin it, one of those who are named."""
    within = next((ids[each] for each in WITHIN if each in ids), None)
    if within is None:
        return actor in ids.values()
    of = {name: each.handle for name, each in said[within].items() if isinstance(each, Ref)}
    if "mentor_id" in of:
        return actor in (of["mentor_id"], of["mentee_id"])
    return may_confide(said, actor, of)
