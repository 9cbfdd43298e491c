"""Where a paragraph's sentences begin and end."""

from __future__ import annotations

import itertools
from functools import lru_cache

from papermine import regex as re
from papermine.language.titles import MEMBER

_SENTENCE = re.compile(r"\.(?<=[a-z)\d]\.)(?<!Cllr\.)(?<!\bSt\.)(?<!Cllrs\.)(?<!\bCounc\.)(?<!\bCoun\.)(?<!\bCnllr\.)(?<!\bCommr\.)(?<!\bComm\.)(?<!\bCom\.)(?<!yng\.)(?<!Sir\.)(?<!Cr\.)(?<!Crs\.)(?<!prop\.)(?<!Prop\.)(?<!sec\.)(?<!Sec\.)(?<!Cty\.)(?<!Dist\.)(?<!Mr\.)(?<!Mrs\.)(?<!Ms\.)(?<!Dr\.)(?<!Rev\.)(?<!Prof\.)(?<!Ald\.)(?<!\bHon\.)(?<!\bAsst\.)\s+(?!SECOND\s*:)(?!(?<=\bNo\.\s)[A-Z]{1,6}[-/ .]?\d)(?=[A-Z]|2nd (?:was )?by\b|\d{1,3} (?:members|parishioners|residents|electors|[Cc]ouncillors|Members|votes|for\b(?=,| )|in favou?r|against|(?:were |voted )(?:for|in favou?r|against)|(?i:ayes?|yeas?|nays?|noes)(?=\s*[.;,]))\b)|\.(?<=[A-Z]{4}\.)\s+(?=[A-Z])|\.(?:(?<=\d[AP]M\.)|(?<=\d [AP]M\.)|(?<=\d[AP]\.M\.)|(?<=\d [AP]\.M\.))\s+(?=[A-Z][a-z])|"
                       rf"\.(?<=[A-Z]\.[A-Z]\.)\s+(?=(?:He|She|They|There|It|This)\s+(?:was|were|is|has|had)\b)|\.(?<=[”\"]\.)\s+(?=[A-Z])|\.[”\"]\s+(?=(?:MOTION|Motion|AMENDMENT|Amendment) (?i:by|passed|failed|carried|lost|defeated)\b|(?:The|This)\s+(?:motion|amendment|proposal)\s+(?:was|on|having|being)\b)|\.(?:(?<=[Ii]tem [A-Z]\.)|(?<=[Ss]ection [A-Z]\.)|(?<=[Oo]ption [A-Z]\.))\s+(?=[A-Z][a-z]+ (?:by|was|made|carried|passed|failed)\b)|\)\s+(?={MEMBER}\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:seconded the|agreed to do so)\b)")


@lru_cache(1024)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence; "Cllr. P. Harries" does not end one.

    >>> [("Apologies from Cllr. P. Harries. He was ill.")[a:b] for a, b in sentences("Apologies from Cllr. P. Harries. He was ill.")]
    ['Apologies from Cllr. P. Harries.', 'He was ill.']
    >>> len(sentences("Report No. DS2020-61 be received.")), len(sentences("He said No. The vote was lost.")), len(sentences("Adjourn at 8:45 PM. Director Bell seconded the motion."))
    (1, 2, 2)
    """
    cuts = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text)]
    return tuple((a, a + len(text[a:b].rstrip())) for a, b in itertools.pairwise(cuts) if text[a:b].strip())
