"""The site of the documentation: its pages, its reference, its numbers, and what is checked."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.results import Row
from tests.documentation.checked import faults
from tests.documentation.examples import schema
from tests.documentation.measured import table
from tests.documentation.pages import configuration, gathered
from tests.documentation.reference import operations, pages

MEASURED = Row(
    name="append", ours=1_200.5, theirs=None, unit="/s", ratio=0.24, goal=5_000.0, met=False
)


def named(nav: Any) -> Iterator[str]:
    """Every page of a navigation."""
    if isinstance(nav, str):
        yield nav
        return
    for each in nav.values() if isinstance(nav, dict) else nav:
        yield from named(each)


def test_every_page_stands_once_in_the_navigation() -> None:
    texts = gathered()
    assert sorted(named(configuration(texts)["nav"])) == sorted(texts)


def test_the_reference_tells_of_every_type_and_operation_once() -> None:
    told = [
        line.removeprefix("## ")
        for path, text in pages().items()
        for line in text.splitlines()
        if line.startswith("## ") and path != "README.md"
    ]
    kinds = {"Query", "Mutation", "Subscription"}
    said = [name for kind in kinds for name in operations(kind)]
    own = {name for name in schema().type_map if not name.startswith("__")} - kinds
    with_their_operation = {
        each
        for name in operations("mutation")
        for each in (f"{name[0].upper()}{name[1:]}Input", f"{name[0].upper()}{name[1:]}Payload")
    }
    specified = {"Boolean", "Float", "ID", "Int", "String"}
    assert sorted(told) == sorted([*said, *own - with_their_operation - specified])


def test_numbers_are_those_that_were_measured_last(tmp_path: Path) -> None:
    found = tmp_path / "bench.json"
    assert "nothing had been measured" in table(found)
    found.write_text(json.dumps([vars(MEASURED)]))
    assert "| append | 1,200.5 |  | /s | 0.24 | 5,000.0 | no |" in table(found)


def test_what_leads_nowhere_and_what_is_loaded_from_elsewhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "there.html").write_text('<h1 id="top">There</h1>')
    (tmp_path / "style.css").write_text("@font-face { src: url(https://fonts.example/a.woff) }")
    (tmp_path / "here.html").write_text(
        '<link rel="stylesheet" href="style.css"><script src="//cdn.example/a.js"></script>'
        '<img src="lost.png"><a href="there.html#top">1</a><a href="there.html#end">2</a>'
        '<a href="gone.html">3</a><a href="https://elsewhere.example">4</a>'
    )
    assert faults(tmp_path) == [
        "here.html loads //cdn.example/a.js",
        "here.html loads lost.png, which is not there",
        "here.html links to there.html#end, which is not there",
        "here.html links to gone.html, which is not there",
        "style.css loads https://fonts.example/a.woff",
    ]
