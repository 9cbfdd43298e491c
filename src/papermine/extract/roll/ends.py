"""What ends a list of people: another label, a line of business, a note, those who came to speak."""

from __future__ import annotations

from collections.abc import Sequence

from papermine import regex as re
from papermine.document import Line
from papermine.language.labels import OTHER_TIME, label_at
from papermine.language.names import PARTY
from papermine.language.person import is_forename
from papermine.language.posts import people_in, post_first
from papermine.language.titles import CHAIR, MEMBER, POST

_OTHER_LABEL = re.compile(r"(?:Invited(?= ?:)|Contact|Enquiries|(?:Absent|Present|Excused)\s+(?:for|from|during)\s+(?:the\s+)?(?:agenda|items?|minutes?|votes?)\b|Signed|Disqualified|Next [Mm]eeting|NEXT MEETING|Confirmed|Certified|Summoned|Entitled|Requested|Expected|Awaiting|Resigned|Suspended|Deceased|Vacanc(?:y|ies)|Reserves?|Membership|Prox(?:y|ies)|Distribution|Circulation|Cop(?:y|ies)(?: to)?|[Cc][Cc]|CC|Minutes|Disclosures?|Declarations?|DECLARATIONS?|DISCLOSURES?|Date|Time|Venue|Place|Location|Quorum|Committee Reports)\b[^.]{0,50}:")


DECIDES = re.compile(r"\b(?:moved,? (?:to|that|by|approval|and|seconded)|[Mm]otion (?:by|to|was|made)|made (?:a|the) motion|seconded (?:by|the|that)|RESOLVED|[Rr]esolved (?:that|to|unanimously))\b")
"""What is moved or decided: no sentence of a list of people."""
_BUSINESS = re.compile(
    rf"{DECIDES.pattern}|\b(?:(?:is|was|were) called to order|called (?:the|an?) [^.;]{0,60}(?:to order|$))|\b(?:[Aa]nnouncements?|[Rr]emarks|[Cc]omments|[Uu]pdate|[Ss]tatement|[Pp]resentation) (?:by|from) (?:the )?[A-Z]|^(?:Prior to|Before|Following|During|After) (?:the|this|that) [a-z]|"
    r"^(?:[A-Z0-9]{1,3}[.)]\s+)?(?:(?i:datgan\w*\s+(?:(?:o|am)\s+)?(?:[bf]udd|ddiddordeb)\w*)|Pledge of Allegiance|PLEDGE OF ALLEGIANCE|Call to Order|CALL TO ORDER|Approval of|APPROVAL OF|Adoption of|ADOPTION OF|National Anthem|NATIONAL ANTHEM|Acknowledge?ment of|ACKNOWLEDGE?MENT OF|Invocation|INVOCATION|Proclamations?|PROCLAMATIONS?|Swearing[- ][Ii]n|SWEARING[- ]IN|Oaths? of [Oo]ffice|OATHS? OF OFFICE|Recognition of|RECOGNITION OF|Moment of [Ss]ilence|MOMENT OF SILENCE)\b")
"""A line of business, not of a list of people: "Commissioner Conway moved to …", "B. Pledge of Allegiance"."""


_DID = re.compile(
    r"(?:Croesaw?|Estyn|Diolch|Agor|Llongyfarch|Cydymdeiml|Mynega?|Dymun|Cadarnha|Derbyni|Penderfyn|Cytun|Cynigi|Adrodd|Eglur|Dechreu)n?(?:wyd|odd)\b|(?:The )?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){1,3}\s+(?:then\s+)?(?:led|gave|offered|delivered|recited|read|welcomed|thanked|announced|reported|declared|stated|introduced|administered|opened|requested|asked)\s+"
    r"(?:the|an?|all|everyone|that|for|those|in|us|(?<=introduced )[A-Z][a-z]+ [A-Z]\w+)\b")
"""What somebody did, below a list: "Mayor Wilks led the Pledge of Allegiance."; in Welsh the verb comes first."""
_NAMED = r"(?:The )?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4}"
TELLS = re.compile(rf"(?!.*\b(?i:apolog\w*|absen\w+|excus\w+|regrets|present|attend\w*|substitut\w*|in the chair|notes|minutes)\b)(?:{_NAMED}\s+(?:then\s+|also\s+)?(?:(?:asked|announced|congratulated|explained|noted|paid|read|reported|said|sent|spoke|thanked|told)\s+(?=[a-zA-Z£])|(?:has|had)\s+(?:now\s+|since\s+)?(?:resigned|retired|died|stood down)\b|was\s+(?:remembered|congratulated|thanked|ill\b|in hospital|(?!unable)\w+ed\s+(?:at|by|that|with)\b)|(?:will|would|may|should|must)\s+[a-z]|(?!called|opened|convened|served|acted|retired|\w*elected|appointed|(?:ad|re)?joined|arrived|chaired)[a-z]+ed\s+(?:about|against|an?|by|for|of|that|the|to|with)\b)|(?:[Tt]he\s+late|In\s+(?:loving\s+)?memory\s+of)\s+[A-Z])")
"""A sentence behind a list that tells of somebody, and not that he came: "The Clerk read a letter from Mr Roe", "Cllr Hart has resigned", "The late Cllr Bell was remembered"."""
COUNTED = re.compile(r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|No|\d{1,3})\s+(?:electors?|parishioners?|residents?|[Mm]embers? of (?:the )?(?:[Pp]ublic|[Pp]ress))\b")
"""Who is counted and not named: they end the list of those above them."""
NOT_LISTED = re.compile(r"(?:NOTE|Note|NB)\s*:|[^:;]{0,80}\b(?:acknowledge(?:s|d|ments?)?|traditional (?:territor(?:y|ies)|owners|custodians|lands))\b|In the absence of\b|(?:Minutes|Notes) (?:taken|recorded|kept|prepared) by\b|A [Qq]uorum\b|(?:Audio|Video|Webcast)\s+recording\b|"
                         r"The following (?:persons?|people|speakers?|members of the public)\b[^.]{0,60}\b(?:spoke|addressed|made representations)\b")
