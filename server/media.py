"""In which media type a client takes its answer."""

import re

JSON = "application/json"
RESPONSE = "application/graphql-response+json"
STREAM = "text/event-stream"
ANY = ("*/*", "application/*")
WEIGHT = re.compile(r"q=(0(\.\d{0,3})?|1(\.0{0,3})?)", re.IGNORECASE)


def answered_as(accept: str | None) -> str | None:
    """The media type that an Accept header likes best; None where it takes none of ours.

    Who does not name the newer one gets plain JSON: it may know no other.
    """
    if not (accept or "").strip():
        return JSON
    taken = [_taken(each) for each in (accept or "").split(",")]
    weight, _, _, kind = max(_liking(RESPONSE, taken), _liking(JSON, taken))
    return kind if weight else None


def takes_stream(accept: str | None) -> bool:
    """Whether a client names event streams: none gets one without that."""
    taken = dict(_taken(each) for each in (accept or "").split(","))
    return taken.get(STREAM, 0) > 0


def _taken(media_range: str) -> tuple[str, float]:
    kind, *parameters = (each.strip() for each in media_range.split(";"))
    weights = [found[1] for each in parameters if (found := WEIGHT.fullmatch(each))]
    return kind.lower(), float(weights[0]) if weights else 1.0


def _liking(kind: str, taken: list[tuple[str, float]]) -> tuple[float, int, bool, str]:
    """How much one of ours is liked: what is said about it most specifically counts."""
    ranges = (*ANY, kind)
    found = [(ranges.index(name), weight) for name, weight in taken if name in ranges]
    specificity, weight = max(found, default=(0, 0.0))
    named = specificity == len(ANY)
    return weight, specificity, named == (kind == RESPONSE), kind
