"""Tables that the link step writes: what is one person, one decision, one paper, over all packs of a council.

Every row of a link carries its ``scope`` (the council, or the pack alone where no council is known). ``link_due`` holds what must be
linked again; the tables ``signs_*`` hold of each linked pack what tells which others it may belong together with.
"""

from __future__ import annotations

from papermine.store.columns import Column


def text(name: str, comment: str, nullable: bool = True) -> Column:
    """A column of words."""
    return Column(name, "VARCHAR", comment, nullable)


def day(name: str, comment: str) -> Column:
    """A column of days."""
    return Column(name, "DATE", comment)


def whole_number(name: str, comment: str) -> Column:
    """A column of whole numbers."""
    return Column(name, "BIGINT", comment)


_SCOPE = text("scope", "What was linked together: the council's key, or pack:ID where no council is printed or given", False)
_PACK = text("pack_id", "The pack of the record", False)
_RULE = text("rule", "The rule of the link (docs/linking.md)")
_SCORE = Column("score", "DOUBLE", "Likeness of the words that the rule compared, 0 to 1; NULL where it compared none")

PERSON = (
    text("person_id", "Id of the person within its council", False), text("council", "Council; NULL where none is printed or given"),
    text("name", "Fullest form of the name that is printed, without title"),
    text("kind", "member or officer"), text("title", "Title as printed most often (Councillor, Mr, Dr); NULL where none"),
    text("post", "Post or role as last printed (Chair, Monitoring Officer); NULL where none"),
    text("party", "Party as last printed"), text("ward", "Ward or division as last printed"),
    day("first_date", "Day of the first meeting that names the person"), day("last_date", "Day of the last"),
    whole_number("meetings", "Meetings that name the person"))
PERSON_NAME = (
    text("person_id", "The person", False), text("name", "Form of the name, as it stands in the records", False),
    whole_number("records", "Records that print this form"), text("rule", "Why this form is that person (docs/linking.md)"), _SCORE)
PERSON_LINK = (
    text("record_id", "The record that prints the name", False),
    text("kind", "View that holds the record (attendance, division_votes, motions, resolutions, declarations)", False),
    text("field", "Column of the name (name, person_name, mover, seconder)", False), text("name", "The name as it stands there", False), _PACK,
    text("person_id", "The person; NULL where it cannot be told"), _RULE,
    text("reason", "Why it cannot be told; NULL where it is linked"),
    text("candidates", "Names of the persons that it could be, divided by semicolons; NULL where there are none"))
DECISION_LINK = (
    text("resolution_id", "The printing", False), _PACK,
    text("decision_id", "The decision: resolution_id of its best printing", False),
    whole_number("rank", "1: the best printing, by the rule in docs/linking.md"), _RULE, _SCORE,
    whole_number("printings", "Papers that print the decision"),
    text("language", "Language of this printing: en or cy (Welsh); NULL where its words do not tell"))
DOCUMENT_LINK = (
    text("document_id", "The paper", False), _PACK,
    text("same_as", "The paper that this one is a second copy of, page for page or word for word; NULL: this is the copy that counts"),
    text("status", "Minutes: draft, published or approved; other papers: draft or final where that is printed; else NULL"),
    day("approved_on", "Day of the meeting that approved these minutes, from its own minutes"),
    text("approved_by", "Record (resolution or item) of the later minutes that approves them"),
    text("corrections", "The words of the later minutes that correct them, as printed; NULL where they were approved as they stood"),
    text("version_group", "Papers with one value are versions of one paper: document_id of the first", False),
    text("version", "What marks this version, as printed: draft, final, revised, supplement, approved; NULL where nothing does"),
    whole_number("version_number", "Position among the versions of the paper, from 1, oldest first"),
    Column("is_current", "BOOLEAN", "True for the version to use: the latest; of equals, the first stored copy", False),
    _RULE, _SCORE)
