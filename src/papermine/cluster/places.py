"""Files on this machine, or in an object store by URL (fsspec)."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from papermine.errors import PapermineError, UnreadableFile
from papermine.ingest.sources import unreadable

INSTALL = "pip install 'papermine[cluster]'"


def is_url(path: str) -> bool:
    """``s3://bucket/key`` is; a path of this machine is not."""
    return "://" in path


def filesystem(url: str) -> tuple[Any, str]:
    """The fsspec file system of a URL, and the path in it. Raises `PapermineError` where its library is missing."""
    try:
        import fsspec
    except ImportError as error:
        raise PapermineError(f"{url}: this needs fsspec, which is not installed: {INSTALL}") from error
    try:
        fs, path = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise PapermineError(f"{url}: no library here speaks this kind of address ({error}): {INSTALL}") from error
    return fs, str(path)


def papers_at(url: str, endings: tuple[str, ...]) -> list[str]:
    """The URLs of the papers that a URL names: a file, all below a folder, or a glob. In order of name."""
    fs, path = filesystem(url)
    try:
        if any(c in path for c in "*?["):
            found = [p for p in fs.glob(path) if p.lower().endswith(endings)]
        elif fs.isfile(path):
            found = [path]
        else:
            found = [p for p in fs.find(path) if p.lower().endswith(endings)]
    except Exception as error:
        raise PapermineError(f"{url} cannot be listed ({_why(error)}): check the address and your credentials") from error
    return sorted(fs.unstrip_protocol(p) for p in found)


def look(path: str) -> tuple[int, int]:
    """Size in bytes and time of change in nanoseconds of a path or URL. Raises `UnreadableFile`."""
    if not is_url(path):
        try:
            found = os.stat(path)
        except (OSError, ValueError) as error:
            raise unreadable(path, error) from error
        return found.st_size, found.st_mtime_ns
    fs, inside = filesystem(path)
    try:
        info = fs.info(inside)
    except FileNotFoundError as error:
        raise UnreadableFile("there is no such file: check the address", "missing-file") from error
    except Exception as error:
        raise UnreadableFile(f"it cannot be looked at ({_why(error)}): check the address and your credentials", "not-readable") from error
    when = info.get("LastModified") or info.get("last_modified") or info.get("mtime") or 0
    seconds = when.timestamp() if isinstance(when, dt.datetime) else float(when)
    return int(info.get("size") or 0), int(seconds * 1_000_000) * 1000


@contextlib.contextmanager
def here(path: str) -> Iterator[str]:
    """The file as one of this machine, under its own name; that of a URL is fetched, and gone afterwards."""
    if not is_url(path):
        yield path
        return
    fs, inside = filesystem(path)
    with tempfile.TemporaryDirectory(prefix="papermine-") as folder:
        local = os.path.join(folder, os.path.basename(inside))
        try:
            fs.get_file(inside, local)
        except Exception as error:
            raise UnreadableFile(f"it cannot be fetched ({_why(error)}): check the address and your credentials", "not-readable") from error
        yield local


class Tree:
    """A folder of small files, local or in an object store: whole files appear, or nothing."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.local = not is_url(url) or url.startswith("file://")
        self.fs: Any = None
        self.root = os.path.abspath(url.removeprefix("file://"))
        if not self.local:
            self.fs, self.root = filesystem(url)

    @property
    def base(self) -> str:
        """The folder as DuckDB names it: a path of this machine, or a URL."""
        return str(self.root) if self.local else str(self.fs.unstrip_protocol(self.root))

    def put(self, name: str, data: bytes) -> None:
        """Write one file, whole or not at all. Raises `PapermineError`."""
        try:
            if not self.local:
                self.fs.pipe_file(f"{self.root}/{name}", data)
                return
            target = Path(self.root, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            part = target.with_name(f".{target.name}.{uuid.uuid4().hex}.part")
            part.write_bytes(data)
            os.replace(part, target)
        except Exception as error:
            raise PapermineError(f"{self.url}/{name} cannot be written ({_why(error)}): check the place, its room and your rights") from error

    def put_folder(self, name: str, files: dict[str, bytes], last: str) -> None:
        """Write a folder of files in place of what was there. ``last`` names the file that says that all others are whole."""
        if not self.local:
            if self.has(f"{name}/{last}"):
                self.fs.rm_file(f"{self.root}/{name}/{last}")
            for one in (*(f for f in files if f != last), last):
                self.put(f"{name}/{one}", files[one])
            return
        target = Path(self.root, name)
        part = target.with_name(f".{target.name}.{uuid.uuid4().hex}.part")
        try:
            part.mkdir(parents=True)
            for one, data in files.items():
                (part / one).write_bytes(data)
            while True:
                try:
                    os.rename(part, target)
                    return
                except OSError:
                    if not target.is_dir():
                        raise
                    old = target.with_name(f".{target.name}.{uuid.uuid4().hex}.part")
                    with contextlib.suppress(FileNotFoundError):  # another worker was quicker
                        os.rename(target, old)
                    shutil.rmtree(old, ignore_errors=True)
        except OSError as error:
            raise PapermineError(f"{target} cannot be written ({_why(error)}): check the place, its room and your rights") from error
        finally:
            shutil.rmtree(part, ignore_errors=True)

    def sweep(self) -> None:
        """On a disk: take out what killed workers left half written more than an hour ago."""
        if self.local:
            for left in Path(self.root).glob("*/.*.part"):
                with contextlib.suppress(OSError):
                    if time.time() - left.stat().st_mtime > 3600:
                        shutil.rmtree(left) if left.is_dir() else left.unlink()

    def get(self, name: str) -> bytes | None:
        """A file's bytes, or None where there is none."""
        try:
            if self.local:
                return Path(self.root, name).read_bytes()
            return bytes(self.fs.cat_file(f"{self.root}/{name}"))
        except FileNotFoundError:
            return None
        except Exception as error:
            raise PapermineError(f"{self.url}/{name} cannot be read ({_why(error)}): check the address and your credentials") from error

    def has(self, name: str) -> bool:
        """Is there such a file?"""
        if self.local:
            return os.path.isfile(f"{self.root}/{name}")
        self.fs.invalidate_cache()
        return bool(self.fs.isfile(f"{self.root}/{name}"))

    def get_all(self, pattern: str) -> dict[str, bytes]:
        """All files that match a pattern below the folder: name → bytes."""
        try:
            held = {str(p): p.read_bytes() for p in Path(self.root).glob(pattern)} if self.local else self._fetched(pattern)
        except FileNotFoundError:
            return {}
        except Exception as error:
            raise PapermineError(f"{self.url} cannot be listed ({_why(error)}): check the address and your credentials") from error
        return {p[len(self.root):].lstrip("/"): bytes(data) for p, data in sorted(held.items())
                if not os.path.basename(os.path.dirname(p)).startswith(".")}

    def _fetched(self, pattern: str) -> dict[str, bytes]:
        self.fs.invalidate_cache()
        found = self.fs.glob(f"{self.root}/{pattern}")
        return dict(self.fs.cat(found)) if found else {}


def _why(error: Exception) -> str:
    return " ".join((getattr(error, "strerror", None) or str(error) or type(error).__name__).split())
