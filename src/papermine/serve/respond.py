"""Lists as pages and downloads: filters out of the address, rows a page at a time, CSV, XLSX and JSON."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from papermine import regex as re
from papermine.errors import PapermineError
from papermine.export import csv
from papermine.export.rows import plain
from papermine.serve.chosen import chosen
from papermine.serve.lists import Listing
from papermine.serve.reader import Reader, Row
from papermine.serve.site import Site

PER_PAGE, MOST_PER_PAGE = 50, 500
MOST_ROWS = 100_000
"""Rows of a download."""
FORMATS = ("csv", "xlsx", "json")
_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json",
          "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


class BadRequest(PapermineError):
    """A parameter that cannot be understood."""

    code = "bad-request"


@dataclass(slots=True)
class Part:
    """Some rows of a list: those of one page, and how many there are in all."""

    rows: list[Row]
    total: int
    page: int
    per: int

    @property
    def pages(self) -> int:
        """Pages that the list has."""
        return max(-(-self.total // self.per), 1)


def whole(request: Request, name: str, default: int, least: int, most: int) -> int:
    """A parameter that is a whole number, within bounds. Raises `BadRequest`."""
    given = request.query_params.get(name)
    if given in (None, ""):
        return default
    try:
        assert given is not None
        return min(max(int(given[:12]), least), most)
    except ValueError:
        raise BadRequest(f"{name} is a whole number, not {given[:40]!r}") from None


def date(text: str | None, name: str, *, last: bool = False) -> dt.date | None:
    """A parameter that is a day, a month or a year. Raises `BadRequest`."""
    if not text:
        return None
    try:
        if len(text) == 4:
            return dt.date(int(text), 12 if last else 1, 31 if last else 1)
        if len(text) == 7:
            year, month = int(text[:4]), int(text[5:])
            first = dt.date(year, month, 1)
            return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1) if last else first
        return dt.date.fromisoformat(text)
    except (ValueError, OverflowError):
        raise BadRequest(f"{name} is a day (2024-05-31), a month (2024-05) or a year (2024), not {text[:40]!r}") from None


def conditions(listing: Listing, request: Request) -> tuple[str, dict[str, Any], dict[str, str]]:
    """WHERE, its values, and the filters as given."""
    parts, args, given = [], {}, {}
    for name, one in listing.filters.items():
        value = (request.query_params.get(name) or "").strip()[:200]
        if not value:
            continue
        given[name] = value
        if one.choices and value not in one.choices:
            raise BadRequest(f"{name} is one of {', '.join(one.choices)}, not {value[:40]!r}")
        parts.append(one.sql)
        args[name] = date(value, name, last=name == "to") if one.type == "date" else whole(request, name, 0, 0,
        10**9) if one.type == "number" else value
    return (" WHERE " + " AND ".join(parts) if parts else ""), args, given


def _seen(reader: Reader, listing: Listing, listed: str, where: str, args: dict[str, Any], given: dict[str, str]) -> str:
    """WHERE of the rows in whose words as they are shown stands what filters look for there: a mask must not tell that a guess is right.

    ``listed``: the expression that makes the list's rows; ``args`` take the ids of those that meet ``where``, where a filter looks in words.
    """
    looked = [(one.words, given[name].lower()) for name, one in listing.filters.items() if one.words and name in given]
    if reader.curtain is None or not looked:
        return where
    columns = ", ".join(dict.fromkeys((listing.id_column, *(["pack_id"] if listing.page_column else []), *(column for column, _ in looked))))
    rows = reader.rows(f"{listed} SELECT {columns} FROM listed{where}", args)
    args["seen"] = [row[listing.id_column] for row in rows if all(words in (row[column] or "").lower() for column, words in looked)]
    return f"{where} AND {listing.id_column} IN (SELECT unnest($seen::VARCHAR[]))"


def part(reader: Reader, listing: Listing, request: Request, *, all: bool = False) -> Part:
    """The rows that a request asks for; ``all``: as many as a download may have."""
    where, args, given = conditions(listing, request)
    narrow = bool(listing.narrow) and not all
    among = f"WITH {{named}}, listed AS ({listing.narrow})" if narrow else _all_of(listing)
    where = _seen(reader, listing, among, where, args, given)
    per = MOST_ROWS if all else whole(request, "per_page", PER_PAGE, 1, MOST_PER_PAGE)
    page = 1 if all else whole(request, "page", 1, 1, 10**6)
    cut = f"{where} ORDER BY {listing.order} LIMIT {per} OFFSET {(page - 1) * per}"
    if narrow:
        also = "also" if " AS also" in (listing.narrow or "") else "NULL"
        found = reader.bare(f"{among} SELECT {listing.id_column}, pack_id, {also}, count(*) OVER () FROM listed{cut}", args)
        total = found[0][-1] if found else reader.bare(f"{among} SELECT count(*) FROM listed{where}", args)[0][0] if page > 1 else 0
        packs = sorted({pack for row in found for pack in row[1:3] if pack})
        return Part(chosen(reader, listing.name, listing.id_column, [row[0] for row in found], packs) if found else [], total, page, per)
    counted = reader.one(f"{among} SELECT count(*) AS n FROM listed{where}", args)
    total = int(counted["n"]) if counted else 0
    return Part(reader.rows(f"{among} SELECT * FROM listed{cut}", args) if total else [], total, page, per)


def described(reader: Reader, listing: Listing) -> list[tuple[str, str]]:
    """The columns of a list's rows: name and DuckDB's type."""
    return [(row[0], row[1]) for row in reader.bare(f"DESCRIBE {_all_of(listing)} SELECT * FROM listed")]


def _all_of(listing: Listing) -> str:
    return f"WITH {{named}}, listed AS ({_VIEW.sub(_whole, listing.sql)})"


_VIEW = re.compile(r"\{(\w+)\}")


def _whole(found: re.Match[str]) -> str:
    """The view itself, of all packs; the names stay what they are."""
    return found[0] if found[1] == "named" else found[1]


def json_answer(value: Any, status: int = 200) -> Response:
    """A value as JSON."""
    return Response(json.dumps(plain(value), ensure_ascii=False, indent=1), status, media_type="application/json")


def download(name: str, form: str, names: list[str], rows: list[tuple[Any, ...]]) -> Response:
    """Rows as a file. CSV and XLSX hold no cell that a spreadsheet would run."""
    if form not in FORMATS:
        raise BadRequest(f"format is one of {', '.join(FORMATS)}, not {form[:40]!r}")
    if form == "json":
        body = json.dumps([dict(zip(names, map(plain, row), strict=True)) for row in rows], ensure_ascii=False, indent=1).encode()
    elif form == "csv":
        out = io.StringIO(newline="")
        csv.write(out, names, rows)
        body = out.getvalue().encode("utf-8", "replace")
    else:
        from papermine.export.xlsx import rows_workbook
        body = rows_workbook(names, rows)
    return Response(body, media_type=_TYPES[form], headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(f'{name}.{form}')}"})


def list_page(listing: Listing) -> Any:
    """The handler of a list: a page, or a download with ``?format=``."""
    def answer(site: Site, request: Request) -> Response:
        form = request.query_params.get("format")
        with site.read() as reader:
            found = part(reader, listing, request, all=bool(form))
            councils = reader.rows("WITH {named} SELECT DISTINCT key, name FROM council_names ORDER BY name") if "council" in listing.filters else []
        if form:
            names = list(found.rows[0]) if found.rows else [c for c, _ in listing.shown]
            return download(listing.name, form, names, [tuple(row.values()) for row in found.rows])
        _, _, given = conditions(listing, request)
        return site.html("list.html", request, listing=listing, found=found, given=given, councils=councils, title=listing.title,
                         most=MOST_ROWS)
    return answer
