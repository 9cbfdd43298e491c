"""Whole minutes in a house style: a marked-up text becomes a PDF and its truth, in the benchmark's form.

Each line is a mark, a bar and words: ``C|`` centred bold, ``H|`` bold, ``P|`` a paragraph (``P20|``: indented by 20
points), ``L40,20 (a)|`` a hanging paragraph at 40 points with its label 20 to the left, ``R|`` set to the right,
``G100,300|`` a row of a ruled table with these column widths (cells divided by ``~``), ``W100,300|`` the same without rules,
``S|`` white space, ``B|`` a page break. ``**bold**``, ``//italic//``, ``<br/>``.

Truth stands in the words: ``{{I 5: Finance}}`` a heading, ``{{A present role=Chair: Jo Vane}}`` a person,
``{{R m="Cllr Vane" s="Cllr Tull" c=5,0,1 o=carried: the report be noted.}}`` a resolution (n= its number, i= its item where it
is not the last heading's), ``{{+: …}}`` words that go on with it. ``!v 2 for="A; B" against=C`` gives named votes to the last
two resolutions, ``!c 2 5,0,1`` counts; ``!r m=Tull|words`` is a resolution, ``!person apologies Jo Vane`` a person, whose words the lines above print. ``#key value`` lines describe the file.
"""

from __future__ import annotations

import hashlib
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pypdfium2
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FOLDER = Path(__file__).parent / "styles"
_TRUTH = re.compile(r"\{\{(?P<kind>[IAR+])(?P<how>(?:[^:{}\"]|\"[^\"]*\")*): (?P<words>.*?)\}\}", re.S)
_BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}


def _plain(words: str) -> str:
    return " ".join(re.sub(r"\*\*|//|<[^>]+>", " ", words).replace("&amp;", "&").split())


class _Style:
    def __init__(self, text: str) -> None:
        self.about: dict[str, str] = {}
        self.items: list[dict[str, Any]] = []
        self.people: list[dict[str, Any]] = []
        self.resolutions: list[dict[str, Any]] = []
        self.marked: list[dict[str, Any]] = []
        self.story: list[Flowable] = []
        self._rows: list[list[str]] = []
        self._table = ""
        lines = text.splitlines()
        for line in lines:
            if line.startswith("#"):
                key, _, value = line[1:].partition(" ")
                self.about[key] = value
        self.font = self.about.get("font", "Helvetica")
        self.size = float(self.about.get("size", "11"))
        self.body = ParagraphStyle("body", fontName=self.font, fontSize=self.size, leading=1.2 * self.size,
                                   spaceAfter=float(self.about.get("gap", "6")))
        for line in lines:
            if line and not line.startswith("#"):
                self._line(line)
        self._flush()

    def _line(self, line: str) -> None:
        if line.startswith("!v"):
            words = shlex.split(line)
            votes = dict(w.split("=", 1) for w in words[2:])
            for r in self.resolutions[-int(words[1]):]:
                r["votes"] = {k: [n.strip() for n in votes.get(k, "").split(";") if n.strip()] for k in ("for", "against", "abstain")}
            return
        if line.startswith("!person"):
            _, status, name = line.split(" ", 2)
            self.people.append({"name": name, "status": status, "role": None, "party": None, "meeting_date": self.about["date"]})
            return
        if line.startswith("!c"):
            _, last, count = line.split()
            for r in self.resolutions[-int(last):]:
                r["count"] = [int(n) if n else None for n in count.split(",")]
            return
        if line.startswith("!r"):
            how, _, words = line[2:].partition("|")
            self._truth(f"{{{{R {how.strip()}: {words}}}}}")
            return
        mark, _, words = line.partition("|")
        if mark[0] in "GW" and mark[1:2].isdigit():
            if mark != self._table:
                self._flush()
            self._table = mark
            self._rows.append([self._truth(cell.strip()) for cell in words.split("~")])
            return
        self._flush()
        if mark == "S":
            self.story.append(Spacer(1, float(words or "8")))
        elif mark == "B":
            self.story.append(PageBreak())
        elif mark == "C":
            self._para(f"**{self._truth(words)}**", alignment=TA_CENTER)
        elif mark == "R":
            self._para(self._truth(words), alignment=TA_RIGHT)
        elif mark == "H":
            self._para(f"**{self._truth(words)}**", spaceBefore=6)
        elif mark[0] == "P":
            self._para(self._truth(words), leftIndent=float(mark[1:] or "0"))
        elif mark[0] == "L":
            size, _, label = mark[1:].partition(" ")
            left, back = (float(n) for n in size.split(","))
            self._para(self._truth(words), label=self._truth(label), leftIndent=left, firstLineIndent=0, bulletIndent=left - back)
        else:
            raise ValueError(f"no such mark: {line}")

    def _para(self, words: str, label: str | None = None, **style: Any) -> None:
        kind = ParagraphStyle("p", parent=self.body, **style)
        bold = label is not None and label.startswith("**")
        kind.bulletFontName = _BOLD[self.font] if bold else self.font
        kind.bulletFontSize = self.size
        self.story.append(Paragraph(_markup(words), kind, bulletText=label.strip("*") if label else None))

    def _flush(self) -> None:
        if self._rows:
            widths = [float(n) for n in self._table[1:].split(",")]
            cell = ParagraphStyle("cell", parent=self.body, spaceAfter=0)
            table = Table([[Paragraph(_markup(c), cell) for c in row] + [""] * (len(widths) - len(row)) for row in self._rows], colWidths=widths, hAlign="LEFT")
            rules = [("GRID", (0, 0), (-1, -1), 0.5, "black")] if self._table[0] == "G" else []
            table.setStyle(TableStyle([*rules, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]))
            self.story += [table, Spacer(1, 6)]
        self._rows = []

    def _truth(self, words: str) -> str:
        return _TRUTH.sub(self._note, words)

    def _note(self, m: re.Match[str]) -> str:
        how = shlex.split(m["how"].strip()) if m["kind"] != "I" else []
        given = dict(h.split("=", 1) for h in how if "=" in h)
        words = _plain(m["words"])
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


def _markup(words: str) -> str:
    words = re.sub(r"&(?!amp;)", "&amp;", words)
    words = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", words, flags=re.S)
    return re.sub(r"(?<!:)//(.+?)//", r"<i>\1</i>", words, flags=re.S)


def typeset(source: Path, folder: Path) -> Path:
    """Write the PDF and the truth JSON of one marked-up text into ``folder``; returns the PDF's path."""
    style = _Style(source.read_text(encoding="utf-8"))
    pdf = folder / f"{source.stem}.pdf"
    margin = float(style.about.get("margin", "62"))
    head = style.about.get("foot", "")

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont(style.font, 9)
        canvas.drawCentredString(300, 30, f"{head} {document.page}".strip())

    SimpleDocTemplate(str(pdf), pagesize=LETTER if style.about.get("sheet") == "letter" else A4, leftMargin=margin, rightMargin=margin, topMargin=60, bottomMargin=60,
                      invariant=1).build(style.story, onFirstPage=foot, onLaterPages=foot)
    pages = [re.sub(r"\W", "", page.get_textpage().get_text_range()).lower() for page in pypdfium2.PdfDocument(pdf)]
    page, spot = 0, 0
    for record in style.marked:
        start = re.sub(r"\W", "", record.get("text") or record.get("title") or "").lower()[:24]
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
