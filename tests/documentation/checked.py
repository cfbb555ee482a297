"""Whether all that a built site links to is there, and nothing of it is loaded from elsewhere."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADED = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src"}
NOT_LOADED = {"canonical", "next", "prev"}
STYLES = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])(?!data:|#)([^'\")]+)")


class Read(HTMLParser):
    """What a page loads, what it links to, and what can be linked to in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.ids.add(said.get("id", ""))
        if tag == "a" and "href" in said:
            self.links.append(said["href"])
        if LOADED.get(tag) in said and said.get("rel") not in NOT_LOADED:
            self.loads.append(said[LOADED[tag]])


def faults(site: Path) -> list[str]:
    """What is wrong with a site, a line for each."""
    pages = sorted(site.rglob("*.html"))
    return [
        *(fault for page in pages for fault in _of_page(site, page)),
        *(fault for style in sorted(site.rglob("*.css")) for fault in _of_style(style)),
    ]


def _of_page(site: Path, page: Path) -> Iterator[str]:
    read, name = _read(page), page.relative_to(site)
    for address in read.loads:
        if _is_elsewhere(address):
            yield f"{name} loads {address}"
        elif not _target(site, page, address).exists():
            yield f"{name} loads {address}, which is not there"
    for address in read.links:
        fragment = unquote(urlsplit(address).fragment)
        if _is_elsewhere(address):
            continue
        target = _target(site, page, address)
        target = target / "index.html" if target.is_dir() else target
        is_there = target.exists() and (not fragment or fragment in _read(target).ids)
        if not is_there:
            yield f"{name} links to {address}, which is not there"


def _of_style(style: Path) -> Iterator[str]:
    for address in STYLES.findall(style.read_text()):
        if _is_elsewhere(address):
            yield f"{style.name} loads {address}"


@cache
def _read(page: Path) -> Read:
    return Read(page.read_text())


def _is_elsewhere(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme and parts.scheme != "data") or bool(parts.netloc)


def _target(site: Path, page: Path, address: str) -> Path:
    path = unquote(urlsplit(address).path)
    if address.startswith("data:") or not path:
        return page
    return site / path.lstrip("/") if path.startswith("/") else page.parent / path
