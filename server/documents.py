"""Documents that are known in advance, each by the digest of its text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Self

from server.settings import DocumentMode
from server.told import NotAnswered

UNKNOWN = "PERSISTED_DOCUMENT_NOT_FOUND"
ALONE = "ONLY_PERSISTED_DOCUMENTS"


def id_of(text: str) -> str:
    """The name that a document has by its text."""
    return f"sha256:{sha256(text.encode(errors='surrogatepass')).hexdigest()}"


@dataclass(frozen=True, kw_only=True)
class Documents:
    """Which documents are answered by their ids, and whether any others are answered."""

    mode: DocumentMode
    texts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, mode: DocumentMode, folder: Path | None) -> Self:
        """The documents of a folder, and of those in it."""
        if mode is DocumentMode.OFF or folder is None:
            return cls(mode=mode)
        texts = [path.read_bytes().decode() for path in folder.rglob("*.graphql")]
        return cls(mode=mode, texts={id_of(text): text for text in texts})

    def text(self, query: str | None, document_id: str | None) -> str | None:
        """The document that is meant; raises NotAnswered where it is not answered here."""
        if document_id is not None:
            return self._known(query, document_id)
        if self.mode is DocumentMode.ONLY and query and id_of(query) not in self.texts:
            message = "Only documents known in advance are answered here: send its `documentId`."
            raise NotAnswered(422, message, ALONE)
        return query

    def _known(self, query: str | None, document_id: str) -> str:
        if query is not None:
            raise NotAnswered(422, "Send `query` or `documentId`, not both.")
        text = self.texts.get(document_id)
        if text is None:
            raise NotAnswered(422, f"No document is known here as {document_id!r}.", UNKNOWN)
        return text
