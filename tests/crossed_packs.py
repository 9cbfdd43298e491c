"""Packs bred from known parts: every part of a pack (front sheet, report header, recommendations, sections, appendices) is drawn on its own, so that forms
meet in pairs that no pack in ``tests/packs`` shows. Output is the marked-up text of `packstyle`.

``python tests/crossed_packs.py FOLDER FIRST LAST`` writes the PDFs and truths of these seeds, and beside each what was drawn, to find which two choices fail together.
"""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

from packstyle import PROSE, typeset

REGIONS = ("england", "england", "england", "scotland", "wales", "ni", "nz", "australia", "canada", "us")
_FIRST = ("Ada", "Basil", "Carol", "Dev", "Ellen", "Gareth", "Helena", "Idris", "Joan", "Moira", "Nadia", "Priya", "Rhys", "Siobhan", "Tom", "Una")
_LAST = ("Brook", "Croft", "Dunmore", "Ellershaw", "Fenwick", "Gorringe", "Halliwell", "Kirkbride", "Langridge", "Marsh", "Oddie", "Peverell", "Quarmby", "Raistrick", "Sowerby", "Tinsley")
_PLACES = ("Thornwick", "Medbury", "Harlesford", "Osterdale", "Wexmere", "Brindlecombe", "Quillstead", "Larchminster")
_COUNCIL = {"england": "{} Borough Council", "scotland": "{} Council", "wales": "{} County Borough Council", "ni": "{} District Council", "nz": "{} District Council",
            "australia": "Shire of {}", "canada": "Township of {}", "us": "City of {}"}
_BODY = {"england": ("Cabinet", "Planning Committee", "Overview and Scrutiny Committee", "Audit and Governance Committee", "Council", "Executive"),
         "scotland": ("Education and Children's Services Committee", "Policy and Resources Committee", "Environment Committee"),
         "wales": ("Cabinet", "Democratic Services Committee", "County Council"), "ni": ("Development Committee", "Environment Committee", "Council"),
         "nz": ("Council", "Community Board", "Risk and Assurance Committee"), "australia": ("Council", "Audit Committee"),
         "canada": ("Council", "Committee of the Whole"), "us": ("City Council", "Planning Commission")}
_TITLES = ("Leisure Centre Energy Scheme", "Review of Taxi Licensing Charges", "Treasury Management Outturn 2023/24", "Winter Service Plan", "Purchase of Two Street Sweepers",
           "Community Grants: Third Round of Awards", "Disposal of Land at Chapel Street", "Housing Repairs Recovery Plan and Revised Budget for the Second Half of the Year",
           "Risk Register Quarter 2", "Library Opening Hours - Outcome of Consultation", "Museum Forward Plan 2024-2027", "Corporate Performance Report: Quarter 3",
           "Local Plan Review: Evidence Base and Next Steps for the Examination in Public", "Proposed Traffic Order, Station Road", "Annual Governance Statement", "Statement of Accounts 2023/24")
_SERVICES = ("Place", "Finance", "Public Works", "Environment", "Corporate Services", "Planning and Regeneration", "Adult Social Care")
_WARDS = ("All", "All Wards", "Harbour and Castle", "Abbey, Castle, Riverside and St Mary's", "None", "Borough wide", "Priory", "N/A")
_VOCABULARY: dict[str, tuple[str, ...]] = {
    "title": ("Report title", "Title of report", "Subject", "Title", "Report subject", "Title of Report", "Subject matter"),
    "cabinet_member": ("Cabinet Member", "Portfolio Holder", "Lead Member", "Relevant Portfolio Holder", "Lead Cabinet Member", "Executive Member", "Portfolio", "Cabinet Member with lead responsibility"),
    "wards_affected": ("Ward(s) affected", "Wards affected", "Ward(s)", "Wards", "Electoral Division(s) affected", "Wards Affected", "Ward/s affected"),
    "accountable_director": ("Strategic Director", "Lead officer", "Executive Director", "Corporate Director", "Responsible Director", "Head of Service", "Lead Director", "Director"),
    "originating_service": ("Originating service", "Directorate", "Department", "Service area", "Lead directorate"),
    "accountable_employee": ("Report author", "Author", "Contact officer", "Accountable employee", "Originating officer", "Prepared by", "Written by", "Report Author", "Officer contact", "Contact"),
}
_NONE = {"Report to": "{body}", "Meeting": "{body}", "Date": "{day}", "Date of meeting": "{day}", "Meeting date": "{day}", "Key decision": "No", "Report of": "Director of Place",
         "Report by": "Head of Finance", "Status": "Public", "Exempt information": "None", "Report number": "PL/24/017", "Classification": "Open", "Decision maker": "{body}",
         "Agenda item": "{n}", "Appendices": "Appendix 1 - Summary of costs", "Key decision?": "Yes", "Urgent decision": "No", "File": "3090-20"}
