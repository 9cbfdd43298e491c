"""`papermine ingest`: read packs into the database."""

from __future__ import annotations

import shlex
import sys
from enum import Enum
from typing import TYPE_CHECKING, NoReturn

import typer

from papermine.cli.terminal import Db, database, one_line, print_table, say
from papermine.errors import PapermineError

if TYPE_CHECKING:
    from papermine.ingest import Listener, Options, Report
    from papermine.ocr.wanted import Wanted


class OcrMode(Enum):
    """Which pages are recognised."""

    auto = "auto"
    pictures = "pictures"
    always = "always"
    never = "never"


class Engine(Enum):
    """Where files are read."""

    local = "local"
    dask = "dask"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ingest")(ingest)


def ingest(
    paths: list[str] = typer.Argument(None, metavar="PATH...", help=(
        "Papers: PDF, Word (.docx) or HTML files, ZIP files of them, folders (all such below them) or globs.")),
    db: str = Db,
    workers: int = typer.Option(None, "--workers", "-w", min=0, metavar="N",
                                help="Processes that read files.  [default: one for each CPU core; 0: read in this process]"),
    council: str = typer.Option(None, "--council", metavar="NAME", help="Council of files that do not print it."),
    manifest: str = typer.Option(None, "--manifest", metavar="FILE.csv", help=(
        "What the papers do not say, as CSV: path, council, body, date, source_url, published, licence, ocr_lang. Relative paths start at "
        "the manifest. "
        "Without PATHs its own files are read.")),
    password: str = typer.Option(None, "--password", help="Password of encrypted files."),
    ocr: OcrMode = typer.Option("auto", "--ocr", help=(
        "Recognise pages from their picture. auto: those whose text layer is missing or of no use; pictures: also pictures of text inside "
        "pages that have text; always: all; never: none. Needs Tesseract.")),
    ocr_lang: str = typer.Option(None, "--ocr-lang", metavar="LANG", help=(
        "Languages to recognise, as Tesseract names them: eng, cym, cym+eng; a manifest's column ocr_lang goes before.  "
        "[default: the pages tell English from Welsh]")),
    keep_old: bool = typer.Option(False, "--keep-old", help="Leave packs as they are that an older papermine read."),
    again: bool = typer.Option(False, "--again", help="Read unchanged files too."),
    prune: bool = typer.Option(False, "--prune", help="Forget stored files below the PATHs that are no longer there."),
    rebuild: bool = typer.Option(False, "--rebuild", help="Read all stored and named files into a fresh database; the old one becomes FILE.old."),
    file_timeout: float = typer.Option(3600.0, "--file-timeout", metavar="SECONDS", min=1, help="Give up on a file after this long."),
    page_timeout: float = typer.Option(120.0, "--page-timeout", metavar="SECONDS", min=1, help=(
        "Leave a page out after this long, as an issue; the rest of its file is read. (Not with --workers 0.)")),
    memory: int = typer.Option(2048, "--memory", metavar="MIB", min=256, help=(
        "Memory that a worker may take; a page, or a file, that takes more is left out, as an issue. (Not with --workers 0.)")),
    report: str = typer.Option(None, "--report", metavar="FILE.html", help=(
        "Then write what the database holds as a page: per council and pack, pages by source, issues by code, examples with pictures.")),
    engine: Engine = typer.Option("local", "--engine", help=(
        "local: this machine, into --db; dask: tasks of Dask (pip install 'papermine[cluster]'), into --out. PATHs may then be URLs (s3://…).")),
    scheduler: str = typer.Option(None, "--scheduler", metavar="ADDRESS", help=(
        "With --engine dask: tcp://HOST:8786 of a Dask scheduler.  [default: --workers processes here]")),
    out: str = typer.Option(None, "--out", metavar="DIR|URL", help=(
        "With --engine dask: where each pack becomes a folder of Parquet files; all workers must reach it. Then `papermine load`.")),
    strict: bool = typer.Option(False, "--strict", help="Exit with 3 where any issue of severity warning or error is found."),
    verbose: bool = typer.Option(False, "--verbose", "-v", help="Show where papermine failed on a file (tracebacks)."),
) -> None:
    """Read PDF packs into the database. Unchanged files are skipped.

    Exit code 0: all was read; 2: some files failed (they are listed with the reason); 130: stopped by Ctrl-C.

    \b
    papermine ingest corpus --db council.duckdb
    papermine ingest packs/*.pdf --council "Wolverhampton City Council" --workers 4
    papermine ingest --manifest packs/manifest.csv
    papermine ingest scans --ocr-lang cym+eng
    papermine ingest letters.pdf --ocr pictures --again
    papermine ingest packs --report report.html
    papermine ingest packs --prune
    papermine ingest minutes.docx agenda.html papers-2024.zip
    papermine ingest packs --engine dask --out national
    papermine ingest s3://bucket/packs --engine dask --scheduler tcp://10.0.0.5:8786 --out s3://bucket/national
    """
    if not paths and manifest is None:
        raise typer.BadParameter("name PDF files or folders that hold some", param_hint="PATH")
    from papermine.ingest import Limits, Options
    from papermine.ingest import ingest as run
    options = Options(council=council, manifest=manifest, workers=workers, limits=Limits(file_timeout, page_timeout, memory), password=password,
                      ocr=_wanted(ocr, ocr_lang), keep_old=keep_old, again=again, prune=prune, rebuild=rebuild, verbose=verbose)
    if engine is Engine.dask:
        if out is None:
            raise typer.BadParameter("--engine dask writes Parquet folders: say where", param_hint="--out DIR|URL")
        if prune or rebuild or report is not None:
            raise typer.BadParameter("is of no use with --engine dask: `papermine load` first", param_hint="--prune, --rebuild or --report")
        _on_cluster(paths or [], out, options, scheduler, strict)
    if out is not None or scheduler is not None:
        raise typer.BadParameter("needs --engine dask", param_hint="--out" if out is not None else "--scheduler")
    file = database(db)
    if sys.stderr.isatty():
        from papermine.cli.progress import bar
        with bar() as listener:
            done = run(paths or [], file, options, listener)
    else:
        done = run(paths or [], file, options, _lines())
    _summary(done, file, verbose)
    if report is not None and not done.interrupted:
        from papermine.coverage.figures import figures
        from papermine.coverage.page import write
        write(figures(file), report, lambda n, pictures: say(f"{report}: picture {n} of {pictures}") if n % 20 == 0 else None)
        say(f"What was read, and what was not: {report}")
    raise typer.Exit(_exit_code(done, strict))


