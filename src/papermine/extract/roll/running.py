"""Who came, in running text: "The Mayor (Councillor Bola Adisa), Mr A Smith (Chairman) and Mrs B Jones. Also present were …"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from papermine import regex as re
from papermine.document import Line
from papermine.extract.paragraphs import Measure, Paragraph, paragraph
from papermine.extract.roll.absences import MINUTED, TAIL_GONE, besides, gone
from papermine.extract.roll.ends import COUNTED, DECIDES, TELLS
from papermine.extract.roll.zone import GROUPED, Zone
from papermine.language.labels import Status, label_at, status_of
from papermine.language.namelists import split_people
from papermine.language.names import PARTICLE, PersonName, read_person
from papermine.language.person import is_forename, is_surname, title_at
from papermine.language.posts import SERVANT, STAFF, by_posts, one_person, people_in
from papermine.language.sentences import sentences
from papermine.language.titles import CHAIR, MEMBER, POST, STYLE, TITLE
from papermine.provenance import Place


@dataclass(slots=True)
class Seen:
    """One person found in a list, with the status its label gives."""

    person: PersonName
    status: Status
    places: list[Place]
    rule: str
    ward: str | None = None
    remote: bool | None = None
    label: str = ""  # the words that give the status: "Members Present", "was excused"


_RECORDED = re.compile(r"(?:(?:Those|Members)\s+)?(?:recorded|noted|shown|listed)\s+as\s+(?:being\s+)?absent\s*(?:was|were)?\s*:?\s*(?=[A-Z])", re.I)
ALSO = re.compile(r"(?:Also|Others?)\s+(?:present|in attendance|attending)\s+(?:for\s+(?:an?\s+)?(?:parts?|some|most)\s+of\s+the\s+meeting\s+)?(?:(?:was|were|included)(?:\s+the)?\s*[:,]?\s+|(?=(?:the )?(?:(?:parish|town|community) )?clerk\s+[A-Z]))", re.I)
WERE = re.compile(
    r"(?:(?:On roll call,? )?The (?:following|roll was called)[^.:]{0,40}?|Those|Upon roll call,?|On roll call,?)?\s*(?:(?:voting |board |council |committee |elected |township |town |village |city |county )?(?:members|councill?ors|cllrs\.?|council ?members|alderm[ae]n|commissioners|trustees|supervisors|selectm[ae]n|"
    r"directors|officials|(?P<staff>staff(?: members)?|officers))\s+)?(?:(?:who |that )?(?:were |was )?(?:present|in attendance|attending|attended|responded|answered(?: (?:to|as|when|present)\b[^.:;]{0,40})?))\s*(?:were|was|included|are|:)\s*:?\s*(?=[A-Z])", re.I)
_ALSO_THERE = re.compile(r"(?P<who>.{3,240}?)\s+(?:was|were)\s+also\s+(?:present|in\s+attendance)\W*", re.S)
"""Behind a list, under whatever label: "Not present: H. Fuller. The Clerk, Mrs. Vane, and the Engineer, Mr. Tull, were also present."."""
_VOTED = re.compile(r"\b(?:Motion\s+(?:Carried|Lost|CARRIED|LOST)\b|(?:For|Against|FOR|AGAINST)\s+(?:the\s+)?(?:[Mm]otion|MOTION|[Aa]mendment)\s*:)")
"""Those who voted on an apology sent none: "APOLOGIES: … be accepted. Motion Carried For Motion: Crs Burne and Dace"."""
_EXCUSED = re.compile(r"(?:There (?:were|was) )?(?:an |also )?apolog(?:y|ies)\b[^.:]{0,60}?\bfrom\b\s*:?\s*(?=[A-Z])", re.I)
_AND_ALL_BUT = re.compile(r"(?:,\s+|\s+)and\s+(?=all (?:the )?(?:other )?(?:members|councill?ors)\b[^,.;:]{0,40}?\b(?:except|with the exception of|but)\b)")
ALL_BUT = re.compile(r"(?:[Aa]ll|Every(?:one|body)?|The [Ff]ull [Cc]ouncil)\b[^,.;:]{0,40}?\b(?:except(?:ing)?(?: for)?|with the exception of|but(?: for)?|apart from)\s+(?=[A-Z])")
"""Who stands behind it did not come: "Everyone but Mr Orde"."""
_THERE = re.compile(r"There (?:were|was|are) (?:no|\d|one|two|three|four|five|six|several)\b")
_LATE = re.compile(r"[Tt]he [Ll]ate [A-Z]")
_MEMBER = re.compile(rf"\b(?:{MEMBER}|Clerk)\b")
_LISTED_WITH = re.compile(r"\s*(?:,|and)\s+(?=[^.;]*?(?:\([A-Z]|\bPC(?:SO)?\b))")
_TITLE_DASH = re.compile(rf"(?<=\b)(?P<title>{MEMBER}) [–—-] (?=[A-Z])")
"""A title with a dash for its space: "Councillor – N Kelso", "Alderman – T Byrd"."""
_OTHERS_START = re.compile(r"(?:Local |Other )?(?:residents|members of the public|officers|guests|visitors)\b", re.I)


def running(para: Paragraph, status: Status, *, surnames: bool = False, start: int = 0, end: int | None = None, rule: str = "roll.running") -> list[Seen]:
    """Everyone named in part of a paragraph's text; a sentence may bring its own label."""
    end = len(para.text) if end is None else end
    if (voted := _VOTED.search(para.text, start, end)) is not None:
        end = voted.start()
    out: list[Seen] = []
    said = ""
    for a, b in _told_apart(para.text, start, end):
        if a > start and DECIDES.search(para.text, a, b) is not None:
            break
        if a > start and TELLS.match(para.text[a:b]) is not None:
            continue
        if (came := besides(para.text[a:b])) is not None:
            out += _named(para, "in_attendance", a + came[0], a + came[1], True, "attendance.besides")
            continue
        if a > start and (there := _ALSO_THERE.fullmatch(para.text[a:b])) is not None:
            out += _named(para, "in_attendance", a, a + there.end("who"), True, "attendance.besides")
            continue
        if (told := gone(para.text[a:b])) is not None:  # "Council Members: Ann Reed, Mary Diaz. Council Member Diaz was excused."
            out += [replace(seen, label=para.text[a + told[1]:b]) for seen in _named(para, told[2], a + told[0], a + told[1], True, "attendance.absent")]
            continue
        if (wrote := MINUTED.match(para.text[a:b])) is not None:
            out += _named(para, "in_attendance", a + wrote.start("who"), a + wrote.end("who"), True, rule)
            continue
        if (missed := _RECORDED.match(para.text[a:b])) is not None:  # "Council Members recorded as present were: …. Recorded as absent was: C. Voss."
            status, a, said = "absent", a + missed.end(), missed.group()
        elif (label := label_at(para.text[a:b])) is not None and label[1] < b - a:
            kept = a == start and status in ("apologies", "absent") and GROUPED.fullmatch(re.sub(r"(?i)^(?:received )?from ", "", label[0])) is not None  # "APOLOGIES:   Councillors: Mrs S Hooper, …"
            status, said = status if kept else status_of(label[0]) or status, label[0]
            a += 0 if re.match(r"(?:Councillors|Cllrs):\s", para.text[a:b]) else label[1]  # whose title the list keeps
            surnames = surnames or (status == "present" and surname_list(para.text[a:b]))
        elif (were := WERE.match(para.text[a:b])) is not None:
            status, a = "in_attendance" if were["staff"] else "present", a + were.end()
            surnames = surnames or surname_list(para.text[a:b])
        elif (also := ALSO.match(para.text[a:b])) is not None:
            status, a = "in_attendance", a + also.end()
        elif (excused := _EXCUSED.match(para.text[a:b])) is not None:  # "There were apologies from Councillors …" after those present
            status, a = "apologies", a + excused.end()
        elif _THERE.match(para.text[a:b]) is not None or _LATE.match(para.text[a:b]) is not None:
            continue
        elif (counted := COUNTED.match(para.text[a:b])) is not None and _MEMBER.search(para.text[a:b]) is None:
            if (listed := _LISTED_WITH.match(para.text, a + counted.end())) is None:
                continue  # "Three members of the public were present – Mr and Mrs Bell"
            a = listed.end()
        elif (others := _OTHERS_START.match(para.text[a:b])) is not None:
            status = "in_attendance" if out or start else status
            a += others.end()
        elif not surnames and status == "present" and len(para.text[a:b].split()) > 3 and surname_list(para.text[a:b], rare=True):
            surnames = True  # "PRESENT: Clarke, Gard, Hobbs and Mayor Stearn"
        kind = status
        if (but := ALL_BUT.match(para.text, a, b)) is not None:  # "Present: All Members except Councillor Orde"
            kind, a, said = "absent", but.end(), but.group()
        out += [replace(seen, label=said) for seen in _named(para, kind, a, b, surnames, rule)]
    return out


