"""Which release of okrlog this is."""

from importlib.metadata import version

RELEASE = version("okrlog")


def is_later(release: str | None) -> bool:
    """Whether another release, by its number, came after this one; what has no number did not."""
    return _numbers(release or "") > _numbers(RELEASE)


def _numbers(release: str) -> list[int]:
    return [int(part) for part in release.split(".") if part.isdigit()]
