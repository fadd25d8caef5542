"""A clause that reports the quote before it: "Deputy Minister Ilk asked", “according to the police”."""

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

# Behind a quote that no mark ends, only what reports and goes on with nothing that could be said: ", he stated."
_DETERMINED = r"(?:the|a|an|another|his|her|its|their)\s[\w’'.-]+\s"
_NAMED = rf"(?:(?:{_DETERMINED}|[A-Z][\w.’'-]*\s)(?:[\w’'.-]+\s){{0,{FARTHEST}}}?|{_APPOSITION})"
_TIME = r"today|yesterday|late|earlier|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_GOES_ON = rf"(?:\.|,\s\w+ing\b|\s(?:to|in|on|at|during|after|before|as|when|while|following|by|through|{_TIME})\b)"
_REPORTS = rf"(?:told\s|was\squoted\s|(?:{_VERBS})(?={_GOES_ON}))"
_INVERTED = r"(?:said|says|added|stated|stressed|explained|noted|concluded|insisted|recalled)\s(?:(?:the|a|an)\s|[A-Z])"
_PRONOUN = rf"(?P<pronoun>(?:he|she|they)\s){_REPORTS}"
ATTRIBUTION = re.compile(rf",(?=\s(?:{_NAMED}{_REPORTS}|{_INVERTED}|according\sto\s|{_PRONOUN}))")
