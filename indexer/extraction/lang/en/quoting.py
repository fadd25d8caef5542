"""A clause that reports the quote before it: "Deputy Minister Ilk asked"."""

from __future__ import annotations

import re

from indexer.extraction.lang.cues import Takes, forms
from indexer.extraction.lang.word_lists import word_list

FARTHEST = 6  # words before the verb
SELDOM = word_list("seldom-quoting")
FINITE = {words for words in forms(Takes.QUOTE) if words[0] not in SELDOM and not words[0].endswith("ing")}
# Of the plural ("officials say") only the commonest: "demand" and the like are rather nouns.
_VERBS = "|".join(sorted(r"\s+".join(map(re.escape, words)) for words in {*FINITE, ("say",)}))
QUOTING_CLAUSE = re.compile(rf"(?:[^\W\d_][\w.’'-]*,?\s+){{0,{FARTHEST}}}?(?:{_VERBS})\b")
