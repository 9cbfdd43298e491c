"""Where a command's data goes: stdout or a file, whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from papermine.errors import PapermineError
from papermine.export.harmless import safe


class _Shown(io.TextIOBase):
    """A terminal that gets the same text, with control characters shown and not sent."""

    def __init__(self, out: IO[str]) -> None:
        self.out = out

    def write(self, text: str) -> int:
        """Write the text made harmless; returns its own length."""
        self.out.write(safe(text.replace("\r\n", "\n").removeprefix("\ufeff")))
        return len(text)


@contextmanager
def opened(path: str | None, *, bom_on_stdout: bool = True) -> Iterator[IO[str]]:
    """Text output: stdout, or a file that appears under its name only when it is complete."""
    if path is None or path == "-":
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
        yield cast(IO[str], _Shown(sys.stdout)) if sys.stdout.isatty() else sys.stdout
        sys.stdout.flush()
        return
    with whole_file(path) as part, open(part, "w", encoding="utf-8", errors="replace", newline="") as out:
        yield out


@contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A path to write to, which takes its final name when the block ends well.

    Raises `PapermineError` with a sentence where it cannot be written.
    """
    target = Path(path)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield part
        if target.exists() and not target.is_file():  # /dev/stdout, a pipe
            with open(part, "rb") as data, open(target, "wb") as out:
                out.write(data.read())
            part.unlink()
        else:
            os.replace(part, target)
    except OSError as error:
        raise PapermineError(f"{target} cannot be written ({error.strerror or error}): name another place with --output") from error
    finally:
        try:
            part.unlink(missing_ok=True)
        except OSError:
            pass
