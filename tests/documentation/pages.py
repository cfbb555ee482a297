"""Gathers the pages of the site: they keep their places, so that links between them hold."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath, relpath
from typing import Any

import yaml

from tests.documentation import measured, reference

ROOT = Path(__file__).parents[2]
REFERENCE = "docs/reference"
DECISIONS = "docs/decisions"
# For those who work on okrlog: it names tests and nothing else.
LEFT_OUT = {"docs/rows.md"}
# What pages may link to beside pages; links to anything else become plain text.
ALONG = ("docs/", "schema/schema.graphql", "docker-compose.yml", "LICENSE")
LINK = re.compile(r"(!?)\[([^\]\n]+)\]\(([^)\s]+)\)")
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)

Texts = dict[str, str]
"""Pages by their paths from the root of the repository."""


def gathered() -> Texts:
    """Every page of the site."""
    found = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    texts = {str(path.relative_to(ROOT)): path.read_text() for path in found}
    texts = {path: text for path, text in texts.items() if path not in LEFT_OUT}
    texts["docs/performance.md"] += measured.table()
    texts |= {f"{REFERENCE}/{path}": text for path, text in reference.pages().items()}
    texts[f"{DECISIONS}/README.md"] = _listed(texts)
    return {path: _linked(path, text, texts) for path, text in texts.items()}


def write(texts: Texts, to: Path) -> None:
    """Write them down, with what they show and link to."""
    for path, text in texts.items():
        written = to / path
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(text)
        for each in _named(path, text):
            if each not in texts and (ROOT / each).is_file():
                (to / each).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / each, to / each)


def configuration(texts: Texts) -> Any:
    """What mkdocs.yml says, with the pages of the folders that its navigation names."""
    said = yaml.safe_load((ROOT / "mkdocs.yml").read_text())
    said["nav"] = _spelled_out(said["nav"], texts)
    return said


def _listed(texts: Texts) -> str:
    """The decisions in their order."""
    lines = (
        f"- [{_title(text)}]({Path(path).name})\n"
        for path, text in sorted(texts.items())
        if path.startswith(f"{DECISIONS}/0")
    )
    return "# Decisions\n\nWhat somebody will ask about: context, choice, price.\n\n" + "".join(
        lines
    )


def _linked(path: str, text: str, texts: Texts) -> str:
    """A page whose links lead to what the site has."""

    def mended(link: re.Match[str]) -> str:
        shown, words, address = link.groups()
        target, _, anchor = address.partition("#")
        if re.match(r"[a-z]+:", address) or not target:
            return link[0]
        place = normpath(f"{path}/../{target}")
        if f"{place}/README.md" in texts:
            place += "/README.md"
        if place not in texts and not _comes_along(place):
            return words if (ROOT / place).exists() else link[0]
        there = relpath(place, normpath(f"{path}/.."))
        return f"{shown}[{words}]({there}{'#' + anchor if anchor else ''})"

    return LINK.sub(mended, text)


def _comes_along(place: str) -> bool:
    return place.startswith(ALONG) and place not in LEFT_OUT and (ROOT / place).is_file()


def _named(path: str, text: str) -> Iterator[str]:
    """What a page links to within the site."""
    for _, _, address in LINK.findall(text):
        target = address.partition("#")[0]
        if target and not re.match(r"[a-z]+:", address):
            yield normpath(f"{path}/../{target}")


def _spelled_out(nav: Any, texts: Texts) -> Any:
    """A folder in the navigation stands for its pages."""
    if isinstance(nav, list):
        return [_spelled_out(each, texts) for each in nav]
    if isinstance(nav, dict):
        return {title: _spelled_out(each, texts) for title, each in nav.items()}
    if not nav.endswith("/"):
        return nav
    within = sorted(path for path in texts if path.startswith(nav))
    return [{_title(texts[path]): path} for path in within]


def _title(text: str) -> str:
    found = TITLE.search(text)
    assert found is not None
    return found[1]