def _told_apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a part of a text; what the end of a list says of one who did not come is one of its own."""
    for a, b in sentences(text[start:end]):
        cut = TAIL_GONE.search(text, start + a, start + b) or _AND_ALL_BUT.search(text, start + a, start + b)
        if cut is not None and cut.start() > start + a:
            yield start + a, cut.start()
            yield cut.end(), start + b
        else:
            yield start + a, start + b


_OFFICE = re.compile(rf"(?:[Tt]he\s+|(?<![-–—,]\s)(?<![-–—\w])(?<!Vice.)(?<!Deputy.))(?P<role>{CHAIR})\s*[,(]\s*(?P<who>{TITLE}\.?\s[^(),;]{{3,40}})[),]")
_CLERK = re.compile(r",?\s*(?:and\s+)?(?:[Tt]he\s+)?(?P<role>(?:(?:Town|Parish|Deputy|Assistant|Community|Council|County|City|Village|Township)\s+)?Clerk)\s*[,(]\s*(?P<who>(?:Mrs?|Ms|Miss|Dr)?\.?\s*[A-Z][\w.’' -]{2,40}?)\s*(?:\)|(?=[,;]|(?<=\s)(?:and|&)\s|(?<=\w\w)(?<!\bSt)\.|\.?$))")


_POSTS = r"(?:supervisors?|commissioners?|trustees?|selectm[ae]n|councillors?|council ?members?|council(?:man|woman)|clerks?|treasurer|chair(?:man|woman|person)?|mayor|president)"
_LOWER_POST = re.compile(rf"(?:(?<=^)|(?<=\s)){_POSTS}(?=\s+[A-Z][a-z])")
"""Posts in small letters before a name: "supervisors Janet Keough, Dick Dillon, clerk Linda Britton"."""
_POST_COMMA = re.compile(rf"(?:(?<=^)|(?<=[\s,;]))(?i:(?:(?:town|city|county|deputy|vice|highway|city)[- ])*(?:{_POSTS}|town councilmen|superintendent|manager|attorney)),(?=\s+[A-Z][\w.]*\s+(?:[A-Z]\.\s*)?[A-Z])")
"""A list whose posts are divided from the names by a comma: "Supervisor, Jean Owens; Town Councilmen, Tom Drew, Gary Fisher"."""


_CHIEF = re.compile(r"(?:Acting )?(?:CEO|CAO|Chief Executive|General Manager)\b")
_NAME_POST = re.compile(r"(?P<first>[A-Z][a-z]+) (?:[A-Z][\w.’'-]* ){0,2}[A-Z][\w’'-]+, [A-Z]")
_INITIALS_POST = re.compile(r"(?:[A-Z]\. ?)+[A-Z][\w’'-]+, [A-Z][a-z]+")
_PAPER = re.compile(r"\s(?:Bulletin|Gazette|Herald|Advertiser|Chronicle|Tribune|Newspaper|Radio|Telegraph)$")
_ORGANISATION = re.compile(r"(?:[A-Z][\w’'-]+ (?:(?:and|&|of|the) )?){1,6}(?:Council|Authority|Trust|Association)")
_DEPARTMENTS = frozenset(("marketing", "communications", "finance", "planning", "highways", "housing", "leisure", "governance", "resources", "services", "technology", "development", "operations"))
_HOURS = re.compile(r" ((?:until|from|left at|arrived at) \d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?)(?=[,;]|\.?$)")
"""How long somebody was there, without brackets: "G. Acorn until 11:14 PM, S. Brake"."""
_CHAIRED = re.compile(r"(?<=in the [Cc]hair) (?=[A-Z])")
"""Where the chair's own line ends and the others begin: "Councillor Vane in the Chair ⏎ Councillors Tull and Orde"."""
_NEXT_OFFICE = re.compile(r"(?<=[a-z)])(?<!\b[Aa]nd)(?<!\b[Tt]he)(?<!\bfor)(?<!\bof)(?<!\bto)(?<!\bby)(?<!\bfrom)(?<!\bwith) (?=(?:County|District|Borough) (?:Cllr|Councillor)\.? [A-Z])")
"""Where a column of a list ends with a post and the next begins: "PCC Link Officer  County Cllr A Tudge"."""
_PLACE = re.compile(r"(?<=[;,] )(?!(?:County|District|Borough|Ward|City|Parish|Town|Community|Unitary|Deputy|Vice|Then|The|And)\b)[A-Z][a-z]+ (?=(?:Councillors?|Cllrs?)\.?\s+[A-Z])")
"""Whose councillors they are: "Kim Lee, Clerk; Cornwall Councillors Jo Vane and Al Tull"."""
_AREA = re.compile(r"(?:[A-Z][\w’'-]+|&|and|of|upon)(?: (?:[A-Z][\w’'-]+|&|and|of|upon)){0,4}:\s+(?=(?:Councillors?|Cllrs?)\s+[A-Z])|[A-Z]{4,}(?: [A-Z]{4,})*\s+(?=(?:Councillors|Cllrs|Comhairleoirí)\s+[A-Z])")
"""The place that sends a joint body's members, before them on their line."""
_POST_LINE = re.compile(rf"(?:(?:[A-Z][\w’'&/-]*|of|for|and|the|&)\s+){{0,6}}?(?:{POST}|Finance|Services)s?:\s+(?=[A-Z])")
"""A line that opens with a post and a colon."""
_LAST_OF_LIST = re.compile(r"\band [A-Z][\w’'-]+ $")
"""Councillors by surname, then a line "Gary C. Nash, Administrator"."""
_BEFORE_TITLE = re.compile(r"(?:\b(?:and|the|of|for|by|with|to|from|Town|City|County|District)|(?<!, )\b(?:Mayor|Deputy|Vice|Acting|Chair\w*|President|Reeve|Tem))\s$")


