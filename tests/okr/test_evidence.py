"""What a report may rest on."""

from datetime import date

import pytest

from server.okr.check_ins import RecordCheckIn, record_check_in
from server.okr.terms import Evidence, EvidenceKind
from tests.okr.standings import KEY_RESULT, TODAY, about, refused, the_fact

PAGE = Evidence(uri="https://example.org/page")


def told(*evidence: Evidence) -> set[str]:
    said = RecordCheckIn(key_result_id=KEY_RESULT, evidence=list(evidence))
    return refused(record_check_in, about(), said)


def test_each_piece_is_kept_under_an_id_of_its_own() -> None:
    bill = Evidence(kind=EvidenceKind.INVOICE, sha256="ab" * 32, occurred_on=TODAY)
    said = RecordCheckIn(key_result_id=KEY_RESULT, evidence=[PAGE, bill])
    one, other = vars(the_fact(record_check_in, about(), said))["evidence"]
    assert one.id != other.id
    assert (one.uri, other.sha256, other.kind) == (PAGE.uri, bill.sha256, bill.kind)


def test_a_piece_says_where_it_is_or_what_it_hashes_to() -> None:
    assert told(PAGE, Evidence(title="A feeling")) == {"INVALID evidence.1"}


@pytest.mark.parametrize(
    "uri", ["javascript:alert(1)", "data:text/html,x", "//example.org", "https:", "http://a b", ""]
)
def test_a_place_is_one_that_can_be_looked_up(uri: str) -> None:
    assert told(Evidence(uri=uri)) == {"INVALID evidence.0.uri"}


def test_a_hash_is_one_of_sha_256() -> None:
    for text in ("", "AB" * 32, "ab" * 31, "ab" * 33):
        assert told(Evidence(sha256=text)) == {"INVALID evidence.0.sha256"}


def test_what_has_not_happened_proves_nothing() -> None:
    ahead = Evidence(uri=PAGE.uri, occurred_on=date(2999, 1, 1))
    assert told(ahead) == {"INVALID evidence.0.occurred_on"}


def test_a_report_rests_on_twenty_pieces_at_most() -> None:
    assert told(*[PAGE] * 21) == {"LIMIT_REACHED evidence"}
