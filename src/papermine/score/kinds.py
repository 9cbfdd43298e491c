"""How each record kind of a pack is compared with its truth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from papermine.score.likeness import SAME_TEXT, SAME_TITLE, neighbours, number, same_person, shared, similar
from papermine.score.tally import Tally, match

Row = dict[str, Any]
Tallies = dict[str, Tally]

ORDER = ("documents", "meetings", "agenda_items", "item_page_ranges", "resolutions", "resolution_items", "resolution_pages", "movers",
         "seconders", "vote_counts", "named_votes", "attendance", "report_fields", "recommendations", "tables", "tables_mean", "tables_exact")
REPORT_FIELDS = ("title", "cabinet_member", "wards_affected", "accountable_director", "originating_service", "accountable_employee")
COUNTS = ("votes_for", "votes_against", "votes_abstain")


@dataclass(slots=True)
class Found:
    """What the database holds of one pack: rows by view, votes by resolution, table grids by table."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    votes: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    grids: dict[str, list[list[str]]] = field(default_factory=dict)

    def of(self, view: str) -> list[Row]:
        """The rows of one view."""
        return self.rows.get(view, [])


def score_pack(truth: Row, found: Found, tallies: Tallies) -> None:
    """Count every kind that the truth says is annotated in full."""
    complete = set(truth["complete"])
    parts: tuple[tuple[str, Callable[[Row, Found, Tallies], None]], ...] = (
        ("documents", _documents), ("meetings", _meetings), ("resolutions", _resolutions), ("attendance", _attendance),
        ("reports", _reports), ("recommendations", _recommendations), ("tables", _tables))
    for kind, count in parts:
        if kind in complete:
            count(truth, found, tallies)
    for where in ("agenda", "minutes"):
        if "agenda_items" in complete or f"agenda_items@{where}" in complete:
            _items(truth, found, tallies, where)


def _documents(truth: Row, found: Found, tallies: Tallies) -> None:
    expected = [{"kind": d["kind"], "first_page": d["pages"][0], "last_page": d["pages"][1]} for d in truth["documents"]]
    tallies["documents"].add(
        truth["pdf"], expected, [d for d in found.of("documents") if d.get("kind") != "blank"],
        lambda e, f: float(e["first_page"] == f["first_page"] and e["kind"] == f["kind"]), 1,
        lambda d: f"{d['kind']} {d['first_page']}-{d['last_page']}")


def _meetings(truth: Row, found: Found, tallies: Tallies) -> None:
    tallies["meetings"].add(
        truth["pdf"], truth["meetings"], found.of("meetings"),
        lambda e, f: similar(e["body"], f.get("body")) if str(f.get("meeting_date")) == e["date"] else 0.0, SAME_TITLE,
        lambda m: f"{m.get('body')} {m.get('date') or m.get('meeting_date')}")


def _items(truth: Row, found: Found, tallies: Tallies, where: str) -> None:
    kinds = {d["document_id"]: d.get("kind") for d in found.of("documents")}
    expected = [i for i in truth["agenda_items"] if i["where"] == where]
    got = [i for i in found.of("agenda_items") if (kinds.get(i["document_id"]) == "minutes") == (where == "minutes")]
    pairs = tallies["agenda_items"].add(
        truth["pdf"], expected, got,
        lambda e, f: similar(e["title"], f.get("title")) if number(e["number"]) == number(f.get("number")) else 0.0, SAME_TITLE,
        lambda i: f"[{where}] {i.get('number')} {i.get('title')}")
    ranges = tallies["item_page_ranges"]
    ranges.expected += sum(1 for e in expected if e.get("pages"))
    ranges.found += sum(1 for f in got if f.get("first_page") is not None) if where == "agenda" else 0
    for i, j in pairs:
        pages, printed = expected[i].get("pages"), [got[j].get("first_page"), got[j].get("last_page")]
        if pages:
            ranges.correct += printed == pages
            if printed != pages:
                ranges.misses.append((truth["pdf"], "differs", f"{pages} != {printed}: {expected[i]['title'][:60]}"))


def _counts(row: Row) -> tuple[Any, ...] | None:
    counts = tuple(row.get(c) for c in COUNTS)
    return counts if any(c is not None for c in counts) else None


@dataclass(frozen=True, slots=True)
class _Detail:
    """One column of a resolution: how to get it from truth and database, and when both agree."""

    kind: str
    expected: Callable[[Row], Any]
    found: Callable[[Row], Any]
    same: Callable[[Any, Any], bool]


def _equal(a: Any, b: Any) -> bool:
    return bool(a == b)


_DETAILS = (
    _Detail("resolution_items", lambda e: number(e.get("item")), lambda f: number(f.get("item_number")), _equal),
    _Detail("resolution_pages", lambda e: e.get("page"), lambda f: f.get("page"), _equal),
    _Detail("movers", lambda e: e.get("mover"), lambda f: f.get("mover"), same_person),
    _Detail("seconders", lambda e: e.get("seconder"), lambda f: f.get("seconder"), same_person),
    _Detail("vote_counts", lambda e: tuple(e["count"]) if e.get("count") else None, _counts,
            lambda a, b: all(x is None or x == (y or 0) for x, y in zip(a, b, strict=False))),
)


