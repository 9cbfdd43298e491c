"""Names of members of the public, as papers tell them: "Question 1 – Andrew Lynch", "Mr Hill, a local resident".

Nobody can tell a resident from a member by the name. What tells is the label, the words beside it, or the part of the
paper that it stands in; every sign here is a printed form. It errs towards finding: what it finds is masked, not stored.

>>> [name for _, _, name, _ in public_names("Question 1 – Andrew Lynch\\nWhy?\\nThe Chair thanked Mr Hill, a local resident.")]
['Andrew Lynch', 'Mr Hill']
>>> public_names("Councillor Hill, a resident of Anytown, asked about bins. Kent County Council objected.")
[]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from papermine import regex as re
from papermine.language.person import Parts, is_forename, is_name, is_word, parts
from papermine.language.titles import COUNCILLOR


class Told(NamedTuple):
    """A name of one of the public: ``text[start:end]``, on one line as ``name``.

    ``sign``: outright ("a local resident"), label ("Question 1 – …"), leads (it begins a line of the public's part of a paper),
    near (it is only named there: it may be a place or a friend).
    """

    start: int
    end: int
    name: str
    sign: str


def plain_name(words: str) -> str:
    """The name on one line; what a line end cut is one word again."""
    return " ".join(re.sub(r"-[ \t]*\n[ \t]*(?=[a-z])", "", words).split())


_MEMBER = re.compile(rf"(?:the\s+)?(?:(?:city|county|district|town|parish|community|ward|local)\s+)?(?:{COUNCILLOR}|ald|"
                     r"(?:(?:deputy|lord|vice|acting)[\s-]+)?mayor|provost|reeve|cyng\w*|lord|baroness|"
                     r"police|chief|inspector|insp|sergeant|sgt|pcso|pc|judge|justice)\b", re.I)
_POST_AFTER = re.compile(
    r"\s+(?:M\.?P|MSP|MEP)\b|[ \t]*(?:,\s*|\(\s*|[–—-][ \t]*|[ \t]+)(?:the\s+)?(?:cabinet member|executive (?:member|director|head)|portfolio|(?:interim |deputy |assistant |corporate |strategic |"
    r"executive |service |group |city |town )*(?:director|head of|manager|officer|leader|chair(?:man|woman)?\b|clerk|solicitor|treasurer|planner|engineer|"
    r"chief|monitoring|democratic|counsel|mayor|attorney)|M\.?P\b|MSP\b|MEP\b|MS\b|AM\b|CC\b|councillor|cllr|[CD]/Cllr|"
    r"labour|conservative|liberal democrat|lib dem|green (?:party|group|and)|independent|reform|scottish national|snp\b|plaid)", re.I)
_PUBLIC_WORD = (r"(?:local |fellow |concerned |neighbou?ring |nearby |long[- ]standing )*(?:resident|member of the public|parishioner|neighbou?r|objector|"
                r"petitioner|applicant|appellant|complainant|tenant|leaseholder|homeowner|landowner|shopkeeper|parent|carer|campaigner|allotment holder|"
                r"supporter of the application|supporter|questioner|service user|householder|villager|citizen|ratepayer)s?")
_NUMBERS = r"(?:(?:no\.?|number)?\s*[A-Z]{0,3}\s?\d{1,3}\w?(?:\s*(?:,|&|and|to|[–-])\s*\d{1,3})*(?:\s+[A-Z](?:\s*,\s*[A-Z])*)?)"

_BEFORE = re.compile(  # what stands before the name; ``outright`` says outright that it is one of the public
    r"(?:^[ \t]*(?:(?:public\s+(?:forum\s+)?)?(?:questions?|statements?|petitions?|speakers?|deputations?|representations?|presentations?|PQ|PS)\s*"
    + _NUMBERS + r"\s*(?:[:–—-]+\s*(?:(?:received |submitted )?(?:from|by)\s+)?|(?:received |submitted )?(?:from|by)\s+))"
    r"|\b(?:(?:supplementary\s+|oral\s+|written\s+|formal\s+)?(?:questions?|statements?|petitions?|deputations?|submissions?|enquir(?:y|ies))\s+"
    r"(?:(?:was|were|has been|had been)\s+)?(?:received\s+|submitted\s+|presented\s+|organised\s+|asked\s+|read\s+|led\s+|put\s+|raised\s+|made\s+)*"
    r"(?:from|by)\s+)"
    r"|\b(?:letters?|e-?mails?|correspondence|complaints?|objections?|representations?|requests?|phone calls?|telephone calls?)\s+"
    r"(?:(?:was|were|has been|had been)\s+)?(?:received\s+|submitted\s+|made\s+|sent\s+)*(?:from|by)\s+(?=(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev)\b)"
    r"|^[ \t]*(?:asked|presented|submitted|received|spoken|delivered|signed|read)\s+by:?\s+"
    r"|\b(?:committee|panel|board|council|meeting|chair|members)\s+(?:then\s+)?heard\s+(?:(?:representations?|evidence|objections?)\s+)?(?:from|by)\s+)"
    r"|(?P<outright>(?:\bpublic\s+(?:questions?|statements?|petitions?|comments?)\s*" + _NUMBERS + r"?\s*(?:(?:received |submitted )?(?:from|by)\s+|[:–—-]+\s*))"
    r"|\b(?:a |the |one |two |three |some )?" + _PUBLIC_WORD + r"\s*(?:,\s*|\(|:\s*|\s+namely\s+|\s+called\s+|\s+)(?=(?-i:[A-Z]))"
    r"|^[ \t]*(?:the\s+)?(?:applicants?|agents?|objectors?|appellants?|complainants?|petitioners?|lead petitioners?|questioners?|residents?|supporters?|"
    r"speakers?|public speakers?|speaking (?:for|against|in support|in objection)|licensees?|premises licence holder|owners?|property owners?|landowners?|"
    r"tenants?|leaseholders?|proposers? of the petition|for the applicant|against the application|members? of (?:the )?public(?: present| in attendance)?|"
    r"public(?: present| in attendance)?|visitors?)(?:\s*\(s\))?(?:['’]s? name)?\s*:\s*)", re.I | re.M)
_AFTER = re.compile(
    r"\s*(?:\(\s*(?:a |an |the |as )*" + _PUBLIC_WORD + r"\b|,\s*(?:who (?:is|was) )?(?:a |an |the |as |speaking as )*" + _PUBLIC_WORD + r"\b|"
    r"\s+of\s+\d+\w?[ ,]|,\s+of\s+\d+\w?[ ,]|,\s+\d+\w?\s+(?-i:[A-Z])\w+\s+(?:Road|Street|Lane|Avenue|Close|Drive|Way|Crescent|Court|St|Rd|Ave|Dr)\b)", re.I)
_SPOKE = re.compile(
    r"\s*(?:,[^,\n]{1,60},)?\s+(?:then\s+|also\s+)?(?:spoke (?:in|for|against|on|as|to)|addressed the|asked (?:a|the|whether|why|what|how|if|that)|"
    r"presented (?:a|the|his|her|their) (?:petition|question|statement)|made a (?:statement|representation|deputation)|objected|petitioned|"
    r"(?:wrote|emailed|telephoned|complained) )", re.I)
_SECTION = re.compile(
    r"^[ \t]*(?:item\s+)?(?:[\dA-Z]{1,3}(?:[./]\d+)*[.):]?\s+|\W\s*)?(?:(?:open|public|citizens?['’]?|residents?['’]?|audience)\s+"
    r"(?:participation|questions?|speaking|speakers?|forum|comments?|communications?|statements?|petitions?|session|time|input|discussion|adjournment|"
    r"representations?)|(?:open|public)\s+(?:session|forum)|(?:questions?|statements?|petitions?|comments?|representations?|deputations?|presentations?)"
    r"(?:,?\s+(?:and|&|or)?\s*\w+){0,3}\s+(?:from|by)\s+(?:the\s+|members?\s+of\s+the\s+|local\s+)?(?:public|residents?|electors?|citizens?|audience|"
    r"parishioners?)|oral communications?|deputations?(?:\s+and\s+petitions?)?|petitions?(?:\s+and\s+(?:questions|statements|deputations))*|"
    r"members of (?:the )?public(?:\s+present)?|public present|present\s*:\s*members of the public)\b[^.\n]{0,80}$", re.I | re.M)
_NUMBERED = re.compile(r"^[ \t]*(?:\d{1,3}(?:[./]\d+)+|\d{1,3}[.)]?|[A-Z]\.)[ \t]+(?=[A-Z])", re.M)
_SIGN = re.compile(r"\b(?:residents?|public|parishioners?|neighbou?rs?|objectors?|petitioners?|applicants?|appellants?|complainants?|tenants?|leaseholders?|"
                   r"homeowners?|landowners?|shopkeepers?|parents?|carers?|campaigners?|holders?|supporters?|questioners?|users?|householders?|villagers?|"
                   r"citizens?|ratepayers?|spoke|addressed|asked|presented|made|objected|petitioned|wrote|emailed|telephoned|complained|"
                   r"Road|Street|Lane|Avenue|Close|Drive|Way|Crescent|Court|St|Rd|Ave|Dr|of\s+\d+)\b")
_TITLE_BEFORE = re.compile(rf"\b(?:{COUNCILLOR}|mayor|M\.?S?P|provost|cyng\w*|leader|officer|director)\.?\s+$", re.I)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|via|to|into|between|towards|through|around|along|serving|across|on|onto|off|outside|past|including)\s+$", re.I)
_START = re.compile(r"(?<![\w’'.@/-])(?=[A-Z])")
_PRESENT = re.compile(r"present\s*:\s*members of the public", re.I)
_BRACKET_AFTER = re.compile(r"[ \t]*(?:[(\[]\s*(?:[A-Z][A-Za-z]{0,4}|[A-Za-z -]*(?:chair|clerk|vice|mayor)[A-Za-z -]*)\s*[)\]]|[ \t]+CLERK\b)")
"""Beside the public, members stand with their initials: "Heidi Dennison (HD)    Katy Draper"."""
_ALONE = re.compile(r"[ \t]*(?:$|[-–—,:(]|[ \t]\()", re.M)
_SIGNED = re.compile(r"\b(?:yours(?: sincerely| faithfully| truly)?|(?:kind |best |warm )*regards|many thanks|sincerely),?\s+$", re.I)
_ROW = re.compile(r"[A-Z][\w’'-]+(?: (?:and|&) [A-Z][\w’'-]+)? [A-Z][\w’'-]+(?=[^\S\n]*(?:\n|$|[-–—,]|[ ]{2}|[A-Z]))|[A-Z][a-z]+ and [A-Z][a-z]+$", re.M)
"""A row of a numbered list in the public's part: two capitalised words, whatever they are."""
_CUT = re.compile(r"[ \t]*\n[ \t]*[a-z][\w’'-]*")
_LONGEST = 12_000
"""Characters: no part of a paper is the public's for longer than this without a heading of its own."""
_NOT_PEOPLE = re.compile(r"\s+(?:Road|Street|Avenue|Close|Lane|Drive|Way|House|Court|Hall|Park|School|Academy|Trust|Foundation|Centre|Center|Building|"
                         r"Library|Place|Square|Gardens|Crescent|Estate|Farm|Ward|Ltd|Limited|LLP|plc|Inc|LLC|Homes|Associates|Partners|Group|Council|"
                         r"Committee|Association|Society|Bridge|Green|Hill|Station|Hospital|Surgery|Church|Plan|Act|Day|Project|Scheme|Bill)\b")


def name_at(text: str, start: int, *, labelled: bool = False, wraps: bool = True) -> tuple[int, bool] | None:
    """(end, titled) of the person's name that begins at ``start``; None where none does, or the title says member or police.

    ``labelled``: a label promised a name, so that an unlisted forename will do. ``wraps``: it may go on in the next line.

    >>> text = "George Foster-Morison Proposing a scheme"; text[:(name_at(text, 0) or (0, False))[0]]
    'George Foster-Morison'
    """
    if _MEMBER.match(text, start) or _TITLE_BEFORE.search(text, max(0, start - 30), start):
        return None
    stop = text.find("\n", start)
    line_end = len(text) if stop < 0 else stop
    found = parts(text, start)
    if found is None:
        return None
    tokens = found.tokens
    bracket = next((n for n, t in enumerate(tokens) if t.startswith("(")), len(tokens))  # "John Hoodless (JH) Heidi Dennison"
    tokens = tokens[:bracket]
    at = _ends(text, start, found)
    for count in range(min(len(tokens), 5), 0, -1):
        taken = Parts(found.title, tokens[:count], found.honours if count == len(tokens) else (), at[count - 1])
        if at[count - 1] > line_end and (not wraps or is_word(tokens[count - 1]) or any(e <= line_end for e in at[1:count])):
            continue  # a name that is whole on its line ends there
        if count > 2 and is_word(tokens[count - 1]) and not found.title:
            continue
        good = is_name(taken) or (labelled and count == 2 and (not is_word(tokens[1]) or is_forename(tokens[0])))
        if good and not _NOT_PEOPLE.match(text, at[count - 1]):
            cut = _CUT.match(text, at[count - 1]) if tokens[count - 1].endswith("-") else None
            return cut.end() if cut else at[count - 1], found.title is not None
    return None


def _ends(text: str, start: int, found: Parts) -> list[int]:
    out, at = [], start + len(found.title or "")
    for token in found.tokens:
        at = text.index(token, at) + len(token)
        out.append(at)
    return out


def public_names(text: str, *, public: bool = False) -> list[Told]:
    """The names that the text tells as those of the public, in order, each printing.

    ``public``: the whole text is the public's (a paper of public questions or statements).
    """
    out: dict[int, Told] = {}
    for start, end, outright in _told(text):
        out.setdefault(start, Told(start, end, plain_name(text[start:end]), "outright" if outright else "label"))
    parts_of = [(0, len(text))] if public else list(_sections(text))
    for first, last in parts_of:
        listed = _PRESENT.search(text, text.rfind("\n", 0, max(first - 1, 0)) + 1, first) is not None
        for start, end, leads in _in_section(text, first, last, listed):
            out.setdefault(start, Told(start, end, plain_name(text[start:end]), "leads" if leads else "near"))
    kept: list[Told] = []
    for told in sorted(out.values(), key=lambda t: (t.start, -t.end)):
        if not kept or told.start >= kept[-1].end:
            kept.append(told)
    return kept


def _told(text: str) -> Iterator[tuple[int, int, bool]]:
    """Names with a label before them, or words beside them, that say who they are."""
    for m in _BEFORE.finditer(text):
        at, outright = m.end(), m["outright"] is not None
        for _ in range(12):  # "Residents: A, B and C"
            found = name_at(text, at, labelled=True)
            if found is None or _POST_AFTER.match(text, found[0]):
                break
            yield at, found[0], outright
            more = re.compile(r"\s*(?:\([^()\n]{1,40}\))?\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|;\s*)(?=[A-Z])").match(text, found[0])
            if more is None:
                break
            at = more.end()
    last = 0
    for sign in _SIGN.finditer(text):  # names are looked for only where a sign follows: papers are long
        for start in _START.finditer(text, max(last, sign.start() - 80), sign.start()):
            found = name_at(text, start.start()) if start.start() >= last else None
            if found is None:
                continue
            last = start.start() + 1
            if _AFTER.match(text, found[0]):
                yield start.start(), found[0], True
            elif _SPOKE.match(text, found[0]) and not _POST_AFTER.match(text, found[0]):
                yield start.start(), found[0], False
            else:
                continue
            last = found[0]


def _sections(text: str) -> Iterator[tuple[int, int]]:
    """The parts under headings such as "Public Participation", up to the next heading; a list that counts 01, 02, 03 goes on."""
    last = 0
    for m in _SECTION.finditer(text):
        if m.start() < last:
            continue
        end = min(len(text), m.end() + _LONGEST)
        row = 0 if _PRESENT.search(m[0]) else 1
        for n in _NUMBERED.finditer(text, m.end(), end):
            number = n[0].strip(" \t.)")
            if row and number.isdigit() and (int(number) == row or 10 <= row < int(number) <= row + 2):
                row = int(number) + 1
                continue
            stop = text.find("\n", n.end())
            line = text[n.end():stop if stop >= 0 else len(text)]
            if name_at(text, n.end(), labelled=True) is None and not _MEMBER.match(line) and not _SECTION.match(line) and len(line) < 100 \
                    and not line.rstrip().endswith((".", "?", ",")):
                end = n.start()
                break
        last = end
        yield m.end(), end


def _in_section(text: str, first: int, last: int, listed: bool) -> Iterator[tuple[int, int, bool]]:
    at, rows = first, 0
    for start in _START.finditer(text, first, last):
        if start.start() < at:
            continue
        begin = text.rfind("\n", 0, start.start()) + 1
        lead = text[begin:start.start()]
        leads = re.fullmatch(r"[ \t]*(?:[\W\d]{0,8}|(?:Q|PQ|PS|No)\.?\s?\d{1,3}\W*)", lead) is not None
        leads = leads or _SIGNED.search(text, max(first, start.start() - 40), start.start()) is not None
        numbered = leads and bool(re.search(r"\d", lead))
        found = name_at(text, start.start(), labelled=numbered, wraps=not leads)
        rows += numbered and found is not None
        if found is None and numbered and rows >= 2 and (row := _ROW.match(text, start.start())) and not _MEMBER.match(row[0]) and not row[0].isupper():
            found = row.end(), False
        if found is None or _POST_AFTER.match(text, found[0]) or (listed and _BRACKET_AFTER.match(text, found[0])):
            continue
        end, titled = found
        leads = leads and (titled or numbered or _ALONE.match(text, end) is not None)
        first_word = re.match(r"[\w’'-]+", text[start.start():])
        if leads or titled or (first_word and is_forename(first_word[0]) and not _PLACE_BEFORE.search(text, begin, start.start())):
            at = end
            yield start.start(), end, leads
