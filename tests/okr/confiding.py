"""Who may say something in a mentorship of the demo's story: its mentor and its mentee."""

from typing import Any

from server.demo.script import Ref

WITHIN = ("mentorship_id", "mentoring_entry_id", "case_id", "step_id")


def in_confidence(said: dict[str, dict[str, Any]], ids: dict[str, str]) -> bool:
    """Whether it is about a mentorship, or about what was opened in one."""
    within = next((ids[each] for each in WITHIN if each in ids), None)
    of = said.get(within or "", {})
    named = {name: each.handle for name, each in of.items() if isinstance(each, Ref)}
    return "mentor_id" in named or (bool(named) and in_confidence(said, named))


def may_confide(said: dict[str, dict[str, Any]], actor: str, ids: dict[str, str]) -> bool:
    """One of the two; of those who begin it, one of those who are named; anybody of themselves."""
    within = next((ids[each] for each in WITHIN if each in ids), None)
    if within is None:
        return not ids or actor in ids.values()
    of = {name: each.handle for name, each in said[within].items() if isinstance(each, Ref)}
    if "mentor_id" in of:
        return actor in (of["mentor_id"], of["mentee_id"])
    return may_confide(said, actor, of)
