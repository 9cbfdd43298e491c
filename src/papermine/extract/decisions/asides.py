"""What stands among the proceedings of an item and decides nothing: a summary, a draft, a copy of other minutes, what officers recommend, reasons."""

from __future__ import annotations

from papermine import regex as re
from papermine.extract.decisions.endings import movers_alone
from papermine.extract.decisions.item import Item
from papermine.extract.decisions.leads import BODY, lead_in
from papermine.extract.decisions.slips import ADVICE, HEADER
from papermine.extract.paragraphs import Paragraph
from papermine.extract.votes.ballots import counts
from papermine.language.datewords import MONTH
from papermine.language.motions import find_moved
from papermine.language.outcomes import outcome_alone, outcome_in
from papermine.language.screened import Screened
from papermine.language.sentences import sentences
from papermine.language.titles import TITLE

_DRAFT = re.compile(r"(?:(?:the|a)\s+)?(?:draft|suggested)\s+(?:resolutions?|motions?|wording|decisions?)\s*:?", re.I)
_EXTRACT = re.compile(r"(?:the\s+following\s+(?:is|was|are)\s+)?(?:(?:the|an?)\s+)?(?:(?:minute\s+)?extracts?|excerpts?)\s+(?:from|of)\s+(?:[\w’'-]+\s+){0,4}?minutes\b.{0,80}:?|(?:notices? of )?motions?(?: (?:of which|on) notice)?\b[^.:;]{0,40}\bfor (?:the|its) (?:next|[A-Z]\w+) meeting\s*:?|minutes of\b.{0,80}\bfor information\s*:", re.I)
"""Above words that nobody decided here: "Draft resolution:", "Extract from the minutes of the Finance Committee", "Motions on notice for the July meeting:"."""
_FORMERLY = re.compile(rf"(?:(?:Previous|Prior|Past)\s+(?:[A-Z]?\w+\s+)?[Aa]ctions?|History|HISTORY|(?:Background|BACKGROUND)(?=.*\b(?i:{MONTH}|(?:19|20)\d\d|last|previous|earlier|ago)\b))\s*:\s+\S")
"""Before what was done at other times: "Previous action: Motion by A, second by B, to approve. Carried 5-0 (April 6)."."""
_OF_MINUTE = re.compile(r"(?:Item|Minute|Min\.?)\s+(?:[Nn]o\.?\s*)?[A-Z]{0,4}\d[\w/]*\s*[.:–—-]\s*(?=(?i:resolved|agreed|it was (?:\w+ly )?(?:resolved|agreed))\b)")
SINCE_DONE = re.compile(r"[^.;:]*\b(?:(?:has|have|had)\s+(?:(?:now|since|already|both|all|not|yet|duly)\s+)*(?:\w+ed|\w{2,}en|done|gone|drawn|bought|sent|met|paid|built|put)\b|(?:was|were|is|are)\s+(?:now\s+|duly\s+)?(?:done|completed?|finished|in hand|ongoing|outstanding))|(?:Done|Completed?|Ongoing|Outstanding|In hand)\b")
"""What became of what an earlier meeting resolved, behind its words: "Item 7 – Resolved that the bench be painted. This has been done."."""
_OURS_AGAIN = re.compile(rf"(?:[Ii]t was|RESOLVED|Resolved|{BODY}|{TITLE})\b|(?:NOTED|Noted|RECEIVED|Received)\W*$")
"""What ends the list of what others decided."""
_THEIRS = re.compile(r"\W*(?:[\w/()’'-]+\s+){0,4}?(?:[Dd]ecisions?(?:\s+(?:made|taken|issued|received|reached|notified|given|recently))*|[Dd]etermined|[Dd]ecided)\s+(?:by|from|of(?=[^:.]*\b(?i:district|county|borough|city|planning authority|inspector\w*)\b))\s+(?P<who>(?:[Tt]he\s+)?(?:[A-Z][\w&’'-]*\s*|(?:planning|authority|inspectors?|inspectorate|district|county|borough|city|council|of|and)\b\s*)+)(?:since[^:]*|on[^:]*|under[^:]*)?(?:[:.–-]|$)")
"""The label of what others decided: "Decisions by the planning authority:"."""
_OURS = {"the", "of", "and", "council", "committee", "board", "panel", "members", "meeting", "parish", "town", "community", "full", "sub", "vote", "consensus", "motion", "roll", "call", "consent", "resolution"}
STATUS_LAST = re.compile(r"(?:\s[–—-]\s*|[.;(]\s*)(?:now\s+)?(?:done|completed?|outstanding|ongoing|on-going|in hand|in progress|actioned)\W*$", re.I)
"""What became of it since, at the end: "Agreed to write to the County – done"."""
_NOW = re.compile(r"\b(?:again|further|now|still|therefore|another|next meeting)\b", re.I)
"""In what is resolved of an earlier minute at this meeting: "Item 7 – Resolved to write to the County again."."""
_CITES = Screened(r"(?!.*\b(?:was|were)\s+(?:\w+ly\s+)?(?:agreed|resolved|adopted|approved|carried)\b)[^:]*\b(?:(?:draft|proposed|suggested)\s+(?:resolution|decision|wording)|(?:resolution|minute|letter|statement|wording)s?\b[^:]*\bread(?:s|ing)?\b)[^:]*:\s*-?", ":", ("resolution", "decision", "wording", "minute", "letter", "statement"), flags=re.I)
"""Above words that are read out: "The County's resolution was read:"."""
_UNDECIDED = Screened(r"(?:[^:]*\b(?:informally\s+agreed|(?:ruled|declared|held)\s[^:]*\b(?:out\s+of\s+order|incompetent|inadmissible)|(?:not|never)\s+(?:put|moved|agreed|carried|accepted|approved|reached|voted\s+on)|foreshadow\w*)\b[^:]*|to\s+be\s+(?:moved|voted\s+on|considered|put)\b[^:]*\bmeeting\b[^:]*):\s*-?", ":", flags=re.I)
"""Above what was not decided: "The following motions were considered but not put:", "To be voted on at the next meeting:"."""
_WORDED = re.compile(r"[“\"]?(?:That|THAT|To|TO)\s")
_COUNCIL_ACTED = re.compile(r"^(?:The |Full )?Council\s+(?:then\s+|also\s+)?(?:RESOLVED|resolved|agreed|AGREED|adopted|approved|accepted)\b|(?P<movers>^).*\brecommendations?\b[^.;]{0,60}\bbe\s+(?:adopted|approved|accepted|agreed)\b", re.S)
_REASONS = re.compile(r"(?:The\s+)?Reasons?(?:\s+for\s+(?:(?:the|this|its)\s+)?(?:decisions?|recommendations?|resolutions?))?\s*[:.]?", re.I)


