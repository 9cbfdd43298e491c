"""CSV for spreadsheets: figures stay figures, formulas become text."""

from __future__ import annotations

import csv as stdlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papermine.export import csv


@pytest.mark.parametrize("text", [
    "-4.2", "-£1,200", "+5", "-5%", "(4.2)", "-", "–", "—", "--", "- ", "£-3.50", "12", "", "a=b", "-1,234.50", "+£1.2m", "-.5", "+44 1902 555046"])
def test_figures_dashes_and_plain_text_stay(text: str) -> None:
    assert csv.harmless(text) == text


@pytest.mark.parametrize("text", [
    "=1+1", "=HYPERLINK(\"x\")", "+1+1", "-1+1", "-A1", "@SUM(A1)", "\tx", "\r=1", "- none", "+cmd|' /C calc'!A0", "=", "@", "-4.2=1", "- 1 - 2"])
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert csv.harmless(text) == "'" + text


def test_whole_files() -> None:
    out = io.StringIO()
    csv.write(out, ["t", "n"], [("=1", -1), ("é, \"q\"\n", None), (True, ["=x"])])
    assert out.getvalue() == '\ufefft,n\r\n\'=1,-1\r\n"é, ""q""\n",\r\ntrue,"[""=x""]"\r\n'
    out = io.StringIO()
    csv.write(out, ["t"], [("=1",)], raw=True, bom=False)
    assert out.getvalue() == "t\r\n=1\r\n"


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)))
def test_what_is_written_can_be_read_and_is_no_formula(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.write(out, ["a", "b"], rows)
    back = list(stdlib.reader(io.StringIO(out.getvalue().removeprefix("\ufeff"), newline="")))[1:]
    assert back == [[csv.harmless(c) for c in row] for row in rows]
    for row in back:
        for cell in row:
            assert cell[:1] not in ("=", "@", "\t", "\r")
            assert cell[:1] not in ("+", "-") or csv.is_figure(cell)