_SURNAME = re.compile(PARTICLE + r"[A-Z][\w’'-]+")


def surname_list(text: str, *, rare: bool = False) -> bool:
    """Surnames alone, three or more, behind an office perhaps: "Dossen, De Graaf, Matthews and Mayor Wick"; ``rare``: none of which is a word only ("Finance, Planning and Legal")."""
    chunks = [c for c in re.split(r"\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+", re.sub(r"\s*\([^()]*\)", "", text).strip(" .")) if c]
    chunks = [re.sub(rf"^(?:{CHAIR}|{MEMBER}) (?=[A-Z])", "", c) for c in chunks]
    return len(chunks) > 2 and all(_SURNAME.fullmatch(c) and (not rare or is_surname(c)) and c.lower() not in ("none", "all", "staff", "public", "guests", "officers") for c in chunks)


def _one_each(text: str, cuts: list[int]) -> list[PersonName]:
    """Three lines or more that are each one person, it may be with a post: "Cr Tony Hale ⏎ Cr Milan Orde ⏎ Dave Tull (Chief Executive)"; empty where a line is anything else."""
    rows = [text[a:b].strip() for a, b in itertools.pairwise([0, *cuts, len(text)])]
    if len(rows) < 3 or any(re.search(r"[,;]|\band\b", row) or row.count(" ") > 8 for row in rows):
        return []
    read = [read_person(row) or (PersonName(row, m["who"], role=m["post"]) if (m := _POST_BRACKET.fullmatch(row)) is not None else None) for row in rows]
    people = [person for person in read if person is not None]
    return people if len(people) == len(rows) else []


