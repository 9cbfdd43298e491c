"""The figures as one HTML file that needs nothing else: no script, no style or picture from elsewhere, all text escaped."""

from __future__ import annotations

import base64
import datetime as dt
import os
from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from papermine import RULES_VERSION, __version__
from papermine.coverage.figures import SOURCES, Example, Figures, PackFigures
from papermine.errors import PapermineError
from papermine.export.harmless import safe
from papermine.provenance import Box

PICTURES = 60
"""More pictures than this make the file heavy: the rest of the examples is told in words."""
_STYLE = """body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
table{border-collapse:collapse;margin:1rem 0}th,td{padding:.25rem .7rem;text-align:left;border-bottom:1px solid #ddd;vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}figure{margin:1.5rem 0}img{max-width:100%;border:1px solid #bbb}
figcaption{margin-bottom:.4rem}.error{color:#a40000}.warning{color:#8a5a00}.info{color:#555}"""
_CALLED = {"text": "text", "ocr": "recognised", "unreadable": "unreadable", "none": "blank"}


def write(found: Figures, out: str | os.PathLike[str], on_picture: Callable[[int, int], None] | None = None) -> None:
    """Write the page to ``out``, whole or not at all. ``on_picture`` is called with (picture, pictures) before each is drawn.

    Raises `PapermineError` where the file cannot be written.
    """
    target = Path(out)
    part = target.with_name(target.name + ".part")
    try:
        part.write_text(html(found, on_picture), encoding="utf-8")
        os.replace(part, target)
    except OSError as error:
        raise PapermineError(f"{target} cannot be written ({error.strerror or error}): name another file with --report") from error
    finally:
        part.unlink(missing_ok=True)


def html(found: Figures, on_picture: Callable[[int, int], None] | None = None) -> str:
    """The page as text."""
    return "\n".join([
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>papermine: what was read</title>',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; style-src \'unsafe-inline\'">',
        f"<style>{_STYLE}</style></head><body><h1>What was read, and what was not</h1>",
        f"<p>papermine {escape(__version__)}, rules {escape(RULES_VERSION)}, {dt.date.today().isoformat()}.</p>",
        _statement(found.packs), _councils(found.packs), _codes(found), _packs(found.packs), _examples(found.examples, on_picture), "</body></html>"])


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


def _statement(packs: Sequence[PackFigures]) -> str:
    """The sentence that a paper can quote."""
    pages = {s: sum(p.pages.get(s, 0) for p in packs) for s in SOURCES}
    total = sum(pages.values())
    failed = sum(p.status == "failed" for p in packs)
    printed = total - pages["none"]
    return (f"<p>{len(packs):,} packs were given, of which {failed:,} could not be opened; the others have {total:,} pages. "
            f"Of the {printed:,} that are not blank, {pages['text']:,} ({_share(pages['text'], printed)}) have a text layer that was used, "
            f"{pages['ocr']:,} ({_share(pages['ocr'], printed)}) were recognised from their picture, and "
            f"{pages['unreadable']:,} ({_share(pages['unreadable'], printed)}) could not be read.</p>")


def _table(head: Sequence[str], rows: Iterable[Sequence[object]], words: int = 1) -> str:
    """A table whose columns after the first ``words`` hold numbers."""
    def cells(row: Sequence[object], tag: str) -> str:
        return "".join(f"<{tag}{'' if i < words else ' class=n'}>{escape(safe(f'{v:,}' if isinstance(v, int) else str(v)))}</{tag}>"
                       for i, v in enumerate(row))
    body = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows)
    return f"<table><thead><tr>{cells(head, 'th')}</tr></thead><tbody>{body}</tbody></table>"


def _councils(packs: Sequence[PackFigures]) -> str:
    rows = []
    for council, group in groupby(packs, key=lambda p: p.council):
        held = list(group)
        pages = [sum(p.pages.get(s, 0) for p in held) for s in SOURCES]
        rows.append((council, len(held), sum(p.status == "failed" for p in held), sum(pages), *pages, sum(sum(p.issues.values()) for p in held)))
    return "<h2>By council</h2>" + _table(("council", "packs", "failed", "pages", *_CALLED.values(), "issues"), rows)


def _codes(found: Figures) -> str:
    rows = [(code, severity, packs, count) for code, (severity, packs, count) in found.codes.items()]
    return "<h2>Issues</h2>" + (_table(("code", "severity", "packs", "issues"), rows, words=2) if rows else "<p>None.</p>")


def _packs(packs: Sequence[PackFigures]) -> str:
    rows = [(p.council, p.file_name, p.status, ", ".join(f"{code} {n}" for code, n in p.issues.items()), sum(p.pages.values()),
             *(p.pages.get(s, 0) for s in SOURCES), "" if p.confidence is None else f"{p.confidence:.0%}") for p in packs]
    return "<h2>By pack</h2>" + _table(("council", "pack", "status", "issues", "pages", *_CALLED.values(), "confidence"), rows, words=4)


def _examples(examples: Sequence[Example], on_picture: Callable[[int, int], None] | None) -> str:
    drawn = [e for e in examples if e.path is not None and e.page is not None][:PICTURES]
    out = ["<h2>Examples</h2>"]
    for example in examples:
        place = f"{example.file_name}, page {example.page}" if example.page else example.file_name
        code = f"<strong class={escape(example.severity)}>{escape(safe(example.code))}</strong>"
        says = f"{code} {escape(safe(place))}: {escape(safe(example.message))}"
        picture = None
        if example in drawn:
            if on_picture is not None:
                on_picture(drawn.index(example) + 1, len(drawn))
            picture = _picture(example)
        out.append(f"<figure><figcaption>{says}</figcaption>{picture or ''}</figure>")
    return "\n".join(out)


def _picture(example: Example) -> str | None:
    """The page, or the strip of it that the issue is about; None where the file is gone or the page cannot be drawn."""
    from papermine.draw.crop import crop
    try:
        data = crop(str(example.path), example.page or 1, [Box(*b) for b in example.boxes], scale=1.2 if example.boxes else 0.7, form="JPEG")
    except PapermineError:
        return None
    return f'<img alt="{escape(safe(example.code))}" src="data:image/jpeg;base64,{base64.b64encode(data).decode("ascii")}">'
