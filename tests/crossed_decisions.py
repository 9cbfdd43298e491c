"""Minutes whose forms are drawn one independently of the other: heading × opening words × movers × names × vote × paper × what else is said.

`minutes` returns a marked-up text in the form of `housestyle` and the choices behind each of its decisions. Each alternative is known from some
style in ``tests/styles``; here it meets company it was not seen in. ``uk us ca au`` says whose clerks write it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

SURNAMES = ("Vane", "Tull", "Orde", "Pell", "Marsden", "O'Dowd", "Quill", "Hobday", "Amble", "Fenn", "Strood", "Garrick")
FIRST = ("Jo", "Mary", "Tom", "Anne", "Peter", "Ruth", "Hugh", "Sian", "Karl", "Lena", "Omar", "Faye")
TITLES = {"uk": "Cllr|Councillor", "us": "Councilmember|Commissioner|Trustee", "ca": "Councillor", "au": "Cr"}
COUNTRY = {"uk": "GB", "us": "US", "ca": "CA", "au": "AU"}
WORDS = (("the tender of Barlow Ltd for {c}4,310", "be accepted", "accept"), ("a grant of {c}250 for the Scout group", "be approved", "approve"),
         ("the lease of the pavilion", "be renewed for five years", "renew"), ("the bench in Mill Lane", "be repaired before the spring", "repair"),
         ("Policy 14 on dogs in parks", "be adopted as circulated", "adopt"), ("the report of the Clerk on drainage", "be received and filed", "receive and file"),
         ("the application for nine dwellings at Hay Croft", "be refused on grounds of access", "refuse"), ("a 20mph limit in Church Street", "be requested from the highway authority", "request"),
         ("the purchase of a mower from Toller & Sons", "be authorised at {c}1,850", "authorise"), ("the fee for the market stalls", "be set at {c}12 a day", "set"))
TITLES_OF = ("Drainage works", "Community grants", "Pavilion lease", "Bench in Mill Lane", "Dogs in parks", "Cemetery", "Hay Croft", "Road safety", "Grounds equipment", "Market", "Library hours", "Flood plan")

HEADS = {"5.": "H|{n}. {t}", "5": "H|{n} {t}", "hanging": "L36,36 **{n}.**|**{t}**", "item 5 –": "H|Item {n} – {t}", "(5)": "H|({n}) {t}", "A.": "H|{L}. {t}", "24/113": "H|24/{N} {t}",
         "113/24 hanging": "L50,50 **{N}/24**|**{t}**", "underlined": "P|{n}. <u>{t}</u>", "plain": "P|{n}. {t}", "inline": "P|{n}. {t}: ", "caps": "H|{T}", "column": "W40,410|**{n}.** ~ **{t}**"}

LEADS = {  # the mover's sentence holds what is moved
    "uk us ca au|A moved, seconded by B, to": "{A} moved, seconded by {B}, to {to}",
    "uk us ca au|A moved, seconded by B, that": "{A} moved, seconded by {B}, that {that}",
    "uk us ca au|A moved that, B seconded": "{A} moved that {that,}, {B} seconded.",
    "us ca|A moved to. B seconded the motion": "{A} moved to {to} {B} seconded the motion.",
    "us|A made a motion to, seconded by B": "{A} made a motion to {to,}, seconded by {B}.",
    "us ca|Motion by A, second by B, to": "Motion by {A}, second by {B}, to {to}",
    "us|MOTION was made by A, seconded by B, to": "MOTION was made by {A}, seconded by {B}, to {to}",
    "us|Upon motion by A, second by B, to": "Upon motion by {A}, second by {B}, to {to}",
    "us|M/S A/B to": "M/S {A}/{B} to {to}",
    "us|Motion (A/B) to": "Motion ({A}/{B}) to {to}",
    "us|A motion to was made by A and seconded by B": "A motion to {to,} was made by {A} and seconded by {B}.",
    "uk ca|It was proposed by A, seconded by B, that": "It was proposed by {A}, seconded by {B}, that {that}",
    "uk ca au us|Moved by A, seconded by B THAT": "Moved by {A}, seconded by {B} THAT {that}",
    "uk|A proposed that; this was seconded by B": "{A} proposed that {that,}; this was seconded by {B}.",
    "uk|A proposed to. Seconded by B": "{A} proposed to {to} Seconded by {B}.",
}
CARRIED_LEADS = {
    "uk us ca|On the motion of A, seconded by B, it was resolved that": "On the motion of {A}, seconded by {B}, it was resolved that {that}",
    "uk|Proposed by A, seconded by B and RESOLVED that": "It was proposed by {A}, seconded by {B} and RESOLVED that {that}",
    "uk|A proposed, B seconded and it was agreed to": "{A} proposed, {B} seconded and it was agreed to {to}",
    "uk|RESOLVED, on the proposal of A, seconded by B, that": "RESOLVED, on the proposal of {A}, seconded by {B}, that {that}",
}
OPENERS = {  # the words that open what is moved; the movers stand elsewhere
    "us ca|MOTION: To": "MOTION: To {to}", "us uk|Motion: That": "Motion: That {that}", "ca au uk us|THAT": "THAT {that}", "au uk|That": "That {that}",
    "ca us|BE IT RESOLVED THAT": "BE IT RESOLVED THAT {that}",
}
CARRIED_OPENERS = {
    "uk us|RESOLVED that": "RESOLVED that {that}", "uk|RESOLVED: That": "**RESOLVED:** That {that}", "uk|Resolved to": "Resolved to {to}", "uk|It was resolved that": "It was resolved that {that}",
    "uk|It was agreed to": "It was agreed to {to}", "uk|AGREED: to": "**AGREED:** to {to}", "uk us|Decision:": "Decision: {To}", "uk us|RESOLVED ⏎ That": "**RESOLVED**\n{That}", "uk|Agreed that": "Agreed that {that}",
    "uk|Resolution: That": "Resolution: That {that}",
}
MOVERS = {
    "us ca uk|Moved by A ⏎ Seconded by B": "Moved by {A}\nSeconded by {B}", "us ca uk|Moved by: A ⏎ Seconded by: B": "Moved by: {A}\nSeconded by: {B}", "ca us uk|Moved by A, seconded by B": "Moved by {A}, seconded by {B}",
    "uk|Proposed by A, seconded by B": "Proposed by {A}, seconded by {B}.", "uk|Proposed: A Seconded: B": "Proposed: {A}  Seconded: {B}", "au|Moved: Cr A Seconded: Cr B": "Moved: {A}\u00a0\u00a0\u00a0\u00a0\u00a0Seconded: {B}",
    "au us ca|Moved A, seconded B": "Moved {A}, seconded {B}", "us ca|columns": "W200,200|Moved by: {A} ~ Seconded by: {B}", "uk|Proposer: A Seconder: B": "Proposer: {A}; Seconder: {B}",
    "us|MOTION: A SECOND: B": "MOTION: {A}\nSECOND: {B}", "us ca au|A/B": "{A}/{B}", "uk|Prop A Sec B": "Prop. {A} Sec. {B}", "uk|two columns": "W200,200|Proposed: {A} ~ Seconded: {B}",
}
IN_BRACKETS = {"uk|(proposed by A, seconded by B)": "(proposed by {A}, seconded by {B})", "uk|(Proposed A, Seconded B)": "(Proposed {A}, Seconded {B}).", "uk au|(A/B)": "(moved {A}, seconded {B})",
               "uk|Proposed A, seconded B.": "Proposed {A}, seconded {B}.", "uk|Proposed by A and seconded by B.": "Proposed by {A} and seconded by {B}.", "us|Moved by A, seconded by B.": "Moved by {A}; seconded by {B}."}

TALK = ("{C} asked whether the motion carried in July had been acted upon.", "{C} said that the Council had voted 3-2 against a similar scheme last year.", "The Clerk reported that the county had agreed to repair the kerb.",
        "A resident, Mr Ted Ashby, spoke against the proposal.", "{C} thanked {D} for seconding the appeal for volunteers.", "{C} queried the cost and {D} replied that two quotes were in hand.",
        "It was noted that 12 were in favour of the scheme in the survey and 3 against.", "Members discussed the state of the path.")
DEBATE = ("{C} spoke in support of the motion.", "Discussion followed.", "{C} said that the cost was too high.", "The Clerk read the motion aloud.")
AFTER = ("{C} left the meeting at this point.", "The Clerk will write to the owner.", "{C} asked that a letter of thanks be sent.", "The Chairman moved on to the next matter.")


@dataclass
class Vote:
    """How a vote is printed: a sentence, or lines of their own; what it says."""

    lines: list[str]
    own: bool = False
    count: str = ""
    named: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Draw:
    """One paper's choices."""

    seed: int
    rng: random.Random = field(init=False)
    now: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        self.land = self.rng.choice(("uk", "uk", "us", "us", "ca", "au"))

    def pick(self, kind: str, *tables: dict[str, str]) -> str:
        """One alternative that this country's clerks write, noted."""
        fit = {k.split("|")[-1]: v for table in tables for k, v in table.items() if "|" not in k or self.land in k.split("|")[0].split()}
        name = self.rng.choice(sorted(fit))
        self.now[kind] = name
        return fit[name]

    def chance(self, p: float) -> bool:
        return self.rng.random() < p