_LEADS = ("It is recommended that:", "It is recommended that the {body}:", "The {body} is asked to:", "That the {body}:", "Members are asked to:", "The {body} is recommended to:",
          "That:", "It is recommended that the {body} resolve to:", "Members are recommended to:", "Officers recommend that the {body}:", "The {body} is invited to:", "")
_VERBS = (("note the contents of this report and the progress that has been made since the spring", "approve the programme set out in Appendix 1 at a cost of £410,000",
           "authorise the Director of Place to enter into the contract on the terms described", "agree that a further report be brought to members in the new year"),
          ("the contents of this report and the progress made since the spring be noted", "the programme set out in Appendix 1 be approved at a cost of £410,000",
           "the Director of Place be authorised to enter into the contract on the terms described", "a further report be brought to members in the new year"))
_OTHERS = ("In 2021 the Scrutiny Panel recommended that the charges be reviewed each year, and this has been done.", "The auditor made four recommendations, all of which have been accepted and are being carried out.",
           "Members will recall that the committee resolved in March to ask for a further report.", "The recommendations of the working group are set out in the appendix to this report.",
           "The consultant's report recommended a phased approach, to begin with the larger sites.", "Reasons for the recommendation are set out in section 4 of this report.")
_SAID = tuple(f"{sentence.strip()}." for paragraph in PROSE for sentence in re.split(r"\.(?:\s|$)", paragraph) if sentence.strip())