OUTCOME_LINK = (
    text("recommendation_id", "The recommendation", False), _PACK,
    text("outcome", "adopted, amended, deferred, rejected, not reached, no minutes yet, not settled", False),
    text("resolution_id", "What was resolved on it; NULL where nothing was"),
    text("meeting_id", "The meeting that dealt with it; NULL where none is known"),
    text("change", "The words that changed: [-left out-] {+put in+}; NULL unless amended"), _RULE, _SCORE,
    text("reason", "Why the outcome is what it is, in a sentence"))
COVERAGE = (
    text("meeting_id", "The meeting", False),
    text("promised", "What is promised: agenda, minutes, item papers, paper to follow, item in minutes", False),
    text("item_id", "The agenda item that promises it; NULL for the meeting's own agenda and minutes"),
    text("number", "Number of the item as printed"), text("title", "Title of the item as printed, or of the paper"),
    Column("found", "BOOLEAN", "True where it was ingested", False),
    text("document_id", "The paper that meets the promise; NULL where none does"),
    text("reason", "Why it is missing, or why that is no gap; NULL where it was found"))

_RECORD = text("record_id", "The record that prints it", False)
_DOCUMENT = text("document_id", "The paper", False)
SIGNS: dict[str, tuple[str, tuple[Column, ...]]] = {
    "signs_papers": ("By what papers are copies of one another", (
        _DOCUMENT, _PACK, text("digest", "Digest of its letters and digits"), whole_number("letters", "How many they are"))),
    "signs_approvals": ("Which days' minutes a paper of minutes approves", (
        _DOCUMENT, _PACK, whole_number("ordinal", "Position in the paper, from 0"), day("day", "The day"),
        text("record_id", "The resolution that says so, else the paper", False), text("corrections", "The words that correct them"))),
    "signs_words": ("By what resolutions and recommendations may have the same words", (
        _RECORD, _DOCUMENT, _PACK, text("kind", "resolutions or recommendations", False), text("figures", "The numbers that it prints, in order"),
        whole_number("core", "Letters of the words that decide"), whole_number("content", "Letters of the words that say something"))),
    "signs_names": ("Names of members and officers as printed", (
        _RECORD, text("kind", "View that holds the record", False), text("field", "Column of the name", False), _PACK, _DOCUMENT,
        text("pack_meeting_id", "The meeting as the pack prints it", False), text("name", "The name"),
        text("name_printed", "The name with all that is printed of it"),
        *(text(c, f"{c.title()} as printed, of attendance") for c in ("status", "role", "party", "ward")),
        text("surname", "Surname; NULL where the words are no name"),
        text("office", "chair or vice: what attendance says of the person, or how another record calls one"),
        text("initials", "Initials that attendance gives the person, or by which another record calls one"))),
}
"""Tables that the step fills pack by pack, before it links."""
LINK_TABLES: dict[str, tuple[str, tuple[Column, ...]]] = {
    "link_scopes": ("Which packs are linked together", (
        _PACK, _SCOPE, text("council", "Council as given, else as printed"))),
    "link_due": ("What must be linked again", (
        _SCOPE, text("kind", "pack, meeting, paper, report or surname", False), text("key", "Which one", False))),
    **SIGNS,
    "people": ("Members and officers of a council", (_SCOPE, text("surname", "Surname in lower case", False), *PERSON)),
    "person_names": ("Forms of each person's name", (_SCOPE, *PERSON_NAME)),
    "person_links": ("Which person each printed name is", (_SCOPE, *PERSON_LINK)),
    "decision_links": ("Which printings are one decision", (_SCOPE, *DECISION_LINK)),
    "document_links": ("Copies, versions and status of papers", (_SCOPE, *DOCUMENT_LINK)),
    "outcome_links": ("What became of each recommendation", (_SCOPE, *OUTCOME_LINK)),
    "coverage": ("What each meeting's papers promise, against what was ingested", (_SCOPE, *COVERAGE)),
}
