"""Scores view recommendation_outcomes against hand-read truth (tests/data/outcomes.json).

    papermine ingest ../shared/benchmark/packs ../shared/wild --db all.duckdb
    python benchmarks/outcomes.py all.duckdb

Precision: of the outcomes said (adopted, amended, deferred, rejected), how many are right, and matched to the right page.
Recall: of those that the papers tell, how many were found. Recommendations that truth does not hold are not scored.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from papermine.store import query

TRUTH = Path(__file__).parent.parent / "tests" / "data" / "outcomes.json"
SAID = ("adopted", "amended", "deferred", "rejected")
SQL = """
SELECT k.file_name, r.page, row_number() OVER (PARTITION BY r.pack_id, r.page ORDER BY r.ordinal) AS nth, o.outcome, o.resolved_file, o.resolved_page
FROM recommendations r JOIN packs k USING (pack_id) LEFT JOIN recommendation_outcomes o ON o.recommendation_id = r.recommendation_id"""


def score(db: str) -> tuple[Counter[str], list[str]]:
    """Counts (said, right, expected, found) and a line for each miss."""
    found = {(f, p, n): (o, rf, rp) for f, p, n, o, rf, rp in query(db, SQL).rows}
    files = {f for f, _, _ in found}
    counts: Counter[str] = Counter()
    misses = []
    for row in json.loads(TRUTH.read_text(encoding="utf-8"))["rows"]:
        if row["file"] not in files:
            continue
        got = found.get((row["file"], row["page"], row["nth"]), (None, None, None))
        place = (row.get("resolved_file"), row.get("resolved_page"))
        right = got[0] == row["outcome"] and (row["outcome"] not in SAID or got[1:] == place)
        counts["said"] += got[0] in SAID
        counts["right"] += right and got[0] in SAID
        counts["expected"] += row["outcome"] in SAID
        counts["rows"] += 1
        counts["rows right"] += right
        if not right:
            misses.append(f"{row['file']}, page {row['page']}, {row['nth']}: {row['outcome']} {place}, got {got}")
    return counts, misses


def main() -> None:
    """Print the figures and the misses."""
    counts, misses = score(sys.argv[1])
    precision, recall = (counts["right"] / max(1, counts[k]) for k in ("said", "expected"))
    print(f"rows {counts['rows']}, right {counts['rows right']}; outcomes said {counts['said']}, right {counts['right']}, "
          f"expected {counts['expected']}: precision {precision:.3f}, recall {recall:.3f}")
    print("\n".join(misses))


if __name__ == "__main__":
    main()
