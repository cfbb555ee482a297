"""Time zones, as the world's tables name them."""

from zoneinfo import ZoneInfo

from server.okr.refusals import Invalid, Objections


def zoned(objections: Objections, time_zone: str, *path: str) -> None:
    """A time zone is one of those in the tables; the heart, which reads no files, cannot know."""
    try:
        ZoneInfo(time_zone)
    except (LookupError, OSError, ValueError):
        objections.append(Invalid(f"There is no time zone called {time_zone!r}.", *path))
