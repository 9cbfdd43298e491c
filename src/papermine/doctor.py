"""Is everything there that papermine needs, and what can it not do without what is missing?"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from papermine import RULES_VERSION, __version__
from papermine.errors import PapermineError

LEAST_FREE = 500 * 2**20
"""With fewer bytes free, a commit or a copy of the database may fail."""
_NEEDED = ("duckdb", "jinja2", "numpy", "openpyxl", "pdfplumber", "pillow", "psutil", "pyarrow", "pydantic", "pypdfium2", "rapidfuzz", "rich",
           "spacy", "starlette", "tantivy", "typer", "uvicorn")
_OPTIONAL = {"harlequin": ("pip install 'papermine[shell]'", "`papermine sql` without a query opens no shell")}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``state``: ok; missing (a feature is lacking); broken (papermine cannot work)."""

    what: str
    state: Literal["ok", "missing", "broken"]
    found: str
    then: str = ""


def examine(db: str | os.PathLike[str]) -> list[Finding]:
    """Look at versions, engines, folders and the database ``db``, which need not exist. Nothing is changed."""
    return [_python(), *_libraries(), *_recognition(), _cache(), *_database(Path(db)), _space(Path(db))]


def _python() -> Finding:
    machine = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    return Finding("papermine", "ok", f"{__version__}, rules {RULES_VERSION}, {machine}")


def _libraries() -> list[Finding]:
    out = []
    there = []
    for name in _NEEDED:
        try:
            there.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            out.append(Finding(name, "broken", "not installed", f"pip install {name}"))
    out.insert(0, Finding("libraries", "ok", ", ".join(there)))
    for name, (how, lacks) in _OPTIONAL.items():
        try:
            out.append(Finding(name, "ok", importlib.metadata.version(name)))
        except importlib.metadata.PackageNotFoundError:
            out.append(Finding(name, "missing", f"not installed: {lacks}", how))
    return out


def _recognition() -> list[Finding]:
    from papermine.ocr.engine import engine, how_to_install
    tool = engine()
    if tool is None:
        return [Finding("Tesseract", "missing", "not installed: pages without a usable text layer stay unread, as issues",
                        how_to_install(("eng", "cym")))]
    out = [Finding("Tesseract", "ok" if tool.languages else "missing", f"{tool.version}, {tool.path}")]
    for code, name, lacks in (("eng", "English", "scans cannot be recognised"), ("cym", "Welsh", "Welsh scans are read with the English model")):
        if code in tool.languages:
            out.append(Finding(f"OCR {name}", "ok", code))
        else:
            out.append(Finding(f"OCR {name}", "missing", f"no {code}: {lacks}", how_to_install((code,))))
    return out


def _cache() -> Finding:
    from papermine.ocr.cache import folder
    place = folder()
    base = place
    while not base.exists() and base != base.parent:
        base = base.parent
    if not os.access(base, os.W_OK):
        return Finding("OCR cache", "missing", f"{place} cannot be written: recognised pages are not kept",
                       "set PAPERMINE_CACHE to a folder of yours")
    packs = sum(1 for _ in place.iterdir()) if place.is_dir() else 0
    size = sum(f.stat().st_size for f in place.rglob("*.gz")) if packs else 0
    return Finding("OCR cache", "ok", f"{place}: {packs} packs, {size / 2**20:.1f} MiB (safe to delete)")


def _database(db: Path) -> list[Finding]:
    if not db.exists():
        return [Finding("database", "ok", f"{db} does not exist yet", "papermine ingest PATH makes it")]
    from papermine.store import query
    try:
        packs, pages, files = query(db, "SELECT (SELECT count(*) FROM packs), (SELECT count(*) FROM pages), (SELECT count(*) FROM files)").rows[0]
        old = query(db, "SELECT count(*) FROM packs WHERE (papermine_version, rules_version) <> (?, ?)", [__version__, RULES_VERSION]).rows[0][0]
        failed = query(db, "SELECT count(*) FROM packs WHERE status = 'failed'").rows[0][0]
        unread = query(db, "SELECT count(*) FROM pages WHERE source = 'unreadable'").rows[0][0]
    except PapermineError as error:
        return [Finding("database", "broken", str(error), "see what it says")]
    out = [Finding("database", "ok", f"{db}: {files} files, {packs} packs ({failed} failed), {pages} pages, {db.stat().st_size / 2**20:.1f} MiB")]
    if old:
        out.append(Finding("packs", "missing", f"{old} of {packs} packs were read by an older papermine or with older rules",
                           "papermine ingest PATH reads them again"))
    if unread:
        out.append(Finding("pages", "missing", f"{unread} of {pages} pages cannot be read", "papermine issues --severity warning says why"))
    return out


def _space(db: Path) -> Finding:
    place = db.resolve().parent
    if not place.is_dir():
        return Finding("disk", "broken", f"{place} does not exist", f"mkdir -p {place}")
    if not os.access(place, os.W_OK):
        return Finding("disk", "broken", f"{place} cannot be written", "name another place with --db")
    free = min(shutil.disk_usage(place).free, shutil.disk_usage(tempfile.gettempdir()).free)
    state: Literal["ok", "missing"] = "ok" if free >= LEAST_FREE else "missing"
    said = f"{free / 2**30:.1f} GiB free at {place}"
    return Finding("disk", state, said) if state == "ok" else Finding("disk", state, f"{said}: a commit may fail", "make room")
