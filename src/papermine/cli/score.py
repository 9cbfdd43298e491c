"""`papermine score`: how right is a database?"""

from __future__ import annotations

import typer

from papermine.cli.terminal import one_line


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("score")(score)


def score(
    database: str = typer.Argument(..., metavar="DB", help="Database file."),
    truth: str = typer.Argument(..., metavar="TRUTH", help="Folder of hand-checked truth files (JSON), or one of them."),
    text_only: bool = typer.Option(False, "--text-only", help="Leave out packs whose pages are images."),
    misses: bool = typer.Option(False, "--misses", help="List what is missing, too much, or different."),
    json: str = typer.Option(None, "--json", metavar="FILE", help="Write the figures as JSON too."),
) -> None:
    """Compare a database with hand-checked truth: precision, recall and F1 for each kind of record.

    \b
    papermine score council.duckdb corpus
    papermine score council.duckdb truth --text-only --misses
    """
    from papermine.score import score as compare
    scores = compare(database, truth, text_only=text_only)
    print(f"{scores.packs} packs with truth, {len(scores.absent)} not in the database")
    print(f"{'record kind':18}{'expected':>9}{'found':>8}{'correct':>9}{'P':>8}{'R':>8}{'F1':>8}")
    for kind, t in scores.kinds.items():
        print(f"{kind:18}{t.expected:9g}{t.found:8g}{t.correct:9.6g}{t.precision:8.3f}{t.recall:8.3f}{t.f1:8.3f}")
    print(f"mean F1 over {sum(1 for t in scores.tallies.values() if t.expected)} kinds: {scores.mean_f1:.3f}")
    if misses:
        for kind, t in scores.tallies.items():
            for miss in t.misses:
                print(kind, *map(one_line, miss), sep=" | ")
    if json is not None:
        _write_json(json, {k: {"expected": t.expected, "found": t.found, "correct": t.correct, "precision": t.precision, "recall": t.recall,
                               "f1": t.f1} for k, t in scores.kinds.items()} | {"mean_f1": scores.mean_f1})


def _write_json(path: str, figures: object) -> None:
    import json

    from papermine.export.files import opened
    with opened(path) as out:
        json.dump(figures, out, indent=1)
        out.write("\n")
