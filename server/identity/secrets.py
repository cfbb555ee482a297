"""The keys of programs as text: whose they are, which one, and a secret that nobody else keeps."""

import base64
import binascii
import hashlib
import secrets
from dataclasses import dataclass
from uuid import UUID

PREFIX = "okrlog_"
"""By which a key is known for one, also by programs that look for what should not be published."""
ID_BYTES, SECRET_BYTES = 16, 34  # together without padding in base64


@dataclass(frozen=True, kw_only=True)
class ApiKey:
    """A key as it is shown once; of its secret only the digest is kept."""

    organization_id: UUID
    id: UUID
    secret: bytes

    @classmethod
    def read(cls, text: str) -> "ApiKey | None":
        """The key that a text is; None where it is none."""
        try:
            said = base64.b64decode(text.removeprefix(PREFIX), altchars=b"-_", validate=True)
        except (ValueError, binascii.Error):
            return None
        if len(said) != 2 * ID_BYTES + SECRET_BYTES:
            return None
        organization_id, id_ = (UUID(bytes=said[at : at + ID_BYTES]) for at in (0, ID_BYTES))
        key = cls(organization_id=organization_id, id=id_, secret=said[2 * ID_BYTES :])
        # Nothing else is the same key, also where it would be read as the same bytes.
        return key if str(key) == text else None

    def __str__(self) -> str:
        said = self.organization_id.bytes + self.id.bytes + self.secret
        return PREFIX + base64.urlsafe_b64encode(said).decode()

    @property
    def digest(self) -> str:
        """What is kept of the secret: 272 bits of chance need no slow digest."""
        return digest(self.secret)


def new_secret() -> bytes:
    """A secret that nobody guesses."""
    return secrets.token_bytes(SECRET_BYTES)


def digest(secret: bytes) -> str:
    """SHA-256 of a secret."""
    return hashlib.sha256(secret).hexdigest()