"""What stands below a list and is none of it: a note, where the recording is, those who spoke for or against an application."""


_SPEAKERS = re.compile(r"The following (?:persons?|people|speakers?|members of the public)\b.{0,90}\b(?:spoke|addressed|made representations)\b", re.S)


_LABELLED = re.compile(r"(?P<label>[A-Z][^:;,.()\d]{3,60}):\s+(?=[A-Z])")

_NOT_HERE = re.compile(r"\b(?:for|due|to|named|not|but|unable|registered|invited|nominated|proposed|seeking|awaiting|standing|later|next|memoriam|memory|who)\b")


def unknown_label(text: str) -> bool:
    """Does a line give a label to whom it names, that no roll gives to those who came: "Candidates for co-option: Jo Vane"?

    >>> [unknown_label(t) for t in ("Candidates for co-option: Jo Vane", "In memoriam: Jo Vane", "Lay members: Jo Vane", "Labour: Jo Vane", "Also present: Jo Vane")]
    [True, True, False, False, False]
    """
    m = _LABELLED.match(text)
    return m is not None and _NOT_HERE.search(m["label"]) is not None and re.search(r"\b(?:arrived|arriving|joined|joining|came|attended|present)\b", m["label"], re.I) is None and label_at(m.group().rstrip()) is None and not people_in(m["label"]) and post_first(f"{m['label']} Jo Vane") is None and not _of_members(m["label"])


def _of_members(label: str) -> bool:
    """Does a label name members, who has an office or a post, or those of one ward or party?"""
    return re.search(rf"(?i:\b(?:{MEMBER}|{CHAIR}|{POST}|ward|division|group|party)\b)", label) is not None or PARTY.match(label) is not None


_OF_THE_BODY = re.compile(r"\b(?:co-?opt\w*|(?:non-?)?voting|represent\w*|governors?|alternates?|substitutes?|deput\w+|independents?|lay|elected|appointed|nominat\w+|ex[- ]officio|remote\w*|on-?line|virtual\w*|zoom|teams|tele\w+|phone|in[- ]person|treasurer|secretary|president|vice|conven[eo]r)\b", re.I)


def company(text: str, above: Sequence[Line]) -> tuple[str, int] | None:
    """The label of those who were there with the members listed ``above`` it, and where the first name begins: "Public Works: Mr Hale", "Wexmere Gazette: Ann Hale".

    Not where those above have such labels too (their wards), nor before a member's title.
    """
    m = _LABELLED.match(text)
    if m is None or label_at(m.group().rstrip()) is not None or _of_members(m["label"]) or _OF_THE_BODY.search(m["label"]) or is_forename(m["label"].split()[0]) \
            or not people_in(text[m.end():]) or re.match(rf"{MEMBER}\b", text[m.end():]) or all(_LABELLED.match(line.text) for line in above):
        return None
    return m["label"], m.end()


def ends_list(text: str) -> bool:
    """Does a line of this text end the list above it, whoever it names?

    >>> [ends_list(t) for t in ("Declarations of interest: Mrs Vane", "Mr Orme moved to adjourn", "NOTE: Mr Orme took part by telephone", "Mayor Tull led the Pledge", "Mr Tull (Chairman)")]
    [True, True, True, True, False]
    """
    return _OTHER_LABEL.match(text) is not None or OTHER_TIME.match(text) is not None or re.match(r"Members of (?:the )?[Pp]ublic\s*:\s*\d", text) is not None or _BUSINESS.search(text) is not None or _DID.match(text) is not None or TELLS.match(text) is not None or NOT_LISTED.match(text) is not None


def before_speakers(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above "The following persons were also present and spoke in connection with the applications": these are the public, listed for and against."""
    at = next((k for k in range(len(lines)) if lines[k].text.startswith("The following") and _SPEAKERS.match(" ".join(line.text for line in lines[k:k + 2]))), len(lines))
    return lines[:at]
