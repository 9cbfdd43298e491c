"""Where a command's data goes: stdout or a file, whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from papermine.errors import PapermineError


@contextmanager
def opened(path: str | None, *, bom_on_stdout: bool = True) -> Iterator[IO[str]]:
    """Text output: stdout, or a file that appears under its name only when it is complete."""
    if path is None or path == "-":
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
        yield sys.stdout
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
