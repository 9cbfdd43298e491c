"""The command line: arguments, printing, exit codes. Each command is a thin layer over the library.

A new command is a module here with a function ``register(app)``, and its name in `COMMANDS`.
"""

from __future__ import annotations

import atexit
import errno
import gc
import importlib
import io
import os
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import typer

from papermine import __version__, classes, regex
from papermine.errors import PapermineError

COMMANDS = (
    "ingest",
    "load",
    "sql",
    "decisions",
    "people",
    "follow",
    "diff",
    "questions",
    "search",
    "serve",
    "tables",
    "export",
    "page",
    "show",
    "issues",
    "review",
    "audit",
    "schema",
    "score",
    "forget",
    "doctor",
)
"""Modules of this package, in the order in which `papermine --help` lists them."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What the system says of a file or device that takes no more."""


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"papermine {__version__}")
        raise typer.Exit


def _papermine(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version and stop."),
) -> None:
    """Turn the papers that councils publish into facts that anyone can query and check.

    \b
    papermine ingest corpus --db council.duckdb
    papermine sql "SELECT meeting_date, body, text FROM decisions" --db council.duckdb
    """


def application(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The command line with these commands."""
    made = typer.Typer(name="papermine", no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None, add_completion=False,
                       context_settings={"help_option_names": ["-h", "--help"]})
    made.callback()(_papermine)
    for name in names:
        importlib.import_module(f"papermine.cli.{name}").register(made)
    return made


def __getattr__(name: str) -> Any:
    """``app``: the whole command line, for those who run it by other means than `main`."""
    if name == "app":
        return application()
    raise AttributeError(name)


def main() -> None:
    """Run the command line. An expected failure is one sentence on stderr and its exit code."""
    asked = sys.argv[1:2]
    app = application(asked if asked and asked[0] in COMMANDS else COMMANDS)
    sys.argv[1:] = [argument.removesuffix("\r") for argument in sys.argv[1:]]  # an id that a shell cut out of the end of our own line of CSV
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character is no reason to stop
    try:
        _run(app)
    except PapermineError as error:
        from papermine.cli.terminal import safe
        print(f"papermine: {safe(str(error))}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        _throw_away()
        sys.exit(0)
    except OSError as error:
        if error.errno not in _FULL:
            raise
        print(f"papermine: the output could not be written ({error.strerror}): make room, or write it elsewhere", file=sys.stderr)
        _throw_away()
        sys.exit(1)
    finally:
        regex.keep()
        classes.keep()
        gc.freeze()  # the interpreter looks through all that is left before it ends: a tenth of a second for nothing


def run() -> None:
    """`main` as a process of its own. Where all is done and written, the process ends at once: Python would first take down, one by one, all
    objects that it made, which takes as long as ten pages."""
    try:
        main()
        code = 0
    except SystemExit as end:
        if not isinstance(end.code, int | None):
            raise
        code = end.code or 0
    if threading.active_count() > 1:
        sys.exit(code)  # a thread is still at work
    with suppress(OSError, ValueError):  # what cannot be written now Python says in its own way
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # the shell closed it
                stream.flush()
        os._exit(code)
    sys.exit(code)


def _run(app: typer.Typer) -> None:
    """The command, with what it printed written out: what cannot be written is to be known here, not when the interpreter has ended.

    A command that failed has said why, or its error will: that its output was not read to the end changes nothing of it.
    """
    try:
        app()
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # typer makes a failure of it
            raise end.__context__ from None
        try:
            _flush()
        except BrokenPipeError:
            if not end.code:
                raise
            _throw_away()
        raise
    except BaseException:
        try:
            _flush()
        except OSError:
            _throw_away()
        raise


def _flush() -> None:
    if sys.stdout is not None:  # it is None where the shell closed it
        sys.stdout.flush()


def _throw_away() -> None:
    """What is not yet written goes nowhere: whoever read our output has had enough (`head`), or it has no room."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
