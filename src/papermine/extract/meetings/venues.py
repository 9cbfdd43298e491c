"""Where a meeting is held, as the first page of its paper says."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line
from papermine.extract.paragraphs import Paragraph, paragraph
from papermine.language.bodies import body_in
from papermine.language.dates import find_dates
from papermine.language.datewords import MONTH
from papermine.language.labels import label_at
from papermine.language.titles import TITLE
from papermine.provenance import Place

_LABEL = re.compile(r"^\W*(?:(?:meeting\s+)?(?:venue|location|place)|(?:venue|place|location)\s+of\s+(?:the\s+)?meeting|where|lleoliad|ionad)\s*:?\s+(?P<venue>\S.*)?$", re.I)
_DAY = rf"(?:\w+day,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?i:{MONTH}),?|(?i:{MONTH})\s+\d{{1,2}},?)\s+\d{{4}}"
_TOLD = re.compile(
    rf"\b(?:held|takes?\s+place|meeting|convened|meet|gynhaliwyd)\b(?:\s+(?:virtually|remotely|online|in\s+person|in\s+(?:an?\s+)?(?:\w+\s+){{0,2}}[Ss]ession|on\s+(?:the\s+)?{_DAY},?|on\s+\w+day,?[^,]{{0,40}},?|at\s+[\d.:]+(?:\s*(?:[ap]\.?m\.?|hrs|hours))?,?))*\s+(?:in|at|within|via|yn)\s+"
    rf"(?P<venue>(?:the\s+)?[A-Z0-9].{{3,140}}?)(?=\s+\((?:approved|draft|adjourned|re-?scheduled|postponed|unconfirmed)\b|,?\s+(?:on\s+(?:the\s+)?(?:\w+(?i:day)\b|\d|(?i:{MONTH})\b)|at\s+(?:\d|noon)|commencing|starting|from\s+\d|to\s+(?:deal|consider|transact)|and\s+livestreamed|when\b|for\s+the)|\.(?:\s|$)|$)")
_WORDS = re.compile(
    r"\b(?:room|chambers?|hall|centre|center|house|virtual|zoom|teams|telepresence|webinar|library|school|church|offices?|suite|theatre|pavilion|building|online|remote|club|institute|forum|castle|neuadd|canolfan|ystafell|swyddfeydd|áras|halla|guildhall|mairie)\b", re.I)
_CONTACTS = re.compile(r"\b(?:contact|information|enquir\w+|tel|e-?mail|please|click)\b", re.I)
_CAME_BY = re.compile(r"\W*(?:(?:via|by|on|attend\w+)\s+)?(?:zoom|teams|on-?line|remote(?:ly)?|virtual(?:ly)?)\W*:\s*\w", re.I)
"""The label of those who came by it: "Via Zoom: Jo Vane"."""
_TITLED = re.compile(rf"\b{TITLE}\b")
_PEOPLE = re.compile(rf"\.\s+(?={TITLE}\b)")
_DATED = re.compile(r"^(?:(?:[ap]\.?m\.?|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:\w+,?\s+)?\d{4}(?:\s+at\s+[\d.:]+\s*(?:[ap]\.?m\.?|hrs|hours)?)?)\s+(?:at|in)\s+)?(?:the\s+)?")
"""What a line break leaves before the place: "2013 at Council Chamber", "pm at the Town Hall", "May 2013 at 7.30pm in the Hall"."""


def find_venue(lines: Sequence[Line], text: Paragraph, day: str | None) -> tuple[str, list[Place]] | None:
    """Where a meeting is held and where that is printed: behind a label, in the sentence that convenes it, or below its day.

    ``lines``: those at the top of the paper; ``text``: the same as one paragraph; ``day``: the day of the meeting as printed.
    """
    for i, line in enumerate(lines):
        if (m := _LABEL.match(line.text)) and m["venue"]:
            group = [line]
            for after in lines[i + 1:i + 3]:
                if after.gap > 0.5 * after.size or re.match(r"\W*[A-Z][\w ]{0,24}:", after.text) or after.text.isupper() or not _WORDS.search(after.text + line.text):
                    break
                if after.bold != line.bold or find_dates(after.text):
                    break
                group.append(after)
            joined = paragraph(group)
            return joined.text[m.start("venue"):].strip(" ."), joined.places(m.start("venue"), None, "venue")
    if (m := _TOLD.search(text.text[:3000])) and _WORDS.search(m["venue"]):
        ends = [offset - 1 for offset, line in zip(text.offsets, text.lines, strict=True)
                if offset > m.start("venue") and (line.gap > 0.5 * line.size or label_at(line.text))]  # the sentence ends with its paragraph
        told = text.text[m.start("venue"):min([m.end("venue"), *ends])]
        if not _WORDS.search(told):
            told = m["venue"]
        venue = _DATED.sub("", told)
        return venue.strip(" ,."), text.places(m.start("venue") + len(told) - len(venue), m.start("venue") + len(told), "venue")
    if day is None:
        return None
    at = next((i for i, line in enumerate(lines) if day[:10] in line.text), None)
    for line in lines[at + 1:at + 8] if at is not None else []:
        if label_at(line.text) is not None or len(line) > 20:
            break
        shown = _PEOPLE.split(line.text)[0]
        if _WORDS.search(shown) and body_in(shown) is None and len(shown) < 110 and not shown.endswith(":") and not _TITLED.search(shown) and not _CONTACTS.search(shown) and not _CAME_BY.match(shown):
            shown = re.sub(r"^.*\byn\s+(?:yr?\s+)?(?=(?:Ystafell|Neuadd|Canolfan)\b)", "", shown)  # "Cynhaliwyd cyfarfod … ar 13 Mai 2015 yn yr Ystafell Ddarllen"
            told = _DATED.sub("", re.sub(r"^\W*(?:held\s+)?(?:in|at)\s+(?:the\s+)?", "", shown, flags=re.I))
            told = re.sub(r"\s+on\s+(?:the\s+)?(?:\w+day\b|\d).*|\s+at$", "", told)
            return told.strip(" ,."), [line.place(at := line.text.find(told), at + len(told), "venue")]
    return None
