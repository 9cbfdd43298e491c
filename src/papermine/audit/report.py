"""Ticked sheets → an accuracy statement: precision by kind and council, recall from the sampled pages."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from papermine.audit.intervals import Page, Stratum, proportion, ratio
from papermine.audit.sample import KINDS
from papermine.errors import PapermineError

SHEET = "audit.csv"
COLUMNS = ("number", "what", "kind", "stratum", "size", "council", "paper", "file", "page", "id", "found", "text", "verdict", "wrong", "missed",
           "note")
_RIGHT, _WRONG, _UNSURE = {"right", "r", "yes", "y", "true", "1", "x"}, {"wrong", "w", "no", "n", "false", "0"}, {"unsure", "u", "?"}
ALL = "all"


@dataclass(frozen=True, slots=True)
class Estimate:
    """One line of the statement. ``looked`` records (or pages) were looked at, ``right`` of ``of`` records there were right
    (or found); ``value``, ``low``, ``high`` estimate the whole collection; None where nothing can be said."""

    kind: str
    measure: str
    group: str
    looked: int
    right: int
    of: int
    value: float | None
    low: float | None
    high: float | None


@dataclass(slots=True)
class Statement:
    """What the ticks say. ``left`` counts rows not ticked, ``unsure`` those set aside, by kind."""

    estimates: list[Estimate] = field(default_factory=list)
    sampled: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    unsure: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Row:
    kind: str
    what: str
    stratum: str
    size: int
    council: str
    paper: str
    found: int
    verdict: str
    wrong: int
    missed: int | None


def sheet_of(path: str | PathLike[str]) -> Path:
    """The sheet in a folder that `audit` made, or the file itself."""
    given = Path(path)
    return given / SHEET if given.is_dir() else given


def _rows(path: Path) -> Iterator[_Row]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PapermineError(f"{path} cannot be read ({error.strerror}): name the folder or CSV that `papermine audit` made") from error
    except UnicodeDecodeError as error:
        raise PapermineError(f"{path} is not UTF-8: save it as \"CSV UTF-8\"") from error
    dialect = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","  # Excel's, where the comma is decimal
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=dialect)
    missing = [c for c in COLUMNS if c not in (reader.fieldnames or ()) and c not in ("note", "text", "file", "page", "id", "number")]
    if missing:
        raise PapermineError(f"{path} is no audit sheet: it has no column {', '.join(missing)}")
    for n, row in enumerate(reader, 2):
        try:
            missed = (row["missed"] or "").strip()
            verdict = (row["verdict"] or "").strip().lower()
            if verdict not in _RIGHT | _WRONG | _UNSURE | {""}:
                raise ValueError(f"verdict {verdict!r} is none of right, wrong, unsure")
            out = _Row(row["kind"], row["what"], row["stratum"], int(row["size"]), row["council"], row["paper"], int(row["found"] or 0), verdict,
                       int((row["wrong"] or "").strip() or 0), int(missed) if missed else None)
            if out.kind not in KINDS or out.what not in ("record", "page") or out.size < 1:
                raise ValueError(f"{row['what']} of {row['kind']} is nothing that can be audited")
            if out.what == "page" and not (0 <= out.wrong <= out.found and (out.missed or 0) >= 0):
                raise ValueError(f"{out.wrong} wrong of {out.found} found, {out.missed} missed")
            yield out
        except (ValueError, TypeError) as error:
            raise PapermineError(f"{path}, row {n}: {error}") from error


def report(path: str | PathLike[str]) -> Statement:
    """The statement of a ticked sheet (folder or CSV). Raises `PapermineError` with the row where a tick makes no sense."""
    sheet = sheet_of(path)
    out = Statement()
    by_kind: dict[str, list[_Row]] = {}
    for row in _rows(sheet):
        by_kind.setdefault(row.kind, []).append(row)
    for kind, rows in by_kind.items():
        records = [r for r in rows if r.what == "record"]
        pages = [r for r in rows if r.what == "page"]
        out.sampled[kind] = len(rows)
        out.unsure[kind] = sum(r.verdict in _UNSURE for r in rows)
        out.left[kind] = sum(not r.verdict for r in records) + sum(r.missed is None and r.verdict not in _UNSURE for r in pages)
        ticked = [r for r in records if r.verdict in _RIGHT | _WRONG]
        done = [r for r in pages if r.missed is not None and r.verdict not in _UNSURE]
        for group, member in _groups(rows):
            out.estimates.append(_precision(kind, group, [r for r in ticked if member(r)], records))
        for group, member in _groups(pages):
            out.estimates.append(_recall(kind, group, [r for r in done if member(r)], done))
    return out


def _groups(rows: Sequence[_Row]) -> list[tuple[str, Callable[[_Row], bool]]]:
    out: list[tuple[str, Callable[[_Row], bool]]] = [(ALL, lambda r: True)] if rows else []
    councils = sorted({r.council for r in rows})
    papers = sorted({r.paper for r in rows})
    out += [(c, lambda r, c=c: r.council == c) for c in councils if len(councils) > 1]  # type: ignore[misc]
    out += [(f"paper: {p}", lambda r, p=p: r.paper == p) for p in papers if len(papers) > 1]  # type: ignore[misc]
    return out


def _precision(kind: str, group: str, ticked: Sequence[_Row], records: Sequence[_Row]) -> Estimate:
    """Strata by their size; a group that is a part of a stratum has its share of the sampled ones."""
    drawn = Counter(r.stratum for r in records)
    sizes = {r.stratum: r.size for r in records}
    strata = []
    for name in sorted({r.stratum for r in ticked}):
        here = [r for r in ticked if r.stratum == name]
        part = [r for r in records if r.stratum == name and (group == ALL or r.council == group or f"paper: {r.paper}" == group)]
        size = max(round(sizes[name] * len(part) / drawn[name]), len(here))
        strata.append(Stratum(size, len(here), sum(r.verdict in _RIGHT for r in here)))
    said = proportion(strata)
    return Estimate(kind, "precision", group, len(ticked), sum(s.right for s in strata), len(ticked), *(said or (None, None, None)))


def _recall(kind: str, group: str, done: Sequence[_Row], all_done: Sequence[_Row]) -> Estimate:
    looked = Counter(r.stratum for r in all_done)
    pages = [Page(r.stratum, r.size / looked[r.stratum], r.found - r.wrong, r.found - r.wrong + (r.missed or 0)) for r in done]
    said = ratio(pages)
    return Estimate(kind, "recall", group, len(done), sum(p.right for p in pages), sum(p.printed for p in pages), *(said or (None, None, None)))


METHOD = """Records and pages were drawn at random within strata of council and kind of paper. Estimates weight each stratum by its size;
intervals are 95%: Wilson's (1927) at the effective sample size p(1-p)/var of the stratified design (Cochran 1977; Korn and
Graubard 1998; Franco et al. 2019), pages being clusters of records. Where nothing wrong was seen the effective size is Kish's (1965).
Precision: of the records stored, those that the page bears out. Recall: of the records printed on the sampled pages, those
found there and right."""


def as_markdown(said: Statement) -> str:
    """The statement as Markdown, ready for a paper's appendix."""
    out = ["# Accuracy of what was extracted, by hand", ""]
    for kind in said.sampled:
        counts = f"{said.sampled[kind]} rows were drawn; {said.left[kind]} are not ticked, {said.unsure[kind]} were left as unsure."
        out += [f"## {kind}", "", counts, "",
                "| measure | of | looked at | right | estimate | 95% interval |", "| --- | --- | --- | --- | --- | --- |"]
        for e in said.estimates:
            if e.kind == kind:
                looked = f"{e.looked} records" if e.measure == "precision" else f"{e.looked} pages"
                value = "nothing to go by" if e.value is None else f"{e.value:.3f}"
                span = "" if e.low is None or e.high is None else f"{e.low:.3f} to {e.high:.3f}"
                out.append(f"| {e.measure} | {e.group.replace('|', '/')} | {looked} | {e.right} of {e.of} | {value} | {span} |")
        out.append("")
    return "\n".join([*out, METHOD, ""])