_POST_BRACKET = re.compile(r"(?P<who>[A-Z][\w’'-]+ [A-Z][\w’'-]+) \((?P<post>[A-Z][^()]+)\)")


_AREA_COUNCIL = re.compile(r"(?<=[a-z]) [A-Z]{0,4}(?:DC|CC|BC|TC|MBC)\b(?=\s*(?:[,;(]|and\b|$))")
"""Whose councillor it is, behind the name: "Cllr D Turner DCC"."""
_COUNTY = re.compile(r"\bC(?:ounty)?\. ?(?=(?:Cllr|Councillor)\b)")
"""The county's councillor in short: "C.Cllr. P Davies"."""
_FOUR_WORDS = re.compile(r"(?:^|(?<=, )|(?<=and )|(?<=& ))(?P<first>(?P<one>[A-Z][a-z]+) (?P<last>(?:Ma?c|O[’'])?[A-Z][a-z]+))(?P<then> (?P<two>[A-Z][a-z]+) (?:Ma?c|O[’'])?[A-Z][a-z]+)(?=\s*(?:[,;&.]|and\b|$))")
"""Two whole names whose comma is missing: "Jerry McConnell Kim Lund & Chris Orde"."""
_RUN_TOGETHER = re.compile(r"(?P<first>(?<![\w.’'] )(?<![\w.’'])(?:[A-Z]\.? ){1,3}(?:Ma?c|O[’'])?[A-Z][a-z][\w’'-]+) (?=(?:[A-Z]\.? ){1,3}(?:Ma?c|O[’'])?[A-Z][a-z]{2,})")
"""Two names with initials whose comma is missing: "J Gilmour M Goodman, P Hamill"."""


