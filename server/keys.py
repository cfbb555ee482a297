"""Signing keys: files that only their owner reads, made when needed, never in the database."""

import os
from pathlib import Path

from joserfc.jwk import OKPKey


def signing_key(folder: Path, name: str) -> OKPKey:
    """The Ed25519 key in ``folder/name.pem``, made if there is none; servers share the folder."""
    path = folder / f"{name}.pem"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write_once(path, OKPKey.generate_key("Ed25519").as_pem(private=True))
    return OKPKey.import_key(path.read_bytes())


def _write_once(path: Path, key: bytes) -> None:
    """Whole or not at all, and only by the first of several processes."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
