"""The sheets to tick: one HTML file that needs nothing else, and the same rows as CSV."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from html import escape
from importlib import resources
from os import PathLike
from pathlib import Path

from papermine import __version__
from papermine.audit.report import COLUMNS, SHEET
from papermine.audit.sample import Sample, Sampled
from papermine.errors import PapermineError
from papermine.export import csv
from papermine.export.files import opened, whole_file

Progress = Callable[[int, int], None]


def write_sheets(db: str | PathLike[str], sample: Sample, folder: Path, progress: Progress | None = None) -> list[Path]:
    """Write audit.html, audit.csv and audit.json into a folder. Raises `PapermineError` where a ticked sheet lies there already."""
    sheet = folder / SHEET
    if sheet.exists():
        raise PapermineError(f"{sheet} is there already, perhaps ticked: name another folder with --output, or delete it yourself")
    rows = [_row(s) for s in sample.rows]
    with whole_file(folder / "audit.html") as part, open(part, "w", encoding="utf-8", errors="replace") as out:
        for text in _html(db, sample, rows, progress):
            out.write(text)
    with opened(str(folder / "audit.json")) as out:
        design = {"seed": sample.seed, "kinds": list(sample.kinds), "papermine_version": __version__,
                  "population": {k: {"records": r, "pages": p} for k, (r, p) in sample.population.items()}}
        out.write(json.dumps(design, ensure_ascii=False, indent=1) + "\n")
    with opened(str(sheet)) as out:
        csv.write(out, COLUMNS, rows)
    return [folder / "audit.html", sheet, folder / "audit.json"]


def _row(s: Sampled) -> list[object]:
    text = " ⏎ ".join(s.found) if s.what == "page" else s.text
    return [s.number, s.what, s.kind, s.stratum, s.size, s.council, s.paper, s.file_name, s.page, s.id, len(s.found) if s.what == "page" else "",
            text, "", "", "", ""]


def _html(db: str | PathLike[str], sample: Sample, rows: list[list[object]], progress: Progress | None) -> Iterator[str]:
    page = resources.files("papermine.audit").joinpath("sheet.html").read_text(encoding="utf-8")
    head, foot = page.split("<!-- rows -->")
    title = f"{', '.join(sample.kinds)}: {len(sample.rows)} to look at (seed {sample.seed})"
    yield head.replace("<!-- title -->", escape(title))
    for n, s in enumerate(sample.rows, 1):
        yield _section(db, s)
        if progress is not None:
            progress(n, len(sample.rows))
    data = json.dumps({"columns": COLUMNS, "rows": [[csv.cell(v) for v in row] for row in rows],
                       "key": f"papermine-audit-{sample.seed}-{'-'.join(sample.kinds)}-{rows[0][9] if rows else ''}"}, ensure_ascii=False)
    yield foot.replace("<!-- data -->", data.replace("<", "\\u003c"))


def _section(db: str | PathLike[str], s: Sampled) -> str:
    where = f"{s.file_name}, page {s.page}"
    name = f"{s.number} · {s.kind.replace('_', ' ')} · {'record' if s.what == 'record' else 'whole page'}"
    if s.what == "record":
        told = f"<p class=text>{escape(s.text)}</p>"
        asked = "".join(f"<label><input type=radio name=v{s.number} value={v}> {v} <kbd>{key}</kbd></label>"
                        for v, key in (("right", 1), ("wrong", 2), ("unsure", 3)))
    else:
        found = "".join(f"<li>{escape(text)}</li>" for text in s.found)
        told = f"<p>Found here: {len(s.found)}</p><ol class=text>{found}</ol>" if found else "<p>Nothing was found here.</p>"
        asked = (f"<label>wrong among these <input type=number class=wrong min=0 max={len(s.found)} value=0></label>"
                 "<label>printed here but missed <input type=number class=missed min=0 value=0></label>"
                 f"<label><input type=radio name=v{s.number} value=done> counted <kbd>1</kbd></label>"
                 f"<label><input type=radio name=v{s.number} value=unsure> unsure <kbd>3</kbd></label>")
    return (f"<section id=r{s.number} data-what={s.what} tabindex=-1 aria-label=\"{escape(name)}\"><h2>{escape(name)}</h2>"
            f"<p class=where>{escape(s.council)} · {escape(s.paper)} · {escape(where)} · <code>{escape(s.id)}</code></p>{told}"
            f"<fieldset><legend>Is it so?</legend>{asked}<label>note <input type=text class=note></label></fieldset>"
            f"{_picture(db, s, where)}</section>\n")


def _picture(db: str | PathLike[str], s: Sampled, where: str) -> str:
    from papermine.review import cut_out, printed
    try:
        what = printed(db, s.id)
        data = cut_out(what, form="JPEG", scale=1.3)
    except PapermineError as error:
        return f"<p class=none>No picture: {escape(str(error))}</p>"
    more = f"<p class=none>It goes on on page {', '.join(map(str, what.more))}: see the file.</p>" if what.more else ""
    return f'<img loading=lazy alt="{escape(where)}" src="data:image/jpeg;base64,{base64.b64encode(data).decode()}">{more}'
