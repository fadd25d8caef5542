"""What names the speaker of a quote without a verb: a dash or a colon beside it, and phrases such as "in her words"."""

from __future__ import annotations

import re

_OWN = r"(?:own )?(?:words?|view|telling|phrase|opinion|eyes|reading|formulation)"
_WHO = r"(?P<who>[^,:;.?!“”\"]{3,80}"
_OPENS = r"(?:\A|[.!?] |, |; |– |— )"

BEHIND_DASH = re.compile(r"\s*(?:[—–―]|--?)\s*(?P<who>\S[^“”\"—–]{2,140}?)\.?\s*\Z")
BEFORE_COLON = re.compile(
    r"\A[*_•\s]*(?:(?:And|But|Then|Also|While|Or) )?(?:(?:[Ff]rom|[Bb]y) )?(?P<who>\S[^“”\":]{2,140}?)\s?:[*_]*\s*\Z"
)
IN_CAPITALS = re.compile(r"\A(?P<who>[^a-z“”\":]{6,140})\Z")  # a line of its own, without a colon
PHRASES_BEFORE = (
    re.compile(rf"{_OPENS}[Ii]n {_WHO}?)(?:['’]s|(?<=s)['’]) {_OWN}(?: [^,:;.]{{1,40}})?[,:]\s*\Z"),
    re.compile(rf"{_OPENS}[Ii]n the {_OWN} of {_WHO})(?:, [^:;.?!]{{3,60}})?[,:]\s*\Z"),
    re.compile(rf"(?:\A|[.!?] )(?:For|To) {_WHO})(?:, [^:;.?!]{{3,60}})?,\s*\Z"),
)
PHRASES_BEHIND = (
    re.compile(rf"\A,?\s*in {_WHO}?)(?:['’]s|(?<=s)['’]) {_OWN}\b"),
    re.compile(rf"\A,?\s*in the {_OWN} of {_WHO})"),
)
ANSWER_OF = re.compile(r"\A(?:The|An?|Her|His|Its|Their) (?:[\w-]+ ){0,2}?(?P<noun>[\w-]+) (?:of|from|by) (?=\S)")
OCCASION = re.compile(r" (?:on|in|to|at|via|during|speaking|writing) .*\Z", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.?!]\s")
FIRST_END = re.compile(r"\s*[,(]")  # where the first of the words that name somebody end: "Ana Vorel, the minister"