_MEMBER_OR_THE = re.compile(rf"[Tt]he\b|{MEMBER}\b")
"""What a list holds whose members come first: "Cllr Vane, Cllr Tull, the Clerk, Mrs Orde and Al Hill, Deputy Clerk"."""
_POST_ENDS = re.compile(rf"(?:[A-Z][\w/&-]*\s)*{POST}")


def _posts_last(text: str) -> bool:
    """A list whose last words are a post, so that each stands after its name: "Ann Ripley, County Clerk, Ed Pell, County Treasurer"."""
    chunks = [c.strip(" .") for c in re.split(r"[,;]|\band\b", text) if c.strip(" .")]
    return len(chunks) > 2 and _POST_ENDS.fullmatch(chunks[-1]) is not None and _POST_ENDS.fullmatch(chunks[0]) is None and not any(_MEMBER_OR_THE.match(c) for c in chunks)


def _named(para: Paragraph, status: Status, start: int, end: int, surnames: bool, rule: str) -> list[Seen]:
    text = para.text[start:end]
    out = []
    if status in ("present", "in_attendance") and not _posts_last(text) and (clerk := _CLERK.search(text)) is not None and (named := read_person(clerk["who"])) is not None:
        at = start + clerk.start()
        out.append(Seen(replace(named, role=clerk["role"], printed=clerk.group().strip()), "in_attendance", para.places(at, start + clerk.end()), rule))
        text = text[:clerk.start()] + " " * len(clerk.group()) + text[clerk.end():]
    for office in _OFFICE.finditer(text):  # "The Mayor (Councillor Bola Adisa)"
        if (named := read_person(office["who"])) is not None and named.title:
            at = start + office.start()
            out.append(Seen(replace(named, role=office["role"], printed=office.group().strip()), status, para.places(at, start + office.end()), rule))
            text = text[:office.start()] + " " * len(office.group()) + text[office.end():]
    if status == "in_attendance":
        for a, b in itertools.pairwise([0, *(offset - start for offset in para.offsets if start < offset < end), len(text)]):
            if _ORGANISATION.fullmatch(text[a:b].strip()) is not None:
                text = text[:a] + ";" + " " * (b - a - 1) + text[b:]  # "Bell & Orde City Council ⏎ Chief Executive ⏎ …": whose officers they are
    text = _COUNTY.sub(lambda m: " " * len(m.group()), text)
    if "/" in text and all(one_person(part.strip()) is not None for part in text.split("/")):
        text = text.replace("/", ",")  # "R Axtell (Chair)/J Bowyer/M Crabb"
    text = _AREA_COUNCIL.sub(lambda m: " " * len(m.group()), text)
    while (cut := _RUN_TOGETHER.search(text)) is not None:
        text = f"{text[:cut.end() - 1]},{text[cut.end():]}"
    text = _FOUR_WORDS.sub(lambda m: f"{m['first']},{m['then']}" if is_forename(m["one"]) and is_forename(m["two"]) and not is_forename(m["last"]) else m.group(), text)
    text = _TITLE_DASH.sub(r"\g<title>   ", text)
    text = re.sub(r"(?<=[a-z])\((?=[A-Z])", " (", text)  # "McTavish(BMcT,chair)"
    posted = False
    each = _one_each(text, [offset - start for offset in para.offsets if start < offset < end])
    for at in [0, *(offset - start for offset in para.offsets if start < offset < end)]:
        if (area := _AREA.match(text, at)) is not None:  # "Halton: Councillors A and B ⏎ Warrington: Councillors C and D"
            text = text[:max(at - 1, 0)] + ";" * bool(at) + " " * len(area.group()) + text[area.end():]
    posts = [offset - start for offset in para.offsets if start < offset < end and _POST_LINE.match(text, offset - start) is not None]
    for at in posts if len(posts) > 1 or read_person(re.split(r"[,;]|\band\b", text[:posts[0]])[-1].strip() if posts else "") is not None else ():  # "County Manager: Tom Dorling ⏎ Directors: Kevin Stuart, Ann McDonald ⏎ Head of Finance: Fiona Lavelle"
        text = text[:at - 1] + ";" + text[at:]
    for at in (offset - start for offset in para.offsets if start < offset < end):  # "Mayor Pro Tem Sale ⏎ Councilmembers Bart, Black": a line begins with the next office
        own_line = (m := _NAME_POST.match(text, at)) is not None and (is_forename(m["first"]) or (posted and re.search(r"\s[A-Z]\.\s", m.group()) is not None)) and (posted or _LAST_OF_LIST.search(text[:at]) is not None)
        own_line = own_line or (_INITIALS_POST.match(text, at) is not None and _INITIALS_POST.match(text.lstrip()) is not None)  # "S. Stane, Brook Bulletin ⏎ R. Rede, Landowner"
        posted = own_line
        begins = (title_at(text, at) or _CHIEF.match(text, at)) and read_person(re.split(r"[,;]|\band\b", text[:at])[-1].strip()) is not None
        if (begins or own_line) and re.search(r"[a-z.)\d]\s$", text[:at]) and not _BEFORE_TITLE.search(text[:at]):  # not "Operations ⏎ Superintendent Orme"
            text = text[:at - 1] + (";" if own_line else ",") + text[at:]
    text = re.sub(r"(?<=[a-z]) (?=Ward \d)", ",", text)
    text = re.sub(r" chair(?:ed|ing) the meeting with(?= )", lambda m: "," + " " * (len(m.group()) - 1), text)
    text = _LOWER_POST.sub(lambda m: m.group().capitalize(), text)
    if _POST_COMMA.match(text.strip()):
        text = _POST_COMMA.sub(lambda m: m.group()[:-1] + " ", text)
    text = _NEXT_OFFICE.sub(",", text)
    text = _CHAIRED.sub(",", text)
    text = _HOURS.sub(r" (\1)", text)
    text = _PLACE.sub(lambda m: " " * len(m.group()), text)
    text = re.sub(r"\) (?=(?:[A-Z]\. ?)+[A-Z][a-z])", "),", text)  # "D. Pell (Chair) T. Orde, J. Lusk"
    titled = len(re.findall(rf"\b(?:{TITLE}|(?:Mayor|President|Manager|Attorney|Chief|Clerk)s?)\b(?=\s+[A-Z])", text)) > 1
    for person in each or by_posts(text) or split_people(text, surnames=surnames or titled):
        if person.title is None and (_PAPER.search(person.name) or (status == "in_attendance" and not surnames and person.name.lower() in _DEPARTMENTS)):
            continue  # "S. Stane, Brooks Bulletin"; "Head of Marketing and Communications"
        at = para.text.find(person.printed.replace(" (", "("), start)
        at = para.text.find(person.printed, start) if at < 0 else at
        at = para.text.find(person.name, start) if at < 0 else at
        place = para.places(at, at + len(person.printed)) if at >= 0 else para.places(start, end)
        out.append(Seen(person, status, place, rule, remote=person.remote or None))
    return out


