"""Patterns of what stands between a name and what is told of it, and around the words that name a speaker."""

from __future__ import annotations

import re

from indexer.extraction.lang.patterns import any_of
from indexer.extraction.lang.word_lists import word_list

WHICH = ", which "
KIND_BEFORE = re.compile(rf"\b(?:[Tt]he|[Aa]n?) (?:[\w-]+ ){{0,2}}{any_of(word_list('kinds-of-companies'))} \Z")
APPOSED = re.compile(r", (?:(?:aged )?\d{1,3}, )?(?:also |now |then |currently )?|,? \(| [–—-] ")
DASHES = (" –", " —", " -")
A_NAME = re.compile(r" [A-Z]")
ALIAS = re.compile(r"(?: \(|,? (?:\w+ )?known as )(?P<name>[A-Z][\w’'-]+)(?![\w-]| [A-Z])[),]?")
ASIDE_BEFORE = re.compile(r" \([A-Z][\w.’'-]{0,18}\) \Z")
NAME_BEHIND_ASIDE = re.compile(r"\) [A-Z]")  # what is in brackets is none
# Between "Ministers Ana Silva of Peru" and "Jan Kos".
BETWEEN_HOLDERS = re.compile(
    r"(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?| \([^()]{1,30}\))?(?:,? and|,) (?:[A-Z]\w+['’]s )?"
)
GETS = re.compile(
    rf" (?:was|has been|is|will be) (?:\w+ly )?{any_of(word_list('verbs-of-appointing'))}(?: in)?(?: as)? "
)
GETS_AFTER = re.compile(rf" (?:will )?{any_of(word_list('verbs-of-succeeding'))} [^.,;:“”\"]{{1,60}}? as ")
REPLACED_AS = re.compile(r"\b(?:replaced|succeeded) as \Z")
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’]) \Z")
TELLS_MORE = re.compile(r", (?:aged )?\d{1,3}\b|, an? |, (?:of|from|at|with) (?:the )?[A-Z]")
NEXT_NAME = re.compile(r", [A-Z]\w+ [A-Z]")
WHO_LEADS = re.compile(
    rf",? (?:who|which) (?:{any_of(word_list('before-a-clause-verb'))} )*"
    rf"(?:{any_of(word_list('verbs-of-leading'))}|speaks for|spoke for|speaking for|took over|takes over|in charge of"
    r"|works (?:for|at|in)|serves as)\s"
)
A_SOMEBODY_WHO = re.compile(r", an? (?:[\w-]+ ){1,3}(?=who )")  # ", an Ethiopian who heads the office"

# What begins the words that name a speaker.
LEAD = re.compile(
    rf"(?:on )?(?:{any_of(word_list('before-a-weekday'))} )*(?:{any_of(word_list('weekdays'))},? )?"
    r"(?:(?:the|a|an) )?[“\"‘']?",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"\A(?:the|a|an|its|his|her|their) ", re.IGNORECASE)
DOCUMENT = re.compile(
    rf"\A(?:an? |the )?(?:\w+ ){{0,2}}?(?:{any_of(word_list('documents'))}|press release)"
    rf" (?:{any_of(word_list('documents-are-by'))}|(?:issued|released|published|signed) by) ",
    re.IGNORECASE,
)
SPEAKS_FOR = re.compile(r" (?:for|of) (?:[\w.]+ )*(?P<name>[A-Z][\w’'-]*)\Z")  # "a spokesman for Mr Silva"
_PARTY = r"(?:[\w-]+ ){0,2}(?:party|movement|alliance|coalition|bloc|group)(?: [A-Z][\w’'-]+ and)? "
OF = re.compile(rf"\bof (?:the |an? )?(?:{_PARTY})?\Z")  # "a member of the party Law and Bread"
WITHIN = re.compile(rf"\b{any_of(word_list('before-what-does-not-speak'))} (?:the )?\Z")
SPOKEN_TO = re.compile(r"\b(?:told|addressed|addressing|telling) (?:the )?\Z")
