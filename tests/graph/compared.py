"""Asks what changed between two positions."""

from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office

WHAT = "nounId change fields positions"
OF_OBJECTIVE = f"""{WHAT} objective {{ id }} progressBefore progressAfter scoreBefore scoreAfter
  before {{ title state owner {{ ... on Team {{ id }} }} }} after {{ title state }}"""
OF_KEY_RESULT = f"""{WHAT} keyResult {{ id }} objective {{ id }} before {{ title weight }}
  after {{ title weight state }} metricBefore {{ target }} metricAfter {{ target
  milestones {{ title done }} }} currentBefore currentAfter progressBefore progressAfter
  scoreBefore scoreAfter"""
OF_REST = f"""
  alignments {{ {WHAT} alignment {{ id }} from {{ id }} toObjective {{ id }} toKeyResult {{ id }}
    before {{ rollUp weight }} after {{ rollUp weight }} }}
  contributions {{ {WHAT} contribution {{ id }} keyResult {{ id }} person {{ id }}
    before {{ target }} after {{ target }} currentBefore currentAfter }}
  participants {{ {WHAT} participant {{ id }} objective {{ id }} person {{ id }} team {{ id }}
    before {{ role }} after {{ role }} }}"""
ALL = f"""fromPosition fromRecordedAt toPosition toRecordedAt objectives {{ {OF_OBJECTIVE} }}
  keyResults {{ {OF_KEY_RESULT} }} {OF_REST}"""


async def now(office: Office) -> int:
    position: int = (await office.admin.ask("{ organization { position } }"))["organization"][
        "position"
    ]
    return position


async def compared(
    client: Client, kind: str, noun: str, since: int, until: int | None = None, shows: str = ALL
) -> Any:
    document = f"""query ($id: ID!, $from: AsOf!, $to: AsOf) {{ node(id: $id) {{
      ... on {kind} {{ compare(from: $from, to: $to) {{ {shows} }} }} }} }}"""
    said = {"from": {"position": since}, "to": until and {"position": until}}
    return (await client.ask(document, id=noun, **said))["node"]["compare"]
