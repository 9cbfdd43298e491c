"""ZIP files of papers: each paper is unpacked once, beside the database, and then is a file like any other."""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

MAX_FILES = 10_000
MAX_BYTES = 4 << 30
"""Papers in one archive, and bytes that they unpack to, above which the rest is left packed."""


def unpack(archive: str, into: Path, endings: tuple[str, ...], problems: list[str]) -> Iterator[str]:
    """Paths of the papers in a ZIP, unpacked below ``into``, in order of their names.

    A member's name never leads out of the folder: of each part only letters, digits and ``. _ -`` and spaces are kept.
    What cannot be unpacked becomes a sentence in ``problems``.
    """
    try:
        with zipfile.ZipFile(archive) as package:
            members = sorted((m for m in package.infolist() if _paper(m, endings)), key=lambda m: m.filename)
            if not members:
                problems.append(f"{archive} holds no papers (PDF, Word or HTML files)")
            folder = into / f"{re.sub(r'[^A-Za-z0-9._-]+', '-', Path(archive).stem)[:60]}-{_digest(archive)}"
            room = MAX_BYTES
            for count, member in enumerate(members):
                room -= member.file_size
                if count >= MAX_FILES or room < 0:
                    problems.append(f"{archive}: {len(members) - count} of its {len(members)} papers are left out, from {member.filename} on: "
                                    f"an archive may hold {MAX_FILES:,} papers and {MAX_BYTES >> 30} GiB; unpack it, and name the folder")
                    break
                try:
                    yield _write(package, member, folder)
                except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
                    problems.append(f"{archive}: {member.filename} cannot be unpacked ({_reason(error)}); unpack it yourself, and name the folder")
    except (zipfile.BadZipFile, OSError, EOFError) as error:
        problems.append(f"{archive} cannot be opened as a ZIP file ({_reason(error)}); fetch it again")


def _paper(member: zipfile.ZipInfo, endings: tuple[str, ...]) -> bool:
    parts = PurePosixPath(member.filename.replace("\\", "/")).parts
    hidden = any(p.startswith((".", "__MACOSX")) and p not in (".", "..") for p in parts)
    return not member.is_dir() and not hidden and member.filename.lower().endswith(endings)


def _write(package: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> str:
    """Unpack one paper, unless it lies there already; it appears under its name when it is whole."""
    parts = [re.sub(r"[^\w. -]+", "_", p).strip(". ") for p in member.filename.replace("\\", "/").split("/")]
    kept = [p[-100:] for p in parts if p] or ["paper"]
    target = folder.joinpath(*kept)
    if target.exists() and target.stat().st_size == member.file_size:
        return str(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    try:
        written = 0
        with package.open(member) as source, open(part, "wb") as out:
            while block := source.read(1 << 20):
                written += len(block)
                if written > member.file_size:
                    raise zipfile.BadZipFile("it unpacks to more than it says")
                out.write(block)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
    return str(target)


def _digest(archive: str) -> str:
    """A short name for this content of this archive: a changed archive is unpacked afresh."""
    digest = hashlib.sha256()
    with open(archive, "rb") as f:
        while block := f.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()[:10]


def _reason(error: Exception) -> str:
    if isinstance(error, RuntimeError) and "password" in str(error).lower():
        return "it is locked with a password"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