def _on_cluster(paths: list[str], out: str, options: Options, scheduler: str | None, strict: bool) -> NoReturn:
    """Run on Dask, and end."""
    from papermine.cluster.run import ingest as run
    if sys.stderr.isatty():
        from papermine.cli.progress import bar
        with bar() as listener:
            done = run(paths, out, options, scheduler, listener)
    else:
        done = run(paths, out, options, scheduler, _lines())
    _summary(done, out, options.verbose)
    if not done.interrupted:
        where = shlex.quote(out)
        say("\nTry next:")
        say(f"  papermine load {where} --db FILE")
        say(f'  papermine sql "SELECT meeting_date, body, text FROM decisions ORDER BY 1 LIMIT 20" --data {where}')
    raise typer.Exit(_exit_code(done, strict))


def _wanted(mode: OcrMode, languages: str | None) -> Wanted:
    from papermine.ocr.wanted import Wanted
    if not languages:
        return Wanted(mode.value)
    from papermine.ocr.engine import engine, how_to_install, languages_of
    named = languages_of(languages)
    tool = engine() if named and mode is not OcrMode.never else None
    missing = [n for n in named if tool is not None and n not in tool.languages]
    if missing and tool is not None:
        raise PapermineError(f"Tesseract has no language {', '.join(missing)}, only {', '.join(sorted(tool.languages))}: {how_to_install(missing)}")
    return Wanted(mode.value, named)


def _lines() -> Listener:
    """Off a terminal: a line now and then."""
    from papermine.cli.progress import lines
    return lines()


def _summary(report: Report, file: str, verbose: bool) -> None:
    for problem in report.problems:
        say(f"warning: {one_line(problem)}")
    for failure in report.failures if verbose else ():
        if failure.trace:
            say(f"\n{one_line(failure.path)}\n{failure.trace}")
    if report.failures:
        say(f"\n{len(report.failures)} of {report.files} files could not be read:")
        print_table(("file", "code", "why"), [(one_line(f.path), f.code, f.message + (" (unchanged since)" if f.before else ""))
                                              for f in report.failures], stderr=True)
    if report.interrupted:
        say(f"\nStopped: what was read is stored, {report.left} files are left. The same command goes on from here.")
    speed = f", {report.pages / report.seconds:.1f} pages a second" if report.pages and report.seconds else ""
    done = [f"{report.read} read ({report.pages} pages in {report.seconds:.1f} s{speed})"] if report.read else ["nothing new to read"]
    done += [f"{report.unchanged} unchanged and skipped"] if report.unchanged else []
    done += [f"{report.copies} copies of another file"] if report.copies else []
    done += [f"{report.forgotten} forgotten"] if report.forgotten else []
    say(f"\nFiles: {'; '.join(done)}.")
    if not report.stored:
        return
    _counts(report)
    if not any(report.stored.values()):
        return
    say("\nTry next:")
    option = "" if file == "papermine.duckdb" else f" --db {shlex.quote(file)}"
    for command in (f'papermine sql "SELECT meeting_date, body, text FROM decisions ORDER BY 1 LIMIT 20"{option}',
                    f"papermine tables list{option}", f"papermine issues{option}"):
        say(f"  {command}")


def _counts(report: Report) -> None:
    """What was found, as a table. It is written without Rich, which takes longer to load than a short paper to read."""
    rows = [("", "this run", "in the database"), *((kind, f"{report.found[kind]:,}", f"{n:,}") for kind, n in report.stored.items())]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for n, (kind, found, stored) in enumerate(rows):
        say(f"{kind:{widths[0]}}   {found:>{widths[1]}}   {stored:>{widths[2]}}")
        if n == 0:
            say("─" * (sum(widths) + 6))


def _exit_code(report: Report, strict: bool) -> int:
    if report.interrupted:
        return 130
    if report.failures:
        return 2
    if strict and (report.problems or report.severities.get("warning") or report.severities.get("error")):
        say("\nstrict: there are issues (papermine issues --severity warning)")
        return 3
    return 0
