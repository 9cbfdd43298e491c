"""Whole minutes in a house style: a marked-up text becomes a PDF and its truth, in the benchmark's form.

The marks are those of `sheet`.

Truth stands in the words: ``{{I 5: Finance}}`` a heading, ``{{A present role=Chair: Jo Vane}}`` a person,
``{{R m="Cllr Vane" s="Cllr Tull" c=5,0,1 o=carried: the report be noted.}}`` a resolution (n= its number, i= its item where it
is not the last heading's), ``{{+: …}}`` words that go on with it. ``!v 2 for="A; B" against=C`` gives named votes to the last
two resolutions, ``!c 2 5,0,1`` counts; ``!r m=Tull|words`` is a resolution, ``!person apologies Jo Vane`` a person, whose words the lines above print.
"""

from __future__ import annotations

import hashlib
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pypdfium2
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.platypus import SimpleDocTemplate

from sheet import Sheet, letters, plain, truth_marks

FOLDER = Path(__file__).parent / "styles"


class _Style(Sheet):
    marks = truth_marks("IAR+")

    def __init__(self, text: str) -> None:
        self.items: list[dict[str, Any]] = []
        self.people: list[dict[str, Any]] = []
        self.resolutions: list[dict[str, Any]] = []
        self.marked: list[dict[str, Any]] = []
        super().__init__(text)

    def order(self, line: str) -> bool:
        if line.startswith("!v"):
            words = shlex.split(line)
            votes = dict(w.split("=", 1) for w in words[2:])
            for r in self.resolutions[-int(words[1]):]:
                r["votes"] = {k: [n.strip() for n in votes.get(k, "").split(";") if n.strip()] for k in ("for", "against", "abstain")}
            return True
        if line.startswith("!person"):
            _, status, name = line.split(" ", 2)
            self.people.append({"name": name, "status": status, "role": None, "party": None, "meeting_date": self.about["date"]})
            return True
        if line.startswith("!c"):
            _, last, count = line.split()
            for r in self.resolutions[-int(last):]:
                r["count"] = [int(n) if n else None for n in count.split(",")]
            return True
        if line.startswith("!r"):
            how, _, words = line[2:].partition("|")
            self.truth(f"{{{{R {how.strip()}: {words}}}}}")
            return True
        return False

    def note(self, m: re.Match[str]) -> str:
        how = shlex.split(m["how"].strip()) if m["kind"] != "I" else []
        given = dict(h.split("=", 1) for h in how if "=" in h)
        words = plain(m["words"])
        if m["kind"] == "I":
            number = m["how"].strip() or None
            self.items.append({"where": "minutes", "number": number, "title": words})
            self.marked.append(self.items[-1])
        elif m["kind"] == "A":
            self.people.append({"name": words, "status": how[0], "role": given.get("role"), "party": given.get("party"), "meeting_date": self.about["date"]})
        elif m["kind"] == "+":
            self.resolutions[-1]["text"] += " " + words
        else:
            r = {"text": words, "item": given.get("i", self.items[-1]["number"] if self.items else None) or None, "number": given.get("n"), "mover": given.get("m"),
                 "seconder": given.get("s"), "count": None, "votes": None}
            if "c" in given:
                r["count"] = [int(n) if n else None for n in given["c"].split(",")]
            if "o" in given:
                r["outcome"] = given["o"]
            self.resolutions.append(r)
            self.marked.append(r)
        return m["words"]


def typeset(source: Path, folder: Path) -> Path:
    """Write the PDF and the truth JSON of one marked-up text into ``folder``; returns the PDF's path."""
    style = _Style(source.read_text(encoding="utf-8"))
    pdf = folder / f"{source.stem}.pdf"
    margin = float(style.about.get("margin", "62"))
    head, running = style.about.get("foot", ""), style.about.get("head", "")

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont(style.font, 9)
        canvas.drawCentredString(300, 30, f"{head} {document.page}".strip())
        if running and document.page > 1:
            canvas.drawCentredString(300, document.pagesize[1] - 40, running)

    SimpleDocTemplate(str(pdf), pagesize=LETTER if style.about.get("sheet") == "letter" else A4, leftMargin=margin, rightMargin=margin, topMargin=60, bottomMargin=60,
                      invariant=1).build(style.story, onFirstPage=foot, onLaterPages=foot)
    pages = [letters(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]
    page, spot = 0, 0
    for record in style.marked:
        start = letters(record.get("text") or record.get("title") or "")[:24]
        found = next(((n, at) for n in range(page, len(pages)) if (at := pages[n].find(start, spot if n == page else 0)) >= 0), (page, spot))
        page, spot = found
        record["page"] = page + 1
    about = style.about
    truth = {"pdf": pdf.name, "sha256": hashlib.sha256(pdf.read_bytes()).hexdigest(), "council": about["council"], "country": about.get("country", "GB"),
             "complete": ["documents", "meetings", "agenda_items", "resolutions", "attendance"], "documents": [{"kind": "minutes", "pages": [1, len(pages)]}],
             "meetings": [{"body": about["body"], "date": about["date"], "time": about.get("time"), "venue": about.get("venue")}],
             "agenda_items": style.items, "resolutions": style.resolutions, "attendance": style.people, "reports": [], "recommendations": [], "tables": []}
    (folder / f"{source.stem}.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False), encoding="utf-8")
    return pdf


if __name__ == "__main__":
    import sys
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for source in sorted(Path(p) for p in sys.argv[2:] or FOLDER.glob("*.txt")):
        typeset(source, out)