class Breed:
    """One pack: ``text`` for `packstyle`, ``drawn`` what each part is."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.drawn: dict[str, str] = {}
        self.out: list[str] = []
        self.region = self.draw("region", *REGIONS)
        self.place = self.dice.choice(_PLACES)
        self.council = _COUNCIL[self.region].format(self.place)
        self.body = self.dice.choice(_BODY[self.region])
        self.month, self.daynumber = self.dice.choice((("March", 3), ("June", 6), ("October", 10), ("November", 11))), self.dice.randint(2, 27)
        name, n = self.month
        self.iso = f"2024-{n:02}-{self.daynumber:02}"
        self.day = f"{name} {self.daynumber}, 2024" if self.region in ("us", "canada") else f"{self.daynumber} {name} 2024"
        self.titles = self.dice.sample(_TITLES, 3)
        self.papers: list[tuple[str, list[str]]] = []
        self._section = self._para = 0
        self._pack()
        self.text = "\n".join(self.out) + "\n"

    def draw(self, part: str, *choices: str) -> str:
        """One of the choices, remembered under the part's name."""
        self.drawn[part] = self.dice.choice(choices)
        return self.drawn[part]

    def person(self) -> str:
        return f"{self.dice.choice(_FIRST)} {self.dice.choice(_LAST)}"

    def cased(self, words: str, how: str) -> str:
        return words.upper() if how == "upper" else words

    # ── the pack ──
    def _pack(self) -> None:
        stamp = self.draw("label", "Page #", "#", "none", "- # -")
        self.front = self.draw("front", "list", "table", "grid", "bold-list", "plain-rows", "none")
        self.ranged = "none" if stamp == "none" else self.draw("pages", "pages-bracket", "right", "right-range", "none", "page-after")
        self.head = [f"#council {self.council}", f"#country {'US' if self.region == 'us' else 'CA' if self.region == 'canada' else 'GB'}",
                     f"#meeting {self.body}|{self.iso}|{'18:30' if self.front != 'none' else ''}|{'Council Chamber, Town Hall' if self.front != 'none' else ''}"]
        if self.region in ("us", "canada"):
            self.head.append("#sheet letter")
        self.head += [f"#font {self.draw('font', 'Helvetica', 'Times-Roman')}", f"#size {self.draw('size', '11', '12', '10')}", f"#gap {self.draw('gap', '6', '10', '3')}"]
        if stamp != "none":
            self.head.append(f"#stamp {stamp}")
            if self.ranged == "none" or self.dice.random() < 0.4:
                self.head.append(f"#offset {self.dice.choice((0, 0, 6, 40))}")
        self._style()
        reports = self.titles[:2]
        body: list[str] = []
        self.paper = 1 if self.front != "none" else 0
        spans: dict[str, tuple[int, int]] = {}
        kind = self.draw("item1", "none", "minutes", "none")
        if kind == "minutes":
            self.paper += 1
            spans["Minutes"] = (self.paper, self.paper)
            body += self._minutes()
        for k, title in enumerate(reports):
            self.paper += 1
            first = self.paper
            body += self._report(title, k + 4)
            body += self._appendix(k)
            spans[title] = (first, self.paper)
        if self.front != "none":
            self.out += self._agenda(spans)
        dated = self.front != "none" or self.top in ("body-date", "centred") or "{day}" in [_NONE.get(n) for n in self.none]
        if not dated:  # no day is printed
            self.head = [line for line in self.head if not line.startswith("#meeting")]
        if kind == "minutes":
            self.head.append(f"#meeting {self.body}|2024-02-06||")
        self.out = [*self.head, *self.out, *body]

    def _agenda(self, spans: dict[str, tuple[int, int]]) -> list[str]:
        out = ["D agenda|"]
        venue = "Council Chamber, Town Hall"
        called = self.draw("called", "rows", "centred", "sentence")
        if called == "rows":
            out += [f"C14|{self.council}", f"C14|{self.body.upper()}", "C|AGENDA", f"W90,360|**Date:** ~ {self.day}", "W90,360|**Time:** ~ 6.30 pm", f"W90,360|**Venue:** ~ {venue}"]
        elif called == "centred":
            out += [f"C14|{self.council}", f"C14|{self.body}", "C14|AGENDA", f"C|{self.day} at 6.30 pm", f"C|{venue}"]
        else:
            out += [f"H14|{self.body}", f"P|A meeting of the **{self.body}** will be held in the {venue} on **{self.day}** at **6.30 pm**.", "H14|Agenda"]
        detail = self.draw("detail", "none", "to-consider", "report-of", "same-line")
        group = self.draw("group", "none", "part", "caps")
        case = self.draw("item-case", "title", "upper")
        number = self.draw("item-number", "{}.", "{}", "Item {}" if self.front in ("grid", "plain-rows", "table") else "{}.")
        listed = ["Apologies for Absence", "Declarations of Interest", "Minutes", *self.titles[:2], "Urgent Business"]
        if self.front in ("table", "grid", "plain-rows"):
            left = 60 if number.startswith("Item") else 35
            mark = f"{'G' if self.front == 'grid' else 'W'}{left},{425 - left},80|"
            if self.front != "plain-rows":
                out.append(f"{mark}**Item** ~ **Title** ~ **Page**" if self.draw("columns-head", "item", "no") == "item" else f"{mark}**No.** ~ **Business** ~ **Page No.**")
        for k, title in enumerate(listed, 1):
            if group != "none" and k in (1, 4):
                words = ("PART A - PRELIMINARY BUSINESS", "PART B - REPORTS") if group == "part" else ("STANDING ITEMS", "ITEMS FOR DECISION")
                out.append(f"{mark} ~ **{words[k == 4]}** ~ " if self.front in ("table", "grid") else f"H|{words[k == 4]}")
            given = f" d={spans[title][0]}-{spans[title][1]}" if title in spans and self.ranged != "none" else ""
            shown = f"{{{{G {k}{given}: {self.cased(title, case)}}}}}"
            pages = ""
            if given:
                of = "-".join(str(n) for n in dict.fromkeys(spans[title]))
                pages = {"pages-bracket": f"(Pages <<{of}>>)", "right-range": f"<<{of}>>", "right": f"<<{of}>>", "page-after": f"Page{'s' * (spans[title][0] != spans[title][1] or title in self.titles)} <<{of}>>"}[self.ranged]
            more = "" if title not in self.titles else {"to-consider": "To consider a report of the Director of Place.", "report-of": "Report of the Director of Place attached.", "none": "",
                                                       "same-line": ""}[detail]
            tail = " – Report by Director of Place" if detail == "same-line" and title in self.titles else ""
            n = number.format(k)
            if self.front in ("table", "grid", "plain-rows"):
                bold = "**" if self.front != "grid" else ""
                out.append(f"{mark}{bold}{n}{bold} ~ {bold}{shown}{bold}{tail}{'<br/>' + more if more and self.front == 'grid' else ''} ~ {pages}")
                if more and self.front != "grid":
                    out.append(f"{mark} ~ {more} ~ ")
            else:
                bold = "**" if self.front == "bold-list" else ""
                out.append(f"L30,30 {n}|{bold}{shown}{bold}{tail} {pages if 'age' in pages else ''}".rstrip())
                if pages and "age" not in pages:
                    out[-1] = f"W30,345,85|{n} ~ {bold}{shown}{bold}{tail} ~ {pages}"
                if more:
                    out.append(f"P30|{more}")
        return out

    # ── one report ──
    def _style(self) -> None:
        """What all reports of the pack share."""
        self.layout = self.draw("layout", "grid", "rows", "lines", "bold-lines", "plain-lines", "tabs", "stacked", "cells-stacked", "pairs-grid", "pairs-rows", "colon-column", "caps-rows")
        self.title_at = self.draw("title-at", "label", "label", "above", "below", "first")
        self.top = self.draw("top", "nothing", "body-date", "centred", "stamp", "item-right", "called")
        self.colon = self.draw("colon", ":", "")
        if self.layout in ("lines", "bold-lines", "plain-lines", "tabs", "cells-stacked") :
            self.colon = self.drawn["colon"] = ":"
        columns = {"england": ("cabinet_member", "wards_affected", "accountable_director", "accountable_employee", "originating_service"),
                   "wales": ("cabinet_member", "wards_affected", "accountable_director", "accountable_employee"), "scotland": ("accountable_director", "accountable_employee", "wards_affected"),
                   "ni": ("accountable_director", "accountable_employee"), "nz": ("accountable_employee", "accountable_director", "originating_service"), "australia": ("accountable_employee", "originating_service", "accountable_director"),
                   "us": ("originating_service", "accountable_employee"), "canada": ("originating_service", "accountable_employee")}[self.region]
        have = self.dice.sample(columns, self.dice.randint(2, len(columns)))
        self.labels = {c: self.dice.choice([v for v in _VOCABULARY[c] if not (c == "accountable_employee" and self.region in ("us", "canada") and v not in ("Prepared by", "Contact", "Author", "Report author"))]) for c in have}
        if self.region in ("us", "canada"):
            self.labels.update({c: v for c, v in {"originating_service": "Department"}.items() if c in self.labels})
        none = self.dice.sample(sorted(_NONE), self.dice.randint(2, 4))
        if self.region in ("us", "canada"):
            none = [*self.dice.sample(("Date", "File", "Report number", "Agenda item"), 2), "To", "From"]
        used = {"Date", "Date of meeting", "Meeting date"}, {"Report to", "Meeting", "Decision maker"}, {"Key decision", "Key decision?"}, {"Report of", "Report by"}, {"Status", "Classification"}
        for same in used:
            for extra in [n for n in none if n in same][1:]:
                none.remove(extra)
        self.none = none
        for c in ("cabinet_member", "wards_affected", "accountable_director", "originating_service", "accountable_employee"):
            self.drawn[c] = self.labels.get(c, "-")
        if self.title_at == "label":
            self.labels["title"] = self.drawn["title-label"] = self.dice.choice(_VOCABULARY["title"])
        order = [*self.labels, *none]
        self.dice.shuffle(order)
        early = [k for k in order if k in ("To", "From", "Report to", "Meeting", "Date", "Date of meeting", "Report of")]
        self.order = [*early, *(k for k in order if k not in early)] if self.draw("order", "natural", "shuffled") == "natural" else order
        self.bold = "" if self.draw("label-bold", "bold", "bold", "plain") == "plain" and self.layout not in ("lines", "bold-lines", "stacked", "cells-stacked") else "**"
        self.value = self.draw("value", "person-post", "post", "person", "three-lines", "contact-lines")
        self.asked = self.draw("ask-heading", "Recommendations", "RECOMMENDATIONS", "Recommendation(s)", "Recommendations:", "Decision required", "Officer Recommendation", "Recommendation", "none")
        self.lead = self.draw("lead", *_LEADS)
        self.marks = self.draw("ask-marks", "section", "1.", "(1)", "(a)", "a)", "(i)", "bullets", "paragraphs", "one", "i.")
        self.frame = self.draw("frame", "plain", "plain", "plain", "box", "row")
        self.where = self.draw("ask-at", "first", "after-purpose", "end", "after-long")
        self.sections = self.draw("sections", "numbered", "bold", "caps", "rows", "hanging", "numbered-caps")
        self.others = self.draw("others", "none", "some", "before")

    def _value(self, column: str, title: str, k: int) -> tuple[str, str]:
        """The words to print, truth marked, and those alone."""
        post = self.dice.choice(("Director of Place", "Head of Finance", "Corporate Director - Resources", "Principal Planning Officer", "Executive Director of Environment and Community Services"))
        more = ""
        if column == "title":
            words = title
        elif column == "wards_affected":
            words = self.dice.choice(_WARDS)
        elif column == "originating_service":
            words = self.dice.choice(_SERVICES)
        elif column == "cabinet_member":
            words = f"Councillor {self.person()}" + self.dice.choice(("", ", Finance and Resources", " - Cabinet Member for Housing", " (Environment)"))
            if self.labels[column] == "Portfolio":
                words = self.dice.choice(("Finance and Resources", "Housing", "Environment and Transport"))
        else:
            words = {"person-post": f"{self.person()}, {post}", "post": post, "person": self.person(), "three-lines": f"{self.person()}<br/>{post}", "contact-lines": f"{self.person()}, {post}"}[self.value]
            if self.value == "contact-lines":
                more = f"<br/>Tel: 01632 960{self.dice.randint(100, 999)}<br/>Email: officer@{self.place.lower()}.example"
        if column == "accountable_employee" and self.value == "three-lines":
            words, _, post = words.partition("<br/>")
            more = f"<br/>{post}"  # whose name it is stands on its own line
        return f"{{{{F {column}: {words}}}}}{more}" if column != "title" else f"{{{{T: {words}}}}}", words

    def _header(self, title: str, n: int) -> list[str]:
        rows: list[tuple[str, str]] = []
        for name in self.order:
            if name in self.labels:
                rows.append((self.labels[name], self._value(name, title, n)[0]))
            elif name == "To":
                rows.append(("To", f"Mayor and {self.body}" if self.region == "canada" else f"Honorable Mayor and Members of the {self.body}"))
            elif name == "From":
                rows.append(("From", f"{self.person()}, Director of Public Works"))
            else:
                rows.append((name, _NONE[name].format(body=self.body, day=self.day, n=n)))
        b, c = self.bold, self.colon
        lay = self.layout
        up = (lambda s: s.upper()) if lay == "caps-rows" or self.region in ("us", "canada") else (lambda s: s)
        rows = [(up(label), value) for label, value in rows]
        flat = rows
        if lay in ("grid", "rows", "caps-rows"):
            return [f"{'G' if lay == 'grid' else 'W'}150,300|{b}{label}{c}{b} ~ {value}" for label, value in flat]
        if lay == "colon-column":
            return [f"W140,15,295|{b}{label}{b} ~ : ~ {value}" for label, value in flat]
        if lay in ("lines", "bold-lines", "plain-lines"):
            if lay == "bold-lines":
                return [f"P|**{label}: {value}**" if "<br/>" not in value else f"P|**{label}:** {value}" for label, value in flat]
            return [f"P|{b}{label}:{b} {value}" for label, value in flat]
        if lay == "tabs":
            return [f"L150,150 {b}{label}:{b}|{value}" for label, value in flat]
        if lay == "stacked":
            return [line for label, value in flat for line in (f"H|{label}{c}", f"P|{value}")]
        if lay == "cells-stacked":
            return [f"G450|**{label}:**<br/>{value}" for label, value in flat]
        out = []
        wide = [r for r in flat if "{T:" in r[1]]
        rest = [r for r in flat if r not in wide]
        mark = "G" if lay == "pairs-grid" else "W"
        for i in range(0, len(rest), 2):
            pair = rest[i:i + 2]
            out.append(f"{mark}110,120,110,120|" + " ~ ".join(f"{b}{label}{c}{b} ~ {value}" for label, value in pair))
        return [*(f"{mark}100,360|{b}{label}{c}{b} ~ {value}" for label, value in wide), *out]

    def _report(self, title: str, n: int) -> list[str]:
        stamp = f'D report stamp="Agenda Item {n}"|' if self.top == "stamp" else "D report|"
        out = [stamp]
        shown = f"{{{{T: {self.cased(title, self.drawn.setdefault('title-case', self.dice.choice(('title', 'upper'))))}}}}}"
        if self.title_at == "first":
            out.append(f"C16|{shown}")
        if self.top == "body-date":
            out.append(f"W300,150|**{self.body}** ~ **{self.day}**")
        elif self.top == "centred":
            out += [f"C14|{self.council}", f"C|{self.body} - {self.day}"]
        elif self.top == "item-right":
            out.append(f"R|**Agenda Item No. {n}**")
        elif self.top == "called":
            out += [f"C14|REPORT TO {self.body.upper()}"]
        if self.title_at == "above":
            out.append(self.drawn.setdefault("title-set", self.dice.choice(("C", "H14", "C14", "H"))) + f"|{shown}")
        out += self._header(title, n)
        if self.title_at == "below":
            out.append(self.drawn.setdefault("title-set", self.dice.choice(("C", "H14", "C14", "H"))) + f"|{shown}")
        self._section = 0
        before = {"first": 0, "after-purpose": 1, "end": 5, "after-long": 2}[self.where]
        names = ["Purpose of the report", "Background", "Options considered", "Financial implications", "Legal implications", "Risk"]
        if self.where == "first":
            out += self._ask()
        for k, name in enumerate(names, 1):
            out += self._heading(name)
            long = {"Background": 4 if self.where != "after-long" else 8, "Options considered": 3}.get(name, 1)
            if (self.others == "before" and k == 2) or (self.others == "some" and k in (2, 4)):
                out += self._text(self.dice.choice(_OTHERS))
            out += self._prose(name, long)
            if k == before:
                out += self._ask()
        return out

    def _heading(self, name: str) -> list[str]:
        self._section += 1
        self._para = 0
        n = self._section
        return {"numbered": [f"H|{n}. {name}"], "bold": [f"H|{name}"], "caps": [f"H|{name.upper()}"], "rows": [f"W35,415|**{n}.** ~ **{name}**"], "hanging": [f"L35,35 **{n}.0**|**{name}**"],
                "numbered-caps": [f"H|{n}. {name.upper()}"]}[self.sections]

    def _text(self, words: str) -> list[str]:
        self._para += 1
        if self.sections in ("numbered", "hanging", "numbered-caps"):
            return [f"L35,35 {self._section}.{self._para}|{words}"]
        if self.sections == "rows":
            return [f"W35,415|{self._section}.{self._para} ~ {words}"]
        return [f"P|{words}"]

    def _prose(self, name: str, count: int) -> list[str]:
        return [line for _ in range(count) for line in self._text(" ".join(self.dice.sample(_SAID, self.dice.randint(2, 4))))]

    def _ask(self) -> list[str]:
        heading = self.asked
        lead = self.lead.format(body=self.body)
        if heading == "none" and "ecommend" not in lead:
            lead = "It is recommended that:"
        single = self.marks == "one"
        that = lead.endswith(("that:", "That:"))
        asks = self.dice.sample(_VERBS[that or not lead], self.dice.randint(2, 3))
        if not lead:
            asks = [f"That {a}" for a in asks]
        marks = self.marks
        if marks == "section" and self.sections in ("bold", "caps"):
            marks = "1."
        n = len(asks)
        if single:
            asks, n = asks[:1], 1
        ends = [("; and" if i == n - 2 else ";") if i < n - 1 else "." for i in range(n)]
        end = self.dice.random() < 0.5
        asks = [a[:1].upper() * (end) + a[:1] * (not end) + a[1:] + ("." if end else ends[i]) for i, a in enumerate(asks)]
        out = []
        if heading != "none":
            if self.sections in ("bold", "caps"):
                out += [f"H|{heading}"]
            else:
                out += self._heading(heading)
        number: list[str | None] = [None] * n
        label = [""] * n
        for i in range(n):
            if marks == "section":
                number[i] = label[i] = f"{self._section}.{i + 1}"
            elif marks in ("1.", "(1)"):
                number[i], label[i] = str(i + 1), marks.replace("1", str(i + 1))
            elif marks in ("(a)", "a)"):
                number[i], label[i] = "abc"[i], marks.replace("a", "abc"[i])
            elif marks in ("(i)", "i."):
                number[i], label[i] = ("i", "ii", "iii")[i], marks.replace("i", ("i", "ii", "iii")[i])
            elif marks == "bullets":
                label[i] = "•"
        if single and lead:
            head = lead.rstrip(":")
            words = f"{head} {asks[0][:1].lower()}{asks[0][1:]}"
            asks, lead = [words], ""
        given = [f"{{{{M{f' n={x}' if x else ''}: {a}}}}}" for x, a in zip(number, asks, strict=True)]
        self.drawn["ask-form"] = f"{marks}|{'lead' if lead else 'no-lead'}"
        if self.frame == "box":
            if heading != "none" and self.sections in ("bold", "caps"):
                out = [f"G450|**{heading}**"]
            return [*out, *([f"G450|{lead}"] if lead else []), *(f"G450|{f'{lab} ' if lab else ''}{g}" for lab, g in zip(label, given, strict=True)), "S|6"]
        if self.frame == "row" and heading != "none":
            words = "<br/>".join([*([lead] if lead else []), *(f"{f'{lab} ' if lab else ''}{g}" for lab, g in zip(label, given, strict=True))])
            return [f"G130,320|**{heading}** ~ {words}", "S|6"]
        if lead:
            numbered = self.sections in ("numbered", "hanging", "numbered-caps", "rows") and marks not in ("section",) and heading != "none" and self.dice.random() < 0.5
            out += self._text(lead) if numbered else [f"P|{lead}"]
        indent = self.drawn.setdefault("ask-indent", self.dice.choice(("35,35", "60,25", "25,25")))
        for lab, g in zip(label, given, strict=True):
            out.append(f"L{indent} {lab}|{g}" if lab else f"P|{g}")
        return out

    # ── what else stands in a pack ──
    def _minutes(self) -> list[str]:
        return ["D minutes|", f"C14|{self.council}", f"C|Minutes of the meeting of the {self.body} held on 6 February 2024", "P|**Present:** Councillors A Brook (Chair), B Croft, C Dunmore and D Marsh",
                "P|**Apologies:** Councillor E Oddie", "H|1. Minutes", "P|The minutes of the last meeting were agreed and signed by the Chair.", "H|2. Winter Service", *self._prose("", 2), "P|**RESOLVED** that the report be noted."]

    def _appendix(self, k: int) -> list[str]:
        kind = self.draw(f"appendix{k}", "none", "none", "labelled", "labelled-right", "labelled-centre", "own-title", "report", "blank", "table")
        if kind == "none":
            return []
        if kind == "blank":
            return ["B|", "C|This page is intentionally left blank"]
        self.paper += 1
        if kind == "report":
            return ["D report|", "R|Appendix A", *self._report(self.titles[2], 9)[1:]]
        head = {"labelled": ["H14|Appendix 1", "H|Summary of costs"], "labelled-right": ["R|Appendix 1", "C14|Summary of costs"], "labelled-centre": ["C14|APPENDIX A", "C|Summary of costs"],
                "own-title": [f"C20|{self.place} Parks Strategy", "C14|2024 - 2029"], "table": ["R|**Appendix B**", "G150,100,100,100|**Scheme** ~ **Budget** ~ **Actual** ~ **Variance**",
                              *(f"G150,100,100,100|{p} Works ~ {i * 31 + 120} ~ {i * 29 + 118} ~ {i * 2}" for i, p in enumerate(_PLACES))]}[kind]
        return ["D appendix|", *head, *(f"P|{' '.join(self.dice.sample(_SAID, 3))}" for _ in range(self.dice.choice((3, 9))))]


if __name__ == "__main__":
    import sys

    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(int(sys.argv[2]), int(sys.argv[3]) + 1):
        bred = Breed(seed)
        source = folder / f"cross{seed:04}.txt"
        source.write_text(bred.text, encoding="utf-8")
        typeset(source, folder)
        (folder / f"cross{seed:04}.drawn").write_text(json.dumps(bred.drawn, indent=1), encoding="utf-8")
