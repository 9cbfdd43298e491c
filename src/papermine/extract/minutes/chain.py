"""Of the lines that may be numbered headings, those that are: the heaviest run that counts up, and what goes with it.

Headings count up through the whole paper; sub-headings ("(a)", "2.1", "A") start again below each of them.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line
from papermine.extract.minutes.headings import VERB, Candidate, follows
from papermine.language.welsh import language


def choose(found: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The candidates that are the paper's headings of business, in order."""
    best: list[Candidate] = []
    top = 2.4
    groups: dict[str, list[Candidate]] = {}
    for c in found:
        groups.setdefault(_family(c.style), []).append(c)
    for held in groups.values():
        for x0 in sorted({round(c.line.x0 / 4) * 4 for c in held}):
            near = [c for c in held if -5 <= c.line.x0 - x0 <= 11]
            chain, score = _chain(near)
            if len(chain) < 2 and not (chain and chain[0].weight >= 3 and not _hour(chain[0])):
                continue
            again = sum(1 for c in near if c.value == chain[0].value and c.weight >= 1) - 1
            score = score / (1 + max(again, 0)) - 0.3 * sum(1 for c in near if c.value == near[0].value and c not in chain)
            if score > top:
                best, top = chain, score
    if not best:
        return []
    best = _over(best, found)
    mains = _mains(best, found)
    best = _without_paragraphs(best, mains)
    kin = _with_kin(best, found, mains)
    return sorted({c.at: c for c in (*_twins(best, groups[_family(best[0].style)], lines), *kin, *_orphans(kin, found))}.values(), key=lambda c: c.at)


def _without_paragraphs(chain: list[Candidate], mains: Sequence[Candidate]) -> list[Candidate]:
    """A chain of decimals without the sentences that stand below their headings ("60.0 Apologies", or "60. APOLOGIES" among the ``mains``): "60.1 An apology was received from Jo Vane."."""
    zeros = {c.value[0] for c in chain if c.value[1:] == (0,)}
    over = zeros if len(zeros) > 1 else {c.value[0] for c in mains}
    told = {c.value[0] for c in chain if c.value[1:] != (0,) and c.value[0] in over and c.weight < 1 and VERB.search(c.rest) is not None}
    return [c for c in chain if c.value[1:] == (0,) or c.value[0] not in told or c.weight >= 1] or chain


def _hour(c: Candidate) -> bool:
    """A time of the day, not a number: "7.15 Christmas lights", after nothing that it could follow."""
    return c.style == "#.#" and re.fullmatch(r"\d{1,2}\.(?:00|15|30|45)", c.number) is not None


