"""Patterns are compiled at their first use: each of them is tried here, so that a mistake in one shows before a paper does."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Iterator

import papermine
from papermine import regex


def late(value: object, depth: int = 0) -> Iterator[regex._Late]:
    """The patterns in a module's value: alone, or in tuples, lists and dictionaries."""
    if isinstance(value, regex._Late):
        yield value
    elif depth < 3 and isinstance(value, (tuple, list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from late(each, depth + 1)


def test_every_pattern_compiles() -> None:
    found = 0
    for module in pkgutil.walk_packages(papermine.__path__, "papermine."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            for pattern in late(value):
                assert pattern.match is not None, f"{module.name}: {pattern.pattern}"
                found += 1
    assert found > 300


def test_a_pattern_is_compiled_once_and_is_the_real_one_then() -> None:
    day = regex.compile(r"(?P<day>\d+) may", regex.I)
    assert day.pattern == r"(?P<day>\d+) may"
    found = day.search("on 7 May")
    assert found is not None
    assert (found["day"], found.re.pattern, day.flags & regex.I, dict(day.groupindex)) == ("7", day.pattern, regex.I, {"day": 1})
    assert day.match is day.match
    assert day.sub("-", "7 may, 8 MAY") == "-, -"


def test_importing_the_road_compiles_nothing_of_ours() -> None:
    told = subprocess.run([sys.executable, "-c", """
import re, types
from papermine import regex
seen = []
regex.re = types.SimpleNamespace(compile=lambda *given: (seen.append(given[0]), re.compile(*given))[1])
import papermine.cli, papermine.ingest.run
from papermine.ingest.worker import load_road
load_road()
print(seen)
from papermine.language.dates import find_dates
find_dates("on 7 May 2024")
print(len(seen) > 1)
"""], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\nTrue\n"
