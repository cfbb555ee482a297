"""Rules about evidence: what a report rests on can be found again, or told again by its hash."""

import re

from server.okr import checks, terms
from server.okr.refusals import Invalid, LimitReached, Objections
from server.okr.standing import Standing

EVIDENCE_OF_A_CHECK_IN = 20
LONGEST_URI = 2_000
# What a browser would carry out, as javascript: or data:, is no place.
SCHEMES = ("https", "http", "mailto", "mid", "file", "urn", "webcal")
URI = re.compile(rf"({'|'.join(SCHEMES)}):[^\s<>\"]+", re.IGNORECASE)


def presentable(
    objections: Objections, standing: Standing, evidence: list[terms.Evidence] | None
) -> None:
    """Each piece says where it is or what it hashes to, and of nothing that has yet to happen."""
    for index, each in enumerate(evidence or []):
        path = ("evidence", str(index))
        if each.uri is None and each.sha256 is None:
            objections.append(Invalid("It says where it is, or what it hashes to.", *path))
        _findable(objections, each, *path)
        ahead = each.occurred_on is not None and each.occurred_on > standing.today
        objections.when(
            ahead, Invalid("What has not happened yet proves nothing.", *path, "occurred_on")
        )
    objections.when(
        len(evidence or []) > EVIDENCE_OF_A_CHECK_IN,
        LimitReached(f"At most {EVIDENCE_OF_A_CHECK_IN} pieces at once.", "evidence"),
    )


def placed(objections: Objections, uri: str | None, *path: str) -> None:
    """Where something is can be followed."""
    told = f"A place begins with one of {', '.join(SCHEMES)}, as https://example.org/invoice.pdf."
    found = uri is None or (len(uri) <= LONGEST_URI and URI.fullmatch(uri))
    objections.when(not found, Invalid(told, *path))


def _findable(objections: Objections, evidence: terms.Evidence, *path: str) -> None:
    placed(objections, evidence.uri, *path, "uri")
    checks.hashed(objections, evidence.sha256, *path, "sha256")


def filed(standing: Standing, evidence: list[terms.Evidence] | None) -> list[terms.FiledEvidence]:
    """Each piece under an id of its own."""
    return [
        terms.FiledEvidence(id=standing.new_id(), **terms.changes(terms.Evidence, each))
        for each in evidence or []
    ]
