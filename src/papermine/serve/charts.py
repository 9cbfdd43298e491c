"""Small charts as SVG, drawn here: presentation attributes only, since the policy of every page forbids styles in the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from markupsafe import Markup

_COLOURS = {"for": "#1f6f54", "against": "#a33b2a", "abstain": "#7a7f87"}
_SERIES = ("#0b5d6b", "#c77d0a", "#6a4c93", "#1f6f54", "#a33b2a", "#566270")
_WIDE = 640


def vote_bar(row: dict[str, Any], names: dict[str, list[Any]]) -> Markup | None:
    """A bar of for, against and abstained: the counts as printed, else the names. None where neither is printed."""
    counts = {o: row.get(f"votes_{o}") for o in _COLOURS}
    if all(v is None for v in counts.values()):
        counts = {o: len(names[o]) if o in names else None for o in _COLOURS}
    total = sum(v or 0 for v in counts.values())
    if not total:
        return None
    said = ", ".join(f"{v} {'abstained' if o == 'abstain' else o}" for o, v in counts.items() if v is not None)
    out = [Markup('<svg class="votes" viewBox="0 0 300 14" role="img" aria-label="{}" preserveAspectRatio="none">').format(said)]
    x = 0.0
    for option, colour in _COLOURS.items():
        width = 300 * (counts[option] or 0) / total
        if width:
            out.append(Markup('<rect x="{}" y="0" width="{}" height="14" fill="{}"/>').format(f"{x:.1f}", f"{max(width - 1, 1):.1f}", colour))
        x += width
    return Markup("").join([*out, Markup('</svg><span class="tally">{}</span>').format(said)])


def timeline(meetings: Sequence[dict[str, Any]]) -> Markup | None:
    """Meetings a month, as bars; None for fewer than three months."""
    months: dict[tuple[int, int], int] = {}
    for m in meetings:
        if day := m["meeting_date"]:
            months[day.year, day.month] = months.get((day.year, day.month), 0) + 1
    if len(months) < 3:
        return None
    first, last = min(months), max(months)
    span = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    if span > 480:
        return None
    step, most = _WIDE / span, max(months.values())
    out = [Markup('<svg class="chart" viewBox="0 0 {} 92" role="img" aria-label="Meetings a month, from {}-{} to {}-{}">').format(
        _WIDE, first[0], f"{first[1]:02}", last[0], f"{last[1]:02}")]
    for n in range(span):
        year, month = first[0] + (first[1] - 1 + n) // 12, (first[1] - 1 + n) % 12 + 1
        count = months.get((year, month), 0)
        if count:
            tall = 60 * count / most
            out.append(Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="1" fill="#0b5d6b"><title>{}-{}: {}</title></rect>').format(
                f"{n * step:.1f}", f"{68 - tall:.1f}", f"{max(min(step - 1, 18), 1):.1f}", f"{tall:.1f}", year, f"{month:02}", count))
        if month == 1 or n == 0:
            out.append(Markup('<text x="{}" y="84" font-size="11" fill="#4a5560">{}</text>').format(f"{n * step:.1f}", year if span < 120 or n == 0
                                                                                               or year % 5 == 0 else ""))
    return Markup("").join([*out, Markup('<line x1="0" y1="69" x2="{}" y2="69" stroke="#9aa5ad" stroke-width="1"/></svg>').format(_WIDE)])


def bars(names: Sequence[str], series: Sequence[tuple[str, Sequence[float | None]]], label: str) -> Markup | None:
    """Grouped bars, one group a name, one colour a series. None where it would say nothing (or too much to read)."""
    values = [v for _, s in series for v in s if v is not None]
    if not 2 <= len(names) <= 40 or not values or len(series) > len(_SERIES) or max(map(abs, values)) == 0:
        return None
    top, low = max(*values, 0), min(*values, 0)
    row, left, gap = 13, 190, 7
    group = row * len(series) + gap
    tall = group * len(names) + 24
    scale = (_WIDE - left - 80) / (top - low)
    zero = left - low * scale
    out = [Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(_WIDE, tall, label)]
    x = 0.0
    for n, (name, _) in enumerate(series):
        out.append(Markup('<rect x="{}" y="2" width="10" height="10" fill="{}"/><text x="{}" y="11" font-size="11" fill="#1d2730">{}</text>').format(
            f"{x:.0f}", _SERIES[n], f"{x + 14:.0f}", name[:28]))
        x += 30 + 6.2 * min(len(name), 28)
    for g, name in enumerate(names):
        y = 22 + g * group
        out.append(Markup('<text x="{}" y="{}" font-size="11" text-anchor="end" fill="#1d2730">{}</text>').format(
            left - 6, f"{y + group / 2 + 1:.1f}", name if len(name) <= 26 else name[:25] + "…"))
        for n, (_, s) in enumerate(series):
            value = s[g]
            if value is None:
                continue
            width = abs(value) * scale
            at = zero if value >= 0 else zero - width
            out.append(Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>').format(f"{at:.1f}", y + n * row, f"{max(width, 0.5):.1f}",
            row - 2,
                                                                                           _SERIES[n]))
            out.append(Markup('<text x="{}" y="{}" font-size="10" fill="#1d2730">{}</text>').format(
                f"{max(at + width, zero) + 3:.1f}", f"{y + n * row + 9:.1f}", f"{value:,.10g}"))
    out.append(Markup('<line x1="{0}" y1="18" x2="{0}" y2="{1}" stroke="#9aa5ad" stroke-width="1"/></svg>').format(f"{zero:.1f}", tall - 4))
    return Markup("").join(out)


def number(value: Any) -> float | None:
    """A value that a bar can stand for."""
    return float(value) if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) else None


_PLACES = ("page", "first_page", "last_page", "page_a", "page_b")
"""Columns whose numbers say where something is printed, not how much it is."""


def chart_of(names: Sequence[str], rows: Sequence[Sequence[Any]], label: str) -> Markup | None:
    """A chart of an answer: its first column of words or dates names the bars, its columns of numbers are the series."""
    if not rows:
        return None
    figures = [[number(r[n]) for r in rows] for n in range(len(names))]
    numeric = [n for n, column in enumerate(figures) if names[n] not in _PLACES and any(v is not None for v in column)
               and all(v is not None or r[n] is None for v, r in zip(column, rows, strict=True))]
    words = [n for n in range(len(names)) if n not in numeric and names[n] not in _PLACES]
    if not numeric:
        return None
    by = words[0] if words else numeric[0]
    series = [n for n in numeric if n != by][:4]
    if not series:
        return None
    shown = [str(r[by].isoformat() if isinstance(r[by], (dt.date, dt.datetime)) else "" if r[by] is None else r[by]) for r in rows]
    return bars(shown, [(names[n], [number(r[n]) for r in rows]) for n in series], label)