def _names(draw: Draw) -> tuple[list[tuple[str, str]], Callable[[tuple[str, str]], str], str, str]:
    rng, land = draw.rng, draw.land
    people = list(zip(rng.sample(FIRST, 7), rng.sample(SURNAMES, 7), strict=True))
    title = rng.choice(TITLES[land].split("|"))
    forms: dict[str, Callable[[tuple[str, str]], str]] = {
        "title surname": lambda p: f"{title} {p[1]}", "title full": lambda p: f"{title} {p[0]} {p[1]}", "title initial": lambda p: f"{title} {p[0][0]} {p[1]}", "title i.": lambda p: f"{title} {p[0][0]}. {p[1]}",
        "surname": lambda p: p[1], "full": lambda p: f"{p[0]} {p[1]}", "i. surname": lambda p: f"{p[0][0]}. {p[1]}", "CAPS": lambda p: f"{title} {p[1].upper()}"}
    if land == "uk":
        forms |= {"Mr": lambda p: f"{'Mr' if p[0] in ('Tom', 'Peter', 'Hugh', 'Karl', 'Omar') else 'Mrs'} {p[1]}"}
    name = rng.choice(sorted(forms))
    return people, forms[name], title, name


def _join(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _vote(draw: Draw, people: list[tuple[str, str]], say: Callable[[tuple[str, str]], str], lost: bool, plural: str) -> Vote:
    rng = draw.rng
    side = rng.randint(0, 2)
    off = 1 if side and not lost and draw.chance(.3) else 0
    more, less = people[:len(people) - side - off], people[len(people) - side - off:len(people) - off]
    if lost:
        more, less = people[:2], people[2:]
    rest = people[len(people) - off:] if off else []
    f, a, n = len(more), len(less), len(rest)
    won, one = ("lost", "failed") if lost else ("carried", "passed")
    named = {"for": [say(p) for p in more], "against": [say(p) for p in less], "abstain": [say(p) for p in rest]}
    ayes, noes, others = named.values()
    short = {"for": [p[1] for p in more], "against": [p[1] for p in less], "abstain": [p[1] for p in rest]}
    called = ", ".join(f"{x} {o}" for k, o in (("for", "aye"), ("against", "nay"), ("abstain", "abstain")) for x in short[k])
    less_said = short["abstain"][0] if n else ""
    full = f"{f},{a},{n if n else ''}"
    abst = f", {n} abstention" if n else ""
    unanimous = not a and not n
    forms: dict[str, Callable[[], Vote]] = {
        "uk us ca au|Carried.": lambda: Vote([f"{won.capitalize()}."]),
        "us ca au|Motion carried.": lambda: Vote([f"Motion {won}."]),
        "uk ca au|CARRIED own line": lambda: Vote([f"**{won.upper()}**"], True),
        "ca au us|right Carried": lambda: Vote([f"R|**{won.capitalize()}**"], True),
        "us ca au|Motion carried 5-2.": lambda: Vote([f"Motion {one} {f}-{a}{f'-{n}' if n else ''}."], count=full),
        "au|CARRIED 5/2": lambda: Vote([f"R|**{won.upper()} {f}/{a}**"], True, f"{f},{a},"),
        "us uk|Vote: 5-2.": lambda: Vote([f"Vote: {f}-{a}."], count=f"{f},{a},"),
        "uk au|5 for, 2 against": lambda: Vote([f"{f} for, {a} against{abst}. {won.capitalize()}."], count=full),
        "uk|carried by 5 votes to 2": lambda: Vote([f"The motion was {won} by {max(f, a)} votes to {min(f, a)}{f', with {n} abstention' if n else ''}."], count=full),
        "uk|On being put to the vote": lambda: Vote([f"On being put to the vote, {f} members voted in favour and {a} against{f' with {n} abstention' if n else ''}, and the motion was declared {won.upper()}."], count=full),
        "us ca|The motion carried by a vote of": lambda: Vote([f"The motion {one} by a vote of {f} to {a}."], count=f"{f},{a},"),
        "us|Ayes: 5 Noes: 2": lambda: Vote([f"Ayes: {f} Nays: {a}{f' Abstain: {n}' if n else ''}"], True, full),
        "uk|For: 5 Against: 2 Abstentions": lambda: Vote([f"For: {f}; Against: {a}; Abstentions: {n}"], True, f"{f},{a},{n}"),
        "us ca|Ayes: names lines": lambda: Vote([f"Ayes: {', '.join(ayes)}", f"Nays: {', '.join(noes) or 'None'}", *([f"Abstain: {others[0]}"] if others else []), f"Motion {won}."], True, "", named),
        "us|AYES: names (5)": lambda: Vote([f"AYES: {', '.join(ayes)} ({f})", f"NOES: {', '.join(noes) or 'None'} ({a})", f"ABSTAIN: {others[0] if others else 'None'} ({n})"], True, f"{f},{a},{n}", named),
        "us|Yes: 5 - names": lambda: Vote([f"The motion {won} by the following vote:", f"Yes: {f} - {_join(short['for'])}", *([f"No: {a} - {_join(short['against'])}"] if a else []), *([f"Abstain: {n} - {others[0]}"] if n else [])], True,
                                         f"{f},{a if a else ''},{n if n else ''}", short),
        "us|Yeas: names. Nays: names. inline": lambda: Vote([f"Yeas: {', '.join(short['for'])}. Nays: {', '.join(short['against']) or 'None'}.{f' Abstain: {less_said}.' if n else ''} Motion {won}."], False, "", short),
        "us ca|Name – Yea lines": lambda: Vote(["Roll call vote:", *[f"{x} – {'Yea' if x in ayes else 'Nay' if x in noes else 'Abstain'}" for x in ayes + noes + others], f"Motion {won}."], True, "", named),
        "us|Roll call: A aye, B nay": lambda: Vote([f"Roll call: {called}. Motion {won}."], False, "", short),
        "us ca|grid": lambda: Vote(["Roll call vote:", "G150,60,60,60|Member ~ Aye ~ Nay ~ Abstain", *[f"G150,60,60,60|{x} ~ {'X' if x in ayes else ''} ~ {'X' if x in noes else ''} ~ {'X' if x in others else ''}" for x in ayes + noes + others], f"Motion {won}."], True, "", named),
        "uk au ca|For: Councillors A, B and C (5)": lambda: Vote([f"For: {plural} {_join(short['for'])} ({f})", f"Against: {(plural + ' ' + _join(short['against'])) if a else 'None'} ({a})", *([f"Abstained: {plural[:-1]} {short['abstain'][0]} (1)"] if n else []),
                                                                f"The motion was declared {won}."], True, full, short),
        "uk|Voting for: names; against": lambda: Vote([f"A recorded vote was taken: For: {', '.join(ayes)}. Against: {', '.join(noes) or 'none'}.{f' Abstained: {others[0]}.' if n else ''} The motion was {won}."], False, "", named),
    }
    if unanimous:
        forms |= {"uk us ca au|carried unanimously": lambda: Vote([f"{rng.choice(('Carried', 'Motion carried'))} unanimously."]), "uk|All in favour": lambda: Vote(["All in favour."]), "us|All ayes": lambda: Vote(["All ayes. Motion carried."])}
    elif a and not n:
        forms |= {"us|Motion carried 4-1 (Gant opposed)": lambda: Vote([f"Motion {one} {f}-{a} ({_join(short['against'])} opposed)."], False, f"{f},{a},", {"against": short["against"]}),
                  "uk us ca|with A voting against": lambda: Vote([f"Motion {won} with {_join(noes)} voting against."], False, "", {"against": noes})}
    fit = {k.split("|")[-1]: v for k, v in forms.items() if draw.land in k.split("|")[0].split()}
    name = rng.choice(sorted(fit))
    draw.now["vote"] = name
    return fit[name]()


def minutes(seed: int) -> tuple[str, list[dict[str, str]]]:
    """The marked-up minutes of a seed, and what was drawn for each of its decisions."""
    draw = Draw(seed)
    rng, land = draw.rng, draw.land
    people, say, title, naming = _names(draw)
    plural = {"Cr": "Crs", "Cllr": "Cllrs"}.get(title, title + "s")
    head = HEADS[head_name := rng.choice(sorted(HEADS))]
    font, letter = rng.choice(("Helvetica", "Times-Roman")), land in ("us", "ca")
    body = "Town Council" if land == "uk" else "City Council" if land == "us" else "Council"
    place = rng.choice(("Elderslie", "Brackendale", "Korrindale", "Port Amity"))
    council = {"uk": f"{place} Town Council", "us": f"City of {place}", "ca": f"Township of {place}", "au": f"Shire of {place}"}[land]
    indent = rng.choice(("", "", "36"))
    out = [f"#council {council}", f"#country {COUNTRY[land]}", f"#body {council if land == 'uk' else body}", "#date 2024-05-14", "#time 19:00", f"#font {font}", f"#gap {rng.choice((4, 6, 8))}", f"#size {rng.choice((10, 11))}",
           *(["#sheet letter"] if letter else []), f"C|{council.upper()}", f"C|MINUTES OF THE {body.upper()} MEETING", "C|Tuesday, May 14, 2024 at 7:00 p.m." if letter else "C|Held on Tuesday 14 May 2024 at 7.00 pm in the Town Hall",
           f"P|**Present:** {', '.join(f'{title} {{{{A present: {a} {b}}}}}' for a, b in people)}", "P|**In attendance:** {{A in_attendance role=Clerk: Una Birch}}, Clerk"]
    traces = []
    titles, words = rng.sample(TITLES_OF, 6), rng.sample(WORDS, len(WORDS))
    first = rng.randint(3, 8)
    for k in range(6):
        draw.now = {"head": head_name, "land": land, "naming": naming, "indent": indent}
        movers = rng.sample(people, 4)
        a, b = say(movers[0]), say(movers[1])
        others = {"C": say(movers[2]), "D": say(movers[3])}
        money = "£" if land == "uk" else "$"
        np, be, do = (w.format(c=money) for w in words[k])
        how = f' m="{a.removeprefix(title).strip()}" s="{b.removeprefix(title).strip()}"'
        lost = draw.chance(.2)
        placing = rng.choice(("lead", "lead", "before", "after", "brackets", "none"))
        if placing == "none" and (lost or land != "uk"):
            placing = "before"
        if placing == "brackets" and (land == "ca" or lost):
            placing = "after"
        draw.now["movers at"] = placing
        opener = draw.pick("lead", LEADS, *([] if lost or draw.chance(.5) or land == "au" else [CARRIED_LEADS])) if placing == "lead" else draw.pick(
            "opener", *([OPENERS] if lost else [CARRIED_OPENERS] if placing in ("none", "brackets") and land != "au" else [OPENERS, CARRIED_OPENERS]))
        decides = any(draw.now.get(kind) in {k.split("|")[-1] for k in table} for kind, table in (("lead", CARRIED_LEADS), ("opener", CARRIED_OPENERS)))
        vote = None if (placing == "none" or (decides and not lost and land == "uk" and draw.chance(.4))) else _vote(draw, sorted(people, key=lambda p: p not in movers[:2]), say, lost, plural)
        if vote is None:
            draw.now["vote"] = "none"
        if placing == "none":
            how = ""
        how += (f" c={vote.count}" if vote and vote.count else "") + (" o=lost" if lost else "")
        listed = not lost and placing != "lead" and "\n" not in opener and "to}" not in opener and "To}" not in opener and draw.chance(.2)
        draw.now["list"] = "list" if listed else ""
        text = {"that": f"{np} {be}", "to": f"{do} {np}"}
        clean = opener
        if listed:
            clean = opener.replace("{that}", "").rstrip(" :") + ":"
            np2, be2, _ = (w.format(c=money) for w in words[6 + k % 4])
            clean += f"\nL{int(indent or 0) + 40},20 (a)|{{{{R n=a{how}: {np} {be}; and}}}}\nL{int(indent or 0) + 40},20 (b)|{{{{R n=b{how}: {np2} {be2}.}}}}"
        for key, stop in (("{that}", "."), ("{that,}", ""), ("{to}", "."), ("{to,}", "")):
            clean = clean.replace(key, f"{{{{R{how}: {text[key.strip('{},')]}{stop}}}}}")
        clean = clean.replace("{That}", f"{{{{R{how}: That {np} {be}.}}}}").replace("{To}", f"{{{{R{how}: {do[0].upper() + do[1:]} {np}.}}}}")
        fill = lambda s, a=a, b=b: s.replace("{A}", a).replace("{B}", b)  # noqa: E731
        parts: list[str] = fill(clean).split("\n")
        joined = False
        if placing == "before":
            parts = fill(draw.pick("movers", MOVERS)).split("\n") + parts
        elif placing == "after":
            parts += fill(draw.pick("movers", MOVERS)).split("\n")
        elif placing == "brackets":
            parts[-1] += " " + fill(draw.pick("movers", IN_BRACKETS))
        if placing in ("before", "after") and draw.chance(.3) and land in ("ca", "au"):
            parts.insert(0, f"**Resolution No. 2024-{61 + k}**")
            draw.now["label"] = "number"
        if vote is not None:
            if placing not in ("after",) and draw.chance(.25):
                parts.append(rng.choice(DEBATE).format(**others))
                draw.now["debate"] = "debate"
            elif not vote.own and draw.chance(.6) and "|" not in parts[-1][:12]:
                parts[-1] += ("" if parts[-1][-1] in ".)" or parts[-1].endswith(".}}") else ".") + " " + vote.lines[0]
                joined = True
            if not joined:
                parts += vote.lines
        draw.now["vote at"] = "" if vote is None else "joined" if joined else "own line"
        if draw.chance(.5):
            talk = rng.choice(TALK)
            draw.now["talk"] = talk[:30]
            if "|" not in parts[0][:12] and placing == "lead" and draw.chance(.4):
                parts[0] = talk.format(**others) + " " + parts[0]
                draw.now["talk at"] = "same"
            else:
                parts.insert(0, talk.format(**others))
        if draw.chance(.3):
            parts.append(tail := rng.choice(AFTER).format(**others))
            draw.now["after"] = tail[-24:]
        if draw.chance(.15) and len(parts) > 1:
            at = rng.randrange(1, len(parts))
            if not (parts[at - 1].startswith("G") and parts[at].startswith("G")):
                parts.insert(at, "B|")
                draw.now["break"] = "before " + ("vote" if vote and at >= len(parts) - 1 - len(vote.lines) else "words")
        number = str(first + k)
        letter_ = chr(64 + first + k)
        N = str(100 + first + k)
        label = {"A.": letter_, "24/113": f"24/{N}", "113/24 hanging": f"{N}/24", "caps": ""}.get(head_name, number)
        shown = titles[k].upper() if head_name == "caps" else titles[k]
        mark = f"{{{{I {label}: {shown}}}}}"
        line = head.format(n=number, L=letter_, N=N, t=mark, T=mark)
        if head_name == "inline" and "|" not in parts[0][:12]:
            line += parts.pop(0)
        out.append(line)
        for part in parts:
            bar = part.find("|")
            out.append(part if 0 < bar < 24 and part[0] in "LGWRB" and (part[1] in "|0123456789") else f"P{indent}|{part}")
        if vote is not None and vote.named:
            out.append(f"!v {2 if listed else 1} " + " ".join(f'{k2}="{";".join(x.removeprefix(title).strip() for x in v)}"' for k2, v in vote.named.items() if v))
        traces += [dict(draw.now)] * (2 if listed else 1)
    out.append("P|The meeting closed at 9.10 pm.")
    return "\n".join(out) + "\n", traces


if __name__ == "__main__":
    import json
    import sys
    from pathlib import Path

    from housestyle import typeset
    folder = Path(sys.argv[1])
    (folder / "src").mkdir(parents=True, exist_ok=True)
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        text, traces = minutes(number)
        source = folder / "src" / f"c{number:04}.txt"
        source.write_text(text, encoding="utf-8")
        typeset(source, folder)
        (folder / "src" / f"c{number:04}.trace").write_text(json.dumps(traces), encoding="utf-8")
