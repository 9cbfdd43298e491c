"""What papers tell of the public, each gone through once: kept by a digest of its words, also for the next process.

Places are kept, not names: the file says nothing to whom does not hold the papers. What the rules of today did not write is not read.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from papermine.errors import PapermineError
from papermine.export.files import whole_file
from papermine.language import public
from papermine.language.public import Told, plain_name, public_names

Place = tuple[int, int, str]
"""First and last character of a name in a paper's text, and the sign that told it."""


class ToldPapers:
    """Names of the public by paper. One object for a process; its methods may be called from any thread.

    ``path``: the file in which `save` keeps them, where there is one.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._rules = rules()
        self._places: dict[str, tuple[Place, ...]] = self._read()
        self._saved = set(self._places)

    def names_in(self, text: str, asked: set[str], *, public: bool) -> list[Told]:
        """What `public_names` says of the text of a paper, whose key is added to ``asked``."""
        key = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16, key=b"public" if public else b"").hexdigest()
        asked.add(key)
        places = self._places.get(key)
        if places is None:
            places = self._places[key] = tuple((t.start, t.end, t.sign) for t in public_names(text, public=public))
        return [Told(start, end, plain_name(text[start:end]), sign) for start, end, sign in places]

    @property
    def grew(self) -> bool:
        """Were papers gone through since the last `save`?"""
        return not self._places.keys() <= self._saved

    def save(self, asked: set[str]) -> None:
        """Keep these papers and no others, whole or not at all; where the folder cannot be written, nothing is kept."""
        kept = {key: places for key, places in list(self._places.items()) if key in asked}
        if self._path is None or self._saved == kept.keys():
            return
        with suppress(PapermineError):
            with whole_file(self._path) as part:
                part.write_text(json.dumps({"rules": self._rules, "papers": kept}, separators=(",", ":")), encoding="utf-8")
            self._places, self._saved = kept, set(kept)

    def _read(self) -> dict[str, tuple[Place, ...]]:
        if self._path is None:
            return {}
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            if found["rules"] != self._rules:
                return {}
            return {key: tuple((int(start), int(end), str(sign)) for start, end, sign in places) for key, places in found["papers"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def rules(*more: str) -> str:
    """A digest of all that `public_names` is made of, and of these files."""
    made = hashlib.sha256()
    for path in (*sorted(Path(public.__file__).parent.iterdir()), *map(Path, more)):
        if path.is_file():
            made.update(path.name.encode() + b"\0" + path.read_bytes())
    return made.hexdigest()[:32]
