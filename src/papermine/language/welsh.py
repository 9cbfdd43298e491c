"""Welsh beside English: which of the two a text is in, and what councils and their bodies are called in the other.

Sources: the Welsh names of kinds of councils and committees as Welsh councils print them ("Cyngor Cymuned", "Pwyllgor Craffu Addysg").
Names of places are not translated: "Caerdydd" and "Cardiff" are two words here.
"""

from __future__ import annotations

from papermine import regex as re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CY = _set(
    "y yr yn ac ei eu gan gyda mae oedd wedi sydd hyn bydd roedd fod bod wrth neu o ar am dros oddi rhwng hwn hon nad nid sef gael cael eu'r a'r i'r o'r a'i o'i "
    "nifer cyngor gyngor cyfarfod adroddiad cofnodion gofnodion penderfynwyd cytunwyd cynigiwyd eiliwyd nodwyd derbyniwyd cymeradwywyd nodi derbyn cymeradwyo "
    "dylid er mwyn ddim dim")
_EN = _set(
    "the of and to be that for is was were by with on as it this which from are will has have been would at in not or resolved agreed proposed seconded noted "
    "received approved council meeting report minutes")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def language(text: str) -> str | None:
    """"cy" or "en", by the small words of each; None where neither is plain.

    >>> language("Penderfynwyd bod y sylwadau yn cael eu hanfon"), language("that the observations be sent"), language("Aled Huws, Bethan Rhys")
    ('cy', 'en', None)
    """
    words = [w.replace("’", "'") for w in _WORD.findall(text.lower())]
    welsh, english = sum(w in _CY for w in words), sum(w in _EN for w in words)
    most, least = max(welsh, english), min(welsh, english)
    if not words or most < 0.12 * len(words) or most < 2.5 * least:
        return None
    return "cy" if welsh > english else "en"


_KINDS = {"cymuned": "community", "tref": "town", "sir": "county", "dinas": "city", "bwrdeistref": "borough", "bwrdeistref sirol": "county borough",
          "dosbarth": "district", "plwyf": "parish"}
_COUNCIL = re.compile(r"^(?:y |yr )?[cg]yngor (?P<kind>bwrdeistref sirol|cymuned|tref|sir|dinas|bwrdeistref|dosbarth|plwyf)\b ?(?P<place>.*)$")
_BODIES = {
    "pwyllgor": "committee", "bwyllgor": "committee", "is bwyllgor": "subcommittee", "isbwyllgor": "subcommittee", "panel": "panel", "bwrdd": "board",
    "cabinet": "cabinet", "gweithgor": "working group", "cyngor": "council", "gyngor": "council", "craffu": "scrutiny", "chraffu": "scrutiny",
    "trosolwg": "overview", "cynllunio": "planning", "gynllunio": "planning", "archwilio": "audit", "llywodraethu": "governance", "cyllid": "finance", "gyllid": "finance",
    "chyllid": "finance", "trwyddedu": "licensing", "safonau": "standards", "addysg": "education", "amgylchedd": "environment", "personel": "personnel",
    "staffio": "staffing", "cyffredinol": "general", "dibenion": "purposes", "eiddo": "property", "hamdden": "recreation", "mynwentydd": "cemeteries",
    "iaith": "language", "gymraeg": "welsh", "pensiwn": "pension", "risg": "risk", "apel": "appeals", "apeliadau": "appeals"}
_SMALL = {"a": "and", "ac": "and"}


def in_english(name: str) -> str | None:
    """A council's or body's Welsh name as the English one would be, in plain lower case words; None where it is not wholly known.

    The name comes in plain words: lower case, without accents and punctuation. Welsh puts first what English puts last.

    >>> in_english("cyngor cymuned llanfach"), in_english("y pwyllgor craffu addysg"), in_english("cyngor"), in_english("pwyllgor dathliadau")
    ('llanfach community council', 'education scrutiny committee', 'council', None)
    """
    if m := _COUNCIL.match(name):
        place = " ".join(_SMALL.get(w, w) for w in m["place"].split())
        return f"{place} {_KINDS[m['kind']]} council".strip()
    words = [w for w in name.replace("is bwyllgor", "isbwyllgor").split() if w not in ("y", "yr")]
    if not words or words[0] not in _BODIES:
        return None
    groups: list[list[str]] = [[]]  # "Archwilio a Llywodraethu" keeps its order: audit and governance
    for k, word in enumerate(words):
        if word in _SMALL:
            groups[-1].append("and")
        elif word not in _BODIES:
            return None
        elif k and words[k - 1] in _SMALL:
            groups[-1].append(_BODIES[word])
        else:
            groups.append([_BODIES[word]])
    return " ".join(w for group in reversed(groups) for w in group)
