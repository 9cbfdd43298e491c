"""An outcome told in words of voting and nothing else, whatever their order: "All in Favor.", "Voice vote – AYE unanimously", "Said motion was approved by roll call"."""

from __future__ import annotations

from papermine import regex as re

_WORD = re.compile(r"[A-Za-z’'&]+|\d+")
ENDED = frozenset(("carried", "carries", "passed", "passes", "approved", "adopted", "agreed", "accepted"))
_ALL = frozenset(("all", "both", "everyone", "everybody", "unanimous", "unanimously", "unan", "acclamation", "consensus", "none", "nil", "zero", "nobody"))
_FOR = ENDED | frozenset(("unanimous", "unanimously", "unan", "favor", "favour", "aye", "ayes", "yea", "yeas", "yes", "affirmative", "affirmatively", "acclamation", "consensus", "assented", "consented", "concurred"))
NOES = frozenset(("no", "nay", "nays", "noe", "noes", "opposed", "oppose", "opposing", "opposition", "against", "dissent", "dissenting", "dissented", "objection", "objections", "objected"))
_NONE = frozenset(("none", "nil", "zero", "nobody", "without", "no", "0"))
VOTING = frozenset(("vote", "votes", "voted", "voting", "voice", "roll", "call", "called", "rollcall", "show", "hands", "poll", "polled", "polling", "individually", "ballot", "division", "majority", "motion", "question", "resolution", "result",
                     "results", "action", "disposition", "outcome", "record", "recorded", "declared", "taken", "took", "put", "following", "follows", "ordered", "so", "abstained", "abstaining", "abstention", "abstentions", "absent"))
JOINING = frozenset(("the", "a", "an", "and", "was", "were", "is", "are", "been", "it", "this", "that", "these", "those", "which", "who", "by", "of", "on", "upon", "in", "with", "to", "as", "at", "from", "there", "then", "thereupon", "duly", "each",
                      "every", "present", "members", "member", "board", "council", "committee", "commission", "commissioners", "commissioner", "trustees", "councillors", "supervisors", "selectmen", "directors", "aldermen", "meeting", "having", "said", "same",
                      "above", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "also", "hereby", "therefore", "further", "any", "other", "discussion", "followed"))
_KNOWN = _FOR | NOES | _NONE | _ALL | VOTING | JOINING
_NOBODY_FOR = re.compile(
    r"\b(?:no|none|nobody|no one|0)\s+(?:members?\s+|votes?\s+)?(?:were |was )?(?:in favou?r|for|ayes?|yes)\b|\bno vote\b|^(?:no|nobody|none)\b|"
    r"\b(?:favou?r|ayes?|yeas?|yes|affirmative)(?:\s+of\s+the\s+motion)?\W+(?:none|nil|zero|nobody)\b(?!\W*(?:(?:were|was|voted|recorded)\s+)?(?:opposed|opposing|against|dissent\w*|objected|no\b|nays?\b|noes\b|abst\w+))|"
    r"\b(?:noes|nays?|no|against|opposed)\s*[:,–—-]?\s*(?:all|unanimous|everyone|everybody)\b(?!\s+(?:were|was|voted|members|in|ayes?|yeas?|yes)\b)", re.I)
"""Nobody for it: "All in favor? None.", "Ayes: none", "Nays: all"."""
_OTHERWISE = re.compile(r"\bpassed\s+(?:on\s+)?to\b|\bto\s+put\b|\b(?:unanimously|been|was)\s+put\W*$|\bother\s+meeting\b|\b(?:record|results?)\b(?:\s+of\b[^.;]*)?\s+(?:was|were)\b|\bwithout\s+a\s+motion\b|\bany\s+(?:motion|resolution)\b", re.I)
"""What was done with a motion, or agreed of another matter: "passed to the committee", "The record of the meeting was approved"."""


def of_voting(text: str) -> bool:
    """Is there nothing in a text but voting words and those that join them?

    >>> of_voting("Upon this motion was adopted on unanimously."), of_voting("Upon this motion the hall was sold.")
    (True, False)
    """
    return all((word := m.group()) in _KNOWN or word.isdigit() for m in _WORD.finditer(text.lower()))


def settled(text: str) -> bool:
    """Does a sentence of voting words alone tell that what was put was agreed to?

    Not where any other word stands in it (a name, "not", "lost"), nor where some were against and no outcome is told, nor where numbers alone tell it.

    >>> [settled(t) for t in ("All in Favor.", "Motion unanimous.", "Said motion was approved by roll call vote.", "Voice Vote: AYE Unanimously", "Each member was polled individually and all were in favor.")]
    [True, True, True, True, True]
    >>> [settled(t) for t in ("3 in favor, 2 opposed.", "All were not in favor.", "The vote was taken.", "Pell in favor", "Nobody in favour.", "No vote was taken.", "The minutes were agreed.", "All Council. Carried.")]
    [False, False, False, False, False, False, False, False]
    """
    if not of_voting(text):
        return False
    words = _WORD.findall(text.lower())
    held = set(words)
    if not 1 < len(words) <= 24 or held.isdisjoint(_FOR) or _NOBODY_FOR.search(text) is not None or _OTHERWISE.search(text) is not None:
        return False
    if any((_FOR | VOTING | NOES).isdisjoint(_WORD.findall(part.lower())) for part in re.split(r"[.;]\s+(?=[A-Z])", text)):
        return False  # "All Council. Carried.": the first sentence is of what was moved
    ended = not held.isdisjoint(ENDED)
    against = any(word in NOES and not _NONE & {*words[max(i - 1, 0):i], *words[i + 1:i + 2]} for i, word in enumerate(words))
    numbers = any(word.isdigit() for word in words)
    if ended:
        return not held.isdisjoint(("motion", "resolution", "question")) or (not numbers and not held.isdisjoint(VOTING | _ALL))
    return not against and not numbers and not held.isdisjoint(_ALL)
