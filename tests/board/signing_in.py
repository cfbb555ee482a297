"""An issuer at which people sign in: it asks nothing, and checks the proof of who comes back."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_urlsafe
from urllib.parse import parse_qsl, urlencode

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.identity.vouching import Issuer

SUBJECT = "sub-of-nadia"


@dataclass(kw_only=True)
class SignsIn(Issuer):
    """The code flow with PKCE; its access tokens are for itself, so that the ID token speaks."""

    begun: dict[str, dict[str, str]] = field(default_factory=dict)
    declines: bool = False

    def application(self) -> Starlette:
        self.described = {
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
        }
        more = [
            Route("/authorize", self._authorize),
            Route("/token", self._token, methods=["POST"]),
        ]
        return Starlette(
            routes=[*super().application().routes, *more],
            middleware=[Middleware(CORSMiddleware, allow_origins=["*"])],
        )

    async def _authorize(self, request: Request) -> Response:
        said = dict(request.query_params)
        answer = {"state": said["state"]}
        if self.declines:
            answer |= {"error": "access_denied", "error_description": "Nadia would rather not."}
        else:
            answer["code"] = token_urlsafe()
            self.begun[answer["code"]] = said
        return RedirectResponse(f"{said['redirect_uri']}?{urlencode(answer)}")

    async def _token(self, request: Request) -> Response:
        said = dict(parse_qsl((await request.body()).decode()))
        begun = self.begun.pop(said["code"], None)
        digest = sha256(said["code_verifier"].encode()).digest()
        proof = urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            begun is None
            or begun["code_challenge_method"] != "S256"
            or any(said[each] != begun[each] for each in ("client_id", "redirect_uri"))
            or proof != begun["code_challenge"]
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse(
            {
                "access_token": "opaque",
                "id_token": self.token(SUBJECT, aud=begun["client_id"], name="Nadia Haddad"),
                "token_type": "Bearer",
            }
        )