def read_summary(item: Item, i: int) -> int | None:
    """Over a summary of what was decided: all that the item tells stands elsewhere too."""
    if re.match(r"SUMMARY OF\b|Summary of (?:approved|decisions|resolutions)", item.paras[i].text):
        item.summary = True
        return i + 1
    return None


def label_of_others(text: str, head: str) -> bool:
    """Is it the label of what another body decided than the one whose minutes have this ``head``?

    >>> [label_of_others(t, "Minutes of Heath Parish Council") for t in ("Decisions by the County:", "Planning decisions of Heathshire District Council", "Decisions by the inspector: Mill Lane APPROVED")]
    [True, True, True]
    >>> [label_of_others(t, "Minutes of Heath Parish Council") for t in ("Decisions of the Council:", "Decisions of Heath Parish Council", "Decisions by the County are awaited.", "Decision of the Hearing Panel:", "Decisions by vote:")]
    [False, False, False, False, False]
    """
    m = _THEIRS.match(text)
    return m is not None and bool(set(re.findall(r"[a-z]+", m["who"].lower())) - _OURS - set(re.findall(r"[a-z]+", head.lower())))


def read_copied(item: Item, i: int) -> int | None:
    """Over a draft, or over what is copied from other minutes: all that is set apart as its first paragraph is; all below where that is not set apart."""
    label = item.paras[i]
    if _FORMERLY.match(label.text):
        return i + 1
    if re.match(r"\W*matters arising\b", item.title, re.I) and (minute := _OF_MINUTE.match(label.text)) is not None:
        behind = [label.part(minute.end() + a, len(label.text)) for a, _ in sentences(label.text[minute.end():])][1:2]
        done = any(SINCE_DONE.match(para.text) is not None for para in behind or item.paras[i + 1:i + 2])
        if done or not (behind or _NOW.search(label.text)):
            item.paras[i:i + 1] = behind
            return i
    if _DRAFT.fullmatch(label.text):
        return i + 2
    below = item.paras[i + 1:]
    if (title := not i and label_of_others(item.title, item.head)) or label_of_others(label.text, item.head):
        first = i if title else i + 1
        after = next((k for k, para in enumerate(item.paras[first:], first) if _OURS_AGAIN.match(para.text) or para.text.endswith(":") or para.lines[0].bold or find_moved(para.text) is not None), len(item.paras))
        return after if after > i else None
    if _UNDECIDED.fullmatch(label.text) and find_moved(label.text) is None:
        one = re.search(r"foreshadow", label.text, re.I) is not None
        return i + 1 + next((k for k, para in enumerate(below) if (one and k) or (para.mark is None and not movers_alone(para.text.strip(" :")) and _WORDED.match(para.text) is None)), len(below))
    if _CITES.fullmatch(label.text) and below and lead_in(below[0].text.lstrip("“\""), 0) is not None and not any(find_moved(para.text) is not None or outcome_in(para.text) is not None or outcome_alone(para.rest) is not None or not counts(para.text).empty for para in item.paras[i:]):
        return i + 2
    if not _EXTRACT.fullmatch(label.text):
        return None
    if below and below[0].text.startswith("“") and (shut := next((k for k, para in enumerate(below) if para.text.rstrip(" .").endswith("”")), None)) is not None:
        return i + 2 + shut
    apart = bool(below) and _apart(label, below[0])
    return i + 1 + next((k for k, para in enumerate(below) if (apart and not _apart(label, para)) or _here(label, para)), len(below))


