"""Names that are printed in pieces: over cells of a table ("Andrew" | "Lynch"), over the places of a record, over the end of a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate, groupby
from typing import Any, TypeVar

from papermine import regex as re

MASK = "[member of the public]"
Spans = Callable[[str], list[tuple[int, int]]]
"""Where a text holds what is masked."""
Key = TypeVar("Key", bound=Hashable)
_NEAR = 4
"""Lines at the end of a page and at the start of the next between which a text may go on: above the one and below the other stand running lines."""
_CELL = re.compile(r"(?P<table>.*:table:[^:]+):(?:(?P<page>p[^:]*):)?(?P<row>\d+)\.(?P<column>\d+)")


def over(lines: Iterable[Sequence[tuple[Key, str]]], spans: Spans) -> dict[Key, str]:
    """Of texts that are printed one after another in each of ``lines`` those that hold a part of what is masked only as a whole, without that part.

    >>> over([[(0, "7"), (1, "Mr Andrew"), (2, "Lynch (Bath)")]], lambda text: [(text.find("Andrew"), text.find(" (Bath)"))])
    {1: 'Mr [member of the public]', 2: '[member of the public] (Bath)'}
    """
    read = list(lines)
    texts = {key: text for line in read for key, text in line}
    return {key: without(texts[key], masked) for key, masked in _masked(read, spans).items()}


def _masked(lines: Iterable[Sequence[tuple[Key, str]]], spans: Spans) -> dict[Key, set[int]]:
    """By the text that holds them the characters of such parts."""
    masked: dict[Key, set[int]] = defaultdict(set)
    for line in lines:
        starts = [0, *accumulate(len(text) + 1 for _, text in line)]
        for first, last in spans("\n".join(text for _, text in line)):
            met = [(key, text, start) for (key, text), start in zip(line, starts, strict=False) if start < last and start + len(text) > first]
            if len(met) > 1:
                for key, text, start in met:
                    masked[key].update(range(max(first - start, 0), min(last - start, len(text))))
    return masked


def without(text: str, masked: Container[int]) -> str:
    """The text with a mask for each run of these characters."""
    return "".join(c if k not in masked else MASK if k - 1 not in masked else "" for k, c in enumerate(text))


def parts(cells: Iterable[tuple[int, int, str]], spans: Spans) -> dict[tuple[int, int], str]:
    """`over` for the cells of a table, which are (row, column, text): its rows and its columns."""
    return over(_grid((row, column, (row, column), text) for row, column, text in cells), spans)


def _grid(cells: Iterable[tuple[int, int, Key, str]]) -> list[list[tuple[Key, str]]]:
    """The rows of a table and its columns. Blank cells are left out."""
    rows: dict[int, list[tuple[Key, str]]] = defaultdict(list)
    columns: dict[int, list[tuple[Key, str]]] = defaultdict(list)
    for row, column, key, text in sorted(cells, key=lambda cell: cell[:2]):
        if text:
            rows[row].append((key, text))
            columns[column].append((key, text))
    return [*rows.values(), *columns.values()]


def mended(names: Sequence[str], rows: Iterable[Sequence[Any]], spans: Callable[[str, str], list[tuple[int, int]]]) -> Iterator[Sequence[Any]]:
    """Rows of a view, in which no text holds a part of what is masked only as a whole. Rows of one table, record or pack stand side by side.

    ``spans``: where a text of the pack of that id holds what is masked.
    """
    at = {name: n for n, name in enumerate(names)}
    if not {"text", "pack_id"} <= at.keys():
        yield from rows
        return
    if {"table_id", "row_index", "column_index"} <= at.keys():
        key, lines = "table_id", _of_table
    elif {"record_id", "kind", "field", "ordinal"} <= at.keys():
        key, lines = "record_id", _of_record
    elif {"page_id", "page"} <= at.keys():
        key, lines = "pack_id", _of_pages
    else:
        yield from rows
        return
    for _, some in groupby(rows, key=lambda row: _whole(str(row[at[key]]))):
        group = list(some)
        pack = group[0][at["pack_id"]]
        for n, text in lines(at, group, partial(_spans_of, spans, pack)).items():
            group[n] = [text if k == at["text"] else value for k, value in enumerate(group[n])]
        yield from group


def _spans_of(spans: Callable[[str, str], list[tuple[int, int]]], pack: str, text: str) -> list[tuple[int, int]]:
    return spans(text, pack)


def _whole(record_id: str) -> str:
    """What is read in one go: the table of a cell, else the record."""
    cell = _CELL.fullmatch(record_id)
    return cell["table"] if cell else record_id


def _of_table(at: dict[str, int], rows: list[Sequence[Any]], spans: Spans) -> dict[int, str]:
    """Of cells of one table, as a whole or as its pages print them: rows and columns, and a cell that goes on overleaf."""
    of_page: dict[Any, list[tuple[int, int, int, str]]] = defaultdict(list)
    printed: dict[Any, list[tuple[int, str]]] = defaultdict(list)
    for n, row in sorted(enumerate(rows), key=lambda numbered: numbered[1][at["page"]]):
        text = row[at["text"]] or ""
        of_page[row[at["page"]] if "printed_cell_id" in at else None].append((row[at["row_index"]], row[at["column_index"]], n, text))
        if "printed_cell_id" in at and row[at["cell_id"]]:
            printed[row[at["cell_id"]]].append((n, text))
    return over([line for cells in of_page.values() for line in _grid(cells)] + list(printed.values()), spans)


def _of_record(at: dict[str, int], rows: list[Sequence[Any]], spans: Spans) -> dict[int, str]:
    """Of the places of one record, or of all cells of one table: their ids say where they stand in it, and a cell's places are those of its parts."""
    fields: dict[Any, list[tuple[int, str]]] = defaultdict(list)
    of_page: dict[Any, list[tuple[int, int, int, str]]] = defaultdict(list)
    spots: dict[Any, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        text = row[at["text"]] or ""
        if cell := _CELL.fullmatch(str(row[at["record_id"]])):
            of_page[cell["page"]].append((int(cell["row"]), int(cell["column"]), n, text))
            spots[tuple(row[at[name]] for name in ("page", "x0", "top", "text"))].append(n)
        fields[row[at["record_id"]], row[at["field"]]].append((n, text))
    found = over([line for cells in of_page.values() for line in _grid(cells)] + list(fields.values()), spans)
    return found | {n: found[one] for same in spots.values() for one in same if one in found for n in same if n not in found}


def _of_pages(at: dict[str, int], rows: list[Sequence[Any]], spans: Spans) -> dict[int, str]:
    """Of the pages of one pack."""
    order = sorted(range(len(rows)), key=lambda n: int(rows[n][at["page"]]))
    texts = [rows[n][at["text"]] or "" for n in order]
    return {n: without(text, masked) for n, text, masked in zip(order, texts, parted(texts, spans), strict=True) if masked}


def parted(texts: Sequence[str], spans: Spans) -> list[set[int]]:
    """Of pages that come one after another the characters of each that are a part of a name which the end of a page cuts.

    Tried are each of the last lines of a page with each of the first of the next, where it is no part of a name as it stands.
    """
    lines = [text.split("\n") for text in texts]
    starts = [[0, *accumulate(len(line) + 1 for line in page)] for page in lines]
    begins: list[list[int]] = []
    ends: list[list[int]] = []
    for text, page, start in zip(texts, lines, starts, strict=True):
        whole = spans(text)
        filled = [k for k, line in enumerate(page) if line.strip()]
        begins.append([k for k in filled[:_NEAR] if not any(first <= start[k] < last for first, last in whole)])
        ends.append([k for k in filled[-_NEAR:] if not any(first < start[k + 1] - 1 <= last for first, last in whole)])
    pairs = [[((n, i), lines[n][i]), ((n + 1, j), lines[n + 1][j])] for n in range(len(texts) - 1) for i in ends[n] for j in begins[n + 1]]
    out: list[set[int]] = [set() for _ in texts]
    for (n, k), masked in _masked(pairs, spans).items():
        out[n] |= {starts[n][k] + c for c in masked}
    return out
