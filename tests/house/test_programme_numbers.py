"""Every programme number is published: in the graph, in docs/numbers.md, and with one formula."""

import re
from pathlib import Path

from server.okr.programme_words import ProgrammeCode
from server.queries import SQL

ROOT = Path(__file__).parents[2]
MADE = re.compile(r"\('(\w+)', '(\w+/\d)', (true|false), (true|false), \d+\)")
TOLD = re.compile(r"^\| ([A-Z_]+) \| `(\w+/\d)`(, about people)? \|", re.MULTILINE)


def test_every_programme_number_is_published_with_its_formula() -> None:
    made = MADE.findall((SQL / "views" / "58_programme_code.sql").read_text())
    told = TOLD.findall((ROOT / "docs" / "numbers.md").read_text())

    assert [(code, formula, people == "true") for code, formula, people, _ in made] == [
        (code, formula, bool(people)) for code, formula, people in told
    ]
    assert [code for code, *_ in made] == [*ProgrammeCode]
