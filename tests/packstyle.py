"""Whole packs in a house style: a marked-up text becomes a PDF of several papers and its truth, in the benchmark's form.

The marks are those of `sheet` and two more: ``D report stamp="Agenda Item 7"|`` begins a paper of this kind on a new page (with a stamp at its top right), ``X3|`` sets
three paragraphs of report prose.

Truth: ``{{G 5 d=3 by="Jo Vane": Title}}`` an item of the agenda, its papers the third of the file; ``{{T: Title}}`` a report's title, ``{{F wards_affected: All}}`` a
field of that report (``!f wards_affected All`` where the printed words are not in one place, ``!t Title`` where the title is an item's), ``{{M n=1: The report be noted.}}`` a recommendation, ``{{+: …}}`` words that go on with it.
``<<3>>`` prints the page labels of the third paper ("5 - 9"), ``<<3-4>>`` of the third to the fourth, ``<<p3>>`` the first one only. ``#meeting body|date|time|venue`` may stand several times.
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
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate

from sheet import Sheet, letters, plain, truth_marks

FOLDER = Path(__file__).parent / "packs"
PROSE = (
    "The service has met its targets for the year in most areas, and where it has not the reasons are set out below. Officers have worked with partners to bring forward the programme that members asked for last spring.",
    "Demand rose by about a tenth over the period, while the budget stayed level. The shortfall was met from reserves, and a plan to bring spending back within the sum available is being carried out month by month.",
    "A survey of residents was carried out over six weeks and drew 412 replies. Most of those who replied were content with the scheme as it stands; a smaller number asked for changes to the hours and to the charges.",
    "The contract was let in 2019 for five years. It has been well run, and the supplier has agreed to hold its prices for a further year while the wider review is completed.",
    "Three options were looked at. The first would leave matters as they are, the second would spread the work over two years, and the third, which is preferred, would complete the work in one season at a lower whole cost.",
    "There are risks in delay: materials are dearer each quarter, and the grant must be spent by the end of March. These are held on the risk register and looked at each month by the programme board.",
)


class _Begin(Flowable):
    """Notes the page on which a paper begins, and stamps it."""

    def __init__(self, pages: list[int], stamp: str | None) -> None:
        super().__init__()
        self.pages, self.stamp = pages, stamp

    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.pages.append(self.canv.getPageNumber())
        if self.stamp:
            self.canv.saveState()
            x, y = self.canv.absolutePosition(0, 0)
            self.canv.translate(-x, -y)
            self.canv.setFont("Helvetica-Bold", 13)
            self.canv.drawRightString(self.canv._pagesize[0] - 50, self.canv._pagesize[1] - 36, self.stamp)
            self.canv.restoreState()


class _Pack(Sheet):
    marks = truth_marks("GTFM+")

    def __init__(self, text: str, ranges: dict[int, tuple[int, int]]) -> None:
        self.meetings: list[dict[str, Any]] = []
        self.kinds: list[str] = []
        self.begins: list[int] = []
        self.items: list[dict[str, Any]] = []
        self.reports: list[dict[str, Any]] = []
        self.asks: list[dict[str, Any]] = []
        self.marked: list[tuple[dict[str, Any], str, int]] = []
        self.ranges = ranges
        self._prose = self._open = 0
        super().__init__(text)

    @property
    def offset(self) -> int:
        """What the labels of pages are ahead of their positions."""
        return int(self.about.get("offset", "0"))

    def describe(self, key: str, value: str = "") -> None:
        """A ``#meeting`` line may stand several times."""
        if key != "meeting":
            super().describe(key, value)
            return
        body, date, time, venue = ([*value.split("|"), "", "", ""])[:4]
        self.meetings.append({"body": body, "date": date, "time": time or None, "venue": venue or None})

    def _range(self, m: re.Match[str]) -> str:
        first, _, last = m[2].partition("-")
        start = self.ranges.get(int(first), (1, 1))[0] + self.offset
        end = self.ranges.get(int(last or first), (1, 1))[1] + self.offset
        return str(start) if m[1] or start == end else f"{start}{self.about.get('dash', ' - ')}{end}"

    def words(self, words: str) -> str:
        """Page labels in place of ``<<3>>``."""
        return re.sub(r"<<(p?)(\d+(?:-\d+)?)>>", self._range, words)

    def order(self, line: str) -> bool:
        """``!t Title`` and ``!f field value``: truth whose words the lines above print."""
        if line.startswith("!t"):
            self._report(line[3:])["title"] = line[3:]
        elif line.startswith("!f"):
            _, name, value = line.split(" ", 2)
            self.reports[-1][name] = value
        else:
            return False
        return True

    def own(self, mark: str, words: str) -> bool:
        """``D``: a paper begins; ``X``: prose."""
        if mark[0] == "D":
            kind, *given = shlex.split(mark[1:])
            if self.kinds:
                self.story.append(PageBreak())
            self.kinds.append(kind)
            self.story.append(_Begin(self.begins, dict(g.split("=", 1) for g in given).get("stamp")))
        elif mark[0] == "X":
            for _ in range(int(mark[1:] or "1")):
                self.paragraph(PROSE[self._prose % len(PROSE)])
                self._prose += 1
        else:
            return False
        return True

    def _report(self, words: str, name: str = "title") -> dict[str, Any]:
        """The report that is open in this paper and has no field of this name yet, or a new one."""
        if self.reports and self._open == len(self.kinds) and name not in self.reports[-1]:
            return self.reports[-1]
        self._open = len(self.kinds)
        self.reports.append({})
        self.marked.append((self.reports[-1], words, self._open))
        return self.reports[-1]

    def note(self, m: re.Match[str]) -> str:
        how, words, paper = shlex.split(m["how"].strip()), plain(m["words"]), len(self.kinds)
        given = dict(h.split("=", 1) for h in how if "=" in h)
        bare = [h for h in how if "=" not in h]
        if m["kind"] == "G":
            item = {"where": "agenda", "number": bare[0] if bare else None, "title": words, "presenter": given.get("by")}
            if "d" in given:
                item["papers"] = given["d"]
            self.items.append(item)
            self.marked.append((item, words, paper))
        elif m["kind"] == "T":
            self._report(words)["title"] = words
        elif m["kind"] == "F":
            self._report(words, bare[0])[bare[0]] = words
        elif m["kind"] == "M":
            self.asks.append({"number": given.get("n"), "text": words})
            self.marked.append((self.asks[-1], words, paper))
        else:
            self.asks[-1]["text"] += " " + words
        return m["words"]


