"""Where papermine keeps what it can make again. Safe to delete at any time."""

from __future__ import annotations

import os
import sys
from pathlib import Path


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
