"""Methods of data classes are compiled once, not in each process; and a process ends when its work is done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOLD = """
import builtins, dataclasses, sys
compiled = []
real = builtins.compile
builtins.compile = lambda text, *more, **given: (compiled.append(text), real(text, *more, **given))[1]
from papermine import classes
classes.remember()
classes.remember()

@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Vote:
    \"\"\"Numbers.\"\"\"
    voted: int
    names: tuple[str, ...] = ()
    notes: list[str] = dataclasses.field(default_factory=list, compare=False)

one, other = Vote(7, ("Bell",)), Vote(8)
assert (one < other, one == Vote(7, ("Bell",), ["x"]), hash(one) == hash(Vote(7, ("Bell",)))) == (True, True, True)
assert repr(other) == "Vote(voted=8, names=(), notes=[])" and one.notes is not other.notes
try:
    one.voted = 9
except dataclasses.FrozenInstanceError:
    pass
else:
    raise SystemExit("it is not frozen")
classes.keep()
print(sum(str(text)[:17] == "def __create_fn__" for text in compiled))
"""


def told(cache: Path, code: str = TOLD) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ | {"PAPERMINE_CACHE": str(cache)})
    return done.stdout.strip()


def test_what_one_process_compiled_the_next_does_not(tmp_path: Path) -> None:
    first, again = int(told(tmp_path)), int(told(tmp_path))
    assert first >= 7
    assert again == 0


def test_what_is_not_whole_is_compiled_again(tmp_path: Path) -> None:
    first = told(tmp_path)
    (place,) = (tmp_path / "classes").iterdir()
    place.write_bytes(place.read_bytes()[:-1] + b"x")
    assert (told(tmp_path), told(tmp_path)) == (first, "0")


def test_where_nothing_can_be_kept_all_is_compiled(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert told(tmp_path / "file") == told(tmp_path / "file") != "0"


LEAVES = """
import atexit, sys, threading
import papermine.cli as cli

class Late:
    def __del__(self):
        print("taken down", flush=True)

def main():
    print("done")
    {what}

late = Late()
atexit.register(print, "at exit")
cli.main = main
cli.run()
"""


@pytest.mark.parametrize(("what", "code", "said"), [
    ("pass", 0, "done\nat exit\n"), ("sys.exit(3)", 3, "done\nat exit\n"), ("sys.exit()", 0, "done\nat exit\n"),
    ("threading.Thread(target=print, args=('thread',)).start(); sys.exit('why')", 1, None),
    ("threading.Timer(0.3, print, ('thread',)).start()", 0, "done\nthread\nat exit\ntaken down\n")])
def test_a_process_ends_when_all_is_written(what: str, code: int, said: str | None) -> None:
    done = subprocess.run([sys.executable, "-c", LEAVES.format(what=what)], capture_output=True, text=True, check=False)
    assert done.returncode == code
    if said is None:
        assert (sorted(done.stdout.splitlines()), done.stderr) == (["at exit", "done", "taken down", "thread"], "why\n")
    else:
        assert done.stdout == said


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_what_cannot_be_written_is_a_failure() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-c", LEAVES.format(what="pass")], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode != 0
    assert "No space left" in done.stderr