def _resolutions(truth: Row, found: Found, tallies: Tallies) -> None:
    expected, got = truth["resolutions"], found.of("resolutions")
    pairs = tallies["resolutions"].add(
        truth["pdf"], expected, got, lambda e, f: similar(e["text"], f.get("text"), True), SAME_TEXT,
        lambda r: f"{r.get('item') or r.get('item_number')}/{r.get('number')} p{r.get('page')} {(r.get('text') or '')[:110]}")
    for detail in _DETAILS:
        tally = tallies[detail.kind]
        tally.expected += sum(1 for e in expected if detail.expected(e) not in (None, ""))
        tally.found += sum(1 for f in got if detail.found(f) not in (None, ""))
        for i, j in pairs:
            a, b = detail.expected(expected[i]), detail.found(got[j])
            if a in (None, "") or b in (None, ""):
                continue
            right = detail.same(a, b)
            tally.correct += right
            if not right:
                tally.misses.append((truth["pdf"], "differs", f"{a} != {b}: {expected[i]['text'][:60]}"))
    of_found = {j: i for i, j in pairs}
    votes = [(i, name, option) for i, e in enumerate(expected) for option, names in (e.get("votes") or {}).items() for name in names]
    cast = [(of_found.get(j, -1), name, option) for j, f in enumerate(got) for name, option in found.votes.get(f["resolution_id"], [])]
    tallies["named_votes"].add(
        truth["pdf"], votes, cast, lambda e, f: float(e[0] == f[0] and e[2] == (f[2] or "").lower() and same_person(e[1], f[1])), 1, str)


def _attendance(truth: Row, found: Found, tallies: Tallies) -> None:
    tallies["attendance"].add(
        truth["pdf"], truth["attendance"], found.of("attendance"),
        lambda e, f: float(e["status"] == f.get("status") and same_person(e["name"], f.get("name"))), 1,
        lambda p: f"{p.get('name')} ({p.get('status')})")


def _reports(truth: Row, found: Found, tallies: Tallies) -> None:
    def fields(reports: list[Row]) -> list[tuple[int, str, str]]:
        return [(r["page"], name, r[name]) for r in reports for name in REPORT_FIELDS if r.get(name)]
    tallies["report_fields"].add(
        truth["pdf"], fields(truth["reports"]), fields(found.of("reports")),
        lambda e, f: similar(e[2], f[2]) if e[:2] == f[:2] else 0.0, SAME_TITLE, str)


def _recommendations(truth: Row, found: Found, tallies: Tallies) -> None:
    tallies["recommendations"].add(
        truth["pdf"], truth["recommendations"], found.of("recommendations"), lambda e, f: similar(e["text"], f.get("text"), True), SAME_TEXT,
        lambda r: f"{r.get('number')} p{r.get('page')} {(r.get('text') or '')[:110]}")


def _tables(truth: Row, found: Found, tallies: Tallies) -> None:
    scope = truth.get("table_pages")  # None: every page of the pack was checked
    got = [(t["table_id"], t["first_page"], t["last_page"], neighbours(found.grids.get(t["table_id"], []))) for t in found.of("tables")]
    if scope is not None:
        got = [g for g in got if any(page in scope for page in range(g[1], g[2] + 1))]
    expected = [(t["pages"][0], t["pages"][1], neighbours(t["rows"]), t["rows"]) for t in truth["tables"]]

    def likeness(e: tuple[Any, ...], g: tuple[Any, ...]) -> float:
        total = sum(e[2].values()) + sum(g[3].values())
        if g[2] < e[0] or g[1] > e[1] or not total:
            return 0.0
        return float(2 * shared(e[2], g[3]) / total)

    pairs = match(expected, got, likeness, 1e-9)
    pooled, mean, exact = tallies["tables"], tallies["tables_mean"], tallies["tables_exact"]
    pooled.expected += sum(sum(e[2].values()) for e in expected)
    pooled.found += sum(sum(g[3].values()) for g in got)
    pooled.correct += sum(shared(expected[i][2], got[j][3]) for i, j in pairs)
    whole = {i for i, j in pairs if expected[i][2] == got[j][3]}
    for tally, right in ((mean, sum(likeness(expected[i], got[j]) for i, j in pairs)), (exact, len(whole))):
        tally.expected += len(expected)
        tally.found += len(got)
        tally.correct += right
    matched, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, e in enumerate(expected):
        if i not in whole:
            how = "inexact" if i in matched else "missing"
            pooled.misses.append((truth["pdf"], how, f"p{e[0]}-{e[1]} {len(e[3])}x{len(e[3][0])} {e[3][0][:3]}"))
    pooled.misses += [(truth["pdf"], "extra", f"p{g[1]}-{g[2]} {g[0]}") for j, g in enumerate(got) if j not in used]
