"""Pulses as tests say them: people are asked, answer, and are told what came of it."""

from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office

SHOWS = """state answersLeast answered withheld questions { question answers mean }
  remarks { question words } answers { author { id } }"""


async def agreed(office: Office, least: int = 3) -> None:
    """Let three be enough."""
    await office.admin.do("changePolicy", "organization { id }", reason="So.", peopleLeast=least)


async def opened(
    office: Office, cycle: str, *questions: str, by: Client | None = None, **said: Any
) -> str:
    """A new pulse; about trust unless said otherwise."""
    stated = {"cycleId": cycle, "questions": list(questions) or ["TRUST"], **said}
    return str((await (by or office.admin).do("openPulse", "pulse { id }", **stated))["id"])


async def answered(who: Client, pulse: str, *, named: bool = False, **said: Any) -> str:
    """Answer from 1 to 5 or in words, by question."""
    answers = [
        {"question": question, "score" if isinstance(each, int) else "text": each}
        for question, each in said.items()
    ]
    stated = {"pulseId": pulse, "answers": answers, "named": named}
    return str((await who.do("answerPulse", "pulseAnswer { id }", **stated))["id"])


async def closed(office: Office, pulse: str) -> None:
    """Take no more answers."""
    await office.admin.do("closePulse", "pulse { id }", pulseId=pulse)


async def shown(office: Office, pulse: str, by: Client | None = None) -> Any:
    """The pulse as somebody sees it who did not answer, unless said otherwise."""
    return await office.seen("Pulse", pulse, SHOWS, by)
