"""What was recognised is kept, so that reading a file again costs nothing. Safe to delete at any time.

One small file a page, under the user's cache folder (or ``PAPERMINE_CACHE``), in a folder for each
pack: `papermine forget` can then take a pack's pages out. The name is a digest of the picture and of
all that the result depends on.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from papermine.cachefolder import cache_folder


def folder() -> Path:
    """Where recognised pages are kept."""
    return cache_folder() / "ocr"


def key(picture: NDArray[Any], *settings: object) -> str:
    """The name of what is recognised on this picture with these settings."""
    digest = hashlib.sha256(repr((picture.shape, settings)).encode())
    digest.update(picture.tobytes())
    return digest.hexdigest()[:32]


def load(pack_id: str, name: str) -> Any | None:
    """What was kept, or None where there is nothing that can be read."""
    try:
        with gzip.open(folder() / pack_id / f"{name}.json.gz", "rt", encoding="utf-8") as f:
            return json.load(f)
    except (OSError, EOFError, ValueError):
        return None


def save(pack_id: str, name: str, value: Any) -> None:
    """Keep a value; where the folder cannot be written, nothing is kept."""
    place = folder() / pack_id
    try:
        place.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=place, suffix=".part")
        with os.fdopen(handle, "wb") as f:
            f.write(gzip.compress(json.dumps(value, separators=(",", ":")).encode(), mtime=0))
        os.replace(temporary, place / f"{name}.json.gz")
    except OSError:
        pass


def forget_pack(pack_id: str) -> None:
    """Delete what was kept of a pack."""
    if pack_id and pack_id.isalnum():
        shutil.rmtree(folder() / pack_id, ignore_errors=True)
