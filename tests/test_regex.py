"""Patterns are compiled at their first use, and kept: each of them is tried here, so that a mistake in one shows before a paper does."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import papermine
from papermine import regex
from papermine.regex import kept
from papermine.store import query


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
from papermine.regex import kept
from papermine.store import query
seen = []
real = kept.compiled
kept.compiled = lambda *given: (seen.append(given[0]), real(*given))[1]
import papermine.cli, papermine.ingest.run
from papermine.ingest.worker import load_road
load_road()
print(seen)
from papermine.language.dates import find_dates
find_dates("on 7 May 2024")
print(len(seen) > 1)
"""], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\nTrue\n"


def test_functions_are_those_of_re() -> None:
    text = "Item 7: £1,200\nitem 12: £30"
    for pattern, flags in ((r"item (\d+)", regex.I), (r"^item (?P<n>\d+)", regex.I | regex.M), (r"[^\W\d_]+|£", 0)):
        assert regex.findall(pattern, text, flags) == re.findall(pattern, text, flags)
        assert [m.span() for m in regex.finditer(pattern, text, flags)] == [m.span() for m in re.finditer(pattern, text, flags)]
        assert regex.split(pattern, text, 1, flags) == re.split(pattern, text, maxsplit=1, flags=flags)
        assert regex.sub(pattern, lambda m: f"<{m[0]}>", text, 1, flags) == re.sub(pattern, lambda m: f"<{m[0]}>", text, count=1, flags=flags)
        for ours, theirs in ((regex.search, re.search), (regex.match, re.match), (regex.fullmatch, re.fullmatch)):
            one, other = ours(pattern, text, flags), theirs(pattern, text, flags)
            assert (one and (one.span(), one.groupdict())) == (other and (other.span(), other.groupdict()))


TOLD = """
import json, re, sys, warnings
warnings.simplefilter("ignore")
from papermine import regex
from papermine.regex import kept
from papermine.store import query
made = []
if kept._MACHINE is not None:
    real = kept._compile
    kept._compile = lambda *given: (made.append(given), real(*given))[1]
out = []
for pattern, flags in json.load(sys.stdin):
    ours, theirs = kept.compiled(pattern, flags), re.compile(pattern, flags)
    out.append(ours == theirs and ours.groupindex == theirs.groupindex and ours.groups == theirs.groups and ours.pattern == theirs.pattern)
regex.keep()
print(all(out), len(out), len(made))
"""


def every_pattern() -> list[tuple[str, int]]:
    found = {}
    for module in pkgutil.walk_packages(papermine.__path__, "papermine."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                found |= {(p.pattern, int(p.given)): None for p in late(value)}
    return list(found)


def test_a_kept_pattern_is_the_one_that_re_compiles(tmp_path: Path) -> None:
    """All of ours, in a process that compiles and keeps them, and in one that finds them."""
    patterns = every_pattern()
    for made in (len(patterns), 0):
        told = subprocess.run([sys.executable, "-c", TOLD], input=json.dumps(patterns), capture_output=True, text=True, check=True,
                              env={**os.environ, "PAPERMINE_CACHE": str(tmp_path)})
        assert told.stdout == f"True {len(patterns)} {made}\n"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A process that has compiled nothing yet, and its cache folder."""
    monkeypatch.setenv("PAPERMINE_CACHE", str(tmp_path))
    monkeypatch.setattr(kept, "_known", {})
    monkeypatch.setattr(kept, "_new", {})
    monkeypatch.setattr(kept, "_read", False)
    return tmp_path


@pytest.mark.parametrize("spoil", [lambda held: b"", lambda held: held[:20], lambda held: held[:-1], lambda held: held[:40] + b"x" + held[41:]])
def test_what_is_not_whole_is_compiled_again(empty: Path, monkeypatch: pytest.MonkeyPatch, spoil) -> None:  # type: ignore[no-untyped-def]
    kept.compiled("a (b)", 0)
    regex.keep()
    (place,) = (empty / "patterns").iterdir()
    place.write_bytes(spoil(place.read_bytes()))
    monkeypatch.setattr(kept, "_known", {})
    monkeypatch.setattr(kept, "_read", False)
    assert kept.compiled("a (b)", 0) == re.compile("a (b)")
    regex.keep()
    assert ("a (b)", 0) in kept._held()


def test_what_others_kept_meanwhile_stays(empty: Path) -> None:
    kept.compiled("one", 0)
    regex.keep()
    kept._known.clear()
    kept.compiled("other", 0)
    regex.keep()
    assert list(kept._held()) == [("one", 0), ("other", 0)]


def test_a_folder_that_cannot_be_written_is_done_without(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERMINE_CACHE", str(empty / "file"))
    (empty / "file").write_text("a file where the folder should be")
    assert kept.compiled("a|b", 0).match("b")
    regex.keep()
    assert (empty / "file").read_text() == "a file where the folder should be"


def test_a_python_that_is_built_in_another_way_compiles_as_ever(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MACHINE", None)
    assert kept.compiled("a|b", 0) == re.compile("a|b")
    regex.keep()
    assert list(empty.iterdir()) == []


def test_a_mistake_is_said_as_by_re(empty: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        kept.compiled("(a", 0)


def test_a_pattern_made_of_names_is_kept_nowhere() -> None:
    assert regex.made_of("Gwernogle Pugh").search("Ms Gwernogle Pugh asked")
    assert not any("Gwernogle" in pattern for held in (kept._known, kept._new) for pattern, _ in held)


def test_what_a_run_keeps_names_nobody_in_its_papers(tmp_path: Path) -> None:
    pack = Path(__file__).parent.parent / "corpus" / "nether-quillmere-pc--2024-09-17-minutes.pdf"
    db = tmp_path / "x.duckdb"
    for command in (["ingest", str(pack), "--workers", "1"], ["export", "resolutions", "--redact-public"]):
        subprocess.run([sys.executable, "-m", "papermine", *command, "--db", str(db)], check=True, capture_output=True,
                       env=os.environ | {"PAPERMINE_CACHE": str(tmp_path / "cache")})
    names = {row[0].split()[-1] for row in query(db, "SELECT DISTINCT name FROM attendance").rows}
    (held,) = (tmp_path / "cache" / "patterns").iterdir()
    text = held.read_bytes().decode("utf-8", "replace")
    assert len(names) > 3
    assert "RESOLVED" in text
    assert [name for name in names if name in text] == []
