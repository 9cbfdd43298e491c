"""`papermine page`: what papermine sees on a page."""

from __future__ import annotations

import enum
from pathlib import Path

import typer

from papermine.cli.terminal import one_line, say
from papermine.errors import PapermineError


class Layer(enum.StrEnum):
    """What can be drawn."""

    words = "words"
    lines = "lines"
    blocks = "blocks"
    tables = "tables"
    papers = "papers"
    records = "records"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("page")(page)


def page(
    file: str = typer.Argument(..., metavar="FILE", help="A PDF."),
    number: int = typer.Argument(..., metavar="N", help="Page: position in the file, from 1."),
    layer: list[Layer] = typer.Option(None, "--layer", "-l", help=(
        "What to draw; may be repeated: words, lines (in reading order), blocks (paragraphs), tables (with cells), "
        "papers (which paper it is), records (what was found).  [default: lines and tables]")),
    output: str = typer.Option(None, "--output", "-o", metavar="FILE.png",
                               help="Picture to write; - is standard output.  [default: NAME-pN-LAYERS.png here]"),
    scale: float = typer.Option(2.0, "--scale", min=0.2, max=10.0, metavar="PIXELS", help="Pixels a point; 2 is 144 dots an inch."),
    password: str = typer.Option(None, "--password", help="Password of an encrypted file."),
) -> None:
    """Draw a page as a PNG, with what papermine sees on it.

    The layers papers and records read the whole file first.

    \b
    papermine page pack.pdf 5
    papermine page pack.pdf 5 --layer tables -o tables.png
    papermine page pack.pdf 5 --layer papers --layer records --scale 3
    """
    from papermine.draw import draw_page
    from papermine.export.files import whole_file
    layers = list(dict.fromkeys(one.value for one in layer)) if layer else ["lines", "tables"]
    if output == "-":
        _to_stdout(file, number, layers, scale, password)
        return
    target = Path(output) if output is not None else Path(f"{Path(file).stem}-p{number}-{'-'.join(layers)}.png")
    if target.is_dir():
        target = target / f"{Path(file).stem}-p{number}-{'-'.join(layers)}.png"
    if target.suffix.lower() not in ("", ".png"):
        raise PapermineError(f"the picture is a PNG: name it {target.with_suffix('.png')}")
    with whole_file(target) as part:
        legend = draw_page(file, number, layers, part, scale=scale, password=password)  # type: ignore[arg-type]
    say(f"{one_line(str(target))}: page {number}; {'; '.join(one_line(text) for text in legend)}")


def _to_stdout(file: str, number: int, layers: list[str], scale: float, password: str | None) -> None:
    import sys
    import tempfile

    from papermine.draw import draw_page
    with tempfile.TemporaryFile() as held:
        draw_page(file, number, layers, held, scale=scale, password=password)  # type: ignore[arg-type]
        held.seek(0)
        sys.stdout.buffer.write(held.read())
    sys.stdout.buffer.flush()