def _build(text: str, pdf: Path, ranges: dict[int, tuple[int, int]]) -> tuple[_Pack, dict[int, tuple[int, int]]]:
    pack = _Pack(text, ranges)
    stamp = pack.about.get("stamp")
    margin = float(pack.about.get("margin", "62"))

    def foot(canvas: Any, document: Any) -> None:
        if stamp:
            canvas.setFont("Helvetica", 10)
            canvas.drawCentredString(300, 26, stamp.replace("#", str(document.page + pack.offset)))

    SimpleDocTemplate(str(pdf), pagesize=LETTER if pack.about.get("sheet") == "letter" else A4, leftMargin=margin, rightMargin=margin, topMargin=60, bottomMargin=60,
                      invariant=1).build(pack.story, onFirstPage=foot, onLaterPages=foot)
    count = len(pypdfium2.PdfDocument(pdf))
    ends = [*(n - 1 for n in pack.begins[1:]), count]
    return pack, {k: (first, last) for k, (first, last) in enumerate(zip(pack.begins, ends, strict=True), 1)}


def typeset(source: Path, folder: Path) -> Path:
    """Write the PDF and the truth JSON of one marked-up text into ``folder``; returns the PDF's path."""
    pdf, text = folder / f"{source.stem}.pdf", source.read_text(encoding="utf-8")
    _, ranges = _build(text, pdf, {})
    pack, ranges = _build(text, pdf, ranges)
    pages = [letters(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]
    spots: dict[int, tuple[int, int]] = {}
    for record, words, paper in pack.marked:
        page, spot = spots.get(paper, (ranges[paper][0] - 1, 0))
        start = letters(words)[:24]
        page, spot = next(((n, at) for n in range(page, ranges[paper][1]) if (at := pages[n].find(start, spot if n == page else 0)) >= 0), (page, spot))
        spots[paper] = page, spot
        record["page"] = page + 1
    for item in pack.items:
        if papers := item.pop("papers", None):
            first, _, last = papers.partition("-")
            item["pages"] = [ranges[int(first)][0], ranges[int(last or first)][1]]
    about = pack.about
    truth = {"pdf": pdf.name, "sha256": hashlib.sha256(pdf.read_bytes()).hexdigest(), "council": about["council"], "country": about.get("country", "GB"),
             "complete": ["documents", "meetings", "agenda_items@agenda", "reports", "recommendations"],
             "documents": [{"kind": kind, "pages": list(ranges[k])} for k, kind in enumerate(pack.kinds, 1)],
             "meetings": pack.meetings, "agenda_items": pack.items, "resolutions": [], "attendance": [], "reports": pack.reports, "recommendations": pack.asks, "tables": []}
    (folder / f"{source.stem}.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False), encoding="utf-8")
    return pdf


if __name__ == "__main__":
    import sys
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for source in sorted(Path(p) for p in sys.argv[2:] or FOLDER.glob("*.txt")):
        typeset(source, out)
