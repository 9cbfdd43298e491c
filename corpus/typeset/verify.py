"""Read a pack back and hold its truth against what is printed."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pdfplumber


def squash(text: str) -> str:
    """`text` without case, spaces and punctuation."""
    return re.sub(r"[^\w£$%]+", "", unicodedata.normalize("NFKC", text).lower())


def _texts(truth: dict[str, Any]) -> list[tuple[str, str, int]]:
    """Every (what, text, page) whose first words must be on that page."""
    out = [("item", item["title"], item["page"]) for item in truth["agenda_items"]]
    out += [("resolution", r["text"], r["page"]) for r in truth["resolutions"]]
    out += [("report", r["title"], r["page"]) for r in truth["reports"]]
    out += [(key, value, r["page"]) for r in truth["reports"] for key, value in r.items() if key not in ("page", "title")]
    out += [("recommendation", r["text"], r["page"]) for r in truth["recommendations"]]
    return out


def verify(pdf: Path, truth_path: Path) -> list[str]:
    """What is wrong with the truth of a pack, as sentences; none where all is well.

    Checks the hash, that the documents tile the file, that each text's first words are on its page, that
    each table cell's words are on its pages, that page ranges lie in the file, that tallies equal names,
    and that everyone attending is named in the file.
    """
    truth: dict[str, Any] = json.loads(truth_path.read_text(encoding="utf-8"))
    wrong: list[str] = []
    if hashlib.sha256(pdf.read_bytes()).hexdigest() != truth["sha256"]:
        wrong.append("sha256 differs")
    with pdfplumber.open(pdf) as file:
        pages = [squash(page.extract_text() or "") for page in file.pages]
        outside = [
            page.page_number
            for page in file.pages
            if any(c["x0"] < 0 or c["x1"] > page.width or c["top"] < 0 or c["bottom"] > page.height for c in page.chars)
        ]
    wrong += [f"p{number}: text runs off the page" for number in outside]
    at = 1
    for document in truth["documents"]:
        first, last = document["pages"]
        if first != at or last < first:
            wrong.append(f"documents do not tile: {document} after page {at - 1}")
        at = last + 1
    if at != len(pages) + 1:
        wrong.append(f"documents end at {at - 1} of {len(pages)} pages")
    for what, text, page in _texts(truth):
        start = squash(" ".join(text.split()[:4]))
        if not 1 <= page <= len(pages) or start not in pages[page - 1]:
            wrong.append(f"p{page}: {what} not found: {text[:60]}")
            continue
        end = squash(" ".join(text.split()[-3:]))
        if end not in pages[page - 1] and squash(text.split()[-1]) not in "".join(pages[page : page + 2]):
            wrong.append(f"p{page}: {what} has another end: {text[-60:]}")
    for table in truth["tables"]:
        first, last = table["pages"]
        printed = "".join(pages[first - 1 : last])
        if len({len(row) for row in table["rows"]}) != 1:
            wrong.append(f"p{first}: ragged table")
        for cell in (cell for row in table["rows"] for cell in row):
            missing = [word for word in cell.split() if squash(word) not in printed]
            if missing:
                wrong.append(f"p{first}-{last}: cell words not found: {missing}")
    for item in truth["agenda_items"]:
        low, high = item.get("pages", [1, 1])
        if not 1 <= low <= high <= len(pages):
            wrong.append(f"item {item['number']}: pages {low}-{high} are not in the file")
    for resolution in truth["resolutions"]:
        count, names = resolution["count"], resolution["votes"]
        if count and names:
            tally = [len(names[key]) for key in ("for", "against", "abstain")]
            if any(c is not None and c != n for c, n in zip(count, tally, strict=True)):
                wrong.append(f"count {count} is not the tally {tally}: {resolution['text'][:40]}")
    whole = "".join(pages)
    for name in [p["name"] for p in truth["attendance"]]:
        if not all(squash(word) in whole for word in name.split()):
            wrong.append(f"{name} is not named in the file")
    return wrong
