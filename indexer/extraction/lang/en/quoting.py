"""A clause that reports the quote before it: "Deputy Minister Ilk asked"."""

from __future__ import annotations

import re

from indexer.extraction.lang.cues import Takes, forms
from indexer.extraction.lang.word_lists import word_list

FARTHEST = 6  # words before the verb
SELDOM = word_list("seldom-quoting")
_BESIDE = {words for words in forms(Takes.BESIDE) if not words[0].endswith("s")}  # "smiles" are rather nouns
FINITE = {words for words in {*forms(Takes.QUOTE), *_BESIDE} if words[0] not in SELDOM and not words[0].endswith("ing")}
# Of the plural ("officials say") only the commonest: "demand" and the like are rather nouns.
_VERBS = "|".join(sorted(r"\s+".join(map(re.escape, words)) for words in {*FINITE, ("say",)}))
_APPOSITION = r"(?:[A-Z][\w.’'-]*\s){1,4}[A-Z][\w.’'-]*, [^.?!“”\"]{3,90}?, "  # "Vera Ilk, the envoy of the bloc, "
QUOTING_CLAUSE = re.compile(rf"(?:(?:[^\W\d_][\w.’'-]*,?\s+){{0,{FARTHEST}}}?|{_APPOSITION})(?:{_VERBS})\b")
