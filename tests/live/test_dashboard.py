"""What the dashboard and the rules for alarms look at is there, in what a running server tells."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from tests.graph.office import Office
from tests.live.listening import introduced
from tests.serving import ROOT, running

OPERATIONS = ROOT / "docs" / "operations"
TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
NAME = re.compile(r"[a-zA-Z_:][\w:]*")
SELECTED = re.compile(r"(okrlog_\w+)\{([^}]*)\}")
GROUPED = re.compile(r"\b(?:by|without)\s*\(([^)]*)\)")
WORDS = {"by", "without", "on", "ignoring", "and", "or", "unless", "bool"}
OF_PROMETHEUS = {"instance", "job"}
"""Labels that it adds to whatever it is told."""
OF_SEVERAL = {"pid"}
"""A label that is told where several processes serve."""


def expressions() -> Iterator[str]:
    for panel in json.loads((OPERATIONS / "dashboard.json").read_text())["panels"]:
        yield from (target["expr"] for target in panel["targets"])
    for group in yaml.safe_load((OPERATIONS / "alerts.yml").read_text())["groups"]:
        yield from (rule["expr"] for rule in group["rules"])


def metrics_of(expression: str) -> set[str]:
    """All names that are no functions, no words of the language and no labels."""
    bare = GROUPED.sub("", re.sub(r"\{[^}]*\}|\[[^\]]*\]", "", TEXT.sub("", expression)))
    called = set(re.findall(r"([a-zA-Z_]\w*)\s*\(", bare))
    return set(NAME.findall(bare)) - called - WORDS


def labels_of(expression: str) -> set[str]:
    """All labels that it selects or groups by."""
    grouped = {each.strip() for found in GROUPED.findall(expression) for each in found.split(",")}
    return grouped.union(*(labels for _, labels in selectors(expression)))


def selectors(expression: str) -> list[tuple[str, set[str]]]:
    """Each metric of which some series are selected, and by which labels."""
    found = SELECTED.findall(TEXT.sub("", expression))
    return [(metric, set(re.findall(r"(\w+)\s*[=!]", said))) for metric, said in found]


@pytest.fixture(scope="module")
def watched(database_url: str, keys_dir: Path) -> Iterator[str]:
    with running(database_url, keys_dir, metrics_token="let-me-see") as address:
        yield address


async def told(address: str, office: Office) -> dict[str, set[str]]:
    """Every series that a server tells that was asked for some of everything, and its labels."""
    headers = {"Authorization": "Bearer let-me-see"}
    async with httpx.AsyncClient(base_url=address, timeout=60) as http:
        admin = replace(office.admin, http=http)
        await admin.do("addPerson", "person { id }", name="Zoe")
        async with introduced(address, admin.token) as socket:
            await socket.subscribe("subscription { organization { name } }")
            await socket.next()
        text = (await http.get("/metrics", headers=headers)).text
    found: dict[str, set[str]] = defaultdict(set)
    for family in text_string_to_metric_families(text):
        suffix = {"counter": "_total"}.get(family.type, "")
        found[f"{family.name}{suffix}"] |= set()
        for sample in family.samples:
            found[sample.name] |= sample.labels.keys()
    return found


async def test_every_metric_and_label_that_is_looked_at_is_told(
    watched: str, office: Office
) -> None:
    series = await told(watched, office)
    known = OF_PROMETHEUS | OF_SEVERAL
    for expression in expressions():
        metrics = metrics_of(expression)
        assert metrics, expression
        assert metrics <= series.keys(), expression
        for metric, labels in selectors(expression):
            assert labels <= series[metric] | known, expression
        told_of = {label for metric in metrics for label in series[metric]}
        failures = {"statement"} if "okrlog_statement_failures_total" in metrics else set()
        assert labels_of(expression) <= told_of | known | failures, expression


async def test_everything_that_is_told_is_looked_at(watched: str, office: Office) -> None:
    looked_at = {metric for expression in expressions() for metric in metrics_of(expression)}
    families = {re.sub(r"_(bucket|sum|count|total)$", "", each) for each in looked_at}
    told_ = await told(watched, office)
    assert {re.sub(r"_(bucket|sum|count|total)$", "", each) for each in told_} == families


def test_every_alarm_says_what_to_do() -> None:
    for group in yaml.safe_load((OPERATIONS / "alerts.yml").read_text())["groups"]:
        for rule in group["rules"]:
            assert rule["annotations"].keys() == {"summary", "action"}
            assert rule["labels"]["severity"] in ("page", "ticket")


def test_names_are_found_in_expressions() -> None:
    said = 'topk(10, sum by (le, a) (rate(okrlog_x_total{b=~"c|d{2}",e!="f"}[5m]))) / okrlog_y > 1'
    assert metrics_of(said) == {"okrlog_x_total", "okrlog_y"}
    assert labels_of(said) == {"le", "a", "b", "e"}
