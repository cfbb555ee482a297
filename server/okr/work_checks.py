"""Checks of what is said of a piece of work."""

from server.okr import checks, terms
from server.okr.refusals import Invalid, Objections
from server.okr.terms import WorkKind


def whole(objections: Objections, item: terms.WorkItem) -> None:
    """An initiative has bounds: what belongs to it, when it begins, and when it ends."""
    checks.named(objections, item.title, "title")
    for name in ("verb", "counted", "scope", "criteria"):
        checks.named(objections, getattr(item, name) or "-", name)
    for name in ("kind", "tracking"):
        empty = getattr(item, name) is None
        objections.when(empty, Invalid("This cannot be empty.", name))
    initiative = item.kind is WorkKind.INITIATIVE
    for name in ("sort", "scope", "starts_on", "ends_on") if initiative else ():
        missing = getattr(item, name) is None
        objections.when(missing, Invalid("An initiative has this; say it.", name))
    odd = not initiative and item.sort is not None
    objections.when(odd, Invalid("Only an INITIATIVE is of a sort.", "sort"))
    turned = None not in (item.starts_on, item.ends_on) and item.starts_on > item.ends_on  # type: ignore[operator]
    objections.when(turned, Invalid("It ends on its first day or later.", "ends_on"))
    negative = item.effort is not None and item.effort < 0
    objections.when(negative, Invalid("Zero or more days.", "effort"))
