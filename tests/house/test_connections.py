"""What requests set on a connection is gone with their transaction, so that nothing is reset."""

import re
from pathlib import Path

QUERIES = Path(__file__).parents[2] / "sql" / "queries"
OF_THE_OWNER = {"set_search_path", "trust_function_bodies", "lock_migration", "unlock_migration"}
# Each request says anew whom its connection serves; behind a pooler it says so for its transaction.
SAID_ANEW = {"serve"}
STAYS = re.compile(r"(?im)^\s*set\s|set_config\(.*false\)|pg_advisory|\blisten\b|\btemp")


def test_no_question_of_a_request_leaves_anything_on_its_connection() -> None:
    found = {path.stem for path in QUERIES.glob("*.sql") if STAYS.search(path.read_text())}
    assert found == OF_THE_OWNER | SAID_ANEW
