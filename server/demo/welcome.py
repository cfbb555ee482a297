"""What `okrlog demo` says: where it serves, who you are, and what to paste first."""

from textwrap import dedent

from server.app import Okrlog
from server.demo.load import NAME, THE_END

MOVED = "Reduce the cart abandonment rate from 67.6 % to 61 %"

WELCOME = """\
{organization} is loaded: {facts} facts in its log.

Board    {address}/#token={token}
Address  {address}/graphql
You are  {person}, administrator
Token    {token}

Report where a key result stands; it moves with its objective and everything above it:

{mutation}

Then look at the company's objectives of the cycle:

{query}

The facts you write are printed by:

.venv/bin/okrlog export --organization {organization_id} --after {facts}
"""

MUTATION = """\
mutation {{
  recordCheckIn(input: {{
    keyResultId: "{key_result_id}", value: "62.9", confidence: "0.8", note: "One page less."
  }}) {{
    refusals {{ code message path }}
    position
    checkIn {{
      keyResult {{
        title current progress {{ value formula }}
        objective {{
          title progress {{ value }}
          alignments {{ rollUp to {{ ... on Objective {{
            title progress {{ value }}
            alignments {{ rollUp to {{ ... on Objective {{ title level progress {{ value }} }} }} }}
          }} }} }}
        }}
      }}
    }}
  }}
}}"""

QUERY = """\
{{
  organization {{
    name position
    cycle(key: "{cycle_key}") {{
      name
      objectives(filter: {{ level: COMPANY }}) {{
        nodes {{
          key title confidence
          progress {{ value inputs {{ value weight counted because node {{ id }} }} }}
          keyResults {{ title current progress {{ value }} status }}
        }}
      }}
    }}
  }}
}}"""


async def welcome(okrlog: Okrlog, address: str) -> str:
    """The text, with mutation and query as they stand and as a shell takes them."""
    [row] = await okrlog.database.everywhere("demo_welcome", NAME, MOVED, THE_END)
    token = okrlog.tokens.issue(row["org_id"], row["person_id"], okrlog.settings.token_lifetime)
    return WELCOME.format(
        organization=NAME,
        organization_id=row["org_id"],
        facts=row["position"],
        address=address,
        person=row["name"],
        token=token,
        mutation=_pasted(MUTATION.format(key_result_id=row["key_result_id"]), address, token),
        query=_pasted(QUERY.format(cycle_key=row["cycle_key"]), address, token),
    )


def _pasted(document: str, address: str, token: str) -> str:
    """A document as a command that any shell with curl takes."""
    body = document.replace("\\", "\\\\").replace('"', '\\"')
    one_line = " ".join(body.split())
    return dedent(
        f"""\
        curl -s {address}/graphql -H 'Content-Type: application/json' \\
          -H 'Authorization: Bearer {token}' \\
          -d '{{"query": "{one_line}"}}'"""
    )