def in_paragraphs(zone: Zone, measure: Measure) -> list[Seen]:
    """People in running text: "Mr A Smith (Chairman), Mrs B Jones and …", up to the first paragraph that names nobody; officers in a paragraph of their own below the members attend."""
    lines = [zone.lines[0]]
    if zone.status == "present" and (below := posted_below(zone.lines)) is not None:
        return [*in_paragraphs(replace(zone, lines=zone.lines[:below[0]]), measure), *below[1]]
    for k, line in enumerate(zone.lines[1:], 1):
        apart = measure.apart(line)
        if (apart or not _unended(lines[-1].text)) and zone.status == "present" and people_in(line.text) and _besides_below(zone.lines[k:k + 3]):
            return [*running(paragraph(lines), zone.status), *in_paragraphs(replace(zone, lines=zone.lines[k:]), measure)]
        if apart and line.page == lines[-1].page and (not people_in(line.text) or _TELLS.search(line.text)):
            break
        if apart and zone.status == "present" and _TITLED.match(lines[0].text) and (posts := _officers(zone.lines[k:])):
            return [*running(paragraph(lines), zone.status), *(posts if _POSTED_LINE.fullmatch(line.text) else in_paragraphs(replace(zone, status="in_attendance", lines=zone.lines[k:]), measure))]
        lines.append(line)
    return running(paragraph(lines), zone.status)


