"""95% intervals for proportions from a stratified sample, by the survey statistician's formulas.

- The interval of one proportion: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209.
- Strata are weighted by their size; the variance is that of stratified sampling without replacement, W. G. Cochran,
  Sampling Techniques (3rd ed. 1977), 5.6; of a ratio over sampled pages, 6.3 and 6.11 (each page is a cluster of records).
- Wilson's interval is then taken at the effective sample size p(1-p)/var, as E. L. Korn and B. I. Graubard (Survey
  Methodology 24 (1998) 193) do with Clopper and Pearson's; C. Franco et al. (J. Survey Stat. Methodol. 7 (2019) 334) found Wilson's
  as good or better. Where nothing (or all) is wrong in the sample, no variance can be seen: the effective size is then L. Kish's
  (Survey Sampling, 1965), (sum w)^2 / sum w^2.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Stratum:
    """Of ``size`` records, ``right`` were right among the ``ticked`` ones."""

    size: int
    ticked: int
    right: int


@dataclass(frozen=True, slots=True)
class Page:
    """A sampled page: its weight (pages of its stratum for each one looked at), records found there and right, and printed there."""

    stratum: str
    weight: float
    right: int
    printed: int


def wilson(p: float, n: float) -> tuple[float, float]:
    """The 95% interval of a proportion seen as ``p`` in ``n`` (which need not be whole).

    >>> [tuple(round(v, 4) for v in wilson(x / n, n)) for x, n in ((81, 263), (15, 148), (0, 20), (29, 29))]
    [(0.2553, 0.3662), (0.0624, 0.1605), (0.0, 0.1611), (0.883, 1.0)]
    """
    if n <= 0:
        return 0.0, 1.0
    if math.isinf(n):
        return p, p
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def proportion(strata: Sequence[Stratum]) -> tuple[float, float, float] | None:
    """(estimate, lower, upper) over strata of which some records were ticked; None where none was.

    A stratum with one tick has no variance of its own: the pooled one stands in for it.
    """
    strata = [s for s in strata if s.ticked]
    total = sum(s.size for s in strata)
    if not total:
        return None
    p = sum(s.size * s.right / s.ticked for s in strata) / total
    var = 0.0
    for s in strata:
        own = s.right / s.ticked
        spread = own * (1 - own) / (s.ticked - 1) if s.ticked > 1 else p * (1 - p)
        var += (s.size / total) ** 2 * (1 - s.ticked / s.size) * spread
    kish = total * total / sum(s.size * s.size / s.ticked for s in strata)
    return p, *wilson(p, _effective(p, var, kish, whole=all(s.ticked == s.size for s in strata)))


def ratio(pages: Sequence[Page]) -> tuple[float, float, float] | None:
    """(estimate, lower, upper) of the records found among those printed, from sampled pages; None where nothing is printed on any."""
    printed = sum(p.weight * p.printed for p in pages)
    if not printed:
        return None
    r = sum(p.weight * p.right for p in pages) / printed
    var = 0.0
    for name in sorted({p.stratum for p in pages}):
        group = [p for p in pages if p.stratum == name]
        left = [p.weight * (p.right - r * p.printed) / printed for p in group]
        n, weight = len(group), group[0].weight
        mean = sum(left) / n if n > 1 else 0.0
        var += (1 - 1 / max(weight, 1.0)) * (n / max(n - 1, 1)) * sum((z - mean) ** 2 for z in left)
    kish = printed * printed / sum(p.weight * p.weight * p.printed for p in pages)
    return r, *wilson(r, _effective(r, var, kish, whole=all(p.weight <= 1 for p in pages)))


def _effective(p: float, var: float, kish: float, whole: bool) -> float:
    """The size of a simple random sample that would say as much."""
    if whole:
        return math.inf
    return p * (1 - p) / var if var > 0 and 0 < p < 1 else kish