def _over(chain: list[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """The main headings over a chain of sub-headings that is longer: "1. FORMALITIES" over "(i) Minutes", "(ii) Urgent decisions"."""
    if not re.fullmatch(r"\(?[ai]\)|A\.?", chain[0].style):
        return chain
    main, _ = _chain([c for c in found if re.fullmatch(r"#\.?", c.style) and c.strong and c.weight >= 3 and c.line.bold and c.line.x0 <= chain[0].line.x0 + 4])
    over = len(main) > 1 and main[0].value == (1,) and main[0].at < chain[0].at and (main[-1].at > chain[-1].at or (len(main) > 2 and main[-1].at < chain[0].at)) and not any(a.at < c.at < b.at for a, b in itertools.pairwise(chain) for c in main)
    return main if over else chain


def _orphans(chain: list[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Bold decimals among a chain of main headings, each in its order, whose own main heading is not printed: "8.4 War Memorial Hall" between "5 Minutes" and "9 Procedural motion"."""
    if not re.fullmatch(r"#\.?", chain[0].style):
        return []
    out: list[Candidate] = []
    for c in found:
        if not (re.fullmatch(r"#\.#\.?", c.style) and c.strong and c.weight >= 3 and c.line.bold and abs(c.line.x0 - chain[0].line.x0) < 4):
            continue
        before, after = [x.value[0] for x in chain if x.at < c.at], [x.value[0] for x in chain if x.at > c.at]
        if before and after and before[-1] < c.value[0] < after[0] and not any(x.value >= c.value for x in out):
            out.append(c)
    return out


def _mains(chain: list[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """The main headings among a chain of decimals, where each stands in its order: "2. MAYOR" over "2.1 Mayor's report"."""
    if not re.fullmatch(r"#\.#(?:\.#)?\.?|I\.A", chain[0].style):
        return []
    out: list[Candidate] = []
    for c in found:
        if not (re.fullmatch(r"#\.?|I\.?", c.style) and c.strong and c.weight >= 3 and abs(c.line.x0 - chain[0].line.x0) < 12):
            continue
        before, after = [x.value[0] for x in chain if x.at < c.at], [x.value[0] for x in chain if x.at > c.at]
        if (not before or before[-1] < c.value[0]) and (not after or after[0] >= c.value[0]) and not any(x.value >= c.value for x in out):
            out.append(c)
    return out


def _twins(chain: list[Candidate], held: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The same numbers once more, over the same minutes in Welsh or English: "2. YSWIRIANT" on the left, "2. INSURANCE" on the right."""
    kept = {c.at for c in chain}
    left = [c for c in held if c.at not in kept]
    for x0 in sorted({round(c.line.x0 / 4) * 4 for c in left}):
        twins, _ = _chain([c for c in left if -5 <= c.line.x0 - x0 <= 11])
        if len(twins) < 2 or {c.value for c in twins} != {c.value for c in chain}:
            continue
        ends = sorted([*(c.at for c in (*chain, *twins)), len(lines)])
        said = [[language(" ".join(line.text for line in lines[c.at:ends[ends.index(c.at) + 1]])) for c in side] for side in (chain, twins)]
        if {max(("cy", "en"), key=side.count) for side in said if any(side)} == {"cy", "en"}:
            return twins
    return []


def _family(style: str) -> str:
    """Styles that one numbering mixes: "7." and "7a."; "1A." and "2."; "24/1" and "24/1a"."""
    return re.sub(r"(?<=#)\.?\(?[aA]\)?", "", style)


def _chain(held: Sequence[Candidate]) -> tuple[list[Candidate], float]:
    """The heaviest run of candidates whose numbers count up."""
    score = [c.weight for c in held]
    back = [-1] * len(held)
    for j, c in enumerate(held):
        for i in range(j):
            if follows(held[i].value, c.value) and score[i] + c.weight > score[j]:
                score[j], back[j] = score[i] + c.weight, i
    if not held:
        return [], 0.0
    j = max(range(len(held)), key=lambda k: score[k])
    total, chain = score[j], []
    while j >= 0:
        chain.append(held[j])
        j = back[j]
    return chain[::-1], total


def _with_kin(chain: list[Candidate], found: Sequence[Candidate], mains: list[Candidate]) -> list[Candidate]:
    """The chain and the headings over it, with headings of its look that are out of sequence, and bold lettered headings below them."""
    kept = {c.at for c in (*chain, *mains)}
    strong = sum(c.strong for c in chain) > 0.5 * len(chain)
    xs = [c.line.x0 for c in chain]
    styles = {c.style for c in chain}
    out = [*chain, *mains]
    if strong:
        for c in found:
            same = c.style in styles or (_family(c.style) in {_family(s) for s in styles} and len(c.value) > 1)
            if c.at not in kept and c.strong and c.weight >= 3 and same and min(xs) - 5 <= c.line.x0 <= max(xs) + 5 and c.at > chain[0].at and not _earlier(c, chain):
                kept.add(c.at)
                out.append(c)
    out += _lettered(sorted(out, key=lambda c: c.at), found, kept)
    return sorted(out, key=lambda c: c.at)


def _earlier(c: Candidate, chain: Sequence[Candidate]) -> bool:
    """Is it the number of an earlier minute, under a heading of matters arising? "06/07/06" below "06/09/04 Business arising"; elsewhere it is a misprint."""
    above = max((x for x in chain if x.at < c.at), key=lambda x: x.at)
    return len(c.value) == len(above.value) == 3 and c.value[:2] < above.value[:2] and re.search(r"\barising\b", above.rest, re.I) is not None


def _plain_title(c: Candidate) -> bool:
    """Set apart, short, without a verb or a stop: "3.1 Dog Fouling Campaign"."""
    return c.weight >= 1 and len(c.rest) < 80 and not re.search(r"[.,;:]$|(?<!\bNo)[.;] ", c.rest) and not VERB.search(c.rest) and sum(w[:1].isupper() or not w[:1].isalpha() or len(w) < 5 for w in c.rest.split()) >= 0.8 * len(c.rest.split())


def _count_up(held: Sequence[Candidate]) -> bool:
    """Do the numbers of sub-headings only ever count up?"""
    return all(a.value < b.value for a, b in itertools.pairwise(held))


def _lettered(chain: list[Candidate], found: Sequence[Candidate], kept: set[int]) -> list[Candidate]:
    """Lettered or decimal headings under the main ones: "(a) Chair", "5.1 Budget": bold titles, not sentences."""
    groups: dict[str, list[Candidate]] = {}
    for c in found:
        if c.at > chain[0].at and c.at not in kept and re.fullmatch(r"\(?a[).]*|A\.?|#a?[).]?|#\.#(?:\.#)?\.?|\(?i[).]*|A-?#\.?", c.style):
            groups.setdefault(c.style, []).append(c)
    out = []
    parents = {c.value[:1] if c.value[1:] == (0,) else c.value for c in chain}
    for style, held in groups.items():
        if style == "#.#":
            held = [c for c in held if c.strong or c.value[:-1] in parents]  # not "12.8 on the agenda", where a sentence goes on
        titles = [c for c in held if c.strong and c.weight >= 3 and not (c.line.bold and ((len(c.rest) > 75 and not _as_over(c, chain)) or c.rest.endswith((".", ";"))))]
        if style.startswith("#.#") and not all(c.value[:-1] in parents or (len(c.value) == 3 and c.value[:1] in parents) for c in titles):
            continue
        if re.fullmatch(r"#[).]?", style):
            continue
        if re.fullmatch(r"A-?#\.?", style):  # "D1." under "D. Regular Business"
            above = [max((x for x in chain if x.at < c.at), key=lambda x: x.at).number for c in held]
            out += held if len(held) > 1 and all(c.number[:1] == parent for c, parent in zip(held, above, strict=True)) else []
            continue
        before = {c.at: max((x for x in chain if x.at < c.at), key=lambda x: x.at, default=chain[0]).value for c in titles}
        lone = len(titles) == 1 and re.match(r"#\.#|#a", style) is not None and before[titles[0].at] == titles[0].value[:-1]
        if (len(titles) >= 2 or lone) and len(titles) > 0.8 * len(held):
            out += titles
        elif re.fullmatch(r"#a\.?|#\.#\.?", style) and len(held) > 1 and all(_plain_title(c) and c.value[:-1] in parents for c in held) and _count_up(held):
            out += held  # "4a. Purchase of a Grader" under "4. BUSINESS", set as the text is
        elif style in ("#.#", "#.#."):
            out += _plain_decimals(chain, held)
        elif style in ("a)", "(a)", "A.") and len(held) > 1 and all(c.above and _words_only(c) for c in held):
            out += held  # "a) Motion to adopt the agenda" over its motion
    return out


_OPERATIVE = re.compile(r"(?:That|THAT|To|TO)\b")


def _as_over(c: Candidate, chain: Sequence[Candidate]) -> bool:
    """A bold line at the edge of the main headings, and no sentence: its title fills the line and goes on below: "7.1 FPL/2021/10 – Full application for the siting of 32 lodges together with"."""
    return len(c.value) > 1 and abs(c.line.x0 - chain[0].line.x0) < 4 and chain[0].line.bold and VERB.search(c.rest) is None and _OPERATIVE.match(c.rest) is None


_SAID = re.compile(r"\b(?:none|nil|nothing|no|not|received|accepted|approved|circulated|signed|given|proposed|seconded|adopted|to)\b", re.I)


def _words_only(c: Candidate) -> bool:
    """Set as the text is, and yet a title: short, a capital first, no verb, no list, no stop within."""
    rest = c.rest.rstrip(":")
    capitals = [w for w in rest.rstrip(".").split() if len(w) > 3]
    cased = sum(not w[0].islower() for w in capitals) >= 0.8 * len(capitals)
    return 3 < len(rest) < 90 and not rest[0].islower() and not VERB.search(rest) and re.search(r"[,;:]$|[.;:] ", rest) is None and (
        cased or (not rest.endswith(".") and len(rest.split()) < 6 and _SAID.search(rest) is None))


def _plain_decimals(chain: Sequence[Candidate], held: Sequence[Candidate]) -> list[Candidate]:
    """ "7.1 Playing field goal posts ⏎ Discussion took place …" under "7. Matters arising": all below that heading, or none."""
    out: list[Candidate] = []
    for c, after in itertools.zip_longest(chain, chain[1:]):
        own = [d for d in held if c.at < d.at and (after is None or d.at < after.at)]
        zero = c.value[1:] == (0,)
        value = c.value[:1] if zero else c.value
        if len(own) > (0 if zero else 1) and all(d.value == (*value, k) and d.above and _words_only(d) for k, d in enumerate(own, 1)):
            out += own
    return out
