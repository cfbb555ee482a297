"""What the demo's story says, picked out by command and field."""

from typing import Any

from server.demo.script import Step


def said(story: list[Step], deed: str, field: str) -> list[Any]:
    return [each.said[field] for each in story if each.deed == deed and field in each.said]


def inside(story: list[Step], deed: str, field: str) -> list[Any]:
    return [each for listed in said(story, deed, field) for each in listed]
