"""A front end in a few lines: says things to a running server over HTTP, as one person."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx

Answer = dict[str, Any]


@dataclass(kw_only=True)
class Client:
    """One person's way to the server."""

    http: httpx.AsyncClient
    token: str
    person_id: UUID

    async def post(self, document: str, variables: Answer | None = None) -> httpx.Response:
        """The bare answer to an operation."""
        # Escaped, so that it can say letters that are none and have no place in UTF-8.
        return await self.http.post(
            "/graphql",
            content=json.dumps({"query": document, "variables": variables or {}}),
            headers={
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
            },
        )

    async def errors(self, document: str, **variables: Any) -> list[Answer]:
        """The errors of an operation that has to fail."""
        answer = (await self.post(document, variables)).json()
        assert answer.get("errors"), answer
        errors: list[Answer] = answer["errors"]
        return errors

    async def ask(self, document: str, **variables: Any) -> Answer:
        """The data of an operation that has to succeed."""
        answer = (await self.post(document, variables)).json()
        assert "errors" not in answer, answer["errors"]
        data: Answer = answer["data"]
        return data

    async def command(
        self, mutation: str, shows: str, said: Answer, command: Answer | None = None
    ) -> Answer:
        """The payload of a mutation whose input is stated in the graph's names."""
        kind = mutation[0].upper() + mutation[1:]
        document = f"""
          mutation ($input: {kind}Input!, $command: Command) {{
            {mutation}(input: $input, command: $command) {{
              {shows} position refusals {{ __typename code message path }}
            }}
          }}"""
        payload: Answer = (await self.ask(document, input=said, command=command))[mutation]
        return payload

    async def do(self, mutation: str, shows: str, **said: Any) -> Answer:
        """The noun that a mutation acted on, which has to be carried out."""
        payload = await self.command(mutation, shows, said)
        assert payload["refusals"] == [], payload["refusals"]
        noun: Answer = next(
            value for key, value in payload.items() if key not in ("position", "refusals")
        )
        return noun

    async def refused(self, mutation: str, noun: str, **said: Any) -> list[tuple[str, str]]:
        """Code and path of every reason for which a mutation is declined."""
        payload = await self.command(mutation, f"{noun} {{ __typename }}", said)
        assert payload["refusals"], payload
        assert payload["position"] is None
        assert not payload[noun]
        return [(each["code"], ".".join(each["path"])) for each in payload["refusals"]]