def _besides_below(lines: Sequence[Line]) -> bool:
    """Does the first sentence of lines below a list without a stop tell of one who came besides: "County Councillor Orde also attended"?"""
    text = " ".join(line.text for line in lines)
    return any(besides(text[a:b]) is not None for a, b in itertools.islice(sentences(text), 1))


def posted_below(lines: Sequence[Line]) -> tuple[int, list[Seen]] | None:
    """Where those begin who serve the council, two or more, one a line with a comma before the post, right below its members in running text; and who they are."""
    first = next((k for k, line in enumerate(lines) if k and _NAMED_POST.match(line.text) is not None), len(lines))
    run = list(itertools.takewhile(lambda line: _NAMED_POST.match(line.text) is not None, lines[first:]))
    if len(run) < 2 or not any(_TITLED.match(line.text) for line in lines[:first]) or _unended(lines[first - 1].text):
        return None
    out = []
    for line in run:
        name, _, post = line.text.partition(", ")
        person = read_person(name) or PersonName(name, name)
        out.append(Seen(replace(person, role=post.strip(" .,;"), printed=line.text), "in_attendance", [line.place(0, len(line.text))], "roll.posted"))
    return first, out


def _unended(text: str) -> bool:
    return re.search(rf"(?:[,;&(]|\band|\b{TITLE}\.?|\b[A-Z]\.?)$", text.rstrip()) is not None


_NAMED_POST = re.compile(rf"(?!{TITLE}\b)(?:[A-Z][\w.’'-]* ){{1,3}}[A-Z][\w’'-]+, (?:(?:[A-Z][\w&’'/-]*|of|and|to|the|&) ){{0,6}}?{POST}\b[^,;()]*$")


def _officers(lines: Sequence[Line]) -> list[Seen]:
    """Who serves the council, in lines below its members: "Mr. E. Daly, Chief Executive, Ms. P. Moran, …", "Bill Hart, Town Clerk ⏎ Tom Woods, Planning Officer"; who has a member's office there is one."""
    if all(_POSTED_LINE.fullmatch(line.text) for line in lines):
        each = [seen for line in lines for seen in running(paragraph([line]), "in_attendance")]
        return [seen if SERVANT.match(seen.person.role or "") or STAFF.fullmatch(seen.person.role or "") else replace(seen, status="present") for seen in each]
    posts = running(paragraph(lines), "in_attendance") if _STYLED.match(lines[0].text) else []
    return posts if _RANKED.match(lines[0].text) or sum(seen.person.role is not None for seen in posts) * 2 >= len(posts) else []


_TELLS = re.compile(r"^[^,;:(]{3,60}\s(?:was excused|were excused|was absent|were absent|arrived|left|joined|departed)\b")
"""A sentence below a list that tells of one of it: "Mary Diaz was excused at 8.15 pm."."""
_TITLED = re.compile(rf"{MEMBER}\b")
_RANKED = re.compile(r"(?:CFO|DCFO|ACFO|ACO|D?PCC|PFCC)\s+[A-Z]")
_STYLED = re.compile(rf"{STYLE}\b|{_RANKED.pattern}")
_POSTED_LINE = re.compile(rf"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{1,3}},\s+(?:(?:[A-Z][\w&’'/-]*|of|and|to|the)\s+){{0,6}}(?:{POST}|Executive|Council|{CHAIR})\.?")
