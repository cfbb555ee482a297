"""Documents that are known in advance, each by the digest of its text; the board's always are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Self

from server.observed import known_in_advance
from server.settings import DocumentMode
from server.told import NotAnswered

OURS = Path(__file__).parent / "board" / "documents"
UNKNOWN = "PERSISTED_DOCUMENT_NOT_FOUND"
ALONE = "ONLY_PERSISTED_DOCUMENTS"


def id_of(text: str) -> str:
    """The name that a document has by its text."""
    return f"sha256:{sha256(text.encode(errors='surrogatepass')).hexdigest()}"


def found_in(folder: Path) -> dict[str, str]:
    """The texts of a folder's documents, and of those in it, by their names."""
    found = {path.relative_to(folder).with_suffix(""): path for path in folder.rglob("*.graphql")}
    return {name.as_posix(): path.read_bytes().decode() for name, path in sorted(found.items())}


@dataclass(frozen=True, kw_only=True)
class Documents:
    """Which documents are answered by their ids, and whether any others are answered."""

    mode: DocumentMode
    texts: Mapping[str, str] = field(default_factory=dict)
    _known_texts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known_texts", frozenset(self.texts.values()))

    @classmethod
    def read(cls, mode: DocumentMode, folder: Path | None) -> Self:
        """Our own, and those of a folder where they are answered."""
        texts = [*found_in(OURS).values()]
        if mode is not DocumentMode.OFF and folder is not None:
            texts += found_in(folder).values()
        return cls(mode=mode, texts={id_of(text): text for text in texts})

    def text(self, query: str | None, document_id: str | None) -> str | None:
        """The document that is meant; raises NotAnswered where it is not answered here."""
        if document_id is not None:
            return self._known(query, document_id)
        if self.mode is DocumentMode.ONLY and query and id_of(query) not in self.texts:
            message = "Only documents known in advance are answered here: send its `documentId`."
            raise NotAnswered(422, message, ALONE)
        if query in self._known_texts:
            known_in_advance()
        return query

    def _known(self, query: str | None, document_id: str) -> str:
        if query is not None:
            raise NotAnswered(422, "Send `query` or `documentId`, not both.")
        text = self.texts.get(document_id)
        if text is None:
            raise NotAnswered(422, f"No document is known here as {document_id!r}.", UNKNOWN)
        known_in_advance()
        return text
