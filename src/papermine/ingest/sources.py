"""Which files to read, and what the user says of them: paths, folders, globs, a manifest."""

from __future__ import annotations

import csv
import datetime as dt
import glob
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from papermine.errors import PapermineError, UnreadableFile

if TYPE_CHECKING:
    from papermine.records import FileRow

PAPERS = (".pdf", ".docx", ".html", ".htm", ".zip")
"""What a paper's file name ends in, and last a file of papers."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of a file; None where nothing is said."""

    council: str | None = None
    body: str | None = None
    date: dt.date | None = None
    source_url: str | None = None
    published: str | None = None
    licence: str | None = None
    ocr_lang: str | None = None


@dataclass(slots=True)
class Sources:
    """The files of a run in order, the folders they were looked for in, and what was wrong with the list."""

    files: dict[str, Given] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def find(paths: Sequence[str | os.PathLike[str]], council: str | None = None, manifest: str | os.PathLike[str] | None = None,
         unpack_into: Path | None = None, ocr_lang: str | None = None) -> Sources:
    """The files that these arguments name. A folder gives each PDF, ``.docx``, ``.html`` and ``.zip`` below it, in order of name;
    a ZIP file gives the papers in it, which are unpacked below ``unpack_into``.

    A manifest describes the files of ``paths``; without any paths its own files are read.
    """
    out = Sources()
    said: dict[str, Given] = {}
    if manifest is not None:
        said = _manifest(Path(manifest), out.problems)
    names = [os.fspath(p) for p in paths] or list(said)
    for name in names:
        for path in _expand(name, out):
            given = said.get(path, Given())
            given = replace(given, council=given.council or council, ocr_lang=given.ocr_lang or ocr_lang)
            if path.lower().endswith(".zip") and unpack_into is not None and os.path.isfile(path):
                from papermine.ingest.archives import unpack
                out.files |= dict.fromkeys(unpack(path, unpack_into, PAPERS[:-1], out.problems), given)
            else:
                out.files[path] = given
    return out


def _expand(name: str, out: Sources) -> Iterator[str]:
    path = os.path.abspath(name)
    if os.path.isdir(path):
        out.folders.append(path)
        found = list(_papers(path))
        if not found:
            out.problems.append(f"{name} holds no papers (PDF, Word or HTML files)")
        yield from found
    elif os.path.lexists(path) or not glob.has_magic(name):
        yield path
    else:
        matches = sorted(glob.glob(name, recursive=True))
        if not matches:
            out.problems.append(f"no file matches {name}")
        for match in matches:
            if os.path.isdir(match):
                yield from _papers(os.path.abspath(match))
            elif match.lower().endswith(PAPERS):
                yield os.path.abspath(match)


def _papers(folder: str) -> Iterator[str]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(PAPERS) and not name.startswith("."):
                yield os.path.join(where, name)


SAID = ("council", "body", "date", "source_url", "published", "licence", "ocr_lang")
"""What is stored of it."""


def _manifest(path: Path, problems: list[str]) -> dict[str, Given]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PapermineError(f"the manifest {path} cannot be read ({error.strerror}): check the path") from error
    except UnicodeDecodeError as error:
        raise PapermineError(f"the manifest {path} cannot be read ({error}): save it as CSV in UTF-8") from error
    rows = csv.DictReader(text.splitlines(keepends=True))
    names = {(n or "").strip().lower(): n for n in rows.fieldnames or []}
    for other in ("file", "pdf", "file_name"):
        if other in names:
            names.setdefault("path", names[other])
    if "path" not in names:
        raise PapermineError(f"the manifest {path} has no column `path`: its first line must name the columns (path, {', '.join(SAID)})")
    out: dict[str, Given] = {}
    for row in rows:
        value = {c: (row.get(names[c]) or "").strip() or None for c in ("path", *SAID) if c in names}
        name = value.pop("path")
        if name is None:
            continue
        target = os.path.abspath(path.parent / name)
        day = value.pop("date", None)
        date = None
        if day is not None:
            try:
                date = dt.date.fromisoformat(day)
            except ValueError:
                problems.append(f"{path}, line {rows.line_num}: the date {day!r} is not written YYYY-MM-DD, and was left out")
        if not os.path.exists(target):
            problems.append(f"{path}, line {rows.line_num}: {name} does not exist")
            continue
        out[target] = Given(date=date, **value)
    return out


def fingerprint(path: str) -> str:
    """SHA-256 of a file. Raises `UnreadableFile` with a sentence."""
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as f:
            while block := f.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise unreadable(path, error) from error
    return digest.hexdigest()


def stat(path: str) -> os.stat_result:
    """Size and time of a file. Raises `UnreadableFile` with a sentence."""
    try:
        return os.stat(path)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def unreadable(path: str, error: Exception) -> UnreadableFile:
    """The sentence for a file whose bytes cannot be had."""
    if isinstance(error, FileNotFoundError):
        return UnreadableFile("there is no such file: check the path", "missing-file")
    reason = getattr(error, "strerror", None) or str(error)
    return UnreadableFile(f"it cannot be opened ({reason}): check its permissions", "not-readable")


def file_row(path: str, pack_id: str, size: int, modified_ns: int, given: Given) -> FileRow:
    """The row of `files` for a path and its pack."""
    from papermine.records import FileRow
    return FileRow(path=path, pack_id=pack_id, file_name=os.path.basename(path), size=size, modified_ns=modified_ns, council=given.council,
                   body=given.body, date=given.date, source_url=given.source_url, published=given.published, licence=given.licence,
                   ocr_lang=given.ocr_lang)


def under(path: str, places: Iterable[str]) -> bool:
    """``path`` is one of these files, or lies in one of these folders."""
    return any(path == place or path.startswith(place.rstrip(os.sep) + os.sep) for place in places)