def _here(label: Paragraph, para: Paragraph) -> bool:
    """Below a copy of a committee's minutes: what the Council did with it."""
    return "council" not in label.text.lower() and (m := _COUNCIL_ACTED.search(para.text)) is not None and (m["movers"] is None or find_moved(para.text) is not None)


def _apart(label: Paragraph, para: Paragraph) -> bool:
    return para.x0 > label.x0 + 6 or (para.lines[0].italic and not label.lines[0].italic) or para.text.startswith(("“", '"'))


def read_advice(item: Item, i: int) -> int | None:
    """What officers recommend ("Officer Recommendation ⏎ That …") is no decision: on to the words that decide."""
    if not ADVICE.match(item.paras[i].text):
        return None
    k = i + 1
    while k < len(item.paras):
        para = item.paras[k]
        if HEADER.match(para.text) or lead_in(para.text, para.start) is not None or find_moved(para.rest) is not None or outcome_alone(para.rest) is not None:
            break
        if para.lines[0].bold and para.mark is None and not ADVICE.match(para.text) and k > i + 1:
            break
        k += 1
    return k


def read_reasons(item: Item, i: int) -> int | None:
    """ "Reasons for decision": the paragraph below gives them and decides nothing."""
    if i + 1 >= len(item.paras) or _REASONS.fullmatch(item.paras[i].text) is None:
        return None
    below = item.paras[i + 1]
    return i + 1 if below.mark is not None or find_moved(below.text) is not None or ((lead := lead_in(below.text, below.start)) is not None and lead[2][:1].isupper() and lead[0] <= below.start + 1) else i + 2
