"""What `dataclasses` compiles, kept from one process to the next, as Python keeps its compiled modules.

`dataclasses` writes the methods of a class as text, and compiles it each time that the class is made. An ingest makes some two hundred, papermine's
own and those of DuckDB and pydantic: 780 texts, a fifth of all that its start takes. What was compiled is kept in one file under the user's cache
folder (or ``PAPERMINE_CACHE``), by its text and named by a digest of the Python that compiled it; it begins with a digest of the rest of it. Where
the folder cannot be written, or `dataclasses` works in another way, texts are compiled each time.

What it gains: on a busy machine they are there after 6 ms of CPU in place of 85.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import marshal
import sys
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import Any

from papermine import cachefolder

MOST = 3_000
"""So many texts are kept: more are those of many versions under development, and the file is begun afresh."""

_known: dict[str, CodeType] = {}
_new: dict[str, CodeType] = {}


def remember() -> None:
    """From now on, methods of data classes are compiled only if they were never before. For a process that papermine has to itself."""
    if getattr(dataclasses, "exec", None) is not _run:
        _known.update(_held())
        dataclasses.exec = _run  # type: ignore[attr-defined]  # it finds this before Python's own


def keep() -> None:
    """Keep what this process compiled, if the folder can be written, beside what others kept meanwhile."""
    if _new:
        with suppress(OSError, RuntimeError):
            held = _held()
            cachefolder.keep(_place(), marshal.dumps((held if len(held) < MOST else {}) | _new))
            _new.clear()


def _run(text: str, names: dict[str, Any], into: dict[str, Any]) -> None:
    """As Python's `exec`."""
    code = _known.get(text)
    if code is None:
        code = _known[text] = _new[text] = compile(text, "<string>", "exec", dont_inherit=True)
    exec(code, names, into)


def _held() -> dict[str, CodeType]:
    """What was kept; nothing where the file is not there, or not whole."""
    try:
        data = cachefolder.kept(_place())
    except (OSError, RuntimeError):
        return {}
    held: dict[str, CodeType] = marshal.loads(data) if data is not None else {}
    return held


def _place() -> Path:
    return cachefolder.place_of("classes", sys.version, sys.flags.optimize, importlib.util.MAGIC_NUMBER)
