"""Where papermine keeps what it can make again. Safe to delete at any time."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

KEPT_DAYS = 90
"""For so long what another version kept stays."""


def cache_folder() -> Path:
    """``PAPERMINE_CACHE``, else ``papermine`` in the user's cache folder. It need not exist.

    Raises `RuntimeError` where the user has no home folder.
    """
    given = os.environ.get("PAPERMINE_CACHE")
    if given:
        return Path(given)
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "papermine"


def place_of(folder: str, *made_by: object) -> Path:
    """The file in ``folder`` of the cache folder for what depends on all of ``made_by``. Raises `RuntimeError` as `cache_folder`."""
    return cache_folder() / folder / hashlib.sha256(repr(made_by).encode()).hexdigest()[:32]


def kept(place: Path) -> bytes | None:
    """What was kept there; None where there is nothing, or nothing whole (it begins with a digest of the rest). Raises `OSError`."""
    try:
        held = place.read_bytes()
    except FileNotFoundError:
        return None
    return held[32:] if hashlib.sha256(held[32:]).digest() == held[:32] else None


def keep(place: Path, made: bytes) -> None:
    """Keep it there, whole or not at all; what other versions kept beside it goes when it is old. Raises `OSError`."""
    import tempfile  # it loads more than all else here
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=place.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(made).digest() + made)
        os.replace(temporary, place)
    except OSError:
        os.unlink(temporary)
        raise
    with suppress(OSError):
        for old in place.parent.iterdir():
            if time.time() - old.stat().st_mtime > KEPT_DAYS * 86_400:
                old.unlink(missing_ok=True)
