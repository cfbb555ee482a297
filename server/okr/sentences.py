"""Rules about the sentence of an objective, which may be made of its parts."""

from server.okr import checks, terms
from server.okr.refusals import Objections
from server.okr.terms import ABSENT


def titled(objections: Objections, said: object) -> dict[str, str]:
    """A blank title is made of what is done and to what; any other says something."""
    stated = terms.changes(terms.Objective, said)
    title = stated.get("title", ABSENT)
    parts = [stated.get(name) for name in ("verb", "what", "purpose")]
    for name, part in zip(("verb", "what", "purpose"), parts, strict=True):
        checks.noted(objections, part, name)
    if title is not ABSENT and not (title or "").strip() and all(parts[:2]):
        return {"title": " ".join(part for part in parts if part)}
    checks.named(objections, title, "title")
    return {}
